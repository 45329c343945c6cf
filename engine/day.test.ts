import { describe, expect, test } from 'vitest'
import { addDays, dayNumber, dayOfNumber, legalDay, startOfDay, weekday } from './day.ts'

describe('the legal day is the day in Shanghai, eight hours ahead, summer and winter', () => {
  test.each([
    ['2026-03-02T15:59:59.999Z', '2026-03-02', 'the last moment of a day'],
    ['2026-03-02T16:00:00.000Z', '2026-03-03', 'the first moment of the next'],
    ['2026-07-01T15:59:59.999Z', '2026-07-01', 'in summer as in winter'],
    ['2026-12-31T16:00:00.000Z', '2027-01-01', 'a new year begins there first'],
  ])('%s is %s (%s)', (at, day) => {
    expect(legalDay(at)).toBe(day)
  })

  test.each([
    ['2026-03-03', '2026-03-02T16:00:00.000Z'],
    ['2027-01-01', '2026-12-31T16:00:00.000Z'],
  ])('%s begins at %s', (day, at) => {
    expect(startOfDay(day)).toBe(at)
    expect(legalDay(at)).toBe(day)
  })
})

describe('days are counted on', () => {
  test.each([
    ['2026-02-28', 1, '2026-03-01'],
    ['2028-02-28', 1, '2028-02-29'],
    ['2026-12-31', 1, '2027-01-01'],
    ['2026-03-01', -1, '2026-02-28'],
    ['1970-01-01', -1, '1969-12-31'],
  ])('%s + %i = %s', (day, count, expected) => {
    expect(addDays(day, count)).toBe(expected)
    expect(dayNumber(expected) - dayNumber(day)).toBe(count)
    expect(dayOfNumber(dayNumber(day))).toBe(day)
  })

  test.each([
    ['1970-01-01', 4],
    ['1969-12-28', 0],
    ['1969-12-27', 6],
    ['2026-03-01', 0],
    ['2026-03-02', 1],
    ['2026-03-07', 6],
  ])('%s is weekday %i', (day, expected) => {
    expect(weekday(dayNumber(day))).toBe(expected)
  })
})
