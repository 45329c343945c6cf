import { due, foldClock } from '#engine/clock/clock.ts'
import type { ClockEntry } from '#engine/clock/entry.ts'
import type { LegalDay } from '#engine/day.ts'
import type { ItemVersion } from '#capabilities/catalogue/contract.ts'
import { easing, type Difference } from '#capabilities/catalogue/model.ts'
import type { CaseDossier } from '../../model/dossier.ts'
import { effectiveItem } from '../../model/effective-item.ts'
import { isHeld } from '../../model/materials.ts'
import type { CaseWorld } from '../../model/world.ts'

/** Until the decision; what was decided was decided under the version it stands on. */
export const BEFORE_DECISION = [
  'received',
  'supplementing',
  'refusal-proposed',
  'accepted',
  'reviewed',
] as const satisfies readonly CaseDossier['state'][]

export interface Moving {
  dossier: CaseDossier
  world: Pick<CaseWorld, 'item' | 'calendar'>
  /** The later version as it was published. */
  next: ItemVersion
  today: LegalDay
}

/** The later version as this case would be under it. */
export const itemUnder = ({ dossier, next }: Pick<Moving, 'dossier' | 'next'>): ItemVersion =>
  effectiveItem(next, dossier.procedure, dossier)

/**
 * What this case would gain under a later version, in words; nothing where anything in it is stricter for the case, or its own state lets
 * it gain nothing any more. Only forward, never after the decision, and never against what stands in the applicant's favour.
 */
export function gainsOf(moving: Moving): string[] {
  if (!mayMove(moving)) return []
  const { eases, against } = easing(moving.world.item, itemUnder(moving))
  return against.length > 0 ? [] : eases.filter((one) => stillGains(moving, one)).map(({ text }) => text)
}

/**
 * Left as they are: a promise (告知承诺), which was given in the words of its version; what is about a licence, whose days hang on the
 * licence; and a tolerated gap (容缺), which was promised paper by paper.
 */
function mayMove({ dossier, next }: Moving): boolean {
  const { item, state, procedure, situation, about, gaps, gapPromise, delivery } = dossier
  const known = situation === undefined || next.situations?.some(({ no }) => no === situation) === true
  return (
    next.version > item.version &&
    (BEFORE_DECISION as readonly string[]).includes(state) &&
    procedure !== 'commitment' &&
    about === undefined &&
    gaps === undefined &&
    gapPromise === undefined &&
    known &&
    next.delivery.includes(delivery)
  )
}

/** A paper that is there and in order, a day that is over and a survey that was made are nothing to be spared any more. */
function stillGains(moving: Moving, { at, paper }: Difference): boolean {
  const { dossier, world } = moving
  if (paper !== undefined) return dossier.acceptance === undefined && isStillOwed(dossier, world.item, paper)
  if (at === '/promisedLimit')
    return dossier.clocks['promised'] === undefined || shortenedClock(moving).length > 0
  if (at === '/statutoryLimit') return dossier.acceptance === undefined
  return at.startsWith('/process/steps/')
    ? dossier.review === undefined && dossier.survey === undefined
    : true
}

function isStillOwed(dossier: CaseDossier, { materials }: ItemVersion, paper: string): boolean {
  const held = dossier.materials[paper]
  if (held?.verdict === 'missing' || held?.verdict === 'defective') return true
  if (openlyAsked(dossier).includes(paper)) return true
  return !isHeld(held) && materials.find(({ id }) => id === paper)?.necessity === 'required'
}

const openlyAsked = ({ state, supplement }: CaseDossier): readonly string[] =>
  state === 'supplementing' ? (supplement?.asked ?? []) : []

/** Papers the open notice asks for that the later version asks of nobody: that part of the notice lapses. */
export function lapsing(moving: Pick<Moving, 'dossier' | 'next'>): string[] {
  const { materials } = itemUnder(moving)
  const wanted = new Set(materials.filter(({ shared }) => shared === undefined).map(({ id }) => id))
  return openlyAsked(moving.dossier).filter((id) => !wanted.has(id))
}

/**
 * The promise counted anew from its own first day, where that is earlier and still to come. A clock that stood still or was extended stays
 * as it is, and none is ever lengthened.
 */
export function shortenedClock({ dossier, world, next, today }: Omit<Moving, 'at'>): ClockEntry[] {
  const clock = dossier.clocks['promised']
  const { amount, unit } = next.promisedLimit
  if (clock === undefined || clock.ended !== undefined || clock.unit !== unit || amount >= clock.amount)
    return []
  if (clock.stops.length > 0 || clock.extensions.length > 0) return []
  const start = { ...clock.start, amount, calendar: world.calendar.version }
  const { day } = due(foldClock({}, start)['promised']!, world.calendar)
  return day !== undefined && day >= today ? [start] : []
}
