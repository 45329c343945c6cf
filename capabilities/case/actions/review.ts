import { Type as T } from 'typebox'
import { legalDay } from '#engine/day.ts'
import { refusal } from '#engine/refusal.ts'
import { endRunning, hasStep, licensing, stepClock } from '../model/limits.ts'
import { caseAction } from './case-action.ts'

/** Review (审查): a reasoned opinion by an officer of the deciding body (行政许可法第三十四条). */
export const review = caseAction({
  name: 'review',
  from: ['accepted'],
  to: ['reviewed'],
  by: ['reviewer'],
  input: T.Object(
    { opinion: T.Enum(['grant', 'deny']), text: T.String({ minLength: 2, maxLength: 2000 }) },
    { additionalProperties: false },
  ),
  refuse: ({ dossier, world }) =>
    hasStep(world.item, 'survey') && dossier.survey === undefined
      ? refusal('survey-missing', { basis: licensing(world.item, '第三十四条第三款') })
      : undefined,
  facts: ({ dossier, input, now, world }) => {
    const day = legalDay(now)
    return [
      {
        kind: 'reviewed',
        body: { opinion: input.opinion, text: world.seal(input.text) },
        clock: [
          ...endRunning(dossier.clocks, ['step-review'], { day, at: now }),
          ...stepClock('decide', '审查完成', { day, at: now, world }),
        ],
      },
    ]
  },
})
