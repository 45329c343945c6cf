import { Type as T } from 'typebox'
import { legalDay, type LegalDay } from '#engine/day.ts'
import type { WorkingCalendar } from '#engine/calendar/calendar.ts'
import { refusal } from '#engine/refusal.ts'
import { caseAction } from '../../actions/case-action.ts'
import type { CaseDossier } from '../../model/dossier.ts'
import { endRunning } from '../../model/limits.ts'
import { lastDayOf } from '../../model/served.ts'
import { BEFORE_DECISION, clockOf, openQuestions, type Question } from './dossier.ts'

/** Open questions without a word so far that nobody has flagged, each with its last day. */
export function waiting(
  dossier: CaseDossier,
  calendar: WorkingCalendar,
): { question: Question; last: LegalDay }[] {
  return openQuestions(dossier).flatMap((question) => {
    const last =
      question.overdueAt === undefined ? lastDayOf(dossier, clockOf(question), calendar) : undefined
    return last === undefined ? [] : [{ question, last }]
  })
}

/** A department is silent past its last day: flagged once, on the case and for supervision. */
export const opinionOverdue = caseAction({
  name: 'opinion-overdue',
  from: BEFORE_DECISION,
  to: 'same',
  by: ['system'],
  input: T.Object({}, { additionalProperties: false }),
  refuse: ({ dossier, now, world }) =>
    silent(dossier, world.calendar, legalDay(now)).length > 0 ? undefined : refusal('not-overdue'),
  facts: ({ dossier, now, world }) => {
    const late = silent(dossier, world.calendar, legalDay(now))
    return [
      {
        kind: 'opinion-overdue',
        body: {
          questions: late.map(({ id }) => id),
          bodies: late.map(({ body }) => body),
          names: late.map(({ name }) => name),
        },
      },
    ]
  },
})

function silent(dossier: CaseDossier, calendar: WorkingCalendar, today: LegalDay): Question[] {
  return waiting(dossier, calendar)
    .filter(({ last }) => today > last)
    .map(({ question }) => question)
}

/**
 * The lead goes on without an opinion that is overdue, and says why. No law takes silence for consent: whoever decides says
 * in their own name that they know enough.
 */
export const decideWithout = caseAction({
  name: 'decide-without',
  from: BEFORE_DECISION,
  to: 'same',
  by: ['approver'],
  power: 'decide',
  input: T.Object(
    { body: T.String({ maxLength: 60 }), reason: T.String({ minLength: 10, maxLength: 1000 }) },
    { additionalProperties: false },
  ),
  offered: (dossier) => openQuestions(dossier).some(({ overdueAt }) => overdueAt !== undefined),
  refuse: ({ dossier, input }) => {
    const question = openQuestions(dossier).find(({ body }) => body === input.body)
    if (question === undefined) return refusal('opinion-not-asked', { facts: { body: input.body } })
    return question.overdueAt === undefined
      ? refusal('opinion-not-overdue', { facts: { name: question.name } })
      : undefined
  },
  facts: ({ dossier, input, now, world }) => {
    const question = openQuestions(dossier).find(({ body }) => body === input.body)!
    return [
      {
        kind: 'went-on-without',
        body: { question: question.id, name: question.name, reason: world.seal(input.reason) },
        clock: endRunning(dossier.clocks, [clockOf(question)], { day: legalDay(now), at: now }),
      },
    ]
  },
})
