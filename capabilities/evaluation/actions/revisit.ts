import { Type as T } from 'typebox'
import { legalDay } from '#engine/day.ts'
import { refusal } from '#engine/refusal.ts'
import { REVISIT_RESULTS } from '../contract/rectification.ts'
import { end, overrun, rectifyClock } from '../model/limits.ts'
import { roundOver } from '../model/revisits.ts'
import { FIELD_TITLES } from '../words/rectification.ts'
import { rectificationAction, servedBars } from './rectification-action.ts'

/**
 * The call back that a named poor rating must have (实名差评回访率 100%). An unsatisfied rater sends it back once; who cannot be
 * reached is tried on three different days.
 */
export const recordRevisit = rectificationAction({
  name: 'record-revisit',
  from: ['revisit'],
  to: ['closed', 'rectifying', 'revisit'],
  by: ['director'],
  input: T.Object(
    {
      result: T.Enum([...REVISIT_RESULTS], { title: FIELD_TITLES.result }),
      text: T.String({ title: FIELD_TITLES.said, minLength: 2, maxLength: 1000 }),
    },
    { additionalProperties: false },
  ),
  bars: servedBars,
  refuse: ({ dossier, input, now }) =>
    input.result === 'not-reached' && dossier.notReachedOn.includes(legalDay(now))
      ? refusal('revisited-today')
      : undefined,
  facts: ({ dossier, input: { result, text }, now: at, world }) => {
    const next = roundOver(dossier, result)
    return [
      {
        kind: 'rating-revisited',
        body: {
          ...{ result, next, text: world.seal(text), on: legalDay(at) },
          late: next === 'revisit' ? [] : overrun(dossier.clocks, at, world.calendar),
        },
        clock: [
          ...(next === 'revisit' ? [] : [end('revisit', at)]),
          ...(next === 'rectifying' ? [rectifyClock('回访不满意，重新整改', { at, world })] : []),
        ],
      },
    ]
  },
})
