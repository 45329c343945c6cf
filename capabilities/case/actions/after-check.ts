import { Type as T } from 'typebox'
import { legalDay } from '#engine/day.ts'
import { refusal } from '#engine/refusal.ts'
import { closedFact } from './deliver.ts'
import { endRunning, rectifyClock, revocationClock } from '../model/limits.ts'
import { lastDayOf, servedDay } from '../model/served.ts'
import { caseAction } from './case-action.ts'

/**
 * The check after the decision (事后核查): the promise holds, must be put right within a limit, or was false. A second
 * failure after rectification cannot be put right again.
 */
export const recordCheck = caseAction({
  name: 'record-check',
  from: ['under-check', 'rectifying'],
  to: ['closed', 'rectifying', 'check-failed'],
  by: ['reviewer'],
  input: T.Object(
    {
      checkers: T.Array(T.String({ minLength: 2, maxLength: 30 }), {
        ...{ minItems: 2, maxItems: 6, uniqueItems: true },
      }),
      result: T.Enum(['met', 'rectify', 'broken']),
      text: T.String({ minLength: 4, maxLength: 2000 }),
    },
    { additionalProperties: false },
  ),
  refuse: ({ dossier, input }) =>
    dossier.state === 'rectifying' && input.result === 'rectify'
      ? refusal('rectified-once', { facts: { state: dossier.state } })
      : undefined,
  facts: ({ dossier, input, now, world }) => {
    const moment = { day: legalDay(now), at: now }
    const { result, checkers, text } = input
    const limit = result === 'rectify' ? rectifyClock({ ...moment, world }) : undefined
    const checked = {
      kind: 'checked',
      body: {
        result,
        text: world.seal({ checkers, text }),
        ...(limit ? { paper: world.newId(), served: servedDay(limit, world.calendar) } : {}),
      },
      clock: [
        ...endRunning(dossier.clocks, ['check', 'rectify'], moment),
        ...(limit ? [limit] : []),
        ...(result === 'broken' ? [revocationClock({ ...moment, world })] : []),
      ],
    }
    return result === 'met' ? [checked, closedFact(dossier)] : [checked]
  },
})

/** The time to put things right is over and nobody recorded that they are: the promise counts as broken. */
export const rectificationOver = caseAction({
  name: 'rectification-over',
  from: ['rectifying'],
  to: ['check-failed'],
  by: ['system'],
  input: T.Object({}, { additionalProperties: false }),
  refuse: ({ dossier, now, world }) => {
    const last = lastDayOf(dossier, 'rectify', world.calendar)
    return last !== undefined && legalDay(now) > last
      ? undefined
      : refusal('not-overdue', { basis: '限期整改通知' })
  },
  facts: ({ dossier, now, world }) => {
    const moment = { day: legalDay(now), at: now }
    return [
      {
        kind: 'rectification-lapsed',
        body: {},
        clock: [...endRunning(dossier.clocks, ['rectify'], moment), revocationClock({ ...moment, world })],
      },
    ]
  },
})
