import { Type as T } from 'typebox'
import { legalDay } from '#engine/day.ts'
import { endRunning, ITEM_CLOCKS, noticeClock, receiptClocks } from '../model/limits.ts'
import { caseAction } from './case-action.ts'

/**
 * Until the decision the applicant may take the promise back; the same case goes on in the general way (国办发〔2020〕42号).
 * What the promise stood in for was never handed in nor looked at: an acceptance is undone, and the five days to name
 * everything missing begin anew, unless a notice is open, whose answer starts them anyway.
 */
export const withdrawCommitment = caseAction({
  name: 'withdraw-commitment',
  from: ['received', 'supplementing', 'refusal-proposed', 'accepted'],
  to: ['received', 'supplementing', 'refusal-proposed'],
  by: ['applicant', 'window-clerk'],
  input: T.Object(
    {
      reason: T.String({ minLength: 2, maxLength: 500 }),
      /** At a window: the promisor's withdrawal is there in writing, or signed before the clerk. */
      signed: T.Optional(T.Boolean()),
    },
    { additionalProperties: false },
  ),
  facts: ({ dossier, input, now, world }) => {
    const { published } = world
    const day = legalDay(now)
    const moment = { day, at: now, world: { ...world, item: published } }
    const anew = dossier.state !== 'supplementing'
    const body = {
      reason: world.seal(input.reason),
      ...(input.signed === undefined ? {} : { signed: input.signed }),
      procedure: published.process.procedure,
      unasked: published.process.commitment?.replaces ?? [],
      ...(anew ? { on: day } : {}),
    }
    const clock = anew
      ? [
          ...endRunning(dossier.clocks, ['notice', ...ITEM_CLOCKS], moment),
          noticeClock('撤回承诺', moment),
          ...receiptClocks('撤回承诺', moment),
        ]
      : []
    return [{ kind: 'commitment-withdrawn', body, clock }]
  },
})
