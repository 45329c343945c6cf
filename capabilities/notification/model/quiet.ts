import { addDays, legalDay, startOfDay, type Instant } from '#engine/day.ts'

const HOUR_MS = 3_600_000
const WAKES = 8
const SLEEPS = 21

/** Telephones ring between eight and nine: when a short message that is ready now may go out. Undefined: at once. */
export function wakingHour(now: Instant): Instant | undefined {
  const today = startOfDay(legalDay(now))
  const hour = (Date.parse(now) - Date.parse(today)) / HOUR_MS
  if (hour >= WAKES && hour < SLEEPS) return undefined
  const day = hour < WAKES ? today : startOfDay(addDays(legalDay(now), 1))
  return new Date(Date.parse(day) + WAKES * HOUR_MS).toISOString()
}

/** A week later a short message no longer helps and may name a day that has gone by; the inbox keeps it. */
const FRESH_MS = 7 * 24 * HOUR_MS

export function isStale(told: Instant, now: Instant): boolean {
  return Date.parse(now) - Date.parse(told) > FRESH_MS
}
