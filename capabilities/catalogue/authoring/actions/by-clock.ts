import { Type as T } from 'typebox'
import { addDays, legalDay, startOfDay } from '#engine/day.ts'
import { refusal } from '#engine/refusal.ts'
import type { ChangeDossier } from '../model/dossier.ts'
import { dueDayOf, endClocks, startClock } from '../model/limits.ts'
import type { ChangeWorld } from '../model/world.ts'
import { changeAction } from './change-action.ts'

const NOTHING = T.Object({}, { additionalProperties: false })

/** The version has been written on its first day; the job that wrote it says so. */
export const goLive = changeAction({
  name: 'go-live',
  from: ['scheduled'],
  to: ['published'],
  by: ['system'],
  input: NOTHING,
  refuse: ({ dossier, now }) =>
    legalDay(now) < dossier.effectiveFrom! ? refusal('change-not-due') : undefined,
  facts: ({ dossier }) => [
    {
      kind: 'change-published',
      body: { itemVersion: dossier.body.version, effectiveFrom: dossier.effectiveFrom! },
    },
  ],
})

/** Something came between, and the version could not be written: whoever drafts it has to look at it again. */
export const failToGoLive = changeAction({
  name: 'fail-to-go-live',
  from: ['scheduled'],
  to: ['returned'],
  by: ['system'],
  input: T.Object({ code: T.String() }, { additionalProperties: false }),
  facts: ({ input, now, world }) => [
    { kind: 'change-sent-back', body: { ...input }, clock: [startClock('draft', { now, world })] },
  ],
})

/** A draft nobody finishes is put away; it can be begun again at any time. */
export const lapse = changeAction({
  name: 'lapse',
  from: ['draft', 'returned'],
  to: ['withdrawn'],
  by: ['system'],
  input: NOTHING,
  refuse: ({ dossier, now, world }) =>
    dossier.fromAbove === undefined && overrun(dossier, now, world).length > 0
      ? undefined
      : refusal('change-not-due'),
  facts: ({ dossier, now }) => [{ kind: 'change-lapsed', body: {}, clock: endClocks(dossier, now) }],
})

/** Whoever reviews, publishes or follows a list above late is on record; the change goes on. */
export const markOverdue = changeAction({
  name: 'mark-overdue',
  from: ['draft', 'submitted', 'returned', 'approved'],
  to: 'same',
  by: ['system'],
  input: NOTHING,
  refuse: ({ dossier, now, world }) =>
    unnoted(dossier, now, world).length > 0 ? undefined : refusal('change-not-due'),
  facts: ({ dossier, now, world }) => [
    { kind: 'change-overdue', body: { clocks: unnoted(dossier, now, world) } },
  ],
})

type Calendar = Pick<ChangeWorld, 'calendar'>

/** A run of a clock by its name and start, so that a second round is noted again. */
export const runOf = ({ name, start }: ChangeDossier['clocks'][string]): string => `${name} ${start.at}`

function overrun({ clocks }: ChangeDossier, now: string, { calendar }: Calendar): string[] {
  return Object.values(clocks).flatMap((clock) => {
    const day = dueDayOf(clock, calendar)
    return day === undefined || legalDay(now) <= day ? [] : [runOf(clock)]
  })
}

function unnoted(dossier: ChangeDossier, now: string, world: Calendar): string[] {
  return overrun(dossier, now, world).filter((run) => !dossier.noted.includes(run))
}

/** The morning after the last day. */
export const morningAfter = (day: string): string => startOfDay(addDays(day, 1))
