/**
 * What `format: date` means at every door: a day of the calendar, in a year near enough to count from. The plain format
 * lets pass the year 0000, which PostgreSQL has not, and 9999, whose next day has five digits.
 */
export function isLegalDay(day: string): boolean {
  return /^(?:19|20)/.test(day) && isCalendarDay(day)
}

/** Any day PostgreSQL can compare with, `9999-12-31` for “none” among them. */
export function isCalendarDay(day: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(day) || day.startsWith('0000')) return false
  const at = new Date(`${day}T00:00:00Z`)
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(day)
}
