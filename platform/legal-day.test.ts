import { expect, test } from 'vitest'
import { isCalendarDay, isLegalDay } from './legal-day.ts'

test.each([
  ['2020-02-29', 'a legal day'],
  ['1949-10-01', 'a legal day'],
  ['2099-12-31', 'a legal day'],
  ['9999-12-31', 'only a day to compare with'],
  ['0001-01-01', 'only a day to compare with'],
  ['0000-01-01', 'no day'],
  ['2019-02-29', 'no day'],
  ['2020-04-31', 'no day'],
  ['4000-40-00', 'no day'],
  ['2020-1-1', 'no day'],
  ['2020-01-01T00:00', 'no day'],
  ['', 'no day'],
])('%s is %s', (day, what) => {
  const said = isLegalDay(day) ? 'a legal day' : isCalendarDay(day) ? 'only a day to compare with' : 'no day'
  expect(said).toBe(what)
})
