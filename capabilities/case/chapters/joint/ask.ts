import { Type as T } from 'typebox'
import { due } from '#engine/clock/clock.ts'
import type { ClockEntry } from '#engine/clock/entry.ts'
import { legalDay, type LegalDay } from '#engine/day.ts'
import { refusal } from '#engine/refusal.ts'
import { caseAction } from '../../actions/case-action.ts'
import { paperOf } from '../../actions/paper-of.ts'
import type { CaseDossier } from '../../model/dossier.ts'
import { end, licensing } from '../../model/limits.ts'
import type { CaseWorld } from '../../model/world.ts'
import { BEFORE_DECISION, clockOf, conferring, LEAD, openQuestions } from './dossier.ts'

/** The lead passes the application on and asks departments for their opinions (转告有关部门分别提出意见). */
export const askOpinions = caseAction({
  name: 'ask-opinions',
  from: BEFORE_DECISION,
  to: 'same',
  by: LEAD,
  input: T.Object(
    {
      bodies: T.Array(T.String({ maxLength: 60 }), { minItems: 1, maxItems: 20, uniqueItems: true }),
      question: T.String({ minLength: 4, maxLength: 1000 }),
      workingDays: T.Optional(T.Integer({ minimum: 1, maximum: 30 })),
    },
    { additionalProperties: false },
  ),
  refuse: ({ dossier, input: { bodies, workingDays }, now, world }) => {
    const unknown = bodies.filter((body) => body === dossier.decidingBody || !world.bodies.has(body))
    if (unknown.length > 0) return refusal('body-unknown', { facts: { bodies: unknown } })
    const open = openQuestions(dossier).filter(({ body }) => bodies.includes(body))
    if (open.length > 0)
      return refusal('opinion-asked-already', { facts: { bodies: open.map(({ name }) => name) } })
    const left = workingDaysLeft(dossier, world, legalDay(now))
    return workingDays !== undefined && left !== undefined && workingDays > left
      ? refusal('opinion-limit-too-long', { facts: { left }, basis: licensing(world.item, '第四十二条') })
      : undefined
  },
  facts: ({ dossier, input, now, world }) => {
    const day = legalDay(now)
    const left = workingDaysLeft(dossier, world, day) ?? Infinity
    const days = input.workingDays ?? Math.min(world.parameters.opinionWorkingDays, left)
    const question = world.seal(input.question)
    const asked = input.bodies.map((body) => ({ id: world.newId(), body, name: world.bodies.get(body)! }))
    return [
      {
        kind: 'opinions-asked',
        body: { ...paperOf(world), questions: asked, question, workingDays: days },
        clock: asked.map((one): ClockEntry => ({
          ...{ entry: 'start', clock: clockOf(one), kind: 'opinion', unit: 'working-day', amount: days },
          ...{ day, at: now, event: `向${one.name}征求意见`, calendar: world.calendar.version },
          basis: conferring(world.item),
        })),
      },
    ]
  },
})

/**
 * Working days until the area's promise has to be kept, or the law where the promise is past: an opinion that comes later
 * helps nobody. Nothing where neither limit lies ahead or the clocks stand still.
 */
export function workingDaysLeft(
  { clocks }: CaseDossier,
  { calendar }: Pick<CaseWorld, 'calendar'>,
  today: LegalDay,
): number | undefined {
  const ahead = ['promised', 'statutory'].flatMap((name) => {
    const clock = clocks[name]
    const limit = clock && due(clock, calendar)
    const day = limit?.state === 'running' ? (limit.day ?? (limit.at && legalDay(limit.at))) : undefined
    return day !== undefined && day >= today ? [day] : []
  })
  return ahead[0] === undefined ? undefined : calendar.workingDaysAfter(today, ahead[0])
}

/** A question asked of the wrong body, or no longer needed, is taken back with a reason. */
export const withdrawQuestion = caseAction({
  name: 'withdraw-question',
  from: BEFORE_DECISION,
  to: 'same',
  by: LEAD,
  input: T.Object(
    { body: T.String({ maxLength: 60 }), reason: T.String({ minLength: 4, maxLength: 500 }) },
    { additionalProperties: false },
  ),
  offered: (dossier) => openQuestions(dossier).length > 0,
  refuse: ({ dossier, input }) =>
    openQuestions(dossier).some(({ body }) => body === input.body)
      ? undefined
      : refusal('opinion-not-asked', { facts: { body: input.body } }),
  facts: ({ dossier, input, now, world }) => {
    const question = openQuestions(dossier).find(({ body }) => body === input.body)!
    return [
      {
        kind: 'question-withdrawn',
        body: { question: question.id, name: question.name, reason: world.seal(input.reason) },
        clock: [end(clockOf(question), { day: legalDay(now), at: now })],
      },
    ]
  },
})
