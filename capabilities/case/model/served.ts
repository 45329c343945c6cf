import type { WorkingCalendar } from '#engine/calendar/calendar.ts'
import { due, foldClock } from '#engine/clock/clock.ts'
import type { ClockEntry } from '#engine/clock/entry.ts'
import type { LegalDay } from '#engine/day.ts'
import type { CaseDossier } from './dossier.ts'

/** The last day a limit has on the day its paper is served: what the paper says, whatever list of holidays comes later. */
export function servedDay(entry: ClockEntry, calendar: WorkingCalendar): Record<string, LegalDay> {
  const day = due(foldClock({}, entry)[entry.clock]!, calendar).day
  return day === undefined ? {} : { [entry.clock]: day }
}

/**
 * The last day of a limit that runs against the applicant. A date on a served paper stays: a list published afterwards may
 * give more time and never takes any away.
 */
export function lastDayOf(
  { clocks, served = {} }: CaseDossier,
  clock: string,
  calendar: WorkingCalendar,
): LegalDay | undefined {
  const counted = clocks[clock] && due(clocks[clock], calendar).day
  const onPaper = served[clock]
  return counted !== undefined && onPaper !== undefined && onPaper > counted ? onPaper : counted
}
