import { expect, test } from 'vitest'
import { compileCalendar } from '#engine/calendar/calendar.ts'
import { opening } from './opening.ts'

const source = { version: 'test', years: { '2026': { off: ['2026-10-01'], work: ['2026-10-10'] } } }
const calendar = compileCalendar(source)
const hours = {
  workday: [
    { from: '08:30', to: '12:00' },
    { from: '12:00', to: '13:00', duty: true },
    { from: '14:00', to: '17:00' },
  ],
  saturday: [{ from: '09:00', to: '16:00', duty: true }],
}

test.each([
  ['2026-11-23T08:00', false, '休息中，08:30 开门'],
  ['2026-11-23T09:00', true, '正在服务，至 13:00'],
  ['2026-11-23T12:30', true, '正在服务，至 13:00'],
  ['2026-11-23T13:30', false, '休息中，14:00 开门'],
  ['2026-11-23T17:00', false, '今天的服务时间已过'],
  ['2026-11-28T10:00', true, '正在服务，至 16:00'],
  ['2026-11-29T10:00', false, '今天休息'],
  ['2026-10-01T10:00', false, '今天休息'],
  ['2026-10-10T16:30', true, '正在服务，至 17:00'],
])('%s: open %s, “%s”', (local, open, sentence) => {
  const now = new Date(`${local}:00.000+08:00`).toISOString()
  expect(opening(hours, calendar, source, now)).toEqual({ open, sentence })
})
