import type { LegalDay } from '#engine/day.ts'
import { refusal, type Refusal } from '#engine/refusal.ts'
import type { Body } from '#capabilities/organisation/contract.ts'
import type { Grant, ItemVersion } from '../contract.ts'
import type { AmendedPower, NewPower, TakenBack } from '../contract/power-routes.ts'

const ART_24 = '行政许可法第二十四条'

/** Kinds of bodies that are administrative organs (行政机关); only those can be entrusted. */
const ORGANS = new Set<Body['kind']>([
  'government',
  'department',
  'branch',
  'town-government',
  'street-office',
])

export interface GrantingSurroundings {
  item: ItemVersion
  body: Body | undefined
  by: Body | undefined
  /** Owners of the places asked for, by place. */
  owners: ReadonlyMap<string, string>
  /** Which of the places asked for are stations of villages (定向放权, LC-2.3-02). */
  villages: ReadonlySet<string>
  /** Every grant of the item, in force or not. */
  grants: readonly Grant[]
  /** Whether the plan of the area has powers entrusted or delegated at all. */
  entrusting: boolean
}

type Wish = Omit<NewPower, 'items'>

/** Whoever decides by a power does not write it down, change it or take it back: two people see every entry (四眼). */
export function byOwnHand(
  { id, name }: Pick<Body, 'id' | 'name'>,
  approvesFor: ReadonlySet<string>,
): Refusal | undefined {
  return approvesFor.has(id) ? refusal('power-own-hand', { facts: { body: name } }) : undefined
}

/** Why this item's power cannot be given to this body in this way; nothing when it can. */
export function mayGive(wish: Wish, around: GrantingSurroundings): Refusal | undefined {
  const { item, body, by } = around
  const decides = wish.powers.some((power) => power !== 'accept')
  const { delegation } = item
  if (!around.entrusting) return no('power-entrusting-off', item)
  if (decides && delegation && !delegation.entrust) {
    return no('power-forbidden-by-law', item, {}, delegation.basis)
  }
  if (body === undefined || by === undefined) return no('power-not-held', item)
  const targeted = isTargeted(wish, around)
  // A town may let a station of its own take in what is the town's anyway: nothing leaves its hands.
  if (body.id === by.id && !targeted) return no('power-to-itself', item)
  if (!ORGANS.has(body.kind)) return no('power-body-no-organ', item, { body: body.name }, organBasis(wish))
  if (wish.to !== undefined && wish.to < wish.from) return no('power-days-reversed', item)
  const strayed = wish.places.find((place) => around.owners.get(place) !== body.id)
  if (strayed !== undefined) return no('power-place-elsewhere', item, { place: strayed })
  const { announced } = wish.document
  if (wish.kind === 'entrusted' && (announced === undefined || announced.on > wish.from)) {
    return no('power-not-announced', item, {}, `${ART_24}第一款`)
  }
  return notHeld(wish, around) ?? overlap(wish, around, targeted)
}

/** Taking in at named village stations: the station becomes a place where the town's counter power is used, so it stands beside it. */
const isTargeted = ({ powers, places }: Wish, { villages }: GrantingSurroundings): boolean =>
  powers.every((power) => power === 'accept') &&
  places.length > 0 &&
  places.every((place) => villages.has(place))

const organBasis = ({ kind }: Wish): string =>
  kind === 'entrusted' ? `${ART_24}第一款` : '行政许可法第二十三条'

/** Only what law itself gave can be given on; what was entrusted cannot be entrusted again (第二十四条第三款). */
function notHeld(wish: Wish, { item, grants }: GrantingSurroundings): Refusal | undefined {
  const held = grants.filter(
    (grant) =>
      grant.body === wish.by &&
      wish.powers.every((power) => grant.powers.includes(power)) &&
      overlaps(grant, { from: wish.from, to: wish.from }),
  )
  if (held.some(({ kind }) => kind === 'own')) return undefined
  return held.length > 0
    ? no('power-re-entrusted', item, {}, `${ART_24}第三款`)
    : no('power-not-held', item, {}, '行政许可法第二十四条第一款：在其法定职权范围内')
}

/** Accepting at a counter (受理) may stand twice: the plan gives it to every resident place by itself (应进必进). */
function overlap(wish: Wish, { item, grants }: GrantingSurroundings, targeted: boolean): Refusal | undefined {
  const onlyAccept = (powers: readonly string[]) => powers.every((power) => power === 'accept')
  const twin = grants.find(
    (grant) =>
      grant.body === wish.body &&
      onlyAccept(grant.powers) === onlyAccept(wish.powers) &&
      grant.powers.some(
        (power) => (onlyAccept(wish.powers) || power !== 'accept') && wish.powers.includes(power),
      ) &&
      ((grant.place === '*' && !targeted) || wish.places.length === 0 || wish.places.includes(grant.place)) &&
      overlaps(grant, wish),
  )
  return twin && no('power-overlaps', item, { from: twin.from, ...(twin.to ? { to: twin.to } : {}) })
}

const overlaps = (one: { from: string; to?: string }, other: { from: string; to?: string }): boolean =>
  (one.to === undefined || other.from <= one.to) && (other.to === undefined || one.from <= other.to)

/** A change of dates or conditions; what law gave is changed by publishing the item anew. */
export function mayAmend(grant: Grant, { to }: AmendedPower, today: LegalDay): Refusal | undefined {
  const fixed = mayChange(grant, today)
  if (fixed) return fixed
  if (typeof to === 'string' && to < grant.from) return refusal('power-days-reversed')
  return typeof to === 'string' && to < today ? refusal('power-day-past', { facts: { day: to } }) : undefined
}

export function mayTakeBack(grant: Grant, { on }: TakenBack, today: LegalDay): Refusal | undefined {
  return (
    mayChange(grant, today) ?? (on < today ? refusal('power-day-past', { facts: { day: on } }) : undefined)
  )
}

function mayChange(grant: Grant, today: LegalDay): Refusal | undefined {
  if (grant.kind === 'own') return refusal('power-own-is-law', { basis: '行政许可法第二十二条' })
  const over = grant.takenBack !== undefined || (grant.to !== undefined && grant.to < today)
  return over ? refusal('power-ended', { facts: { to: grant.to } }) : undefined
}

function no(code: string, item: ItemVersion, facts: Record<string, unknown> = {}, basis?: string): Refusal {
  return refusal(code, { facts: { item: item.name, ...facts }, ...(basis === undefined ? {} : { basis }) })
}
