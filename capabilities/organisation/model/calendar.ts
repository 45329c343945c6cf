import type { Calendar, CalendarYear } from '../contract/calendar.ts'
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

/** `2026-3f9c1d20`: last published year and content, the same wherever the same lists are loaded. */
export function calendarVersion(years: Calendar['years'], digest: (text: string) => string): string {
  const last = Object.keys(years).at(-1) ?? 'none'
  return `${last}-${digest(JSON.stringify(years)).slice(0, 8)}`
}
