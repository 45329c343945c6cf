import type { LegalDay } from '#engine/day.ts'
import { refusal, type Refusal } from '#engine/refusal.ts'
import type { Body } from '#capabilities/organisation/contract.ts'
import type { BoundSeal, NewSeal } from '../contract/seal-routes.ts'
import { diameterMm, numberedId, numberedName, SEAL_LINES, type Seal, type SealNumbers } from './seal.ts'

export interface SealSurroundings {
  seals: readonly Seal[]
  bodies: ReadonlyMap<string, Body>
  /** Name of the centre of a town. */
  centreName?: string
  numbers: SealNumbers
  line?: string
}

export type RegisteredSeal = Omit<Seal, 'stream' | 'version'>

/** The seal as it enters the register, or why it does not. */
export function newSeal(wish: NewSeal, around: SealSurroundings): RegisteredSeal | Refusal {
  const body = around.bodies.get(wish.body)
  if (body === undefined) return refusal('seal-holder-unknown')
  if (wish.kind === 'numbered') return newNumbered(wish, body, around)
  const twin = around.seals.find(
    ({ kind, body: owner, state }) => kind === wish.kind && owner === wish.body && state !== 'retired',
  )
  if (twin) return refusal('seal-twice', { facts: { seal: twin.name } })
  if (wish.kind === 'centre' && (!isTown(body) || around.centreName === undefined))
    return refusal('seal-holder-unknown')
  const inscription = wish.kind === 'centre' ? around.centreName! : body.name
  return registered(wish, body, around, { inscription, holder: body.id })
}

function newNumbered(wish: NewSeal, body: Body, around: SealSurroundings): RegisteredSeal | Refusal {
  const { number, holder, items } = wish
  const { from, to } = around.numbers
  if (number === undefined || number < from || number > to)
    return refusal('seal-number-out-of-range', { facts: { number, from, to } })
  if (around.seals.some((seal) => seal.number === number && seal.state !== 'retired'))
    return refusal('seal-number-taken', { facts: { number } })
  const town = holder === undefined ? undefined : around.bodies.get(holder)
  if (town === undefined || !isTown(town)) return refusal('seal-holder-unknown')
  if (items === undefined) return refusal('seal-items-missing')
  return registered(wish, body, around, { inscription: body.name, holder: town.id, number, items })
}

function registered(
  { kind, from }: NewSeal,
  body: Body,
  { seals, line = SEAL_LINES.decision }: SealSurroundings,
  more: Pick<Seal, 'inscription' | 'holder'> & Partial<Pick<Seal, 'number' | 'items'>>,
): RegisteredSeal {
  const { number, inscription } = more
  const engraved = (same: (seal: Seal) => boolean) => seals.filter(same).length + 1
  const nth = engraved((seal) => seal.kind === kind && seal.body === body.id)
  const id =
    number === undefined
      ? `${body.id}.${kind}${nth === 1 ? '' : `.${nth}`}`
      : numberedId(
          number,
          engraved((seal) => seal.number === number),
        )
  const says = number === undefined ? line : numberedName(line, number)
  return {
    ...{ id, kind, body: body.id, name: inscription + says, purpose: 'decision', state: 'in-use', from },
    diameterMm: diameterMm(body.kind),
    ...more,
  }
}

export const isTown = ({ kind }: Pick<Body, 'kind'>): boolean =>
  kind === 'town-government' || kind === 'street-office'

/** Hand-over of a numbered seal: who holds it from now on, and for what. */
export function boundSeal(
  seal: Seal,
  { holder, items }: BoundSeal,
  holderBody: Body | undefined,
): Seal | Refusal {
  if (seal.kind !== 'numbered') return refusal('seal-kind-other', { facts: { seal: seal.name } })
  if (seal.state === 'retired') return refusal('seal-wrong-state', { facts: { seal: seal.name } })
  if (holderBody === undefined || !isTown(holderBody)) return refusal('seal-holder-unknown')
  return { ...seal, holder, items }
}

const MOVES = {
  suspend: { from: ['in-use'], to: 'suspended' },
  resume: { from: ['suspended'], to: 'in-use' },
  retire: { from: ['in-use', 'suspended'], to: 'retired' },
} as const
export type SealMove = keyof typeof MOVES

export function movedSeal(seal: Seal, move: SealMove, today: LegalDay): Seal | Refusal {
  const { from, to } = MOVES[move]
  if (!(from as readonly string[]).includes(seal.state))
    return refusal('seal-wrong-state', { facts: { seal: seal.name } })
  return { ...seal, state: to, ...(to === 'retired' ? { to: today } : {}) }
}
