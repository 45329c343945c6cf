import type { CalendarSource } from '../calendar/calendar.ts'
import type { OpenSpan, Within } from '../calendar/hours.ts'
import { statutoryHolidays } from '../calendar/statutory-holidays.ts'
import { totalAmount, type Clock, type Stop } from '../clock/clock.ts'
import { addDays, legalDay, startOfDay, type Instant, type LegalDay } from '../day.ts'

/**
 * The slow obvious way to find a due day: walk from day to day and count, or from minute to minute. It knows none of the
 * shortcuts of the compiled calendar and joins no stops, so that the two can be held against each other.
 */
export function slowDue(clock: Clock, calendar: PlainCalendar): LegalDay | Instant | undefined {
  return clock.unit === 'hour' ? slowMoment(clock, calendar) : slowDay(clock, calendar)
}

function slowDay(clock: Clock, calendar: PlainCalendar): LegalDay | undefined {
  const stops = new Set(clock.stops)
  let day = clock.start.day
  let left = totalAmount(clock)
  let jumped = false
  for (;;) {
    const stop = begun(stops, ({ from }) => from <= day)
    if (stop !== undefined) {
      if (stop.to === undefined) return undefined
      if (stop.to > day) day = stop.to
      jumped = true
      continue
    }
    if (left === 0 && (calendar.isWorkday(day) || (clock.unit === 'working-day' && !jumped))) return day
    day = calendar.next(day)
    if (left > 0 && (clock.unit === 'calendar-day' || calendar.isWorkday(day))) left--
  }
}

const MINUTE_MS = 60_000

/** Minute by minute; the schedules it is given start and stop on full minutes. */
function slowMoment(clock: Clock, calendar: PlainCalendar): Instant | undefined {
  const { within } = clock.start
  const stops = new Set(clock.stops.map(moments))
  let at = Date.parse(clock.start.at)
  let left = totalAmount(clock) * 60
  let jumped = false
  for (;;) {
    const stop = stops.size === 0 ? undefined : begun(stops, ({ from }) => from <= at)
    if (stop !== undefined) {
      if (stop.to === undefined) return undefined
      at = Math.max(at, stop.to)
      jumped = true
      continue
    }
    // A limit whose last stop ends while nobody is there goes on to when somebody is.
    const waits = within !== undefined && jumped && !calendar.opensAt(at, within) && !closesAt(at, within)
    if (left === 0 && !waits) return new Date(at).toISOString()
    if (left > 0 && (within === undefined || calendar.opensAt(at, within))) left--
    at += MINUTE_MS
  }
  function closesAt(moment: number, hours: Within): boolean {
    return calendar.opensAt(moment - MINUTE_MS, hours)
  }
}

function moments({ fromAt, toAt }: Stop): { from: number; to: number | undefined } {
  return { from: Date.parse(fromAt), to: toAt === undefined ? undefined : Date.parse(toAt) }
}

function begun<S>(stops: Set<S>, has: (stop: S) => boolean): S | undefined {
  for (const stop of stops) {
    if (!has(stop)) continue
    stops.delete(stop)
    return stop
  }
  return undefined
}

/** How many units were counted by a moment: each day or minute asked one by one whether it counts. */
export function slowUsed(clock: Clock, calendar: PlainCalendar, now: Instant): number {
  const stops = effective(clock, calendar)
  return clock.unit === 'hour'
    ? usedMinutes(clock, calendar, stops, now) / 60
    : usedDays(clock, calendar, stops, now)
}

function usedDays(clock: Clock, calendar: PlainCalendar, stops: readonly Stop[], now: Instant): number {
  let used = 0
  for (let day = clock.start.day; day < legalDay(now);) {
    day = calendar.next(day)
    const stands = stops.some(({ from, to }) => from < day && (to === undefined || day <= to))
    if (!stands && (clock.unit === 'calendar-day' || calendar.isWorkday(day))) used++
  }
  return used
}

function usedMinutes(clock: Clock, calendar: PlainCalendar, stops: readonly Stop[], now: Instant): number {
  const { at: begin, within } = clock.start
  const spans = stops.map(moments)
  const until = Date.parse(now)
  let used = 0
  for (let at = Date.parse(begin); at < until; at += MINUTE_MS) {
    const stands = spans.some(({ from, to }) => from <= at && (to === undefined || at < to))
    if (!stands && (within === undefined || calendar.opensAt(at, within))) used++
  }
  return used
}

/** A stop counts when the limit was not over as it began, whatever came before it. */
function effective(clock: Clock, calendar: PlainCalendar): Stop[] {
  const kept: Stop[] = []
  for (const stop of clock.stops) {
    const last = slowDue({ ...clock, stops: kept }, calendar)
    if (last === undefined || (clock.unit === 'hour' ? stop.fromAt : stop.from) <= last) kept.push(stop)
  }
  return kept
}

/** The days of a calendar laid out one after the other, each with whether it is worked. */
export interface PlainCalendar {
  next(day: LegalDay): LegalDay
  isWorkday(day: LegalDay): boolean
  /** Whether the minute that begins then is one of the office's. */
  opensAt(at: number, within: Within): boolean
}

export function plainCalendar(source: CalendarSource, first: LegalDay, last: LegalDay): PlainCalendar {
  const days = new Map<LegalDay, { next: LegalDay; worked: boolean }>()
  const fixed = new Map<string, LegalDay[]>()
  const fixedIn = (year: string): LegalDay[] => {
    const known = fixed.get(year) ?? statutoryHolidays(year)
    fixed.set(year, known)
    return known
  }
  for (let day = first; day <= last;) {
    const next = addDays(day, 1)
    days.set(day, { next, worked: isWorked(day, source, fixedIn) })
    day = next
  }
  const isWorkday = (day: LegalDay): boolean => days.get(day)!.worked
  const open = openMinutes(source, (number) => addDays(first, number), isWorkday)
  const midnight = Date.parse(startOfDay(first))
  return {
    next: (day) => days.get(day)!.next,
    isWorkday,
    opensAt(at, within) {
      const minute = (at - midnight) / MINUTE_MS
      return open(Math.floor(minute / 1440), within)[minute % 1440]!
    },
  }
}

/** The 1,440 minutes of a day, each with whether the office is open. */
function openMinutes(
  { hours = [] }: CalendarSource,
  dayOf: (number: number) => LegalDay,
  isWorkday: (day: LegalDay) => boolean,
) {
  const known: Record<Within, boolean[][]> = { 'office-hours': [], 'opening-hours': [] }
  const layOut = (day: LegalDay, within: Within): boolean[] => {
    const set = hours.filter(({ since }) => since <= day).toSorted((a, b) => (a.since < b.since ? 1 : -1))[0]!
    const minutes = Array.from({ length: 1440 }, () => false)
    if (isWorkday(day))
      for (const span of set.workday) for (const minute of minutesOf(span, within)) minutes[minute] = true
    return minutes
  }
  return (number: number, within: Within): boolean[] =>
    (known[within][number] ??= layOut(dayOf(number), within))
}

function minutesOf({ from, to, duty }: OpenSpan, within: Within): number[] {
  if (duty === true && within === 'office-hours') return []
  const minute = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))
  return Array.from({ length: Math.max(0, minute(to) - minute(from)) }, (_, index) => minute(from) + index)
}

function isWorked(day: LegalDay, source: CalendarSource, fixedIn: (year: string) => LegalDay[]): boolean {
  for (const local of (source.local ?? []).toReversed()) {
    if (local.work.includes(day)) return true
    if (local.off.includes(day)) return false
  }
  const year = source.years[day.slice(0, 4)]
  if (year?.work.includes(day)) return true
  if (year?.off.includes(day)) return false
  if (year === undefined && source.unpublished === 'statutory-2024') {
    if (fixedIn(day.slice(0, 4)).includes(day)) return false
  }
  return ![0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay())
}
