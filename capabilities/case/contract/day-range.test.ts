import { expect, test } from 'vitest'
import { DAY_RANGE, daysOf, isDayRange } from './day-range.ts'

test.each([
  // today, asked for, from, to
  ['2026-11-23', 'today', '2026-11-23', '2026-11-23'],
  ['2026-11-23', 'week', '2026-11-23', '2026-11-29'], // a Monday begins its week
  ['2026-11-29', 'week', '2026-11-23', '2026-11-29'], // and Sunday ends it
  ['2026-11-25', 'week', '2026-11-23', '2026-11-29'],
  ['2026-12-31', 'week', '2026-12-28', '2027-01-03'], // over the end of a year
  ['2027-01-01', 'week', '2026-12-28', '2027-01-03'],
  ['2026-11-30', 'month', '2026-11-01', '2026-11-30'], // the last day of a short month
  ['2026-12-01', 'month', '2026-12-01', '2026-12-31'],
  ['2027-02-28', 'month', '2027-02-01', '2027-02-28'],
  ['2028-02-01', 'month', '2028-02-01', '2028-02-29'], // a leap year
  ['2026-01-31', 'month', '2026-01-01', '2026-01-31'],
  ['2026-11-23', '2026-10-01~2026-10-07', '2026-10-01', '2026-10-07'],
  ['2026-11-23', '2026-10-01~', '2026-10-01', undefined],
  ['2026-11-23', '~2026-10-07', undefined, '2026-10-07'],
  ['2026-11-23', '2026-02-30~2026-03-01', '9999-12-31', '0001-01-01'], // no such day: no days at all
])('on %s, %s is %s to %s', (today, range, from, to) => {
  const { from: first, to: last } = daysOf(range, today)
  expect([first, last]).toEqual([from, to])
})

test.each([
  ['today', true],
  ['2026-11-01~2026-11-01', true],
  ['2026-11-01~', true],
  ['~', false],
  ['2026-11-02~2026-11-01', false],
  ['2026-02-29~', false],
  ['2028-02-29~', true],
  ['yesterday', false],
  ['2026-11-01', false],
  [20261101, false],
])('%s is a range to keep in an address: %s', (text, is) => {
  expect(isDayRange(text)).toBe(is)
  if (is) expect(new RegExp(DAY_RANGE).test(String(text))).toBe(true)
})
