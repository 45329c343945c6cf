import { decideFrom } from '../actions/decide.ts'
import { withdrawCommitment } from '../actions/commitment.ts'
import { recordCheck, rectificationOver } from '../actions/after-check.ts'
import { revoke, serveRevocation, serveRevocationElectronically } from '../actions/revoke.ts'
import { endVisit, leaveOpen } from '../actions/visit.ts'
import { revocationPaper } from './papers.ts'
import { caseProcedure } from './skeleton.ts'
import { afterLastDay, final, open } from './states.ts'
import { visitTimers } from './visit.ts'

/**
 * Notice and commitment (告知承诺, 国办发〔2020〕42号; 食品经营许可 of individual households: BS-2.2-05): the applicant is told
 * the conditions and promises in writing to meet them; the decision is made on the spot and checked afterwards. Found
 * wanting, it is put right in time or revoked (行政许可法第六十九条第二款). Before the decision the promise may be withdrawn;
 * the case then goes the general way.
 */
export const commitment = caseProcedure({
  name: 'commitment',
  states: {
    accepted: open(['approver'], 'promised'),
    'under-check': open(['reviewer'], 'check'),
    // Until its notice is served, and while the party is heard, the limits of that run and not those of the step.
    rectifying: open(['reviewer', 'system'], 'rectify', 'delivery', 'announcement'),
    'check-failed': open(['approver'], 'revocation', 'statement', 'announcement'),
    revoking: open(['window-clerk', 'system'], 'delivery', 'announcement'),
    revoked: final,
  },
  actions: [
    ...[leaveOpen, endVisit, withdrawCommitment, ...decideFrom('accepted')],
    ...[recordCheck, rectificationOver, revoke, serveRevocation, serveRevocationElectronically],
  ],
  timers: (dossier, world) => [
    ...visitTimers(dossier),
    ...(dossier.state === 'rectifying' ? afterLastDay('rectification-over', 'rectify', dossier, world) : []),
    ...(dossier.state === 'revoking' && dossier.delivery === 'electronic' && revocationPaper(dossier)
      ? [{ action: 'serve-revocation-electronically', at: dossier.last.by.at }]
      : []),
  ],
})
