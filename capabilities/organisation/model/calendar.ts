import type { Calendar, CalendarYear, LocalHoliday, OfficeHours } from '../contract/calendar.ts'
import { refuse, type OrganisationRefusal } from '../contract/refusal.ts'

export function calendarProblems({ year, published, off, work }: CalendarYear): OrganisationRefusal[] {
  const days = [...off, ...work]
  const seen = new Set<string>()
  const basis = '全国年节及纪念日放假办法'
  return [
    ...(published ? [] : [refuse('calendar-not-published', { year }, basis)]),
    ...days.flatMap((day) => {
      const twice = seen.has(day)
      seen.add(day)
      if (!day.startsWith(`${year}-`)) return [refuse('calendar-day-outside-year', { year, day }, basis)]
      return twice ? [refuse('calendar-day-twice', { year, day }, basis)] : []
    }),
    // A make-up day on a weekday would change nothing and is therefore a slip of the typist.
    ...work.flatMap((day) =>
      isWeekend(day) ? [] : [refuse('calendar-make-up-not-weekend', { year, day }, basis)],
    ),
  ]
}

function isWeekend(day: string): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  return weekday === 0 || weekday === 6
}

/** Years of the later list replace those of the earlier one; days are sorted so that equal lists are equal text. */
export function mergeYears(before: Calendar['years'], lists: readonly CalendarYear[]): Calendar['years'] {
  const entries = lists.map(
    ({ year, off, work }) => [String(year), { off: off.toSorted(), work: work.toSorted() }] as const,
  )
  const merged = new Map([...Object.entries(before), ...entries])
  return Object.fromEntries([...merged].sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** A local holiday that is published again under its name and year replaces the one before. */
export function mergeLocal(before: readonly LocalHoliday[], lists: readonly LocalHoliday[]): LocalHoliday[] {
  const key = ({ name, off, work }: LocalHoliday) => `${[...off, ...work].toSorted()[0]?.slice(0, 4)} ${name}`
  const merged = new Map([...before, ...lists].map((holiday) => [key(holiday), holiday]))
  return [...merged.values()]
    .map(({ name, off, work, basis }) => ({ name, off: off.toSorted(), work: work.toSorted(), basis }))
    .toSorted((a, b) => (key(a) < key(b) ? -1 : 1))
}

/** Hours from a day on replace those published for the same day; later ones stay. Signs in one order, so that equal hours are equal text. */
export function mergeHours(before: readonly OfficeHours[], added?: OfficeHours): OfficeHours[] {
  return [...before.filter(({ since }) => since !== added?.since), ...(added === undefined ? [] : [added])]
    .map(({ since, workday }) => ({ since, workday: plainSpans(workday) }))
    .toSorted((a, b) => (a.since < b.since ? -1 : 1))
}

export function sameSpans(a: OfficeHours['workday'], b: OfficeHours['workday']): boolean {
  return JSON.stringify(plainSpans(a)) === JSON.stringify(plainSpans(b))
}

function plainSpans(workday: OfficeHours['workday']): OfficeHours['workday'] {
  return workday.map(({ from, to, duty }) => ({ from, to, ...(duty === true ? { duty } : {}) }))
}

export function localHolidayProblems({ name, off, work }: LocalHoliday): OrganisationRefusal[] {
  const basis = '全国年节及纪念日放假办法第四条'
  const years = new Set([...off, ...work].map((day) => day.slice(0, 4)))
  return [
    ...(off.length === 0 || years.size !== 1 ? [refuse('local-holiday-not-one-year', { name }, basis)] : []),
    ...off.flatMap((day) => (work.includes(day) ? [refuse('calendar-day-twice', { name, day }, basis)] : [])),
    ...work.flatMap((day) =>
      isWeekend(day) ? [] : [refuse('calendar-make-up-not-weekend', { name, day }, basis)],
    ),
  ]
}

/**
 * `2026-3f9c1d20`: last published year and content, the same wherever the same lists are loaded. Everything a due day can
 * depend on is content, so whatever changes it makes another version and open clocks are counted anew.
 */
export function calendarVersion(
  { years, local, hours, unpublished }: Readonly<Omit<Calendar, 'version'>>,
  digest: (text: string) => string,
): string {
  const last = Object.keys(years).at(-1) ?? 'none'
  return `${last}-${digest(JSON.stringify({ years, local, hours, unpublished })).slice(0, 8)}`
}
