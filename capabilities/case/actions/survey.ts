import { Type as T } from 'typebox'
import { legalDay } from '#engine/day.ts'
import { refusal } from '#engine/refusal.ts'
import { endRunning, hasStep, licensing, stepClock } from '../model/limits.ts'
import { caseAction } from './case-action.ts'

/**
 * The visit to the place (现场勘验): two or more officers look (行政许可法第三十四条第三款) and write down what they found.
 * Only processes that name the step have it; whoever promised under notice and commitment is spared it (CAS-21).
 */
export const recordSurvey = caseAction({
  name: 'record-survey',
  from: ['accepted'],
  to: 'same',
  by: ['reviewer'],
  input: T.Object(
    {
      surveyors: T.Array(T.String({ minLength: 2, maxLength: 30 }), {
        ...{ minItems: 2, maxItems: 6, uniqueItems: true },
      }),
      day: T.String({ format: 'date' }),
      result: T.Enum(['met', 'not-met']),
      text: T.String({ minLength: 4, maxLength: 2000 }),
    },
    { additionalProperties: false },
  ),
  // A place found wanting, or a case sent back from the approver, may be looked at again.
  offered: ({ survey, review }, { item }) =>
    hasStep(item, 'survey') && (survey?.result !== 'met' || review !== undefined),
  refuse: ({ dossier, input, now }) => {
    if (new Set(input.surveyors.map((name) => name.trim())).size < 2)
      return refusal('input-invalid', {
        facts: { problems: ['现场勘验要两名以上工作人员，请写两个人的姓名'] },
      })
    return input.day < dossier.firstReceivedOn || input.day > legalDay(now)
      ? refusal('input-invalid', { facts: { problems: ['勘验日期应在收件之后、今天或者今天以前'] } })
      : undefined
  },
  facts: ({ dossier, input, now, world }) => {
    const moment = { day: legalDay(now), at: now }
    const { surveyors, text, ...open } = input
    return [
      {
        kind: 'surveyed',
        body: {
          ...open,
          text: world.seal({ surveyors, text }),
          basis: licensing(world.item, '第三十四条第三款'),
        },
        clock: [
          ...endRunning(dossier.clocks, ['step-survey'], moment),
          ...(dossier.survey === undefined ? stepClock('review', '现场勘验完成', { ...moment, world }) : []),
        ],
      },
    ]
  },
})
