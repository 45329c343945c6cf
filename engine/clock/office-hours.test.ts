import { describe, expect, test } from 'vitest'
import { compileCalendar, type CalendarSource } from '../calendar/calendar.ts'
import type { OfficeHours, Within } from '../calendar/hours.ts'
import { startOfDay, type LegalDay } from '../day.ts'
import { UP_TO_2026 } from '../testing/published-years.ts'
import { due, elapsed, foldClock, type Clocks } from './clock.ts'
import type { ClockEntry } from './entry.ts'
import { explain } from './explain.ts'

const WINTER: OfficeHours = {
  since: '2000-01-01',
  workday: [
    { from: '08:30', to: '12:00' },
    { from: '12:00', to: '13:00', duty: true },
    { from: '13:00', to: '17:00' },
  ],
}
const SUMMER: OfficeHours = {
  since: '2026-06-01',
  workday: [
    { from: '08:30', to: '12:00' },
    { from: '13:30', to: '17:30' },
  ],
}
const source: CalendarSource = { ...UP_TO_2026, hours: [SUMMER, WINTER] }
const calendar = compileCalendar(source)

/** A local time `HH:MM` of a day. */
const at = (day: LegalDay, time: string) =>
  new Date(
    Date.parse(startOfDay(day)) + (Number(time.slice(0, 2)) * 60 + Number(time.slice(3))) * 60_000,
  ).toISOString()
const base = { clock: 'limit', calendar: source.version }

function start(day: LegalDay, time: string, amount: number, within: Within = 'office-hours'): ClockEntry {
  return {
    ...{ ...base, entry: 'start', kind: 'promised', unit: 'hour', within, amount, day, at: at(day, time) },
    ...{ event: '受理', basis: '服务指南承诺办结时限' },
  }
}
const stop = (day: LegalDay, time: string): ClockEntry => ({
  ...{ ...base, entry: 'stop', day, at: at(day, time), ground: '听证', basis: '法', notice: 'n' },
})
const resume = (day: LegalDay, time: string): ClockEntry => ({
  ...{ ...base, entry: 'resume', day, at: at(day, time), notice: 'n' },
})
const clockOf = (...entries: ClockEntry[]) => entries.reduce<Clocks>(foldClock, {})['limit']!

describe('hours in which the office is open', () => {
  test.each<[string, ClockEntry[], string]>([
    ['within the morning', [start('2026-03-02', '09:00', 2)], at('2026-03-02', '11:00')],
    [
      'to the end of the morning, not to the afternoon',
      [start('2026-03-02', '09:00', 3)],
      at('2026-03-02', '12:00'),
    ],
    ['over noon', [start('2026-03-02', '11:00', 2)], at('2026-03-02', '14:00')],
    ['begun at noon', [start('2026-03-02', '12:00', 1)], at('2026-03-02', '14:00')],
    ['begun before the office opens', [start('2026-03-02', '06:00', 1)], at('2026-03-02', '09:30')],
    ['begun after it closed on Friday', [start('2026-03-06', '18:00', 1)], at('2026-03-09', '09:30')],
    ['begun on a Saturday', [start('2026-03-07', '10:00', 1)], at('2026-03-09', '09:30')],
    ['over a night', [start('2026-03-02', '16:00', 2)], at('2026-03-03', '09:30')],
    ['over National Day', [start('2026-09-30', '16:30', 2)], at('2026-10-08', '09:30')],
    ['a make-up Saturday counts', [start('2026-10-09', '17:00', 1)], at('2026-10-10', '09:00')],
    ['a whole day is seven and a half hours', [start('2026-03-02', '08:30', 15)], at('2026-03-03', '17:00')],
    ['summer hours begin on their day', [start('2026-05-29', '16:00', 5)], at('2026-06-01', '14:00')],
    ['no hour at all', [start('2026-03-07', '10:00', 0)], at('2026-03-07', '10:00')],
    [
      'duty at noon counts when the clock says so',
      [start('2026-03-02', '11:00', 2, 'opening-hours')],
      at('2026-03-02', '13:00'),
    ],
    [
      'a stop takes its open hours out',
      [start('2026-03-02', '09:00', 4), stop('2026-03-02', '10:00'), resume('2026-03-03', '10:00')],
      at('2026-03-03', '14:00'),
    ],
    [
      'a stop at night takes none',
      [start('2026-03-02', '16:00', 2), stop('2026-03-02', '18:00'), resume('2026-03-03', '07:00')],
      at('2026-03-03', '09:30'),
    ],
    [
      'a stop from the last moment to a night',
      [start('2026-03-02', '09:00', 3), stop('2026-03-02', '12:00'), resume('2026-03-02', '20:00')],
      at('2026-03-03', '08:30'),
    ],
    [
      'a stop from the last moment to closing time',
      [start('2026-03-02', '09:00', 3), stop('2026-03-02', '12:00'), resume('2026-03-02', '17:00')],
      at('2026-03-02', '17:00'),
    ],
    [
      'the last thousandth of a second before noon counts',
      [{ ...start('2026-03-02', '11:59', 1), at: '2026-03-02T03:59:59.999Z' } as ClockEntry],
      '2026-03-02T05:59:59.999Z',
    ],
    [
      'a stop after it',
      [start('2026-03-02', '09:00', 3), stop('2026-03-02', '12:01'), resume('2026-03-02', '20:00')],
      at('2026-03-02', '12:00'),
    ],
  ])('%s', (_title, entries, expected) => {
    expect(due(clockOf(...entries), calendar)).toMatchObject({
      state: 'running',
      at: expected,
      provisionalYears: [],
    })
  })

  test('used and left are open hours', () => {
    const clock = clockOf(start('2026-03-02', '11:00', 4))
    expect(elapsed(clock, calendar, at('2026-03-02', '12:30'))).toEqual({
      total: 4,
      used: 1,
      left: 3,
      over: 0,
    })
    expect(elapsed(clock, calendar, at('2026-03-03', '09:00'))).toMatchObject({
      used: 5.5,
      left: 0,
      over: 1.5,
    })
  })

  test('they depend on the list of holidays, so a year without one makes them provisional', () => {
    const clock = clockOf(start('2026-12-31', '16:00', 8))
    expect(due(clock, calendar)).toMatchObject({ at: at('2027-01-01', '16:30'), provisionalYears: ['2027'] })
  })
})

describe('the sentence', () => {
  test.each<[string, ClockEntry[], string]>([
    [
      'names the office hours and the break at noon',
      [start('2026-03-02', '11:00', 2)],
      '2026年3月2日（星期一）受理，服务指南承诺办结时限：2小时；按办公时间计算，工作日08:30至12:00、13:00至17:00，' +
        '午间12:00至13:00不计。截止时间：2026年3月2日（星期一） 14:00。',
    ],
    [
      'says each timetable that held, and the days off between',
      [start('2026-06-18', '17:00', 1)],
      '2026年6月18日（星期四）受理，服务指南承诺办结时限：1小时；按办公时间计算，工作日08:30至12:00、13:30至17:30，' +
        '午间12:00至13:30不计；其间法定节假日放假6月19日至21日不计。截止时间：2026年6月22日（星期一） 09:00。',
    ],
    [
      'says when the timetable changes',
      [start('2026-05-29', '16:00', 2)],
      '2026年5月29日（星期五）受理，服务指南承诺办结时限：2小时；按办公时间计算，工作日08:30至12:00、13:00至17:00，' +
        '午间12:00至13:00不计；6月1日起工作日08:30至12:00、13:30至17:30，午间12:00至13:30不计。' +
        '截止时间：2026年6月1日（星期一） 09:30。',
    ],
    [
      'says that a moment in a year without a list is provisional',
      [start('2026-12-31', '16:00', 8)],
      '2026年12月31日（星期四）受理，服务指南承诺办结时限：8小时；按办公时间计算，工作日08:30至12:00、13:30至17:30，' +
        '午间12:00至13:30不计。截止时间：2027年1月1日（星期五） 16:30。' +
        '2027年放假安排尚未公布，这一时间为暂算，公布后自动重算。',
    ],
    [
      'counts a make-up day on which a stop ended, for its other part was counted',
      [start('2026-10-09', '16:30', 3), stop('2026-10-09', '17:30'), resume('2026-10-10', '09:30')],
      '2026年10月9日（星期五）受理，服务指南承诺办结时限：3小时；' +
        '2026年10月9日（星期五）至2026年10月10日（星期六）因听证不计入期限（法）；' +
        '按办公时间计算，工作日08:30至12:00、13:30至17:30，午间12:00至13:30不计；调休上班的10月10日计入。' +
        '截止时间：2026年10月10日（星期六） 11:30。',
    ],
    [
      'counts noon when somebody on duty counts',
      [start('2026-03-02', '11:00', 2, 'opening-hours')],
      '2026年3月2日（星期一）受理，服务指南承诺办结时限：2小时；按办公时间计算，工作日08:30至12:00、12:00至13:00、13:00至17:00。' +
        '截止时间：2026年3月2日（星期一） 13:00。',
    ],
  ])('%s', (_title, entries, sentence) => {
    expect(explain(clockOf(...entries), calendar)).toBe(sentence)
  })
})

test.each<[string, [from: string, to: string][], string]>([
  ['no break', [['09:00', '17:00']], '工作日09:00至17:00。'],
  [
    'one that begins at eleven',
    [
      ['08:00', '11:00'],
      ['13:00', '17:00'],
    ],
    '，午间11:00至13:00不计',
  ],
  [
    'one that begins before',
    [
      ['08:00', '10:59'],
      ['13:00', '17:00'],
    ],
    '17:00，10:59至13:00不计',
  ],
  [
    'one that begins at two',
    [
      ['08:00', '14:00'],
      ['15:00', '18:00'],
    ],
    '18:00，14:00至15:00不计',
  ],
  [
    'two',
    [
      ['08:00', '10:00'],
      ['10:15', '12:00'],
      ['13:00', '17:00'],
    ],
    '17:00，10:00至10:15、12:00至13:00不计',
  ],
  [
    'two around noon',
    [
      ['08:00', '11:30'],
      ['12:00', '13:00'],
      ['13:30', '17:00'],
    ],
    '17:00，11:30至12:00、13:00至13:30不计',
  ],
])('a single break around noon is called so, others are not: %s', (_title, spans, words) => {
  const workday = spans.map(([from, to]) => ({ from, to }))
  const hours = compileCalendar({ ...UP_TO_2026, hours: [{ since: '2000-01-01', workday }] })
  expect(explain(clockOf(start('2026-03-02', '09:00', 1)), hours)).toContain(words)
})

test.each([
  ['that it begins on counts', '2026-09-20', true],
  ['before it begins is not its own', '2026-09-21', false],
])('a make-up day %s', (_title, day, said) => {
  const sentence = explain(clockOf(start(day, '09:00', 1)), calendar)
  expect(sentence.includes('调休上班的9月20日计入')).toBe(said)
})

test.each([
  ['winter first', [WINTER, SUMMER]],
  ['summer first', [SUMMER, WINTER]],
])('timetables hold from their day on, in whatever order they were written down: %s', (_title, hours) => {
  const other = compileCalendar({ ...source, hours })
  expect(other.hoursBetween('2026-05-29', '2026-06-01')).toEqual([WINTER, SUMMER])
  expect(due(clockOf(start('2026-05-29', '13:00', 1)), other).at).toBe(at('2026-05-29', '14:00'))
  expect(due(clockOf(start('2026-06-01', '13:00', 1)), other).at).toBe(at('2026-06-01', '14:30'))
})

test('hours that overlap count once', () => {
  const workday = [
    { from: '08:00', to: '10:00' },
    { from: '09:00', to: '11:00' },
    { from: '10:30', to: '12:00' },
  ]
  const overlapping = compileCalendar({ ...UP_TO_2026, hours: [{ since: '2000-01-01', workday }] })
  expect(due(clockOf(start('2026-03-02', '08:00', 3)), overlapping).at).toBe(at('2026-03-02', '11:00'))
  expect(due(clockOf(start('2026-03-02', '08:00', 5)), overlapping).at).toBe(at('2026-03-03', '09:00'))
})

test('hours written down in any order count and are named in the order of the day', () => {
  const backwards = { ...WINTER, workday: WINTER.workday.toReversed() }
  const clock = clockOf(start('2026-03-02', '11:00', 2))
  const other = compileCalendar({ ...source, hours: [SUMMER, backwards] })
  expect(due(clock, other).at).toBe(at('2026-03-02', '14:00'))
  expect(explain(clock, other)).toBe(explain(clock, calendar))
})

describe('what cannot be is a fault', () => {
  test('office hours that nobody told the calendar', () => {
    const clock = clockOf(start('2026-03-02', '11:00', 2))
    expect(() => due(clock, compileCalendar(UP_TO_2026))).toThrow('no office hours are known')
  })

  test.each([
    ['on duty alone', { from: '08:00', to: '12:00', duty: true }],
    ['closed as soon as open', { from: '08:00', to: '08:00' }],
    ['closed before it opens', { from: '12:00', to: '08:00' }],
  ])('an office that never opens: %s', (_title, span) => {
    const never = { ...UP_TO_2026, hours: [{ since: '2000-01-01', workday: [span] }] }
    expect(() => compileCalendar(never)).toThrow('never opens')
  })

  test('days within office hours', () => {
    const mixed = { ...start('2026-03-02', '11:00', 2), unit: 'working-day' } as ClockEntry
    expect(() => clockOf(mixed)).toThrow('counts no hours')
  })
})
