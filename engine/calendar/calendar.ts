import { dayNumber, dayOfNumber, weekday, type LegalDay } from '../day.ts'

/** Published days of one year: weekdays off (放假) and weekend days worked (调休上班). */
export interface CalendarYear {
  off: readonly LegalDay[]
  work: readonly LegalDay[]
}

/** A version of an area's calendar; a year that is absent has no published list yet. */
export interface CalendarSource {
  version: string
  years: Readonly<Record<string, CalendarYear>>
}

const FIRST_YEAR = 2000
const LAST_YEAR = 2100

/**
 * A compiled working calendar. Days are looked up in a sorted list of working-day numbers,
 * so adding n working days costs one array access however many holidays lie between.
 */
export interface WorkingCalendar {
  readonly version: string
  isWorkday(day: LegalDay): boolean
  /** The n-th working day after `day`; `day` itself is day 0. For n = 0 the day itself. */
  addWorkingDays(day: LegalDay, count: number): LegalDay
  /** Working days in (from, to]. */
  workingDaysAfter(from: LegalDay, to: LegalDay): number
  /** The day itself when it is a working day, else the next one (民法典 203). */
  orNextWorkday(day: LegalDay): LegalDay
  /** Years in [from, to] whose holiday list is not published: a due day there is provisional. */
  provisionalYears(from: LegalDay, to: LegalDay): string[]
  /** Published days off and weekend days worked in (from, to], for the explanation sentence. */
  exceptions(from: LegalDay, to: LegalDay): { off: LegalDay[]; work: LegalDay[] }
}

export function compileCalendar(source: CalendarSource): WorkingCalendar {
  const first = dayNumber(`${FIRST_YEAR}-01-01`)
  const last = dayNumber(`${LAST_YEAR}-12-31`)
  const special = specialDays(source)
  const workdays: number[] = []
  // countUpTo[i] is the number of working days ≤ first + i.
  const countUpTo = new Int32Array(last - first + 1)
  for (let number = first; number <= last; number++) {
    const set = special.get(number)
    const worked = set === undefined ? isMondayToFriday(number) : set === 'work'
    if (worked) workdays.push(number)
    countUpTo[number - first] = workdays.length
  }
  const count = (day: LegalDay): number => {
    const index = dayNumber(day) - first
    const upTo = countUpTo[index]
    // Also what is no day at all, such as an empty string, ends here rather than as a silent NaN.
    if (upTo === undefined) throw new RangeError(`day ${day} is outside ${FIRST_YEAR}–${LAST_YEAR}`)
    return upTo
  }
  const isWorkday = (day: LegalDay): boolean => workdays[count(day) - 1] === dayNumber(day)
  const nth = (index: number): LegalDay => {
    const number = workdays[index]
    if (number === undefined) throw new RangeError('the due day lies beyond the calendar')
    return dayOfNumber(number)
  }
  return {
    version: source.version,
    isWorkday,
    addWorkingDays: (day, n) => (n === 0 ? day : nth(count(day) + n - 1)),
    workingDaysAfter: (from, to) => Math.max(0, count(to) - count(from)),
    orNextWorkday: (day) => (isWorkday(day) ? day : nth(count(day))),
    provisionalYears: (from, to) => yearsBetween(from, to).filter((year) => source.years[year] === undefined),
    exceptions: (from, to) => exceptionsBetween(special, from, to),
  }
}

function specialDays(source: CalendarSource): Map<number, 'off' | 'work'> {
  const special = new Map<number, 'off' | 'work'>()
  for (const year of Object.values(source.years)) {
    for (const day of year.off) special.set(dayNumber(day), 'off')
    for (const day of year.work) special.set(dayNumber(day), 'work')
  }
  return special
}

function exceptionsBetween(special: Map<number, 'off' | 'work'>, from: LegalDay, to: LegalDay) {
  const off: LegalDay[] = []
  const work: LegalDay[] = []
  for (let number = dayNumber(from) + 1; number <= dayNumber(to); number++) {
    const set = special.get(number)
    if (set === 'off') off.push(dayOfNumber(number))
    if (set === 'work' && !isMondayToFriday(number)) work.push(dayOfNumber(number))
  }
  return { off, work }
}

function yearsBetween(from: LegalDay, to: LegalDay): string[] {
  const years: string[] = []
  for (let year = Number(from.slice(0, 4)); year <= Number(to.slice(0, 4)); year++) years.push(String(year))
  return years
}

function isMondayToFriday(number: number): boolean {
  const day = weekday(number)
  return day >= 1 && day <= 5
}
