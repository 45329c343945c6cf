import { due, foldClock } from '#engine/clock/clock.ts'
import type { ClockEntry } from '#engine/clock/entry.ts'
import { addDays, legalDay, startOfDay, type Instant, type LegalDay } from '#engine/day.ts'
import type { CaseDossier } from '../../model/dossier.ts'
import { acceptanceClocks } from '../../model/limits.ts'
import { lastDayOf } from '../../model/served.ts'
import type { TimerWorld } from '../../model/states.ts'
import type { CaseWorld } from '../../model/world.ts'

/** [K] What came in time and was found wanting only at the end may be put right within three working days, once. */
const MENDING_WORKING_DAYS = 3
/** People are reminded in the morning. */
const MORNING_MS = 9 * 3_600_000

interface Moment {
  day: LegalDay
  at: Instant
  world: CaseWorld
}

export function gapClock(amount: number, event: string, { day, at, world }: Moment): ClockEntry {
  return {
    ...{ entry: 'start', clock: 'gap', kind: 'gap', unit: 'working-day', amount, day, at, event },
    ...{ basis: '容缺受理告知书载明的期限', calendar: world.calendar.version },
  }
}

/**
 * How many working days a gap may stay open: as many as the area allows (toleratedGapWorkingDays), and never beyond the day
 * the decision itself is promised for.
 */
export function gapDaysAtMost(
  dossier: Pick<CaseDossier, 'clocks'>,
  { day, world }: Pick<Moment, 'day' | 'world'>,
): number {
  const { calendar, parameters } = world
  const started = acceptanceClocks({ day, at: startOfDay(day), world }, '受理').filter(
    ({ entry, clock }) => entry === 'start' && clock === 'promised',
  )
  // A promise that runs from receipt is running already.
  const promised = started.length > 0 ? foldClock({}, started[0]!)['promised'] : dossier.clocks['promised']
  const until = promised && due(promised, calendar)
  const last = until?.day ?? (until?.at && legalDay(until.at))
  const most = parameters.toleratedGapWorkingDays ?? 0
  if (last === undefined) return most
  return last > day ? Math.min(most, calendar.workingDaysAfter(day, last)) : 0
}

/** The moment to remind: some working days before the last day, on the day after the acceptance at the earliest. */
export function reminderAt(dossier: CaseDossier, { calendar }: TimerWorld): Instant | undefined {
  const { clocks, gaps } = dossier
  const clock = clocks['gap']
  const last = lastDayOf(dossier, 'gap', calendar)
  if (gaps === undefined || clock === undefined || last === undefined) return undefined
  let day = last
  for (let back = 0; back < gaps.remindBefore;) {
    day = addDays(day, -1)
    if (calendar.isWorkday(day)) back += 1
  }
  const earliest = addDays(clock.start.day, 1)
  const on = day < earliest ? earliest : day
  return on > last ? undefined : new Date(Date.parse(startOfDay(on)) + MORNING_MS).toISOString()
}

/** What is left of the promised time when something came back as not in order. */
export function mendingDays(
  dossier: CaseDossier,
  { day, world }: Pick<Moment, 'day' | 'world'>,
): { days: number; mended: boolean } {
  const last = lastDayOf(dossier, 'gap', world.calendar)
  const left = last !== undefined && last > day ? world.calendar.workingDaysAfter(day, last) : 0
  const mended = dossier.gaps?.mended === true
  if (left >= MENDING_WORKING_DAYS || mended) return { days: left, mended }
  return { days: MENDING_WORKING_DAYS, mended: true }
}
