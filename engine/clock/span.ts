import type { WorkingCalendar } from '../calendar/calendar.ts'
import { addOpenTime, orNextOpen, openTime, type Within } from '../calendar/hours.ts'
import { addDays, dayNumber, type Instant, type LegalDay } from '../day.ts'
import { totalAmount, type Clock } from './fold.ts'

/** Time that is not counted, whatever number of grounds stand behind it: (from, to] in days, [from, to) in moments. */
export interface Stretch {
  from: string
  /** Absent while one of its stops is still open. */
  to?: string
}

/** The run of a clock: the stretches that took effect, and its last day or moment, absent while it stands still. */
export interface Span {
  stretches: readonly Stretch[]
  last?: string
}

const HOUR_MS = 3_600_000

/** The run of a working-day or calendar-day clock, before a last calendar day is moved off a day of rest. */
export function daySpan(clock: Clock, calendar: WorkingCalendar): Span {
  return clock.unit === 'working-day' ? workingDays(clock, calendar) : calendarDays(clock, calendar)
}

function workingDays(clock: Clock, calendar: WorkingCalendar): Span {
  let cursor = clock.start.day
  let remaining = totalAmount(clock)
  let last = calendar.addWorkingDays(cursor, remaining)
  const stretches: Stretch[] = []
  for (const stretch of joinedStops(clock)) {
    if (stretch.from > last) break
    stretches.push(stretch)
    if (stretch.to === undefined) return { stretches }
    // Nothing is left when the stop before it kept the last day open to the working day on which this one begins.
    remaining = Math.max(0, remaining - calendar.workingDaysAfter(cursor, stretch.from))
    cursor = stretch.to
    last = remaining === 0 ? calendar.orNextWorkday(cursor) : calendar.addWorkingDays(cursor, remaining)
  }
  return { stretches, last }
}

function calendarDays(clock: Clock, calendar: WorkingCalendar): Span {
  let last = addDays(clock.start.day, totalAmount(clock))
  const stretches: Stretch[] = []
  for (const stretch of joinedStops(clock)) {
    if (stretch.from > calendar.orNextWorkday(last)) break
    stretches.push(stretch)
    if (stretch.to === undefined) return { stretches }
    // A stop that begins on the days of rest before the moved last day finds nothing left to count.
    last = stretch.from > last ? stretch.to : addDays(last, dayNumber(stretch.to) - dayNumber(stretch.from))
  }
  return { stretches, last }
}

/** The run of an hour clock, through night and day or through the hours in which the office is open. */
export function hourSpan(clock: Clock, calendar: WorkingCalendar): Span {
  const { within } = clock.start
  const time = within === undefined ? ROUND_THE_CLOCK : openHours(calendar, within)
  let cursor = clock.start.at
  let remaining = totalAmount(clock) * HOUR_MS
  let last = time.add(cursor, remaining)
  const stretches: Stretch[] = []
  for (const stretch of joinedStops(clock)) {
    if (stretch.from > last) break
    stretches.push(stretch)
    if (stretch.to === undefined) return { stretches }
    remaining -= time.between(cursor, stretch.from)
    cursor = stretch.to
    last = remaining === 0 ? time.orNext(cursor) : time.add(cursor, remaining)
  }
  return { stretches, last }
}

interface Time {
  add(at: Instant, amount: number): Instant
  between(from: Instant, to: Instant): number
  /** The moment itself, or when the office opens next. */
  orNext(at: Instant): Instant
}

const ROUND_THE_CLOCK: Time = {
  add: (at, amount) => new Date(Date.parse(at) + amount).toISOString(),
  between: (from, to) => Date.parse(to) - Date.parse(from),
  orNext: (at) => at,
}

const openHours = (calendar: WorkingCalendar, within: Within): Time => ({
  add: (at, amount) => addOpenTime(calendar, at, amount, within),
  between: (from, to) => openTime(calendar, from, to, within),
  orNext: (at) => orNextOpen(calendar, at, within),
})

/** Counted units in (from, to] of the clock's own kind; hours may be broken. */
export function unitsBetween(clock: Clock, from: string, to: string, calendar: WorkingCalendar): number {
  if (to <= from) return 0
  switch (clock.unit) {
    case 'working-day':
      return calendar.workingDaysAfter(from, to)
    case 'calendar-day':
      return dayNumber(to) - dayNumber(from)
    case 'hour': {
      const { within } = clock.start
      const time = within === undefined ? ROUND_THE_CLOCK : openHours(calendar, within)
      return time.between(from, to) / HOUR_MS
    }
  }
}

/** The stops of a clock with what overlaps or touches joined, so that no time is taken out twice. */
export function joinedStops(clock: Clock): Stretch[] {
  if (clock.stops.length === 0) return []
  const begin = clock.unit === 'hour' ? clock.start.at : clock.start.day
  const stretches = clock.stops
    .map((stop) => stretchOf(clock, stop, begin))
    .toSorted((a, b) => (a.from < b.from ? -1 : 1))
  const joined: Stretch[] = []
  for (const stretch of stretches) {
    const last = joined.at(-1)
    if (last === undefined || (last.to !== undefined && stretch.from > last.to)) joined.push(stretch)
    else if (last.to !== undefined) joined[joined.length - 1] = reaching(last, stretch)
  }
  return joined
}

/** One stop in the clock's own measure; what lies before the start of the clock takes nothing from it. */
export function stretchOf(
  { unit, start }: Pick<Clock, 'unit' | 'start'>,
  stop: Clock['stops'][number],
  begin: LegalDay | Instant = unit === 'hour' ? start.at : start.day,
): Stretch {
  const [from, to] = unit === 'hour' ? [stop.fromAt, stop.toAt] : [stop.from, stop.to]
  const first = from < begin ? begin : from
  return to === undefined ? { from: first } : { from: first, to: to < first ? first : to }
}

function reaching({ from, to }: Stretch, other: Stretch): Stretch {
  if (other.to === undefined) return { from }
  return { from, to: other.to > to! ? other.to : to! }
}
