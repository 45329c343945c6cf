import { Type as T } from 'typebox'
import { legalDay } from '#engine/day.ts'
import { refusal } from '#engine/refusal.ts'
import { closedFact } from './deliver.ts'
import { deliveryClock, endRunning, revocationClock } from '../model/limits.ts'
import { lastDayOf } from '../model/served.ts'
import { unserved } from '../chapters/intent/rules.ts'
import { caseAction } from './case-action.ts'

/**
 * The check after the decision (事后核查): the promise holds, must be put right within a limit, or was false. What has to be put
 * right is told in a notice, and its days run once that is served. A second failure after rectification cannot be put right
 * again; nor is anybody found to have failed at what they were never told.
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
  refuse: ({ dossier, input: { result } }) => {
    if (dossier.state !== 'rectifying') return undefined
    if (result === 'rectify') return refusal('rectified-once', { facts: { state: dossier.state } })
    return result === 'broken' && unserved(dossier) !== undefined
      ? refusal('rectification-not-served', { basis: '责令限期整改通知书' })
      : undefined
  },
  facts: ({ dossier, input, now, world }) => {
    const moment = { day: legalDay(now), at: now }
    const { result, checkers, text } = input
    const checked = {
      kind: 'checked',
      body: {
        result,
        text: world.seal({ checkers, text }),
        ...(result === 'rectify' ? { paper: world.newId(), notice: true } : {}),
      },
      clock: [
        ...endRunning(dossier.clocks, ['check', 'rectify', 'delivery', 'announcement'], moment),
        ...(result === 'rectify' ? [deliveryClock('rectify', { ...moment, world })] : []),
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
