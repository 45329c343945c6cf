import { Type as T } from 'typebox'
import { legalDay } from '#engine/day.ts'
import { endRunning, ITEM_CLOCKS, noticeClock } from '../model/limits.ts'
import { caseAction } from './case-action.ts'

/** Until the decision the applicant may take the promise back; the same case goes on in the general way (国办发〔2020〕42号). */
export const withdrawCommitment = caseAction({
  name: 'withdraw-commitment',
  from: ['received', 'supplementing', 'refusal-proposed', 'accepted'],
  to: ['received', 'supplementing', 'refusal-proposed'],
  by: ['applicant', 'window-clerk'],
  input: T.Object({ reason: T.String({ minLength: 2, maxLength: 500 }) }, { additionalProperties: false }),
  facts: ({ dossier, input, now, world }) => {
    const moment = { day: legalDay(now), at: now }
    const accepted = dossier.state === 'accepted'
    const body = { reason: world.seal(input.reason), procedure: world.item.process.procedure }
    // The papers the promise stood in for have never been looked at, so acceptance is judged anew.
    const clock = accepted
      ? [...endRunning(dossier.clocks, ITEM_CLOCKS, moment), noticeClock('撤回承诺', { ...moment, world })]
      : []
    return [{ kind: 'commitment-withdrawn', body, clock }]
  },
})
