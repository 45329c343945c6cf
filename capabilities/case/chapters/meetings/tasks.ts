import { Type as T } from 'typebox'
import type { WorkingCalendar } from '#engine/calendar/calendar.ts'
import { legalDay, type LegalDay } from '#engine/day.ts'
import { refusal } from '#engine/refusal.ts'
import { caseAction } from '../../actions/case-action.ts'
import type { CaseDossier } from '../../model/dossier.ts'
import { endRunning } from '../../model/limits.ts'
import { lastDayOf } from '../../model/served.ts'
import { UNDECIDED } from './call.ts'
import { clockOfTask, openTasks, type Task } from './dossier.ts'

/** The role of whoever may answer for a task of their body. */
export const TASK_HOLDER = 'task-holder'
/** A task that the decision does not wait for may still be open after it. */
export const WHILE_OPEN = [
  ...UNDECIDED,
  ...['refusal-proposed', 'not-accepted', 'decided', 'issued', 'in-post', 'under-check', 'rectifying'],
]

const TaskId = T.String({ maxLength: 60 })
const isOpen = (dossier: CaseDossier, id: string) => openTasks(dossier).some((task) => task.id === id)

/** A body reports that its task is done. */
export const completeTask = caseAction({
  name: 'complete-task',
  from: WHILE_OPEN,
  to: 'same',
  by: [TASK_HOLDER],
  input: T.Object(
    { task: TaskId, text: T.String({ minLength: 2, maxLength: 1000 }) },
    { additionalProperties: false },
  ),
  refuse: ({ dossier, actor, input }) =>
    openTasks(dossier).some(
      ({ id, body }) => id === input.task && actor.kind === 'staff' && body === actor.body,
    )
      ? undefined
      : refusal('task-unknown'),
  facts: ({ dossier, input, now, world }) => [
    { kind: 'task-completed', ...settled(dossier, input.task, { text: world.seal(input.text) }, now) },
  ],
})

/** The lead takes a task back, because it is done otherwise or no longer needed. */
export const dropTask = caseAction({
  name: 'drop-task',
  from: WHILE_OPEN,
  to: 'same',
  by: ['approver'],
  input: T.Object(
    { task: TaskId, reason: T.String({ minLength: 4, maxLength: 500 }) },
    { additionalProperties: false },
  ),
  offered: (dossier) => openTasks(dossier).length > 0,
  refuse: ({ dossier, input }) => (isOpen(dossier, input.task) ? undefined : refusal('task-unknown')),
  facts: ({ dossier, input, now, world }) => [
    { kind: 'task-dropped', ...settled(dossier, input.task, { reason: world.seal(input.reason) }, now) },
  ],
})

function settled(dossier: CaseDossier, id: string, said: Record<string, string>, now: string) {
  const task = openTasks(dossier).find((one) => one.id === id)!
  return {
    body: { task: id, name: task.name, ...said },
    clock: endRunning(dossier.clocks, [clockOfTask(task)], { day: legalDay(now), at: now }),
  }
}

/** Open tasks that nobody has flagged, each with its last day. */
export function pending(dossier: CaseDossier, calendar: WorkingCalendar): { task: Task; last: LegalDay }[] {
  return openTasks(dossier).flatMap((task) => {
    const last = task.overdueAt === undefined ? lastDayOf(dossier, clockOfTask(task), calendar) : undefined
    return last === undefined ? [] : [{ task, last }]
  })
}

/** A task is not done by its last day: flagged once, on the case and for supervision. */
export const taskOverdue = caseAction({
  name: 'task-overdue',
  from: WHILE_OPEN,
  to: 'same',
  by: ['system'],
  input: T.Object({}, { additionalProperties: false }),
  refuse: ({ dossier, now, world }) =>
    late(dossier, world.calendar, legalDay(now)).length > 0 ? undefined : refusal('not-overdue'),
  facts: ({ dossier, now, world }) => {
    const tasks = late(dossier, world.calendar, legalDay(now))
    return [
      {
        kind: 'task-overdue',
        body: {
          tasks: tasks.map(({ id }) => id),
          bodies: tasks.map(({ body }) => body),
          names: tasks.map(({ name }) => name),
        },
      },
    ]
  },
})

function late(dossier: CaseDossier, calendar: WorkingCalendar, today: LegalDay): Task[] {
  return pending(dossier, calendar)
    .filter(({ last }) => today > last)
    .map(({ task }) => task)
}
