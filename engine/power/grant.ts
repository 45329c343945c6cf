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
  powers: readonly Power[]
  from: LegalDay
  to?: LegalDay
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
  const inForce = here.find((grant) => grant.from <= day && (grant.to === undefined || day <= grant.to))
  if (inForce !== undefined) return inForce
  const lastDay = here
    .map((grant) => grant.to)
    .filter((to) => to !== undefined && to < day)
    .sort()
    .at(-1)
  if (lastDay !== undefined) {
    return refusal('power-expired', { facts: { power, item, body, lastDay }, recorded: true })
  }
  const from = here.map((grant) => grant.from).sort()[0]
  return refusal('power-not-yet', { facts: { power, item, body, from }, recorded: true })
}
