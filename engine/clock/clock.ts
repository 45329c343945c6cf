import { addDays, dayNumber, type Instant, type LegalDay } from '../day.ts'
import type { WorkingCalendar } from '../calendar/calendar.ts'
import type { ClockEntry, ClockKind, ClockUnit } from './entry.ts'

type Start = Extract<ClockEntry, { entry: 'start' }>
type Extension = Extract<ClockEntry, { entry: 'extend' }>

export interface Stop {
  from: LegalDay
  fromAt: Instant
  to?: LegalDay
  toAt?: Instant
  ground: string
  basis: string
}

/** A clock folded from its entries. */
export interface Clock {
  name: string
  kind: ClockKind
  unit: ClockUnit
  amount: number
  start: Start
  stops: readonly Stop[]
  extensions: readonly Extension[]
  ended?: { day: LegalDay; at: Instant }
  /** The calendar version that due days fold under: the one named by the last entry. */
  calendar: string
}

export type Clocks = Readonly<Record<string, Clock>>

/** Where a clock stands under a calendar. */
export interface Due {
  clock: string
  kind: ClockKind
  unit: ClockUnit
  state: 'running' | 'stopped' | 'ended'
  /** The last day that is still in time; absent while the clock stands still. */
  day?: LegalDay
  /** For hour clocks the last moment. */
  at?: Instant
  /** Years in the span without a published holiday list. */
  provisionalYears: readonly string[]
  calendar: string
}

export function foldClock(clocks: Clocks, entry: ClockEntry): Clocks {
  if (entry.entry === 'start') {
    const { clock: name, kind, unit, amount, calendar } = entry
    const before = clocks[name]
    if (before !== undefined && before.ended === undefined) throw new Error(`the clock ${name} runs already`)
    return {
      ...clocks,
      [name]: { name, kind, unit, amount, start: entry, stops: [], extensions: [], calendar },
    }
  }
  const clock = clocks[entry.clock]
  if (clock === undefined) throw new Error(`the clock ${entry.clock} was never started`)
  if (clock.ended !== undefined) throw new Error(`the clock ${clock.name} has ended`)
  return { ...clocks, [clock.name]: change(clock, entry) }
}

function change(clock: Clock, entry: Exclude<ClockEntry, Start>): Clock {
  switch (entry.entry) {
    case 'stop': {
      const stop = { from: entry.day, fromAt: entry.at, ground: entry.ground, basis: entry.basis }
      if (openStop(clock)) throw new Error(`the clock ${clock.name} is stopped already`)
      return { ...clock, stops: [...clock.stops, stop], calendar: entry.calendar }
    }
    case 'resume':
      if (!openStop(clock)) throw new Error(`the clock ${clock.name} is not stopped`)
      return { ...resumed(clock, entry), calendar: entry.calendar }
    case 'extend':
      return { ...clock, extensions: [...clock.extensions, entry], calendar: entry.calendar }
    case 'end':
      // A clock that ends while it stands still, as on a withdrawal, was stopped to its end.
      return { ...(openStop(clock) ? resumed(clock, entry) : clock), ended: { day: entry.day, at: entry.at } }
    case 'recompute':
      return { ...clock, calendar: entry.calendar }
  }
}

function openStop(clock: Clock): Stop | undefined {
  return clock.stops.find((stop) => stop.to === undefined)
}

function resumed(clock: Clock, { day, at }: { day: LegalDay; at: Instant }): Clock {
  return {
    ...clock,
    stops: clock.stops.map((stop) => (stop.to === undefined ? { ...stop, to: day, toAt: at } : stop)),
  }
}

/** The amount of the clock with everything that lawfully extended it, in the clock's unit. */
export function totalAmount(clock: Clock): number {
  return clock.extensions.reduce((sum, extension) => sum + extension.amount, clock.amount)
}

/**
 * The due day of a clock. The day of the event is day 0; the day a stop begins still counts and the day it ends
 * does not, so a stop and its end are counted like any other period: (from, to]. A stop that begins on the last
 * day keeps the limit open to the day it ends, because its time is not counted at all (许可法 45); one that begins
 * later finds the limit already over and changes nothing.
 * A period in calendar days that ends on a day off moves to the next working day (民法典 203); working days cannot.
 */
export function due(clock: Clock, calendar: WorkingCalendar): Due {
  const { name, kind, unit } = clock
  const last = unit === 'hour' ? { at: lastMoment(clock) } : { day: lastDay(clock, calendar) }
  const standsStill = last.at === undefined && last.day === undefined
  const state = clock.ended ? 'ended' : standsStill ? 'stopped' : 'running'
  const base = { clock: name, kind, unit, state, calendar: calendar.version } as const
  if (last.day !== undefined) {
    return { ...base, day: last.day, provisionalYears: calendar.provisionalYears(clock.start.day, last.day) }
  }
  return { ...base, ...(last.at === undefined ? {} : { at: last.at }), provisionalYears: [] }
}

function lastDay(clock: Clock, calendar: WorkingCalendar): LegalDay | undefined {
  if (clock.unit === 'working-day') return lastWorkingDay(clock, calendar)
  const day = lastCalendarDay(clock, calendar)
  return day && calendar.orNextWorkday(day)
}

function lastWorkingDay(clock: Clock, calendar: WorkingCalendar): LegalDay | undefined {
  let cursor = clock.start.day
  let remaining = totalAmount(clock)
  let last = calendar.addWorkingDays(cursor, remaining)
  for (const stop of clock.stops) {
    if (stop.from > last) break
    if (stop.to === undefined) return undefined
    remaining -= calendar.workingDaysAfter(cursor, stop.from)
    cursor = stop.to
    last = remaining === 0 ? calendar.orNextWorkday(cursor) : calendar.addWorkingDays(cursor, remaining)
  }
  return last
}

/** The last calendar day before it is moved off a day of rest; absent while the clock stands still. */
export function lastCalendarDay(clock: Clock, calendar: WorkingCalendar): LegalDay | undefined {
  let end = addDays(clock.start.day, totalAmount(clock))
  for (const stop of clock.stops) {
    if (stop.from > calendar.orNextWorkday(end)) break
    if (stop.to === undefined) return undefined
    // A stop that begins on the days of rest before the moved last day finds nothing left to count.
    end = stop.from > end ? stop.to : addDays(end, dayNumber(stop.to) - dayNumber(stop.from))
  }
  return end
}

function lastMoment(clock: Clock): Instant | undefined {
  let end = Date.parse(clock.start.at) + totalAmount(clock) * 3_600_000
  for (const stop of clock.stops) {
    if (Date.parse(stop.fromAt) > end) break
    if (stop.toAt === undefined) return undefined
    end += Date.parse(stop.toAt) - Date.parse(stop.fromAt)
  }
  return new Date(end).toISOString()
}
