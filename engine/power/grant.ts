import type { LegalDay } from '../day.ts'
import { refusal, type Refusal } from '../refusal.ts'

export type Power = 'accept' | 'decide' | 'seal'

/** A power in force: body × item × place × dates; own (法定), delegated (下放/授权) or entrusted (委托). */
export interface Grant {
  id: string
  /** Ledger stream and version, checked again when the act commits. */
  stream: string
  version: number
  item: string
  body: string
  /** A place id, or `*` for anywhere in the area. */
  place: string
  kind: 'own' | 'delegated' | 'entrusted'
  /** The organ that gave it: entrusting (委托机关) or delegating (下放机关). */
  by?: string
  powers: readonly Power[]
  from: LegalDay
  to?: LegalDay
  /** Taken back (收回): the first day on which nobody may use it any more; `to` is then at the latest the day before. */
  takenBack?: LegalDay
  basis: string
}

export interface PowerQuestion {
  power: Power
  item: string
  body: string
  place: string
  day: LegalDay
}

/**
 * The grant under which a body may act on this day, or why not. A body that has no power over the item is told
 * so as a recorded refusal (越权, CAS-25); an expired or taken-back power names its last day (CAS-02).
 */
export function findPower(question: PowerQuestion, grants: readonly Grant[]): Grant | Refusal {
  const { power, item, body, place, day } = question
  const own = grants.filter(
    (grant) => grant.item === item && grant.body === body && grant.powers.includes(power),
  )
  if (own.length === 0) {
    return refusal('power-none', {
      facts: { power, item, body },
      basis: '行政许可法第二十二条',
      recorded: true,
    })
  }
  const here = own.filter((grant) => grant.place === '*' || grant.place === place)
  if (here.length === 0)
    return refusal('power-other-place', { facts: { power, item, place }, recorded: true })
  const inForce = here.find((grant) => isInForce(grant, day))
  if (inForce !== undefined) return inForce
  const last = here
    .filter((grant) => grant.to !== undefined && grant.to < day)
    .toSorted((one, other) => (one.to! < other.to! ? -1 : 1))
    .at(-1)
  if (last?.takenBack !== undefined) {
    const facts = { power, item, body, on: last.takenBack }
    return refusal('power-taken-back', { facts, recorded: true })
  }
  if (last !== undefined) {
    return refusal('power-expired', { facts: { power, item, body, lastDay: last.to }, recorded: true })
  }
  const from = here.map((grant) => grant.from).sort()[0]
  return refusal('power-not-yet', { facts: { power, item, body, from }, recorded: true })
}

export function isInForce({ from, to }: Pick<Grant, 'from' | 'to'>, day: LegalDay): boolean {
  return from <= day && (to === undefined || day <= to)
}
