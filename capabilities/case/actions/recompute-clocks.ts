import { Type as T } from 'typebox'
import { due, type Clocks } from '#engine/clock/clock.ts'
import { CASE_STATES } from '../contract.ts'
import { caseAction } from './case-action.ts'

/**
 * A published holiday list (放假安排) moves due days. Clocks fold under the calendar version their last entry names, so each
 * open case records the new one; dates on papers already served stay.
 */
export const recomputeClocks = caseAction({
  name: 'recompute-clocks',
  from: [...CASE_STATES],
  to: 'same',
  by: ['system'],
  input: T.Object({}, { additionalProperties: false }),
  offered: ({ clocks }, { calendar }) => underOther(clocks, calendar.version).length > 0,
  facts: ({ dossier: { clocks }, world: { calendar } }) => {
    const names = underOther(clocks, calendar.version)
    const days = Object.fromEntries(names.flatMap((name) => dueDay(name)))
    function dueDay(name: string): [string, string][] {
      const { day } = due(clocks[name]!, calendar)
      return day === undefined ? [] : [[name, day]]
    }
    return [
      {
        kind: 'clock-recomputed',
        body: { calendar: calendar.version, days },
        clock: names.map((clock) => ({ entry: 'recompute' as const, clock, calendar: calendar.version })),
      },
    ]
  },
})

/** Clocks that still run or stand still, and were last counted under another calendar. */
function underOther(clocks: Clocks, version: string): string[] {
  return Object.values(clocks)
    .filter(({ ended, calendar }) => ended === undefined && calendar !== version)
    .map(({ name }) => name)
}
