import { dayNumber, dayOfNumber, weekday, type LegalDay } from '../day.ts'
import { compileHours, type OfficeHours, type Span, type Within } from './hours.ts'
import { FIRST_STATUTORY_YEAR, statutoryHolidays } from './statutory-holidays.ts'

/** Published days of one year: weekdays off (放假) and weekend days worked (调休上班). */
export interface CalendarYear {
  off: readonly LegalDay[]
  work: readonly LegalDay[]
}

/**
 * Days the area itself is off (地方节假日), such as those a nationality's autonomous area sets by article 4 of the holiday
 * rules, with the weekend days it works instead. They hold in this area only, and before anything the nation says.
 */
export interface LocalHoliday {
  name: string
  off: readonly LegalDay[]
  work: readonly LegalDay[]
  basis: string
}

/** How a year without a published list is counted: by weekends alone, or with the holidays the law fixes. */
export type UnpublishedRule = 'weekends' | 'statutory-2024'

/** A version of an area's calendar; a year that is absent has no published list yet. */
export interface CalendarSource {
  version: string
  years: Readonly<Record<string, CalendarYear>>
  local?: readonly LocalHoliday[]
  /** Absent, weekends alone. Another rule is another version, so that open clocks are counted anew. */
  unpublished?: UnpublishedRule
  /** What hour clocks within office hours count; absent, there can be none. */
  hours?: readonly OfficeHours[]
}

const FIRST_YEAR = 2000
const LAST_YEAR = 2100

export interface Exceptions {
  off: LegalDay[]
  work: LegalDay[]
  local: { name: string; basis: string; off: LegalDay[]; work: LegalDay[] }[]
}

/**
 * A compiled working calendar. Days are looked up in a sorted list of working-day numbers,
 * so adding n working days costs one array access however many holidays lie between.
 */
export interface WorkingCalendar {
  readonly version: string
  /** How years without a published list are counted. */
  readonly unpublished: UnpublishedRule
  isWorkday(day: LegalDay): boolean
  /** The n-th working day after `day`; `day` itself is day 0. For n = 0 the day itself. */
  addWorkingDays(day: LegalDay, count: number): LegalDay
  /** Working days in (from, to]. */
  workingDaysAfter(from: LegalDay, to: LegalDay): number
  /** The day itself when it is a working day, else the next one (民法典 203). */
  orNextWorkday(day: LegalDay): LegalDay
  /** Years in [from, to] whose holiday list is not published: a due day there is provisional. */
  provisionalYears(from: LegalDay, to: LegalDay): string[]
  /** Days off and weekend days worked in (from, to], for the explanation sentence; the area's own apart from the nation's. */
  exceptions(from: LegalDay, to: LegalDay): Exceptions
  /** The open spans of a day; none on a day off. */
  spans(day: LegalDay, within: Within): readonly Span[]
  /** The office hours in force in [from, to], in order. */
  hoursBetween(from: LegalDay, to: LegalDay): readonly OfficeHours[]
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
    const worked = set === undefined ? isMondayToFriday(number) : set.day === 'work'
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
  const hours = compileHours(source.hours ?? [])
  return {
    version: source.version,
    unpublished: source.unpublished ?? 'weekends',
    isWorkday,
    addWorkingDays: (day, n) => (n === 0 ? day : nth(count(day) + n - 1)),
    workingDaysAfter: (from, to) => Math.max(0, count(to) - count(from)),
    orNextWorkday: (day) => (isWorkday(day) ? day : nth(count(day))),
    provisionalYears: (from, to) => yearsBetween(from, to).filter((year) => source.years[year] === undefined),
    exceptions: (from, to) => exceptionsBetween(special, from, to),
    spans: (day, within) => (isWorkday(day) ? hours.spans(day, within) : []),
    hoursBetween: (from, to) => hours.between(from, to),
  }
}

interface SpecialDay {
  day: 'off' | 'work'
  local?: LocalHoliday
}

/** Later entries win: what the law fixes for unpublished years, the published lists, the area's own days. */
function specialDays({ years, local = [], unpublished }: CalendarSource): Map<number, SpecialDay> {
  const special = new Map<number, SpecialDay>()
  const set = (days: readonly LegalDay[], what: SpecialDay) => {
    for (const day of days) special.set(dayNumber(day), what)
  }
  if (unpublished === 'statutory-2024') {
    for (let year = FIRST_STATUTORY_YEAR; year <= LAST_YEAR; year++) {
      if (years[year] === undefined) set(statutoryHolidays(String(year)), { day: 'off' })
    }
  }
  for (const { off, work } of Object.values(years)) {
    set(off, { day: 'off' })
    set(work, { day: 'work' })
  }
  for (const holiday of local) {
    set(holiday.off, { day: 'off', local: holiday })
    set(holiday.work, { day: 'work', local: holiday })
  }
  return special
}

function exceptionsBetween(special: Map<number, SpecialDay>, from: LegalDay, to: LegalDay): Exceptions {
  const found: Exceptions = { off: [], work: [], local: [] }
  for (let number = dayNumber(from) + 1; number <= dayNumber(to); number++) {
    const set = special.get(number)
    if (set === undefined || (set.day === 'work' && isMondayToFriday(number))) continue
    const list = set.local === undefined ? found : localList(found, set.local)
    list[set.day].push(dayOfNumber(number))
  }
  return found
}

function localList({ local }: Exceptions, { name, basis }: LocalHoliday) {
  const known = local.find((each) => each.name === name && each.basis === basis)
  if (known !== undefined) return known
  const list = { name, basis, off: [], work: [] }
  local.push(list)
  return list
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
