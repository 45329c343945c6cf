import { Type as T } from 'typebox'
import { legalDay, type Instant } from '#engine/day.ts'
import type { NewFact } from '#engine/fact.ts'
import { refusal } from '#engine/refusal.ts'
import { caseAction } from '../../actions/case-action.ts'
import type { CaseDossier } from '../../model/dossier.ts'
import type { Sealed } from '../../model/step-mark.ts'
import { endRunning } from '../../model/limits.ts'
import { BEFORE_DECISION, clockOf, LEAD, openQuestions, spokenFor } from './dossier.ts'
import { unansweredObjections, VERDICTS, type Question, type Verdict } from './dossier.ts'

/** The role of whoever may speak for a body that was asked. */
export const OPINION_GIVER = 'opinion-giver'

/**
 * A department gives its opinion (提出意见), also after its last day: late is better than never. What was written down for it at a
 * meeting it may put right in its own words: nobody speaks for an organ but the organ.
 */
export const giveOpinion = caseAction({
  name: 'give-opinion',
  from: BEFORE_DECISION,
  to: 'same',
  by: [OPINION_GIVER],
  input: T.Object(
    { verdict: T.Enum([...VERDICTS]), text: T.String({ minLength: 2, maxLength: 1000 }) },
    { additionalProperties: false },
  ),
  facts: ({ dossier, actor, input, now, world }) => {
    const own = (question: Question) => actor.kind === 'staff' && question.body === actor.body
    const said = openQuestions(dossier).some(own) ? undefined : spokenFor(dossier).findLast(own)
    if (said !== undefined) {
      const { id: question, body, name } = said
      const text = world.seal(input.text)
      return [
        {
          kind: 'opinion-given',
          body: { question, body, name, verdict: input.verdict, text, corrects: true },
        },
      ]
    }
    const { body, name } = openQuestions(dossier).find(own)!
    return [opinionGiven(dossier, { body, name, verdict: input.verdict, text: world.seal(input.text) }, now)]
  },
})

interface Given {
  body: string
  name: string
  verdict: Verdict
  text: Sealed
  /** Said at a meeting, which has an id and a question of its own. */
  meeting?: { id: string; question: Sealed; newQuestion: string }
}

/** An opinion as a fact; at a meeting a body may speak that nobody had asked in writing. */
export function opinionGiven(
  dossier: CaseDossier,
  { body, name, verdict, text, meeting }: Given,
  now: Instant,
): NewFact {
  const asked = openQuestions(dossier).find((question) => question.body === body)
  return {
    kind: 'opinion-given',
    body: {
      ...{ body, name, verdict, text, question: asked?.id ?? meeting!.newQuestion },
      ...(meeting ? { meeting: meeting.id } : {}),
      ...(asked === undefined ? { unasked: meeting!.question } : {}),
    },
    clock: endRunning(dossier.clocks, [clockOf({ body })], { day: legalDay(now), at: now }),
  }
}

/** The lead says how it deals with an objection; without that it cannot grant against it. */
export const answerObjection = caseAction({
  name: 'answer-objection',
  from: BEFORE_DECISION,
  to: 'same',
  by: LEAD,
  input: T.Object(
    { body: T.String({ maxLength: 60 }), text: T.String({ minLength: 4, maxLength: 1000 }) },
    { additionalProperties: false },
  ),
  offered: (dossier) => unansweredObjections(dossier).length > 0,
  refuse: ({ dossier, input }) =>
    unansweredObjections(dossier).some(({ body }) => body === input.body)
      ? undefined
      : refusal('opinion-not-asked', { facts: { body: input.body } }),
  facts: ({ dossier, input, world }) => {
    const { id, name } = unansweredObjections(dossier).find(({ body }) => body === input.body)!
    return [{ kind: 'objection-answered', body: { question: id, name, text: world.seal(input.text) } }]
  },
})
