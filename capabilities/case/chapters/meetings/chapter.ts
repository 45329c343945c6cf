import { addDays, startOfDay } from '#engine/day.ts'
import type { Fact } from '#engine/fact.ts'
import { refusal, type Refusal } from '#engine/refusal.ts'
import type { CaseDossier } from '../../model/dossier.ts'
import type { Sealed } from '../../model/step-mark.ts'
import { moved } from '../../model/fold.ts'
import { markOf } from '../../model/marks.ts'
import type { Chapter } from '../chapter.ts'
import { speaksFor } from '../joint/chapter.ts'
import { callMeeting, cancelMeeting } from './call.ts'
import {
  meetingsOf,
  openMeeting,
  openTasks,
  tasksOf,
  type Meeting,
  type Resolution,
  type Task,
} from './dossier.ts'
import { holdMeeting, recordResolution } from './hold.ts'
import { completeTask, dropTask, pending, TASK_HOLDER, taskOverdue, WHILE_OPEN } from './tasks.ts'

/**
 * Meetings called from the case (即开联审会、即开协调会, two of the three instant services 三即). What they resolve is written back as
 * opinions and tasks; the decision waits for a joint review that was called and for tasks it was told to wait for.
 */
export const meetings: Chapter = {
  name: 'meetings',
  actions: [callMeeting, recordResolution, holdMeeting, cancelMeeting, completeTask, dropTask, taskOverdue],
  apply: {
    'meeting-called': (dossier, fact: Fact<{ meeting: Omit<Meeting, 'by' | 'resolutions'> }>) => {
      const meeting: Meeting = { ...fact.body.meeting, by: markOf(fact), resolutions: [] }
      return { ...moved(dossier, fact), meetings: [...meetingsOf(dossier), meeting] }
    },
    'resolution-recorded': (dossier, fact: Fact<Resolution & { meeting: string }>) => {
      const { meeting, ...resolution } = fact.body
      return withMeeting(moved(dossier, fact), meeting, ({ resolutions }) => ({
        resolutions: [...resolutions, resolution],
      }))
    },
    'task-given': (dossier, fact: Fact<Omit<Task, 'what' | 'by'> & { text: Sealed }>) => {
      const { text, ...task } = fact.body
      const given: Task = { ...task, what: text, by: markOf(fact) }
      return { ...moved(dossier, fact), tasks: [...tasksOf(dossier), given] }
    },
    'meeting-held': (dossier, fact: Fact<{ came: string[]; minutes: Sealed; meeting: string }>) =>
      withMeeting(moved(dossier, fact), fact.body.meeting, () => ({
        held: {
          came: fact.body.came,
          minutes: fact.body.minutes,
          by: markOf(fact),
        },
      })),
    'meeting-cancelled': (dossier, fact: Fact<{ reason: Sealed; meeting: string }>) =>
      withMeeting(moved(dossier, fact), fact.body.meeting, () => ({
        cancelled: { reason: fact.body.reason, by: markOf(fact) },
      })),
    'task-completed': (dossier, fact: Fact<{ task: string; text: Sealed }>) =>
      withTasks(moved(dossier, fact), [fact.body.task], {
        done: { text: fact.body.text, by: markOf(fact) },
      }),
    'task-dropped': (dossier, fact: Fact<{ task: string; reason: Sealed }>) =>
      withTasks(moved(dossier, fact), [fact.body.task], {
        dropped: { reason: fact.body.reason, by: markOf(fact) },
      }),
    'task-overdue': (dossier, fact: Fact<{ tasks: string[] }>) =>
      withTasks(dossier, fact.body.tasks, { overdueAt: fact.at }),
  },
  timers: (dossier, { calendar }) => {
    if (!WHILE_OPEN.includes(dossier.state)) return []
    const [first] = pending(dossier, calendar)
      .map(({ last }) => last)
      .toSorted()
    return first === undefined ? [] : [{ action: 'task-overdue', at: startOfDay(addDays(first, 1)) }]
  },
  rolesOf: (actor, dossier) =>
    speaksFor(actor) && openTasks(dossier).some(({ body }) => actor.kind === 'staff' && body === actor.body)
      ? [TASK_HOLDER]
      : [],
  refuses: (act, { dossier }) => (act === 'grant' || act === 'deny' ? undecidable(dossier) : undefined),
  partners: (dossier) => [
    ...meetingsOf(dossier)
      .filter(({ cancelled }) => cancelled === undefined)
      .flatMap(({ participants }) => participants.map(({ body }) => body)),
    ...tasksOf(dossier).map(({ body }) => body),
  ],
  asked: (dossier) => (WHILE_OPEN.includes(dossier.state) ? openTasks(dossier).map(({ body }) => body) : []),
}

function undecidable(dossier: CaseDossier): Refusal | undefined {
  const open = openMeeting(dossier)
  // What was said at a meeting counts once its minutes name who came.
  const said = open?.resolutions.some(({ kind }) => kind === 'opinion') ?? false
  if (open?.kind === 'joint-review' || said) return refusal('meeting-pending')
  const names = openTasks(dossier)
    .filter(({ blocking }) => blocking)
    .map(({ name }) => name)
  return names.length > 0 ? refusal('tasks-open', { facts: { bodies: [...new Set(names)] } }) : undefined
}

function withMeeting(
  dossier: CaseDossier,
  id: string,
  more: (meeting: Meeting) => Partial<Meeting>,
): CaseDossier {
  const changed = meetingsOf(dossier).map((meeting) =>
    meeting.id === id ? { ...meeting, ...more(meeting) } : meeting,
  )
  return { ...dossier, meetings: changed }
}

function withTasks(dossier: CaseDossier, ids: readonly string[], more: Partial<Task>): CaseDossier {
  const changed = tasksOf(dossier).map((task) => (ids.includes(task.id) ? { ...task, ...more } : task))
  return { ...dossier, tasks: changed }
}
