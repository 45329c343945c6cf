import { expect, test } from 'vitest'
import { day, dayOf, isDay, longDay, moment, shortDay, time } from './day.ts'
import { limitWords, remainingWords } from './limit.ts'
import { fileSize, groupedNumber, yuan } from './quantity.ts'

test.each([
  [day('2026-11-22'), '2026年11月22日'],
  [longDay('2026-11-22'), '2026年11月22日（星期日）'],
  [longDay('2024-02-29'), '2024年2月29日（星期四）'],
  [longDay('未定'), '未定'],
  [shortDay('2026-01-05'), '1月5日'],
  [moment('2026-11-22T06:05:00.000Z'), '2026年11月22日 14:05'],
  [moment('2026-11-22T16:30:00.000Z'), '2026年11月23日 00:30'],
  [time('2026-11-22T23:59:00.000Z'), '07:59'],
  [dayOf('2026-12-31T16:00:00.000Z'), '2027-01-01'],
  [limitWords({ amount: 5, unit: 'working-day' }), '5个工作日'],
  [limitWords({ amount: 0, unit: 'working-day' }), '当场办结'],
  [limitWords({ amount: 30, unit: 'calendar-day' }), '30天'],
  [limitWords({ amount: 24, unit: 'hour' }), '24小时'],
  [remainingWords(3), '还有3个工作日'],
  [remainingWords(0), '今天到期'],
  [remainingWords(-2), '已超过2个工作日'],
  [fileSize(512), '512 字节'],
  [fileSize(1_258_291), '1.2 MB'],
  [fileSize(20_480), '20 KB'],
  [yuan('1200.5'), '1,200.50元'],
  [yuan('1000000'), '1,000,000元'],
  [yuan('约三千'), '约三千'],
  [groupedNumber('370304400120260105000123K'), '370304 4001 20260105 000123K'],
  [groupedNumber('370304400120260105000123K-02'), '370304 4001 20260105 000123K-02'],
  [groupedNumber('BS-1'), 'BS-1'],
])('%s reads %s', (given, wanted) => {
  expect(given).toBe(wanted)
})

test.each([
  ['2026-02-28', true],
  ['2026-02-29', false],
  ['2024-02-29', true],
  ['2026-13-01', false],
  ['2026-1-1', false],
  ['', false],
])('%s is a day of the calendar: %s', (date, wanted) => {
  expect(isDay(date)).toBe(wanted)
})
