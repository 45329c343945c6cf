import { legalDay, startOfDay, type Instant, type LegalDay } from '../day.ts'

/** A stretch of a working day on which the office is open, as local times `HH:MM`. */
export interface OpenSpan {
  from: string
  to: string
  /** 值班: somebody is there and no limit runs, unless its clock counts duty hours as well. */
  duty?: boolean
}

/** The office hours of a working day from one day on; summer and winter hours (作息时间) are two entries. */
export interface OfficeHours {
  since: LegalDay
  workday: readonly OpenSpan[]
}

/** Which hours an hour clock counts: those of the office, or those in which somebody is on duty as well. */
export type Within = 'office-hours' | 'opening-hours'

/** Milliseconds after the day's midnight in Shanghai, sorted and apart from each other. */
export interface Span {
  from: number
  to: number
}

interface Days {
  isWorkday(day: LegalDay): boolean
  addWorkingDays(day: LegalDay, count: number): LegalDay
  spans(day: LegalDay, within: Within): readonly Span[]
}

/** The moment by which so many milliseconds of open time have passed; closing time itself is still in time. */
export function addOpenTime(days: Days, at: Instant, amount: number, within: Within): Instant {
  if (amount === 0) return at
  let left = amount
  for (let day = legalDay(at); ; day = days.addWorkingDays(day, 1)) {
    const midnight = Date.parse(startOfDay(day))
    for (const span of days.spans(day, within)) {
      const from = Math.max(midnight + span.from, Date.parse(at))
      const open = midnight + span.to - from
      if (open <= 0) continue
      if (open >= left) return new Date(from + left).toISOString()
      left -= open
    }
  }
}

/** Open milliseconds between two moments. */
export function openTime(days: Days, from: Instant, to: Instant, within: Within): number {
  let sum = 0
  const end = Date.parse(to)
  for (let day = legalDay(from); day <= legalDay(to); day = days.addWorkingDays(day, 1)) {
    const midnight = Date.parse(startOfDay(day))
    for (const span of days.spans(day, within)) {
      sum += Math.max(0, Math.min(midnight + span.to, end) - Math.max(midnight + span.from, Date.parse(from)))
    }
  }
  return sum
}

/** The moment itself when the office is open or just closes then, else when it opens next. */
export function orNextOpen(days: Days, at: Instant, within: Within): Instant {
  for (let day = legalDay(at); ; day = days.addWorkingDays(day, 1)) {
    const midnight = Date.parse(startOfDay(day))
    for (const span of days.spans(day, within)) {
      if (Date.parse(at) <= midnight + span.to) {
        return new Date(Math.max(midnight + span.from, Date.parse(at))).toISOString()
      }
    }
  }
}

/** Which hours hold on a day, and its spans joined. Hours without a single open minute would let a clock run for ever. */
export function compileHours(hours: readonly OfficeHours[]) {
  const sets = hours.toSorted((a, b) => (a.since < b.since ? -1 : 1))
  const compiled = sets.map(({ workday }) => ({
    'office-hours': joined(workday.filter(({ duty }) => duty !== true)),
    'opening-hours': joined(workday),
  }))
  if (compiled.some((set) => set['office-hours'].length === 0))
    throw new RangeError('an office that never opens')
  const indexOn = (day: LegalDay): number => {
    const index = sets.findLastIndex(({ since }) => since <= day)
    if (index < 0) throw new RangeError(`no office hours are known for ${day}`)
    return index
  }
  return {
    spans: (day: LegalDay, within: Within): readonly Span[] => compiled[indexOn(day)]![within],
    /** The hours in force on the first day, and each that came into force up to the last. */
    between: (from: LegalDay, to: LegalDay): OfficeHours[] => sets.slice(indexOn(from), indexOn(to) + 1),
  }
}

function joined(spans: readonly OpenSpan[]): Span[] {
  const sorted = spans
    .map(({ from, to }) => ({ from: milliseconds(from), to: milliseconds(to) }))
    .filter(({ from, to }) => from < to)
    .toSorted((a, b) => a.from - b.from)
  const apart: Span[] = []
  for (const span of sorted) {
    const last = apart.at(-1)
    if (last !== undefined && span.from <= last.to) last.to = Math.max(last.to, span.to)
    else apart.push(span)
  }
  return apart
}

function milliseconds(time: string): number {
  const [hours, minutes] = time.split(':').map(Number)
  return (hours! * 60 + minutes!) * 60_000
}
