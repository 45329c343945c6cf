import type { WorkingCalendar } from '../calendar/calendar.ts'
import { legalDay, type Instant, type LegalDay } from '../day.ts'
import type { ClockKind, ClockUnit } from './entry.ts'
import { totalAmount, type Clock } from './fold.ts'
import { daySpan, hourSpan, unitsBetween } from './span.ts'

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

/**
 * The due day of a clock. The day of the event is day 0; the day a stop begins still counts and the day it ends
 * does not, so a stop and its end are counted like any other period: (from, to]. A stop that begins on the last
 * day keeps the limit open to the day it ends, because its time is not counted at all (许可法 45); one that begins
 * later finds the limit already over and changes nothing. A stop is the time told in a served notice, so it cannot
 * begin before that notice is served; stops on several grounds may overlap, and what they share is taken out once.
 * A period in calendar days that ends on a day off moves to the next working day (民法典 203); working days cannot.
 */
export function due(clock: Clock, calendar: WorkingCalendar): Due {
  const { name, kind, unit } = clock
  const last = unit === 'hour' ? lastMoment(clock, calendar) : lastDay(clock, calendar)
  const state = clock.ended ? 'ended' : last === undefined ? 'stopped' : 'running'
  return {
    clock: name,
    kind,
    unit,
    state,
    ...last,
    ...provisional(clock, last, calendar),
    calendar: calendar.version,
  }
}

function provisional(
  { start, unit }: Clock,
  last: { day?: LegalDay; at?: Instant } | undefined,
  calendar: WorkingCalendar,
): Pick<Due, 'provisionalYears'> {
  // Hours that run day and night do not ask which day is a holiday.
  const dependsOnDays = unit !== 'hour' || start.within !== undefined
  const day = last?.day ?? (last?.at && legalDay(last.at))
  return { provisionalYears: dependsOnDays && day ? calendar.provisionalYears(start.day, day) : [] }
}

function lastDay(clock: Clock, calendar: WorkingCalendar): { day: LegalDay } | undefined {
  const { last } = daySpan(clock, calendar)
  if (last === undefined) return undefined
  return { day: clock.unit === 'working-day' ? last : calendar.orNextWorkday(last) }
}

function lastMoment(clock: Clock, calendar: WorkingCalendar): { at: Instant } | undefined {
  const { last } = hourSpan(clock, calendar)
  return last === undefined ? undefined : { at: last }
}

/** The last calendar day before it is moved off a day of rest; absent while the clock stands still. */
export function lastCalendarDay(clock: Clock, calendar: WorkingCalendar): LegalDay | undefined {
  return daySpan(clock, calendar).last
}

/** How much of a clock is used, in its own unit. */
export interface Elapsed {
  /** The amount with its extensions. */
  total: number
  /** Counted so far; more than the total once the limit is over. */
  used: number
  left: number
  /** Counted since the due day or moment; nothing while the clock stands still. */
  over: number
}

/** How much of a clock has passed by a moment, or by its end; a day counts as soon as it has come. */
export function elapsed(clock: Clock, calendar: WorkingCalendar, now: Instant): Elapsed {
  const hours = clock.unit === 'hour'
  const begin = hours ? clock.start.at : clock.start.day
  const today = hours ? now : legalDay(now)
  const ended = clock.ended && (hours ? clock.ended.at : clock.ended.day)
  const until = ended !== undefined && ended < today ? ended : today
  const { stretches } = hours ? hourSpan(clock, calendar) : daySpan(clock, calendar)
  const stood = stretches.reduce((sum, { from, to }) => {
    const reached = to === undefined || to > until ? until : to
    return sum + unitsBetween(clock, from, reached, calendar)
  }, 0)
  const total = totalAmount(clock)
  const used = unitsBetween(clock, begin, until, calendar) - stood
  const { day, at: moment } = due(clock, calendar)
  const last = moment ?? day
  const over = last === undefined ? 0 : unitsBetween(clock, last, until, calendar)
  return { total, used, left: Math.max(0, total - used), over }
}
