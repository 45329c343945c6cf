import { describe, expect, test } from 'vitest'
import { compileCalendar } from '../calendar/calendar.ts'
import { addDays, legalDay, startOfDay, type LegalDay } from '../day.ts'
import { PUBLISHED, UP_TO_2026 } from '../testing/published-years.ts'
import { due, elapsed, foldClock, openStops, totalAmount, type Clock, type Clocks } from './clock.ts'
import type { ClockEntry, ClockUnit } from './entry.ts'

const calendar = compileCalendar(UP_TO_2026)

const at = (day: LegalDay, hour = 10) =>
  new Date(Date.parse(startOfDay(day)) + hour * 3_600_000).toISOString()
const base = { clock: 'limit', calendar: UP_TO_2026.version }

function start(day: LegalDay, amount: number, unit: ClockUnit = 'working-day', hour = 10): ClockEntry {
  return {
    ...base,
    entry: 'start',
    kind: 'statutory',
    unit,
    amount,
    day,
    at: at(day, hour),
    event: '受理',
    basis: '法',
  }
}
function stop(day: LegalDay, hour = 10): ClockEntry {
  return { ...base, entry: 'stop', day, at: at(day, hour), ground: '听证', basis: '法', notice: 'notice-1' }
}
function resume(day: LegalDay, hour = 10): ClockEntry {
  return { ...base, entry: 'resume', day, at: at(day, hour) }
}
function extend(day: LegalDay, amount: number): ClockEntry {
  return {
    ...base,
    entry: 'extend',
    amount,
    day,
    at: at(day),
    approvedBy: '负责人',
    reason: '案情复杂',
    basis: '法',
  }
}
function end(day: LegalDay): ClockEntry {
  return { clock: 'limit', entry: 'end', day, at: at(day) }
}
function fold(...entries: ClockEntry[]): Clock {
  return entries.reduce<Clocks>(foldClock, {})['limit']!
}
const dueOf = (...entries: ClockEntry[]) => due(fold(...entries), calendar)

describe('the clocks of the licensing law (行政许可法时钟表)', () => {
  test.each<[row: string, LegalDay, number, number, LegalDay]>([
    // row                                   day 0       limit more gives
    ['C1 补正告知 五日（第三十二条）', '2026-09-21', 5, 0, '2026-09-29'],
    ['C2 不受理 即时（第三十二条）', '2026-09-21', 0, 0, '2026-09-21'],
    ['C3 一般决定 二十日（第四十二条）', '2026-09-21', 20, 0, '2026-10-26'],
    ['C3 经负责人批准再延十日', '2026-09-21', 20, 10, '2026-11-09'],
    ['C4 联合办理 四十五日（第二十六条、第四十二条）', '2026-09-21', 45, 0, '2026-11-30'],
    ['C4 经本级政府负责人批准再延十五日', '2026-09-21', 45, 15, '2026-12-21'],
    ['C4 调休上班的周六计入', '2026-10-09', 45, 15, '2026-12-31'],
    ['C5 下级初审 二十日（第四十三条）', '2026-02-11', 20, 0, '2026-03-17'],
    ['C7 颁证送达 十日（第四十四条）', '2026-09-30', 10, 0, '2026-10-20'],
    ['C8 听证申请 五日（第四十七条）', '2026-04-30', 5, 0, '2026-05-11'],
    ['C9 组织听证 二十日（第四十七条）', '2026-04-01', 20, 0, '2026-04-30'],
    ['C10 检验检测检疫 五日内派员（第五十五条）', '2026-06-17', 5, 0, '2026-06-25'],
  ])('%s: from %s, %i + %i working days → %s', (_row, day, amount, more, expected) => {
    const entries = more === 0 ? [start(day, amount)] : [start(day, amount), extend(day, more)]
    expect(dueOf(...entries)).toMatchObject({ state: 'running', day: expected })
  })
})

describe('C11 a renewal is asked for thirty days before the licence expires (第五十条)', () => {
  // The day of expiry is the last day of validity; thirty days before it are counted backwards, days off included.
  test.each<[expires: LegalDay, days: number, latest: LegalDay]>([
    ['2026-12-31', 30, '2026-12-01'],
    ['2026-03-15', 30, '2026-02-13'],
    ['2028-03-15', 30, '2028-02-14'],
    ['2026-10-31', 30, '2026-10-01'],
  ])('C11 a licence to %s, %i days before: on %s at the latest', (expires, days, latest) => {
    expect(addDays(expires, -days)).toBe(latest)
  })
})

describe('C3 the twenty days and the ten more, with stops in either (第四十二条、第四十五条)', () => {
  test.each<[string, ClockEntry[], LegalDay]>([
    [
      'C3 a stop before the extension',
      [stop('2026-03-09'), resume('2026-03-16'), extend('2026-03-20', 10)],
      '2026-04-21',
    ],
    [
      'C3 a stop in the ten more',
      [extend('2026-03-20', 10), stop('2026-04-01'), resume('2026-04-08')],
      '2026-04-20',
    ],
    ['C3 extended on the last day', [extend('2026-03-30', 10)], '2026-04-14'],
    [
      'C3 extended while a hearing is held',
      [stop('2026-03-09'), extend('2026-03-10', 10), resume('2026-03-16')],
      '2026-04-21',
    ],
  ])('%s', (_title, entries, expected) => {
    expect(dueOf(start('2026-03-02', 20), ...entries)).toMatchObject({ state: 'running', day: expected })
  })
})

describe('C6 stops (第四十五条): the time is not counted, (from, to]', () => {
  test.each<[string, ClockEntry[], Partial<ReturnType<typeof due>>]>([
    // 20 working days from Monday 2026-03-02 end on Monday 2026-03-30.
    ['nothing stops it', [], { state: 'running', day: '2026-03-30' }],
    ['five working days out', [stop('2026-03-09'), resume('2026-03-16')], { day: '2026-04-07' }],
    ['stopped and resumed on one day', [stop('2026-03-09'), resume('2026-03-09')], { day: '2026-03-30' }],
    ['from Friday to Sunday', [stop('2026-03-06'), resume('2026-03-08')], { day: '2026-03-30' }],
    ['on day 0', [stop('2026-03-02'), resume('2026-03-03')], { day: '2026-03-31' }],
    ['still stopped', [stop('2026-03-09')], { state: 'stopped', provisionalYears: [] }],
    ['still stopped since the last day', [stop('2026-03-30')], { state: 'stopped' }],
    ['from the last day on', [stop('2026-03-30'), resume('2026-04-02')], { day: '2026-04-02' }],
    ['from the last day to a Saturday', [stop('2026-03-30'), resume('2026-04-11')], { day: '2026-04-13' }],
    [
      'after the last day',
      [stop('2026-03-31'), resume('2026-04-30')],
      { state: 'running', day: '2026-03-30' },
    ],
    [
      'still stopped, but since after the last day',
      [stop('2026-03-31')],
      { state: 'running', day: '2026-03-30' },
    ],
    [
      'two stops',
      [stop('2026-03-04'), resume('2026-03-06'), stop('2026-03-10'), resume('2026-03-13')],
      { day: '2026-04-07' },
    ],
    [
      'two stops without a day between',
      [stop('2026-03-04'), resume('2026-03-06'), stop('2026-03-06'), resume('2026-03-09')],
      { day: '2026-04-02' },
    ],
    [
      'the second only lies in time because of the first',
      [stop('2026-03-30'), resume('2026-04-02'), stop('2026-04-02'), resume('2026-04-08')],
      { day: '2026-04-08' },
    ],
    [
      'the second comes after the end',
      [stop('2026-03-04'), resume('2026-03-05'), stop('2026-04-01'), resume('2026-04-08')],
      { day: '2026-03-31' },
    ],
    ['over a holiday', [stop('2026-03-27'), resume('2026-04-08')], { day: '2026-04-09' }],
    [
      'with an extension',
      [stop('2026-03-09'), resume('2026-03-16'), extend('2026-03-20', 10)],
      { day: '2026-04-21' },
    ],
    ['extended while stopped', [stop('2026-03-09'), extend('2026-03-10', 10)], { state: 'stopped' }],
  ])('%s', (_title, entries, expected) => {
    const actual = dueOf(start('2026-03-02', 20), ...entries)
    expect(actual).toMatchObject(expected)
    if (expected.day === undefined) expect(actual).not.toHaveProperty('day')
  })

  test('a stop names its ground and its law', () => {
    expect(fold(start('2026-03-02', 20), stop('2026-03-09'), resume('2026-03-10')).stops).toEqual([
      {
        from: '2026-03-09',
        fromAt: at('2026-03-09'),
        to: '2026-03-10',
        toAt: at('2026-03-10'),
        ground: '听证',
        basis: '法',
        notice: 'notice-1',
      },
    ])
  })
})

describe('C6 stops on several grounds at once', () => {
  const named = (notice: string, day: LegalDay, ground = '听证', hour = 10): ClockEntry => ({
    ...base,
    ...{ entry: 'stop', day, at: at(day, hour), ground, basis: '法', notice },
  })
  const ends = (notice: string, day: LegalDay, hour = 10): ClockEntry => ({
    ...base,
    ...{ entry: 'resume', day, at: at(day, hour), notice },
  })

  test.each<[string, ClockEntry[], Partial<ReturnType<typeof due>>]>([
    // 20 working days from Monday 2026-03-02 end on Monday 2026-03-30.
    [
      'one inside the other takes nothing more',
      [named('h', '2026-03-09'), named('e', '2026-03-10'), ends('e', '2026-03-12'), ends('h', '2026-03-16')],
      { day: '2026-04-07' },
    ],
    [
      'what they share is taken once',
      [named('h', '2026-03-09'), named('e', '2026-03-11'), ends('h', '2026-03-13'), ends('e', '2026-03-16')],
      { day: '2026-04-07' },
    ],
    [
      'the first has ended, the second has not',
      [named('h', '2026-03-09'), named('e', '2026-03-11'), ends('h', '2026-03-13')],
      { state: 'stopped' },
    ],
    [
      'the second began after the last day, while the first still lasted',
      [named('h', '2026-03-30'), named('e', '2026-04-01'), ends('h', '2026-04-02'), ends('e', '2026-04-08')],
      { day: '2026-04-08' },
    ],
    [
      'on the working day to which the first had moved the last day',
      [named('h', '2026-03-30'), ends('h', '2026-04-04'), named('e', '2026-04-07'), ends('e', '2026-04-09')],
      { day: '2026-04-09' },
    ],
    [
      'a stop that goes back before the clock takes nothing from it',
      [named('h', '2026-02-20'), ends('h', '2026-03-04')],
      { day: '2026-04-01' },
    ],
  ])('C6 %s', (_title, entries, expected) => {
    const actual = dueOf(start('2026-03-02', 20), ...entries)
    expect(actual).toMatchObject(expected)
    if (expected.day === undefined) expect(actual).not.toHaveProperty('day')
  })

  test('C6 a resumption names its notice; one without a name ends the latest stop', () => {
    const both = [named('h', '2026-03-09'), named('e', '2026-03-11', '专家评审')]
    const first = fold(start('2026-03-02', 20), ...both, ends('h', '2026-03-13'))
    expect(openStops(first).map(({ notice }) => notice)).toEqual(['e'])
    const latest = fold(start('2026-03-02', 20), ...both, resume('2026-03-13'))
    expect(openStops(latest).map(({ notice }) => notice)).toEqual(['h'])
  })

  test('C6 the end of a clock ends all its stops', () => {
    const clock = fold(
      start('2026-03-02', 20),
      named('h', '2026-03-09'),
      named('e', '2026-03-11'),
      end('2026-03-12'),
    )
    expect(clock.stops.map(({ to }) => to)).toEqual(['2026-03-12', '2026-03-12'])
  })

  test.each<[string, ClockEntry[], string]>([
    [
      'one notice stops twice',
      [named('h', '2026-03-09'), named('h', '2026-03-10')],
      'is stopped already by h',
    ],
    [
      'a notice that stopped nothing',
      [named('h', '2026-03-09'), ends('e', '2026-03-10')],
      'is not stopped by e',
    ],
  ])('C6 fault: %s', (_title, entries, message) => {
    expect(() => fold(start('2026-03-02', 20), ...entries)).toThrow(message)
  })
})

describe('calendar days (民法典第二百零一条、第二百零三条)', () => {
  test.each<[string, ClockEntry[], LegalDay]>([
    ['day 0 is not counted', [start('2026-03-02', 7, 'calendar-day')], '2026-03-09'],
    [
      'a last day in the National Day week moves behind it',
      [start('2026-09-25', 7, 'calendar-day')],
      '2026-10-08',
    ],
    ['a last day on a Saturday moves to Monday', [start('2026-03-02', 5, 'calendar-day')], '2026-03-09'],
    ['a last day on a make-up Saturday stays', [start('2026-10-03', 7, 'calendar-day')], '2026-10-10'],
    [
      'a stop moves the end by its own length',
      [start('2026-03-02', 10, 'calendar-day'), stop('2026-03-04'), resume('2026-03-09')],
      '2026-03-17',
    ],
    [
      'a stop on the last day keeps it open to the stop’s end',
      [start('2026-03-02', 7, 'calendar-day'), stop('2026-03-09'), resume('2026-03-12')],
      '2026-03-12',
    ],
    [
      'a stop on the day to which the end was moved as well',
      [start('2026-03-02', 5, 'calendar-day'), stop('2026-03-09'), resume('2026-03-12')],
      '2026-03-12',
    ],
    [
      'a stop after it changes nothing',
      [start('2026-03-02', 5, 'calendar-day'), stop('2026-03-10'), resume('2026-03-12')],
      '2026-03-09',
    ],
    [
      'an extension adds days',
      [start('2026-03-02', 7, 'calendar-day'), extend('2026-03-05', 3)],
      '2026-03-12',
    ],
  ])('%s', (_title, entries, expected) => {
    expect(dueOf(...entries)).toMatchObject({ state: 'running', day: expected })
  })

  test('stopped without an end it has no last day', () => {
    expect(dueOf(start('2026-03-02', 7, 'calendar-day'), stop('2026-03-04'))).not.toHaveProperty('day')
  })
})

describe('hours run from the moment itself, day and night (民法典第二百零一条第二款)', () => {
  test.each<[string, ClockEntry[], string]>([
    ['24 hours', [start('2026-10-01', 24, 'hour', 15)], at('2026-10-02', 15)],
    [
      'a stop that goes back before the clock takes only what lies in it',
      [start('2026-10-01', 24, 'hour', 15), stop('2026-10-01', 12), resume('2026-10-01', 17)],
      at('2026-10-02', 17),
    ],
    ['into a year without a list', [start('2026-12-31', 24, 'hour', 15)], at('2027-01-01', 15)],
    [
      'a stop takes its hours out',
      [start('2026-10-01', 24, 'hour', 15), stop('2026-10-01', 20), resume('2026-10-02', 8)],
      at('2026-10-03', 3),
    ],
    [
      'a stop at the last moment',
      [start('2026-10-01', 5, 'hour', 15), stop('2026-10-01', 20), resume('2026-10-01', 22)],
      at('2026-10-01', 22),
    ],
    [
      'a stop after it',
      [start('2026-10-01', 4, 'hour', 15), stop('2026-10-01', 20), resume('2026-10-01', 22)],
      at('2026-10-01', 19),
    ],
    ['an extension', [start('2026-10-01', 24, 'hour', 15), extend('2026-10-02', 24)], at('2026-10-03', 15)],
  ])('%s', (_title, entries, expected) => {
    const actual = dueOf(...entries)
    expect(actual).toMatchObject({ state: 'running', at: expected, provisionalYears: [] })
    expect(actual).not.toHaveProperty('day')
  })

  test('stopped it has no last moment', () => {
    expect(dueOf(start('2026-10-01', 24, 'hour', 15), stop('2026-10-01', 20))).toMatchObject({
      state: 'stopped',
    })
    expect(dueOf(start('2026-10-01', 24, 'hour', 15), stop('2026-10-01', 20))).not.toHaveProperty('at')
  })
})

describe('calendar versions', () => {
  test('a due day in a year without a list is provisional and moves when the list is published', () => {
    const clock = fold(start('2026-12-28', 5))
    expect(due(clock, calendar)).toMatchObject({
      day: '2027-01-04',
      provisionalYears: ['2027'],
      calendar: '2026-published',
    })
    const years = { ...PUBLISHED, '2027': { off: ['2027-01-01'], work: ['2027-01-03'] } }
    const published = compileCalendar({ version: '2027-published', years })
    const again = foldClock(
      { limit: clock },
      { entry: 'recompute', clock: 'limit', calendar: '2027-published' },
    )['limit']!
    expect(again.calendar).toBe('2027-published')
    expect(due(again, published)).toMatchObject({
      day: '2027-01-04',
      provisionalYears: [],
      calendar: '2027-published',
    })
    const longer = compileCalendar({
      version: '3',
      years: { ...years, '2027': { off: ['2027-01-01', '2027-01-04'], work: [] } },
    })
    expect(due(again, longer)).toMatchObject({ day: '2027-01-06' })
  })

  test('every year on the way counts as provisional, not only the last', () => {
    expect(dueOf(start('2026-12-28', 300))).toMatchObject({ provisionalYears: ['2027', '2028'] })
  })

  test.each<[string, ClockEntry[]]>([
    ['stop', [{ ...stop('2026-03-03'), calendar: 'new' } as ClockEntry]],
    ['resume', [stop('2026-03-03'), { ...resume('2026-03-04'), calendar: 'new' } as ClockEntry]],
    ['extend', [{ ...extend('2026-03-03', 1), calendar: 'new' } as ClockEntry]],
    ['recompute', [{ entry: 'recompute', clock: 'limit', calendar: 'new' }]],
  ])('the version named by the last entry counts: %s', (_entry, entries) => {
    expect(fold(start('2026-03-02', 20), ...entries).calendar).toBe('new')
  })
})

describe('ended clocks', () => {
  test('keep the day on which they were due', () => {
    const clock = fold(start('2026-03-02', 5), end('2026-03-04'))
    expect(clock.ended).toEqual({ day: '2026-03-04', at: at('2026-03-04') })
    expect(due(clock, calendar)).toMatchObject({ state: 'ended', day: '2026-03-09' })
  })

  test('a clock that ends while it stands still was stopped to its end', () => {
    const clock = fold(start('2026-03-02', 5), stop('2026-03-03'), end('2026-03-05'))
    expect(clock.stops).toMatchObject([{ from: '2026-03-03', to: '2026-03-05', toAt: at('2026-03-05') }])
    expect(due(clock, calendar)).toMatchObject({ state: 'ended', day: '2026-03-11' })
  })

  test('a stop that was over keeps its own end', () => {
    const clock = fold(start('2026-03-02', 5), stop('2026-03-03'), resume('2026-03-04'), end('2026-03-06'))
    expect(clock.stops).toMatchObject([{ to: '2026-03-04', toAt: at('2026-03-04') }])
  })

  test('the same limit may start again afterwards, from nothing', () => {
    const clock = fold(
      start('2026-03-02', 5),
      extend('2026-03-03', 3),
      end('2026-03-04'),
      start('2026-03-09', 5),
    )
    expect(clock).toMatchObject({ stops: [], extensions: [], start: { day: '2026-03-09' } })
    expect(clock).not.toHaveProperty('ended')
  })
})

describe('a ledger that cannot be is a fault', () => {
  test.each<[string, ClockEntry[], string]>([
    ['stopping what never started', [stop('2026-03-03')], 'was never started'],
    ['starting twice', [start('2026-03-02', 5), start('2026-03-03', 5)], 'runs already'],
    [
      'stopping twice',
      [start('2026-03-02', 5), stop('2026-03-03'), stop('2026-03-04')],
      'is stopped already',
    ],
    ['resuming what runs', [start('2026-03-02', 5), resume('2026-03-03')], 'is not stopped'],
    [
      'resuming twice',
      [start('2026-03-02', 5), stop('2026-03-03'), resume('2026-03-04'), resume('2026-03-05')],
      'is not stopped',
    ],
    ['ending twice', [start('2026-03-02', 5), end('2026-03-03'), end('2026-03-04')], 'has ended'],
    [
      'extending what has ended',
      [start('2026-03-02', 5), end('2026-03-03'), extend('2026-03-04', 1)],
      'has ended',
    ],
  ])('%s', (_title, entries, message) => {
    expect(() => fold(...entries)).toThrow(message)
  })
})

describe('how much of a clock is used', () => {
  const five = start('2026-03-02', 5)
  const over = (clock: Clock, day: LegalDay, hour = 10) => elapsed(clock, calendar, at(day, hour))
  test.each<[string, ClockEntry[], LegalDay, ReturnType<typeof elapsed>]>([
    ['nothing on day 0', [five], '2026-03-02', { total: 5, used: 0, left: 5, over: 0 }],
    ['nothing before it', [five], '2026-02-27', { total: 5, used: 0, left: 5, over: 0 }],
    ['days off are not used', [five], '2026-03-08', { total: 5, used: 4, left: 1, over: 0 }],
    ['the last day is in time', [five], '2026-03-09', { total: 5, used: 5, left: 0, over: 0 }],
    ['the day after is not', [five], '2026-03-10', { total: 5, used: 6, left: 0, over: 1 }],
    [
      'an extension gives more',
      [five, extend('2026-03-05', 3)],
      '2026-03-09',
      { total: 8, used: 5, left: 3, over: 0 },
    ],
    [
      'stops are not used',
      [five, stop('2026-03-03'), resume('2026-03-05')],
      '2026-03-06',
      { total: 5, used: 2, left: 3, over: 0 },
    ],
    [
      'nor in calendar days',
      [start('2026-03-02', 10, 'calendar-day'), stop('2026-03-04'), resume('2026-03-09')],
      '2026-03-10',
      { total: 10, used: 3, left: 7, over: 0 },
    ],
    [
      'one that lasts neither',
      [five, stop('2026-03-03')],
      '2026-03-20',
      { total: 5, used: 1, left: 4, over: 0 },
    ],
    [
      'a stop that came too late does not help',
      [five, stop('2026-03-10')],
      '2026-03-11',
      { total: 5, used: 7, left: 0, over: 2 },
    ],
    [
      'nothing is used after the end',
      [five, end('2026-03-04')],
      '2026-03-20',
      { total: 5, used: 2, left: 3, over: 0 },
    ],
    [
      'asked about a day before it ended',
      [five, end('2026-03-06')],
      '2026-03-04',
      { total: 5, used: 2, left: 3, over: 0 },
    ],
    [
      'a last calendar day moved off a Saturday',
      [start('2026-03-02', 5, 'calendar-day')],
      '2026-03-09',
      { total: 5, used: 7, left: 0, over: 0 },
    ],
  ])('%s', (_title, entries, day, expected) => expect(over(fold(...entries), day)).toEqual(expected))

  test('hours of a stop are not used, nor any after the end', () => {
    const eight = start('2026-03-02', 24, 'hour', 8)
    const clock = fold(eight, stop('2026-03-02', 12), resume('2026-03-02', 14))
    expect(over(clock, '2026-03-02', 15)).toEqual({ total: 24, used: 5, left: 19, over: 0 })
    expect(over(fold(eight, end('2026-03-02')), '2026-03-03', 12)).toMatchObject({
      used: 2,
      left: 22,
      over: 0,
    })
  })

  test('hours may be broken', () => {
    const clock = fold(start('2026-03-02', 24, 'hour', 10))
    expect(over(clock, '2026-03-02', 11.5)).toEqual({ total: 24, used: 1.5, left: 22.5, over: 0 })
    expect(over(clock, '2026-03-03', 12)).toMatchObject({ left: 0, over: 2 })
  })
})

test('extensions add up', () => {
  expect(totalAmount(fold(start('2026-03-02', 20), extend('2026-03-03', 10), extend('2026-03-04', 5)))).toBe(
    35,
  )
})

test('clocks do not touch each other', () => {
  const clocks = [
    start('2026-03-02', 5),
    { ...start('2026-03-03', 9), clock: 'other' } as ClockEntry,
    end('2026-03-04'),
  ]
  const folded = clocks.reduce<Clocks>(foldClock, {})
  expect(Object.keys(folded)).toEqual(['limit', 'other'])
  expect(folded['other']).toMatchObject({ name: 'other', kind: 'statutory', unit: 'working-day', amount: 9 })
  expect(folded['other']!.ended).toBeUndefined()
})

test('a legal day ends at midnight in Shanghai, 16:00 UTC', () => {
  expect(legalDay('2026-09-21T15:59:59.999Z')).toBe('2026-09-21')
  expect(legalDay('2026-09-21T16:00:00.000Z')).toBe('2026-09-22')
  expect(startOfDay('2026-09-22')).toBe('2026-09-21T16:00:00.000Z')
})
