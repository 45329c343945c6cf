import type { Actor } from '#engine/actor.ts'
import type { LicenceSight } from '#capabilities/licence-seal/index.ts'
import { sightOf, type SightRule } from '#platform/auth/visibility.ts'

type Rule = SightRule<'body' | 'party'>

const inArea = (actor: Actor): LicenceSight =>
  actor.kind === 'staff' ? { everythingInArea: actor.area } : 'nothing'

const ofMyBody = (actor: Actor): LicenceSight =>
  actor.kind === 'staff'
    ? { allOf: [{ everythingInArea: actor.area }, { column: 'body', equals: actor.body }] }
    : 'nothing'

/**
 * Who sees which licences. Any window takes applications about any of them (无差别受理, CAS-04), so it sees those of the area, holders
 * masked; who proposes and decides sees those of the own body.
 */
const RULES: readonly Rule[] = [
  {
    role: 'applicant',
    sees: (actor) => (actor.kind === 'citizen' ? { column: 'party', equals: actor.party } : 'nothing'),
  },
  { role: 'window-clerk', sees: inArea },
  { role: 'director', sees: inArea },
  { role: 'supervisor', sees: inArea },
  { role: 'reviewer', sees: ofMyBody },
  { role: 'approver', sees: ofMyBody },
  { role: 'issuer', sees: ofMyBody },
]

export function sightOfLicences(actor: Actor): LicenceSight {
  return sightOf(RULES, actor)
}
