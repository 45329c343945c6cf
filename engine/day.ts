/** A legal day `YYYY-MM-DD` in Asia/Shanghai. */
export type LegalDay = string
/** A moment as UTC ISO 8601 with milliseconds and `Z`. */
export type Instant = string

const DAY_MS = 86_400_000
const SHANGHAI_OFFSET_MS = 8 * 3_600_000

/** The legal day of a moment; Shanghai has had no summer time since 1991, so the offset is fixed. */
export function legalDay(at: Instant): LegalDay {
  return new Date(Date.parse(at) + SHANGHAI_OFFSET_MS).toISOString().slice(0, 10)
}

/** The first moment of a legal day. */
export function startOfDay(day: LegalDay): Instant {
  return new Date(Date.parse(`${day}T00:00:00.000Z`) - SHANGHAI_OFFSET_MS).toISOString()
}

/** Days since 1970-01-01; the only form in which days are added. */
export function dayNumber(day: LegalDay): number {
  return Math.round(Date.parse(`${day}T00:00:00.000Z`) / DAY_MS)
}

export function dayOfNumber(number: number): LegalDay {
  return new Date(number * DAY_MS).toISOString().slice(0, 10)
}

export function addDays(day: LegalDay, count: number): LegalDay {
  return dayOfNumber(dayNumber(day) + count)
}

/** 0 is Sunday; 1970-01-01 was a Thursday. */
export function weekday(number: number): number {
  return (((number + 4) % 7) + 7) % 7
}
