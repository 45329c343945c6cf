import type { Actor } from '#engine/actor.ts'
import type { LicenceColumn, LicenceSight } from '#capabilities/licence-seal/index.ts'
import { sightOf, type SightRule } from '#platform/auth/visibility.ts'
import { officeSights } from '../../../office-sight.ts'

type Rule = SightRule<LicenceColumn>

const { own, inArea, ofMyBody, ofMyOffice } = officeSights<LicenceColumn>({
  ...{ party: 'party', place: 'place', body: 'body' },
})

const BOTH: readonly Rule[] = [
  { role: 'applicant', sees: own },
  { role: 'supervisor', sees: inArea },
  { role: 'reviewer', sees: ofMyBody },
  { role: 'approver', sees: ofMyBody },
  { role: 'issuer', sees: ofMyBody },
]

/**
 * Who finds which licences on the register. Any window takes applications about any of them (无差别受理, CAS-04), so it finds those of
 * the area, holders masked; who proposes and decides finds those of the own body.
 */
const REGISTER: readonly Rule[] = [
  ...BOTH,
  { role: 'window-clerk', sees: inArea },
  { role: 'director', sees: inArea },
]

/**
 * Who reads what happened to a licence: its story, its cases and its papers, which name the holder and say why it is to be taken away. That is
 * the holder, the office that grants and answers for it, the place that took the application in, and supervision; to take an application,
 * a window elsewhere needs no more than the line of the register (个人信息保护法第六条、第三十四条).
 */
const PAPERS: readonly Rule[] = [
  ...BOTH,
  { role: 'window-clerk', sees: ofMyOffice },
  { role: 'director', sees: ofMyOffice },
]

/** Licences that wait for a decision of the own body: what is meant to be revoked or withdrawn, and what is still to be cancelled. */
export function licencesToDecide(actor: Actor): LicenceSight {
  return actor.kind === 'staff' && actor.roles.includes('approver') ? ofMyBody(actor) : 'nothing'
}

export function sightOfLicences(actor: Actor): LicenceSight {
  return sightOf(REGISTER, actor)
}

export function sightOfLicencePapers(actor: Actor): LicenceSight {
  return sightOf(PAPERS, actor)
}
