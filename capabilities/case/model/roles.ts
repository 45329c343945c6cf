import type { Actor } from '#engine/actor.ts'
import type { CaseDossier } from './dossier.ts'

/** Roles that belong to the deciding body; the same title in another body gives no say here. */
const DECIDING_ROLES = new Set(['reviewer', 'approver', 'issuer'])
/** Roles of the counter: any window of the area takes any item (无差别受理, CAS-04). */
const COUNTER_ROLES = new Set(['window-clerk'])

/**
 * The roles an actor holds towards this case. Reviewing, deciding and sealing need a post in the deciding body;
 * the counter needs a post in the same area; applying and supplying belong to the applicant's own party.
 */
export function rolesOf(actor: Actor, dossier: CaseDossier): readonly string[] {
  if (actor.kind === 'system') return ['system']
  if (actor.kind === 'citizen') {
    return dossier.version === 0 || actor.party === dossier.party ? ['applicant'] : []
  }
  return actor.roles.filter((role) => {
    if (COUNTER_ROLES.has(role)) return dossier.version === 0 || actor.area === dossier.area
    return DECIDING_ROLES.has(role) && actor.body === dossier.decidingBody
  })
}
