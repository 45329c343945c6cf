import type { WorkingCalendar } from '../calendar/calendar.ts'
import { addDays, dayNumber, type LegalDay } from '../day.ts'

/** When work in time counts as near its end; a pack may set other values (`supervisionThresholds`). */
export interface Thresholds {
  /** Remaining share of the limit, in percent. */
  nearPercent: number
  nearWorkingDays: number
}

/** 剩余 ≤20% 或 ≤1 个工作日 [K]: usual in electronic supervision (电子监察), fixed by no statute. */
export const USUAL_THRESHOLDS: Thresholds = { nearPercent: 20, nearWorkingDays: 1 }

interface Limit {
  from: LegalDay
  day: LegalDay
  /** Working days of the limit; absent for limits in calendar days or hours. */
  amount: number | undefined
}

/** The first day on which a limit is near. */
export function nearDay(
  { from, day, amount }: Limit,
  calendar: WorkingCalendar,
  { nearPercent, nearWorkingDays }: Thresholds,
): LegalDay {
  const length = amount ?? calendar.workingDaysAfter(from, day)
  const left = Math.max(nearWorkingDays, Math.floor((length * nearPercent) / 100))
  // Never before the limit began: a limit of one day is near from its first day on.
  const back = workingDayBefore(calendar, day, left)
  return back < from ? from : back
}

/** The day from which `count` working days remain to `day`. */
function workingDayBefore(calendar: WorkingCalendar, day: LegalDay, count: number): LegalDay {
  let cursor = day
  for (let left = count; left > 0 && dayNumber(cursor) > 0;) {
    if (calendar.isWorkday(cursor)) left -= 1
    cursor = addDays(cursor, -1)
  }
  while (!calendar.isWorkday(cursor)) cursor = addDays(cursor, -1)
  return cursor
}
