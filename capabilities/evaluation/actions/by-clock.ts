import { Type as T } from 'typebox'
import type { Clocks } from '#engine/clock/clock.ts'
import { refusal } from '#engine/refusal.ts'
import { isNoted, overrun } from '../model/limits.ts'
import { rectificationAction } from './rectification-action.ts'

const NOTHING = T.Object({}, { additionalProperties: false })
const WAITING = ['to-verify', 'appeal-review', 'rectifying', 'revisit']

/** A limit that went by is on record the morning after, whether or not anybody does the work later. */
export const markOverdue = rectificationAction({
  name: 'mark-overdue',
  from: WAITING,
  to: 'same',
  by: ['system'],
  input: NOTHING,
  refuse: ({ dossier, now, world }) =>
    overrun(dossier.clocks, now, world.calendar).some((missed) => !isNoted(dossier, missed))
      ? undefined
      : refusal('not-overdue'),
  facts: ({ dossier, now, world }) => [
    {
      kind: 'rectification-overdue',
      body: {
        late: overrun(dossier.clocks, now, world.calendar).filter((missed) => !isNoted(dossier, missed)),
      },
    },
  ],
})

/** A published holiday list moves due days: clocks count under the calendar that their last entry names. */
export const recomputeClocks = rectificationAction({
  name: 'recompute-clocks',
  from: WAITING,
  to: 'same',
  by: ['system'],
  input: NOTHING,
  offered: ({ clocks }, { calendar }) => underOther(clocks, calendar.version).length > 0,
  facts: ({ dossier: { clocks }, world: { calendar } }) => [
    {
      kind: 'rectification-clock-recomputed',
      body: { calendar: calendar.version },
      clock: underOther(clocks, calendar.version).map((clock) => ({
        ...{ entry: 'recompute' as const, clock, calendar: calendar.version },
      })),
    },
  ],
})

function underOther(clocks: Clocks, version: string): string[] {
  return Object.values(clocks)
    .filter(({ ended, calendar }) => ended === undefined && calendar !== version)
    .map(({ name }) => name)
}
