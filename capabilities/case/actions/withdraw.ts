import { Type as T } from 'typebox'
import { legalDay } from '#engine/day.ts'
import { end } from '../model/limits.ts'
import { caseAction } from './case-action.ts'

/** An applicant may withdraw until a decision is made (撤回申请); a window does it on a written request. */
export const withdraw = caseAction({
  name: 'withdraw',
  from: ['received', 'supplementing', 'refusal-proposed', 'accepted', 'reviewed'],
  to: ['withdrawn'],
  by: ['applicant', 'window-clerk'],
  input: T.Object(
    {
      reason: T.String({ minLength: 2, maxLength: 500 }),
      /** At a window: the applicant's request is there in writing, or signed before the clerk. */
      signed: T.Optional(T.Boolean()),
    },
    { additionalProperties: false },
  ),
  facts: ({ dossier, input, now, world }) => {
    const day = legalDay(now)
    const running = Object.values(dossier.clocks).filter((clock) => clock.ended === undefined)
    return [
      {
        kind: 'withdrawn',
        body: {
          ...{ reason: world.seal(input.reason), paper: world.newId() },
          ...(input.signed === undefined ? {} : { signed: input.signed }),
        },
        clock: running.map((clock) => end(clock.name, { day, at: now })),
      },
    ]
  },
})
