import { expect, test } from 'vitest'
import { compileCalendar } from '../calendar/calendar.ts'
import { UP_TO_2026 } from '../testing/published-years.ts'
import { nearDay, USUAL_THRESHOLDS } from './near.ts'

const calendar = compileCalendar(UP_TO_2026)

test.each([
  ['a fifth of ten working days is two', '2026-11-02', '2026-11-16', 10, {}, '2026-11-12'],
  ['a fifth, and no day more', '2026-11-02', '2026-12-04', 24, {}, '2026-11-30'],
  ['of a short limit, its last working day but one', '2026-11-12', '2026-11-13', 1, {}, '2026-11-12'],
  ['a weekend before the last day counts for nothing', '2026-11-09', '2026-11-16', 5, {}, '2026-11-13'],
  ['never before it began', '2026-11-16', '2026-11-16', 1, {}, '2026-11-16'],
  ['other units by the working days in them', '2026-11-02', '2026-11-30', undefined, {}, '2026-11-24'],
  ['one that ends on a Sunday', '2026-11-02', '2026-11-15', undefined, {}, '2026-11-12'],
  ['half of it, where a plan says so', '2026-11-02', '2026-11-16', 10, { nearPercent: 50 }, '2026-11-09'],
  ['three days, where a plan says so', '2026-11-09', '2026-11-16', 5, { nearWorkingDays: 3 }, '2026-11-11'],
  ['across a long holiday', '2026-09-21', '2026-10-09', 10, {}, '2026-09-30'],
] as const)('a limit is near: %s', (_case, from, day, amount, thresholds, near) => {
  expect(nearDay({ from, day, amount }, calendar, { ...USUAL_THRESHOLDS, ...thresholds })).toBe(near)
})
