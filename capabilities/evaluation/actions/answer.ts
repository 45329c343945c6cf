import { Type as T } from 'typebox'
import { legalDay } from '#engine/day.ts'
import { end, overrun, revisitClock } from '../model/limits.ts'
import { FIELD_TITLES } from '../words/rectification.ts'
import { rectificationAction, servedBars } from './rectification-action.ts'

/** Mended and answered (整改答复). Nobody can be called back about an anonymous rating, so the answer ends it. */
export const answer = rectificationAction({
  name: 'answer',
  from: ['rectifying'],
  to: ['revisit', 'closed'],
  by: ['director'],
  input: T.Object(
    {
      measures: T.String({ title: FIELD_TITLES.measures, minLength: 4, maxLength: 1000 }),
      text: T.String({
        title: FIELD_TITLES.answer,
        description: FIELD_TITLES.answerHint,
        minLength: 4,
        maxLength: 1000,
      }),
    },
    { additionalProperties: false },
  ),
  bars: servedBars,
  facts: ({ dossier, input, now: at, world }) => [
    {
      kind: 'rating-answered',
      body: {
        measures: world.seal(input.measures),
        text: world.seal(input.text),
        on: legalDay(at),
        late: overrun(dossier.clocks, at, world.calendar),
      },
      clock: [end('rectify', at), ...(dossier.anonymous ? [] : [revisitClock({ at, world })])],
    },
  ],
})
