import type { CalendarSource } from '../calendar/calendar.ts'
import { totalAmount, type Clock } from '../clock/clock.ts'
import { addDays, type Instant, type LegalDay } from '../day.ts'

/**
 * The slow obvious way to find a due day: walk from day to day and count. It knows none of the shortcuts of the
 * compiled calendar, so that the two can be held against each other.
 */
export function slowDue(clock: Clock, calendar: PlainCalendar): LegalDay | Instant | undefined {
  if (clock.unit === 'hour') return slowMoment(clock)
  const stops = [...clock.stops]
  let day = clock.start.day
  let left = totalAmount(clock)
  let jumped = false
  for (;;) {
    if (stops[0]?.from === day) {
      const stop = stops.shift()!
      if (stop.to === undefined) return undefined
      day = stop.to
      jumped = true
      continue
    }
    if (left === 0 && (calendar.isWorkday(day) || (clock.unit === 'working-day' && !jumped))) return day
    day = calendar.next(day)
    if (left > 0 && (clock.unit === 'calendar-day' || calendar.isWorkday(day))) left--
  }
}

/** Hour by hour; the schedules it is given start and stop on full hours. */
function slowMoment(clock: Clock): Instant | undefined {
  const stops = [...clock.stops]
  let at = Date.parse(clock.start.at)
  let left = totalAmount(clock)
  for (;;) {
    if (stops[0] && Date.parse(stops[0].fromAt) === at) {
      const stop = stops.shift()!
      if (stop.toAt === undefined) return undefined
      at = Date.parse(stop.toAt)
      continue
    }
    if (left === 0) return new Date(at).toISOString()
    at += 3_600_000
    left--
  }
}

/** The days of a calendar laid out one after the other, each with whether it is worked. */
export interface PlainCalendar {
  next(day: LegalDay): LegalDay
  isWorkday(day: LegalDay): boolean
}

export function plainCalendar(source: CalendarSource, first: LegalDay, last: LegalDay): PlainCalendar {
  const days = new Map<LegalDay, { next: LegalDay; worked: boolean }>()
  for (let day = first; day <= last;) {
    const next = addDays(day, 1)
    days.set(day, { next, worked: isWorked(day, source) })
    day = next
  }
  return { next: (day) => days.get(day)!.next, isWorkday: (day) => days.get(day)!.worked }
}

function isWorked(day: LegalDay, source: CalendarSource): boolean {
  const year = source.years[day.slice(0, 4)]
  if (year?.work.includes(day)) return true
  if (year?.off.includes(day)) return false
  return ![0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay())
}
