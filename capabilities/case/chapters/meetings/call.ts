import { Type as T } from 'typebox'
import { dayNumber, legalDay } from '#engine/day.ts'
import { refusal, type Refusal } from '#engine/refusal.ts'
import { caseAction } from '../../actions/case-action.ts'
import { endRunning } from '../../model/limits.ts'
import { BEFORE_DECISION, LEAD } from '../joint/dossier.ts'
import { MEETING_CLOCK, MEETING_KINDS, openMeeting } from './dossier.ts'

/** Until the decision is made; an obstacle may show before the papers are complete. */
export const UNDECIDED = ['received', 'supplementing', ...BEFORE_DECISION]

/** Calls a meeting at once (即开): today unless another day is named. Who is called takes part in the case from then on. */
export const callMeeting = caseAction({
  name: 'call-meeting',
  from: UNDECIDED,
  to: 'same',
  by: LEAD,
  input: T.Object(
    {
      kind: T.Enum([...MEETING_KINDS]),
      day: T.Optional(T.String({ format: 'date' })),
      time: T.String({ pattern: '^([01]\\d|2[0-3]):[0-5]\\d$' }),
      online: T.Optional(T.Boolean()),
      where: T.String({ minLength: 2, maxLength: 100 }),
      bodies: T.Array(T.String({ maxLength: 60 }), { minItems: 1, maxItems: 20, uniqueItems: true }),
      question: T.String({ minLength: 4, maxLength: 1000 }),
    },
    { additionalProperties: false },
  ),
  offered: (dossier) => openMeeting(dossier) === undefined,
  refuse: ({ dossier, input, now, world }): Refusal | undefined => {
    if (input.day !== undefined && input.day < legalDay(now))
      return refusal('input-invalid', { facts: { problems: ['会议日期应是今天或者今天以后'] } })
    const early = dossier.procedure !== 'approval' || !BEFORE_DECISION.includes(dossier.state)
    if (input.kind === 'joint-review' && early) return refusal('joint-review-too-early')
    const unknown = input.bodies.filter((body) => body === dossier.decidingBody || !world.bodies.has(body))
    return unknown.length > 0 ? refusal('body-unknown', { facts: { bodies: unknown } }) : undefined
  },
  facts: ({ input, now, world }) => {
    const { bodies, question, online = false, day = legalDay(now), ...rest } = input
    const moment = { day: legalDay(now), at: now }
    const called = {
      ...rest,
      ...{ id: world.newId(), day, online, question: world.seal(question) },
      participants: bodies.map((body) => ({ body, name: world.bodies.get(body)! })),
    }
    return [
      {
        kind: 'meeting-called',
        body: { meeting: called, paper: world.newId() },
        clock: [
          {
            ...{ entry: 'start', clock: MEETING_CLOCK, kind: 'meeting', unit: 'calendar-day' },
            ...{ amount: dayNumber(day) - dayNumber(moment.day), ...moment },
            ...{ event: '召集会议', basis: '会议通知', calendar: world.calendar.version },
          },
        ],
      },
    ]
  },
})

/** A meeting that does not take place; those who were called read why. */
export const cancelMeeting = caseAction({
  name: 'cancel-meeting',
  from: UNDECIDED,
  to: 'same',
  by: LEAD,
  input: T.Object({ reason: T.String({ minLength: 4, maxLength: 500 }) }, { additionalProperties: false }),
  offered: (dossier) => (openMeeting(dossier)?.resolutions.length ?? 1) === 0,
  facts: ({ dossier, input, now, world }) => [
    {
      kind: 'meeting-cancelled',
      body: { meeting: openMeeting(dossier)!.id, reason: world.seal(input.reason) },
      clock: endRunning(dossier.clocks, [MEETING_CLOCK], { day: legalDay(now), at: now }),
    },
  ],
})
