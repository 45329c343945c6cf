import { describe, expect, test } from 'vitest'
import { addDays } from '../day.ts'
import { PUBLISHED, UP_TO_2026 } from '../testing/published-years.ts'
import { randomCalendar } from '../testing/random-clock.ts'
import { seeded } from '../testing/seeded.ts'
import { plainCalendar } from '../testing/slow-due.ts'
import { compileCalendar } from './calendar.ts'

const calendar = compileCalendar(UP_TO_2026)

describe('working days (行政许可法第八十二条)', () => {
  test.each(PUBLISHED['2026']!.work.map((day) => [day]))(
    'the make-up day %s (调休上班) is a working day',
    (day) => {
      expect(calendar.isWorkday(day)).toBe(true)
    },
  )

  test.each(PUBLISHED['2026']!.off.map((day) => [day]))('the holiday %s is not', (day) => {
    expect(calendar.isWorkday(day)).toBe(false)
  })

  test('2026 has 248 working days', () => {
    expect(calendar.workingDaysAfter('2025-12-31', '2026-12-31')).toBe(248)
  })

  test.each([
    // day         working after  weekday and why
    ['2026-09-18', true, 'Friday'],
    ['2026-09-19', false, 'Saturday'],
    ['2026-09-20', true, 'Sunday worked for Mid-Autumn'],
    ['2026-09-25', false, 'Mid-Autumn, a Friday'],
    ['2027-10-01', true, 'a Friday of a year without a list'],
    ['2000-01-01', false, 'first day known, a Saturday'],
    ['2100-12-31', true, 'last day known, a Friday'],
  ])('%s → %s (%s)', (day, expected) => {
    expect(calendar.isWorkday(day)).toBe(expected)
  })
})

describe('adding working days: the day itself is day 0', () => {
  test.each([
    // day 0        count  gives         passing
    ['2026-09-18', 0, '2026-09-18', 'nothing'],
    ['2026-09-18', 1, '2026-09-20', 'a make-up Sunday'],
    ['2026-09-18', 5, '2026-09-24', 'the same Sunday'],
    ['2026-09-18', 6, '2026-09-28', 'Mid-Autumn'],
    ['2026-09-30', 1, '2026-10-08', 'National Day'],
    ['2026-09-30', 3, '2026-10-10', 'into a make-up Saturday'],
    ['2026-09-30', 4, '2026-10-12', 'the Sunday after it'],
    ['2026-10-03', 1, '2026-10-08', 'from within the holiday'],
    ['2026-10-03', 0, '2026-10-03', 'nothing, even on a day off'],
    ['2026-02-13', 2, '2026-02-24', 'Spring Festival after a make-up Saturday'],
    ['2026-12-31', 5, '2027-01-07', 'a new year without a list'],
  ])('%s + %i = %s, passing %s', (day, count, expected) => {
    expect(calendar.addWorkingDays(day, count)).toBe(expected)
  })

  test.each([
    ['2026-09-18', '2026-09-18', 0],
    ['2026-09-18', '2026-09-20', 1],
    ['2026-09-30', '2026-10-08', 1],
    ['2026-10-08', '2026-09-30', 0],
  ])('working days in (%s, %s] are %i', (from, to, expected) => {
    expect(calendar.workingDaysAfter(from, to)).toBe(expected)
  })

  test.each([
    ['2026-10-01', '2026-10-08'],
    ['2026-10-08', '2026-10-08'],
    ['2026-10-10', '2026-10-10'],
    ['2026-10-11', '2026-10-12'],
  ])('民法典203 a last day on %s becomes %s', (day, expected) => {
    expect(calendar.orNextWorkday(day)).toBe(expected)
  })
})

describe('what the explanation needs', () => {
  test.each([
    ['2026-01-05', '2026-12-31', []],
    ['2026-12-31', '2026-12-31', []],
    ['2026-12-31', '2027-01-04', ['2027']],
    ['2024-12-31', '2028-01-04', ['2024', '2027', '2028']],
  ])('years without a published list in %s to %s: %j', (from, to, expected) => {
    expect(calendar.provisionalYears(from, to)).toEqual(expected)
  })

  test('holidays and make-up days after the first day, up to and with the last', () => {
    expect(calendar.exceptions('2026-09-20', '2026-09-27')).toEqual({
      off: ['2026-09-25', '2026-09-26', '2026-09-27'],
      work: [],
      local: [],
    })
    expect(calendar.exceptions('2026-09-19', '2026-09-25')).toEqual({
      off: ['2026-09-25'],
      work: ['2026-09-20'],
      local: [],
    })
  })

  test('a weekday listed as worked changes nothing and is not mentioned', () => {
    const odd = compileCalendar({ version: 'odd', years: { '2026': { off: [], work: ['2026-03-03'] } } })
    expect(odd.exceptions('2026-03-01', '2026-03-05')).toEqual({ off: [], work: [], local: [] })
  })

  test('it says which version it was compiled from', () => {
    expect(calendar.version).toBe('2026-published')
  })
})

describe('bounds: 2000 to 2100, and nothing is guessed beyond', () => {
  test.each([['1999-12-31'], ['2101-01-01'], [''], ['2026-13-01']])('%j is refused loudly', (day) => {
    expect(() => calendar.isWorkday(day)).toThrow(RangeError)
    expect(() => calendar.addWorkingDays(day, 1)).toThrow(RangeError)
    expect(() => calendar.workingDaysAfter(day, '2026-01-05')).toThrow(RangeError)
    expect(() => calendar.orNextWorkday(day)).toThrow(RangeError)
  })

  test('a due day beyond the last year is refused loudly', () => {
    expect(calendar.addWorkingDays('2100-12-30', 1)).toBe('2100-12-31')
    expect(() => calendar.addWorkingDays('2100-12-31', 1)).toThrow('beyond the calendar')
    expect(() => calendar.addWorkingDays('2100-12-30', 2)).toThrow('beyond the calendar')
  })

  test('the first days of 2000 are counted from nothing', () => {
    expect(calendar.addWorkingDays('2000-01-01', 1)).toBe('2000-01-03')
    expect(calendar.orNextWorkday('2000-01-01')).toBe('2000-01-03')
  })
})

test('the compiled calendar agrees with counting day by day on 20 000 random questions', () => {
  const wrong: string[] = []
  for (let seed = 1; seed <= 100; seed++) {
    const random = seeded(seed)
    const source = randomCalendar(random)
    const compiled = compileCalendar(source)
    const plain = plainCalendar(source, '2026-01-01', '2029-12-31')
    for (let question = 0; question < 200; question++) {
      const day = addDays('2026-01-01', random.whole(0, 900))
      const count = random.whole(0, 70)
      let slow = day
      for (let left = count; left > 0;) if (plain.isWorkday((slow = plain.next(slow)))) left--
      const fast = compiled.addWorkingDays(day, count)
      const back = compiled.workingDaysAfter(day, fast)
      if (fast !== slow || back !== count)
        wrong.push(`seed ${seed}: ${day} + ${count} = ${slow}, not ${fast} (${back})`)
    }
  }
  expect(wrong).toEqual([])
}, 60_000)
