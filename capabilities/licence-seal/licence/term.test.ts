import { expect, test } from 'vitest'
import { lastDayToRenew, renewedUntil, spanFrom } from './term.ts'
import { calendar } from './testing/steps.ts'

test.each<[from: string, until: string, next: string]>([
  ['2021-11-23', '2026-11-22', '2031-11-22'],
  ['2021-11-23', '2026-11-23', '2031-11-23'],
  ['2024-02-29', '2027-02-28', '2030-02-28'],
  ['2023-03-01', '2024-02-29', '2025-02-28'],
  ['2026-01-01', '2026-06-30', '2026-12-27'],
])('C11 a term from %s to %s is renewed to %s', (from, until, next) => {
  expect(renewedUntil(from, until)).toBe(next)
})

// 民法典第二百零一条、第二百零二条: the day of the grant does not count.
test.each<[from: string, amount: number, unit: 'year' | 'month', until: string]>([
  ['2026-11-22', 5, 'year', '2031-11-22'],
  ['2024-02-29', 5, 'year', '2029-02-28'],
  ['2024-02-29', 4, 'year', '2028-02-29'],
  ['2026-08-31', 6, 'month', '2027-02-28'],
  ['2026-12-15', 1, 'month', '2027-01-15'],
  ['2026-01-31', 1, 'month', '2026-02-28'],
  ['2026-11-30', 13, 'month', '2027-12-30'],
])('a term from %s for %i %s runs to %s', (from, amount, unit, until) => {
  expect(spanFrom(from, { amount, unit })).toBe(until)
})

test.each<[until: string, amount: number, unit: 'calendar-day' | 'working-day', last: string]>([
  ['2026-12-31', 30, 'calendar-day', '2026-12-01'],
  ['2026-12-31', 15, 'working-day', '2026-12-10'],
  // The last day is a Sunday: one working day, Friday the 27th, lies after Thursday.
  ['2026-11-29', 1, 'working-day', '2026-11-26'],
])('C11 a licence to %s is renewed %i %s before, by %s', (until, amount, unit, last) => {
  expect(lastDayToRenew(until, { amount, unit }, calendar)).toBe(last)
})
