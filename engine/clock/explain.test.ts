import { expect, test } from 'vitest'
import { compileCalendar } from '../calendar/calendar.ts'
import { startOfDay, type LegalDay } from '../day.ts'
import { UP_TO_2026 } from '../testing/published-years.ts'
import { foldClock, type Clocks } from './clock.ts'
import type { ClockEntry, ClockUnit } from './entry.ts'
import { explain } from './explain.ts'

const calendar = compileCalendar(UP_TO_2026)

const at = (day: LegalDay, hour = 10) =>
  new Date(Date.parse(startOfDay(day)) + hour * 3_600_000).toISOString()
const base = { clock: 'limit', calendar: UP_TO_2026.version }

function start(day: LegalDay, amount: number, unit: ClockUnit = 'working-day', hour = 10): ClockEntry {
  const basis = '行政许可法第四十二条'
  return {
    ...base,
    entry: 'start',
    kind: 'statutory',
    unit,
    amount,
    day,
    at: at(day, hour),
    event: '受理',
    basis,
  }
}
function stop(day: LegalDay, hour = 10): ClockEntry {
  const basis = '行政许可法第四十五条'
  return { ...base, entry: 'stop', day, at: at(day, hour), ground: '听证', basis, notice: 'notice-1' }
}
function resume(day: LegalDay, hour = 10): ClockEntry {
  return { ...base, entry: 'resume', day, at: at(day, hour) }
}
function extend(day: LegalDay, amount: number): ClockEntry {
  const said = { approvedBy: '本行政机关负责人', reason: '需要现场核查', basis: '行政许可法第四十二条' }
  return { ...base, entry: 'extend', amount, day, at: at(day), ...said }
}

test.each<[string, ClockEntry[], string]>([
  [
    'day 0',
    [start('2026-03-02', 5)],
    '2026年3月2日（星期一）受理（当日不计，次日起算），行政许可法第四十二条：5个工作日。到期日：2026年3月9日（星期一）。',
  ],
  [
    'a basis that is a whole sentence loses its full stop',
    [{ ...start('2026-03-02', 5), basis: '登记时应当如实提供情况。' } as ClockEntry],
    '2026年3月2日（星期一）受理（当日不计，次日起算），登记时应当如实提供情况：5个工作日。到期日：2026年3月9日（星期一）。',
  ],
  [
    'the same day: no day is left out, so none is said to be',
    [start('2026-03-02', 0)],
    '2026年3月2日（星期一）受理，行政许可法第四十二条：当日办结。到期日：2026年3月2日（星期一）。',
  ],
  [
    'the same day on a duty Saturday is that Saturday',
    [start('2026-03-07', 0)],
    '2026年3月7日（星期六）受理，行政许可法第四十二条：当日办结。到期日：2026年3月7日（星期六）。',
  ],
  [
    'a holiday and the make-up days around it',
    [start('2026-09-18', 10)],
    '2026年9月18日（星期五）受理（当日不计，次日起算），行政许可法第四十二条：10个工作日；' +
      '其间法定节假日放假9月25日至27日、10月1日至7日不计；调休上班的9月20日计入。到期日：2026年10月9日（星期五）。',
  ],
  [
    'make-up days in two places',
    [start('2026-09-18', 11)],
    '2026年9月18日（星期五）受理（当日不计，次日起算），行政许可法第四十二条：11个工作日；' +
      '其间法定节假日放假9月25日至27日、10月1日至7日不计；调休上班的9月20日、10月10日计入。到期日：2026年10月10日（星期六）。',
  ],
  [
    'a stop that is over',
    [start('2026-03-02', 20), stop('2026-03-09'), resume('2026-03-16')],
    '2026年3月2日（星期一）受理（当日不计，次日起算），行政许可法第四十二条：20个工作日；' +
      '2026年3月9日（星期一）至2026年3月16日（星期一）因听证不计入期限（行政许可法第四十五条），扣除5个工作日；' +
      '其间法定节假日放假4月4日至6日不计。到期日：2026年4月7日（星期二）。',
  ],
  [
    'a stop that lasts',
    [start('2026-03-02', 20), stop('2026-03-09')],
    '2026年3月2日（星期一）受理（当日不计，次日起算），行政许可法第四十二条：20个工作日；' +
      '2026年3月9日（星期一）起因听证依法暂停计时（行政许可法第四十五条）。目前计时暂停，恢复后重新算出到期日。',
  ],
  [
    'a stop that came too late',
    [start('2026-03-02', 5), stop('2026-03-10')],
    '2026年3月2日（星期一）受理（当日不计，次日起算），行政许可法第四十二条：5个工作日；' +
      '2026年3月10日（星期二）起的听证（行政许可法第四十五条）晚于到期日，不影响期限。到期日：2026年3月9日（星期一）。',
  ],
  [
    'holidays and make-up days inside a stop are not counted twice',
    [start('2026-09-18', 5), stop('2026-09-19'), resume('2026-10-08')],
    '2026年9月18日（星期五）受理（当日不计，次日起算），行政许可法第四十二条：5个工作日；' +
      '2026年9月19日（星期六）至2026年10月8日（星期四）因听证不计入期限（行政许可法第四十五条），扣除9个工作日；' +
      '调休上班的10月10日计入。到期日：2026年10月14日（星期三）。',
  ],
  [
    'the first day of a stop still counts',
    [start('2026-09-18', 5), stop('2026-09-20'), resume('2026-09-21')],
    '2026年9月18日（星期五）受理（当日不计，次日起算），行政许可法第四十二条：5个工作日；' +
      '2026年9月20日（星期日）至2026年9月21日（星期一）因听证不计入期限（行政许可法第四十五条），扣除1个工作日；' +
      '其间法定节假日放假9月25日至27日不计；调休上班的9月20日计入。到期日：2026年9月28日（星期一）。',
  ],
  [
    'a stop that begins on the last day',
    [start('2026-03-02', 5), stop('2026-03-09'), resume('2026-03-11')],
    '2026年3月2日（星期一）受理（当日不计，次日起算），行政许可法第四十二条：5个工作日；' +
      '2026年3月9日（星期一）至2026年3月11日（星期三）因听证不计入期限（行政许可法第四十五条），扣除2个工作日。' +
      '到期日：2026年3月11日（星期三）。',
  ],
  [
    'a stop that ends on a make-up day',
    [start('2026-09-17', 2), stop('2026-09-18'), resume('2026-09-20')],
    '2026年9月17日（星期四）受理（当日不计，次日起算），行政许可法第四十二条：2个工作日；' +
      '2026年9月18日（星期五）至2026年9月20日（星期日）因听证不计入期限（行政许可法第四十五条），扣除1个工作日。' +
      '到期日：2026年9月21日（星期一）。',
  ],
  [
    'begun on a make-up day, which is day 0 and not counted',
    [start('2026-09-20', 1)],
    '2026年9月20日（星期日）受理（当日不计，次日起算），行政许可法第四十二条：1个工作日。到期日：2026年9月21日（星期一）。',
  ],
  [
    'a holiday that runs into the next month',
    [start('2025-01-27', 1)],
    '2025年1月27日（星期一）受理（当日不计，次日起算），行政许可法第四十二条：1个工作日；' +
      '其间法定节假日放假1月28日至2月4日不计。到期日：2025年2月5日（星期三）。',
  ],
  [
    'two grounds at once: what they share is said to be taken once',
    [
      start('2026-03-02', 20),
      stop('2026-03-09'),
      { ...stop('2026-03-11'), ground: '专家评审', notice: 'notice-2' } as ClockEntry,
      { ...resume('2026-03-13'), notice: 'notice-1' } as ClockEntry,
      { ...resume('2026-03-16'), notice: 'notice-2' } as ClockEntry,
    ],
    '2026年3月2日（星期一）受理（当日不计，次日起算），行政许可法第四十二条：20个工作日；' +
      '2026年3月9日（星期一）至2026年3月13日（星期五）因听证不计入期限（行政许可法第四十五条），扣除4个工作日；' +
      '2026年3月11日（星期三）至2026年3月16日（星期一）因专家评审不计入期限（行政许可法第四十五条），' +
      '与前述暂停重叠的时间不重复扣除，另扣除1个工作日；' +
      '其间法定节假日放假4月4日至6日不计。到期日：2026年4月7日（星期二）。',
  ],
  [
    'two grounds one after the other share nothing',
    [
      start('2026-03-02', 20),
      stop('2026-03-04'),
      { ...resume('2026-03-06'), notice: 'notice-1' } as ClockEntry,
      { ...stop('2026-03-06'), ground: '专家评审', notice: 'notice-2' } as ClockEntry,
      { ...resume('2026-03-09'), notice: 'notice-2' } as ClockEntry,
    ],
    '2026年3月2日（星期一）受理（当日不计，次日起算），行政许可法第四十二条：20个工作日；' +
      '2026年3月4日（星期三）至2026年3月6日（星期五）因听证不计入期限（行政许可法第四十五条），扣除2个工作日；' +
      '2026年3月6日（星期五）至2026年3月9日（星期一）因专家评审不计入期限（行政许可法第四十五条），扣除1个工作日。到期日：2026年4月2日（星期四）。',
  ],
  [
    'a stop told later that ends as the other begins shares nothing with it',
    [
      start('2026-03-02', 20),
      stop('2026-03-10'),
      { ...resume('2026-03-13'), notice: 'notice-1' } as ClockEntry,
      { ...stop('2026-03-06'), ground: '专家评审', notice: 'notice-2' } as ClockEntry,
      { ...resume('2026-03-10'), notice: 'notice-2' } as ClockEntry,
    ],
    '2026年3月2日（星期一）受理（当日不计，次日起算），行政许可法第四十二条：20个工作日；' +
      '2026年3月10日（星期二）至2026年3月13日（星期五）因听证不计入期限（行政许可法第四十五条），扣除3个工作日；' +
      '2026年3月6日（星期五）至2026年3月10日（星期二）因专家评审不计入期限（行政许可法第四十五条），扣除2个工作日；其间法定节假日放假4月4日至6日不计。到期日：2026年4月7日（星期二）。',
  ],
  [
    'a stop told later that began before the other adds what lies around it',
    [
      start('2026-03-02', 20),
      stop('2026-03-11'),
      { ...resume('2026-03-13'), notice: 'notice-1' } as ClockEntry,
      { ...stop('2026-03-09'), ground: '专家评审', notice: 'notice-2' } as ClockEntry,
      { ...resume('2026-03-16'), notice: 'notice-2' } as ClockEntry,
    ],
    '2026年3月2日（星期一）受理（当日不计，次日起算），行政许可法第四十二条：20个工作日；' +
      '2026年3月11日（星期三）至2026年3月13日（星期五）因听证不计入期限（行政许可法第四十五条），扣除2个工作日；' +
      '2026年3月9日（星期一）至2026年3月16日（星期一）因专家评审不计入期限（行政许可法第四十五条），与前述暂停重叠的时间不重复扣除，另扣除3个工作日；其间法定节假日放假4月4日至6日不计。到期日：2026年4月7日（星期二）。',
  ],
  [
    'a stop that goes back before the clock takes only what lies in it',
    [start('2026-03-02', 20), stop('2026-02-20'), resume('2026-03-04')],
    '2026年3月2日（星期一）受理（当日不计，次日起算），行政许可法第四十二条：20个工作日；' +
      '2026年2月20日（星期五）至2026年3月4日（星期三）因听证不计入期限（行政许可法第四十五条），扣除2个工作日。' +
      '到期日：2026年4月1日（星期三）。',
  ],
  [
    'two grounds, one of which still lasts',
    [
      start('2026-03-02', 20),
      stop('2026-03-09'),
      { ...stop('2026-03-11'), ground: '专家评审', notice: 'notice-2' } as ClockEntry,
      { ...resume('2026-03-13'), notice: 'notice-1' } as ClockEntry,
    ],
    '2026年3月2日（星期一）受理（当日不计，次日起算），行政许可法第四十二条：20个工作日；' +
      '2026年3月9日（星期一）至2026年3月13日（星期五）因听证不计入期限（行政许可法第四十五条），扣除4个工作日；' +
      '2026年3月11日（星期三）起因专家评审依法暂停计时（行政许可法第四十五条）。目前计时暂停，恢复后重新算出到期日。',
  ],
  [
    'two grounds, the first of which still lasts',
    [
      start('2026-03-02', 20),
      stop('2026-03-09'),
      { ...stop('2026-03-11'), ground: '专家评审', notice: 'notice-2' } as ClockEntry,
      { ...resume('2026-03-13'), notice: 'notice-2' } as ClockEntry,
    ],
    '2026年3月2日（星期一）受理（当日不计，次日起算），行政许可法第四十二条：20个工作日；' +
      '2026年3月9日（星期一）起因听证依法暂停计时（行政许可法第四十五条）；' +
      '2026年3月11日（星期三）至2026年3月13日（星期五）因专家评审不计入期限（行政许可法第四十五条），' +
      '与前述暂停重叠的时间不重复扣除，另扣除0个工作日。目前计时暂停，恢复后重新算出到期日。',
  ],
  [
    'an extension',
    [start('2026-03-02', 20), extend('2026-03-20', 10)],
    '2026年3月2日（星期一）受理（当日不计，次日起算），行政许可法第四十二条：20个工作日；' +
      '2026年3月20日（星期五）经本行政机关负责人批准延长10个工作日（需要现场核查；行政许可法第四十二条）；' +
      '其间法定节假日放假4月4日至6日不计。到期日：2026年4月14日（星期二）。',
  ],
  [
    'a year without a published list',
    [start('2026-12-28', 5)],
    '2026年12月28日（星期一）受理（当日不计，次日起算），行政许可法第四十二条：5个工作日。到期日：2027年1月4日（星期一）。' +
      '2027年放假安排尚未公布，这一天为暂算，公布后自动重算。',
  ],
  [
    'calendar days',
    [start('2026-03-02', 7, 'calendar-day')],
    '2026年3月2日（星期一）受理（当日不计，次日起算），行政许可法第四十二条：7日。到期日：2026年3月9日（星期一）。',
  ],
  [
    'calendar days that end on a day off (民法典203)',
    [start('2026-09-25', 7, 'calendar-day')],
    '2026年9月25日（星期五）受理（当日不计，次日起算），行政许可法第四十二条：7日；' +
      '最后一日2026年10月2日（星期五）是休息日，顺延到下一个工作日。到期日：2026年10月8日（星期四）。',
  ],
  [
    'calendar days with a stop that end on a day off',
    [start('2026-03-02', 7, 'calendar-day'), stop('2026-03-04'), resume('2026-03-09')],
    '2026年3月2日（星期一）受理（当日不计，次日起算），行政许可法第四十二条：7日；' +
      '2026年3月4日（星期三）至2026年3月9日（星期一）因听证不计入期限（行政许可法第四十五条），扣除5日；' +
      '最后一日2026年3月14日（星期六）是休息日，顺延到下一个工作日。到期日：2026年3月16日（星期一）。',
  ],
  [
    'hours',
    [start('2026-10-01', 24, 'hour', 9)],
    '2026年10月1日（星期四）受理，行政许可法第四十二条：24小时。截止时间：2026年10月2日（星期五） 09:00。',
  ],
  [
    'no hour at all is a moment and not a day',
    [start('2026-10-01', 0, 'hour', 9)],
    '2026年10月1日（星期四）受理，行政许可法第四十二条：0小时。截止时间：2026年10月1日（星期四） 09:00。',
  ],
  [
    'hours with a stop at the last moment',
    [start('2026-10-01', 3, 'hour', 9), stop('2026-10-01', 12), resume('2026-10-01', 18)],
    '2026年10月1日（星期四）受理，行政许可法第四十二条：3小时；' +
      '2026年10月1日（星期四）至2026年10月1日（星期四）因听证不计入期限（行政许可法第四十五条）。' +
      '截止时间：2026年10月1日（星期四） 18:00。',
  ],
  [
    'hours with two grounds at once',
    [
      start('2026-10-01', 24, 'hour', 9),
      stop('2026-10-01', 12),
      { ...stop('2026-10-01', 14), ground: '专家评审', notice: 'notice-2' } as ClockEntry,
      { ...resume('2026-10-01', 16), notice: 'notice-1' } as ClockEntry,
      { ...resume('2026-10-01', 18), notice: 'notice-2' } as ClockEntry,
    ],
    '2026年10月1日（星期四）受理，行政许可法第四十二条：24小时；' +
      '2026年10月1日（星期四）至2026年10月1日（星期四）因听证不计入期限（行政许可法第四十五条）；' +
      '2026年10月1日（星期四）至2026年10月1日（星期四）因专家评审不计入期限（行政许可法第四十五条），' +
      '与前述暂停重叠的时间不重复扣除。截止时间：2026年10月2日（星期五） 15:00。',
  ],
  [
    'hours with two grounds that only met before the clock began',
    [
      start('2026-10-01', 24, 'hour', 15),
      stop('2026-10-01', 8),
      { ...stop('2026-10-01', 10), ground: '专家评审', notice: 'notice-2' } as ClockEntry,
      { ...resume('2026-10-01', 12), notice: 'notice-1' } as ClockEntry,
      { ...resume('2026-10-01', 16), notice: 'notice-2' } as ClockEntry,
    ],
    '2026年10月1日（星期四）受理，行政许可法第四十二条：24小时；' +
      '2026年10月1日（星期四）至2026年10月1日（星期四）因听证不计入期限（行政许可法第四十五条）；' +
      '2026年10月1日（星期四）至2026年10月1日（星期四）因专家评审不计入期限（行政许可法第四十五条）。' +
      '截止时间：2026年10月2日（星期五） 16:00。',
  ],
  [
    'hours with a stop that came too late',
    [start('2026-10-01', 2, 'hour', 9), stop('2026-10-01', 12)],
    '2026年10月1日（星期四）受理，行政许可法第四十二条：2小时；' +
      '2026年10月1日（星期四）起的听证（行政许可法第四十五条）晚于到期日，不影响期限。' +
      '截止时间：2026年10月1日（星期四） 11:00。',
  ],
  [
    'hours with a stop',
    [start('2026-10-01', 24, 'hour', 9), stop('2026-10-01', 12), resume('2026-10-01', 18)],
    '2026年10月1日（星期四）受理，行政许可法第四十二条：24小时；' +
      '2026年10月1日（星期四）至2026年10月1日（星期四）因听证不计入期限（行政许可法第四十五条）。' +
      '截止时间：2026年10月2日（星期五） 15:00。',
  ],
])('%s', (_title, entries, sentence) => {
  expect(explain(entries.reduce<Clocks>(foldClock, {})['limit']!, calendar)).toBe(sentence)
})

test('every year without a list is named', () => {
  const clock = foldClock({}, start('2026-12-28', 300))['limit']!
  expect(explain(clock, calendar)).toContain('2027、2028年放假安排尚未公布，这一天为暂算')
})
