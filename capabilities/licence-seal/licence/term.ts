import type { WorkingCalendar } from '#engine/calendar/calendar.ts'
import { addDays, dayNumber, type LegalDay } from '#engine/day.ts'

/**
 * The end of a renewed term: as long as the one before [K]. 行政许可法第五十条 says that an undecided renewal counts as granted and not
 * for how long; the term the licence had is what its law gives.
 */
export function renewedUntil(termFrom: LegalDay, validUntil: LegalDay): LegalDay {
  const years = wholeYears(termFrom, validUntil)
  if (years !== undefined) return addYears(validUntil, years)
  return addDays(validUntil, dayNumber(validUntil) - dayNumber(termFrom))
}

/** A term of whole years ends on the same day of the year as it began, or on the day before. */
function wholeYears(from: LegalDay, until: LegalDay): number | undefined {
  const years = Number(until.slice(0, 4)) - Number(from.slice(0, 4))
  return [years, years + 1].find((count) => {
    if (count < 1) return false
    const same = addYears(from, count)
    return same === until || addDays(same, -1) === until
  })
}

/**
 * So many years or months from a day: the day itself does not count, and the last one is its counterpart in the month in which the term
 * ends, or the end of that month (民法典第二百零一条、第二百零二条).
 */
export function spanFrom(
  day: LegalDay,
  { amount, unit }: { amount: number; unit: 'year' | 'month' },
): LegalDay {
  const months = Number(day.slice(5, 7)) - 1 + (unit === 'year' ? amount * 12 : amount)
  const year = Number(day.slice(0, 4)) + Math.floor(months / 12)
  const of = (offset: number) =>
    `${String(year + Math.floor(((months % 12) + offset) / 12)).padStart(4, '0')}-${String((((months % 12) + offset) % 12) + 1).padStart(2, '0')}`
  const last = addDays(`${of(1)}-01`, -1)
  const same = `${of(0)}${day.slice(7)}`
  return same < last ? same : last
}

/** The 29th of February becomes the 28th where the year has none. */
function addYears(day: LegalDay, count: number): LegalDay {
  const year = Number(day.slice(0, 4)) + count
  const moved = `${String(year).padStart(4, '0')}${day.slice(4)}`
  return moved.endsWith('-02-29') && addDays(`${moved.slice(0, 8)}28`, 1) !== moved
    ? `${moved.slice(0, 8)}28`
    : moved
}

interface Span {
  amount: number
  unit: 'working-day' | 'calendar-day'
}

/** The last day on which a renewal is still in time: so many days lie between it and the day the licence runs out. */
export function lastDayToRenew(
  validUntil: LegalDay,
  { amount, unit }: Span,
  calendar: Pick<WorkingCalendar, 'workingDaysAfter'>,
): LegalDay {
  if (unit === 'calendar-day') return addDays(validUntil, -amount)
  let day = addDays(validUntil, -amount)
  while (calendar.workingDaysAfter(day, validUntil) < amount) day = addDays(day, -1)
  return day
}
