import { Type as T } from 'typebox'
import type { ClockEntry } from '#engine/clock/entry.ts'
import { legalDay, type Instant, type LegalDay } from '#engine/day.ts'
import { refusal, type Refusal } from '#engine/refusal.ts'
import { caseAction } from '../../actions/case-action.ts'
import type { CaseDossier } from '../../model/dossier.ts'
import { endRunning } from '../../model/limits.ts'
import { opinionGiven } from '../joint/answer.ts'
import { LEAD, VERDICTS } from '../joint/dossier.ts'
import { UNDECIDED } from './call.ts'
import { clockOfTask, MEETING_CLOCK, openMeeting, tasksOf } from './dossier.ts'

const Body = T.String({ maxLength: 60 })
const Said = T.String({ minLength: 2, maxLength: 1000 })

/** One line of the resolution (议定事项): an opinion of a body, or a task with a limit. Either is in force at once. */
export const recordResolution = caseAction({
  name: 'record-resolution',
  from: UNDECIDED,
  to: 'same',
  by: LEAD,
  input: T.Object(
    {
      kind: T.Enum(['opinion', 'task']),
      body: Body,
      verdict: T.Optional(T.Enum([...VERDICTS])),
      text: Said,
      workingDays: T.Optional(T.Integer({ minimum: 0, maximum: 90 })),
      blocking: T.Optional(T.Boolean()),
    },
    { additionalProperties: false },
  ),
  offered: (dossier) => openMeeting(dossier) !== undefined,
  refuse: ({ dossier, input, now }) => notBegun(dossier, now) ?? unresolvable(dossier, input),
  facts: ({ dossier, input, now, world }) => {
    const meeting = openMeeting(dossier)!
    const { body } = input
    const text = world.seal(input.text)
    const name = world.bodies.get(body) ?? ''
    const recorded = { meeting: meeting.id, body, name, text }
    if (input.kind === 'opinion') {
      const verdict = input.verdict!
      const { id, question } = meeting
      const spoken = { body, name, verdict, text, meeting: { id, question, newQuestion: world.newId() } }
      return [
        { kind: 'resolution-recorded', body: { ...recorded, kind: 'opinion', verdict } },
        opinionGiven(dossier, spoken, now),
      ]
    }
    const task = { id: world.newId(), no: tasksOf(dossier).length + 1, blocking: input.blocking === true }
    return [
      {
        kind: 'resolution-recorded',
        body: { ...recorded, kind: 'task', task: task.id },
      },
      {
        kind: 'task-given',
        body: { ...recorded, ...task },
        clock: [
          taskClock(
            task.no,
            name,
            input.workingDays!,
            { day: legalDay(now), at: now },
            world.calendar.version,
          ),
        ],
      },
    ]
  },
})

function taskClock(
  no: number,
  name: string,
  amount: number,
  moment: { day: LegalDay; at: Instant },
  calendar: string,
): ClockEntry {
  return {
    ...{ entry: 'start', clock: clockOfTask({ no }), kind: 'meeting', unit: 'working-day', amount },
    ...{ ...moment, event: `会议交${name}办理`, basis: '会议议定事项', calendar },
  }
}

function notBegun(dossier: CaseDossier, now: Instant): Refusal | undefined {
  const { day } = openMeeting(dossier)!
  return legalDay(now) < day ? refusal('meeting-not-begun', { facts: { day } }) : undefined
}

interface Line {
  kind: 'opinion' | 'task'
  body: string
  verdict?: string
  workingDays?: number
}

/** Only who was called can speak; the lead itself may be given a task. */
function unresolvable(dossier: CaseDossier, { kind, body, verdict, workingDays }: Line): Refusal | undefined {
  const called = openMeeting(dossier)!.participants.map((participant) => participant.body)
  const may = kind === 'task' ? [...called, dossier.decidingBody] : called
  if (!may.includes(body)) return refusal('not-at-the-meeting', { facts: { body } })
  const problems = [
    ...(kind === 'opinion' && verdict === undefined ? ['部门意见要写明同意、有条件同意或者不同意'] : []),
    ...(kind === 'task' && workingDays === undefined ? ['交办事项要写明几个工作日办完'] : []),
  ]
  return problems.length > 0 ? refusal('input-invalid', { facts: { problems } }) : undefined
}

/** The meeting was held: who came, and the minutes (会议纪要) with every line resolved. */
export const holdMeeting = caseAction({
  name: 'hold-meeting',
  from: UNDECIDED,
  to: 'same',
  by: LEAD,
  input: T.Object(
    {
      came: T.Array(Body, { maxItems: 20, uniqueItems: true }),
      minutes: T.String({ minLength: 4, maxLength: 4000 }),
    },
    { additionalProperties: false },
  ),
  offered: (dossier) => openMeeting(dossier) !== undefined,
  refuse: ({ dossier, input, now }) => {
    const early = notBegun(dossier, now)
    if (early) return early
    const { participants, resolutions } = openMeeting(dossier)!
    if (resolutions.length === 0) return refusal('meeting-unresolved')
    const stranger = input.came.find((body) => !participants.some((one) => one.body === body))
    if (stranger !== undefined) return refusal('not-at-the-meeting', { facts: { body: stranger } })
    // An opinion stands for its department in the decision, so nobody writes one down for who was not there.
    const absent = resolutions.find(({ kind, body }) => kind === 'opinion' && !input.came.includes(body))
    return absent === undefined ? undefined : refusal('speaker-absent', { facts: { bodies: [absent.name] } })
  },
  facts: ({ dossier, input, now, world }) => [
    {
      kind: 'meeting-held',
      body: {
        ...{ meeting: openMeeting(dossier)!.id, came: input.came },
        ...{ minutes: world.seal(input.minutes), paper: world.newId() },
      },
      clock: endRunning(dossier.clocks, [MEETING_CLOCK], { day: legalDay(now), at: now }),
    },
  ],
})
