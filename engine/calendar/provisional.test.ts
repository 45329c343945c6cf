import { describe, expect, test } from 'vitest'
import { foldClock, due, type Clocks } from '../clock/clock.ts'
import type { ClockEntry } from '../clock/entry.ts'
import { explain } from '../clock/explain.ts'
import { dayNumber, dayOfNumber, startOfDay, weekday, type LegalDay } from '../day.ts'
import { PUBLISHED, UP_TO_2026 } from '../testing/published-years.ts'
import { compileCalendar, type CalendarSource } from './calendar.ts'
import { statutoryHolidays } from './statutory-holidays.ts'

const lawful: CalendarSource = { ...UP_TO_2026, version: 'lawful', unpublished: 'statutory-2024' }

function clockOf(day: LegalDay, amount: number, event = '受理') {
  const entry: ClockEntry = {
    ...{ entry: 'start', clock: 'limit', kind: 'statutory', unit: 'working-day', amount, day },
    ...{ at: startOfDay(day), event, basis: '行政许可法第四十二条', calendar: 'lawful' },
  }
  return [entry].reduce<Clocks>(foldClock, {})['limit']!
}

describe('holidays fixed by law (全国年节及纪念日放假办法第二条)', () => {
  test('thirteen days a year while the lunar dates are known, six fixed ones beyond', () => {
    for (let year = 2025; year <= 2035; year++) {
      // 中秋 of 2028 and of 2031 falls among the days of National Day.
      expect(new Set(statutoryHolidays(String(year))).size).toBe([2028, 2031].includes(year) ? 12 : 13)
    }
    expect(statutoryHolidays('2027')).toEqual([
      ...['2027-01-01', '2027-02-05', '2027-02-06', '2027-02-07', '2027-02-08', '2027-04-05'],
      ...['2027-05-01', '2027-05-02', '2027-06-09', '2027-09-15', '2027-10-01', '2027-10-02', '2027-10-03'],
    ])
    expect(statutoryHolidays('2036')).toEqual([
      ...['2036-01-01', '2036-05-01', '2036-05-02', '2036-10-01', '2036-10-02', '2036-10-03'],
    ])
  })

  test.each(['2025', '2026'])('all of them are off in the published list of %s', (year) => {
    const calendar = compileCalendar(UP_TO_2026)
    const worked = statutoryHolidays(year).filter((day) => calendar.isWorkday(day))
    expect(worked).toEqual([])
    const off = new Set(PUBLISHED[year]!.off)
    expect(
      statutoryHolidays(year).filter((day) => !off.has(day) && ![0, 6].includes(weekday(dayNumber(day)))),
    ).toEqual([])
  })

  test.each(Array.from({ length: 11 }, (_, index) => String(2025 + index)))(
    'the moving days of %s lie where the lunar calendar can put them',
    (year) => {
      const moving = statutoryHolidays(year)
      // Each of the fixed days is taken out once: 中秋 may fall on one of them.
      for (const fixed of ['01-01', '05-01', '05-02', '10-01', '10-02', '10-03'])
        moving.splice(moving.indexOf(`${year}-${fixed}`), 1)
      const [eve, first, , , tombs, dragonBoat, midAutumn] = moving.map(dayNumber)
      // The eve is the day before; 清明 is 4 or 5 April; from 正月初一 to 五月初五 it is four months and four days, or five.
      expect(first! - eve!).toBe(1)
      expect([`${year}-04-04`, `${year}-04-05`]).toContain(dayOfNumber(tombs!))
      expect([121, 122, 123, 150, 151, 152, 153]).toContain(dragonBoat! - first!)
      // From 五月初五 to 八月十五 it is three months and ten days, or a leap month more.
      expect([98, 99, 127, 128, 129]).toContain(midAutumn! - dragonBoat!)
      expect(moving).toHaveLength(7)
    },
  )
})

describe('a year without a list', () => {
  test('is counted with what the law fixes, and stays provisional', () => {
    const clock = clockOf('2026-12-28', 5)
    expect(due(clock, compileCalendar(UP_TO_2026))).toMatchObject({
      day: '2027-01-04',
      provisionalYears: ['2027'],
    })
    expect(due(clock, compileCalendar(lawful))).toMatchObject({
      day: '2027-01-05',
      provisionalYears: ['2027'],
    })
    expect(explain(clock, compileCalendar(lawful))).toBe(
      '2026年12月28日（星期一）受理（当日不计，次日起算），行政许可法第四十二条：5个工作日；其间法定节假日放假1月1日不计。' +
        '到期日：2027年1月5日（星期二）。2027年放假安排尚未公布，这一天按周末和法定节日暂算，公布后自动重算。',
    )
  })

  test('a holiday on a weekend is made up for on a day nobody knows yet, so none is guessed', () => {
    // 2027-05-01 and 02 are a weekend; the notice will name the days in lieu.
    expect(compileCalendar(lawful).addWorkingDays('2027-04-30', 1)).toBe('2027-05-03')
  })

  test('the published list takes the place of the rule altogether', () => {
    const years = { ...PUBLISHED, '2027': { off: ['2027-01-01'], work: ['2027-02-06'] } }
    const published = compileCalendar({ ...lawful, years })
    expect(published.isWorkday('2027-02-06')).toBe(true)
    expect(published.isWorkday('2027-02-08')).toBe(true)
  })

  test('the last year known is counted by the rule as well', () => {
    expect(compileCalendar(lawful).isWorkday('2100-10-01')).toBe(false)
  })

  test('the first year of the rule is counted by it where its list is not told', () => {
    const untold = compileCalendar({ version: 'untold', years: {}, unpublished: 'statutory-2024' })
    expect([untold.isWorkday('2024-10-01'), untold.isWorkday('2025-10-01')]).toEqual([true, false])
  })

  test('years before the rule are counted by weekends', () => {
    expect(compileCalendar(lawful).isWorkday('2024-10-01')).toBe(true)
  })
})

describe('days off of the area alone (地方节假日)', () => {
  const festival = {
    name: '三月三',
    off: ['2026-04-20', '2026-04-21'],
    work: ['2026-04-19'],
    basis: '自治区人民政府通知',
  }
  const here = compileCalendar({ ...UP_TO_2026, version: 'here', local: [festival] })
  const elsewhere = compileCalendar(UP_TO_2026)

  test('hold here and not elsewhere', () => {
    expect(festival.off.map((day) => [here.isWorkday(day), elsewhere.isWorkday(day)])).toEqual([
      [false, true],
      [false, true],
    ])
    expect([here.isWorkday('2026-04-19'), elsewhere.isWorkday('2026-04-19')]).toEqual([true, false])
    expect(due(clockOf('2026-04-17', 3), here)).toMatchObject({ day: '2026-04-23' })
    expect(due(clockOf('2026-04-17', 3), elsewhere)).toMatchObject({ day: '2026-04-22' })
  })

  test('go before what the nation says of the same day', () => {
    const made = { ...festival, off: ['2026-10-10'], work: [] }
    expect(compileCalendar({ ...UP_TO_2026, local: [made] }).isWorkday('2026-10-10')).toBe(false)
  })

  test('the sentence says whose days they are', () => {
    expect(explain(clockOf('2026-04-17', 3), here)).toBe(
      '2026年4月17日（星期五）受理（当日不计，次日起算），行政许可法第四十二条：3个工作日；' +
        '其间本地假日“三月三”（自治区人民政府通知）放假4月20日至21日不计；调休上班的4月19日计入。到期日：2026年4月23日（星期四）。',
    )
  })

  test('days inside a stop are not counted anyway, and not named', () => {
    const [day, to] = ['2026-04-17', '2026-04-21']
    const named = { clock: 'limit', calendar: 'here', notice: 'n' }
    const entries: ClockEntry[] = [
      { ...named, entry: 'stop', day, at: startOfDay(day), ground: '听证', basis: '法' },
      { ...named, entry: 'resume', day: to, at: startOfDay(to) },
    ]
    const clock = entries.reduce<Clocks>(foldClock, { limit: clockOf(day, 3) })['limit']!
    expect(explain(clock, here)).toBe(
      '2026年4月17日（星期五）受理（当日不计，次日起算），行政许可法第四十二条：3个工作日；' +
        '2026年4月17日（星期五）至2026年4月21日（星期二）因听证不计入期限（法），扣除1个工作日。到期日：2026年4月24日（星期五）。',
    )
  })

  test('each holiday is named by itself and with its own basis, its days together', () => {
    const one = { name: '古尔邦节', off: ['2026-05-27'], work: [], basis: '通知一' }
    const again = { ...one, off: ['2026-05-29'] }
    const other = { ...one, name: '肉孜节', off: ['2026-05-28'] }
    const elsewise = { ...one, off: ['2026-06-01'], basis: '通知二' }
    const several = compileCalendar({ ...UP_TO_2026, local: [one, again, other, elsewise] })
    expect(several.exceptions('2026-05-26', '2026-06-02').local).toEqual([
      { ...one, off: ['2026-05-27', '2026-05-29'] },
      other,
      elsewise,
    ])
    expect(explain(clockOf('2026-05-26', 1), several)).toContain(
      '其间本地假日“古尔邦节”（通知一）放假5月27日、5月29日不计；其间本地假日“肉孜节”（通知一）放假5月28日不计',
    )
  })
})
