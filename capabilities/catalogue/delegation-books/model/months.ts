import type { LegalDay } from '#engine/day.ts'

/** The same day some months on, or the last of a shorter month. */
export function monthsAfter(day: LegalDay, count: number): LegalDay {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  const months = year * 12 + (month - 1) + count
  const last = new Date(Date.UTC(Math.floor(months / 12), (months % 12) + 1, 0)).getUTCDate()
  const two = (value: number) => String(value).padStart(2, '0')
  return `${Math.floor(months / 12)}-${two((months % 12) + 1)}-${two(Math.min(date, last))}`
}
