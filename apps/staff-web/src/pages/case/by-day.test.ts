import { expect, test } from 'vitest'
import { byDay } from './by-day.ts'

const line = (seq: number, at: string) => ({ seq, at, who: '系统', text: '', details: [] })

test('steps fall on the day they have in China, the latest first', () => {
  const days = byDay([
    line(1, '2026-11-20T15:59:00.000Z'),
    line(2, '2026-11-20T16:01:00.000Z'),
    line(3, '2026-11-21T09:00:00.000+08:00'),
  ])
  expect(days.map(({ day, lines }) => [day, ...lines.map(({ seq }) => seq)])).toEqual([
    ['2026-11-21', 3, 2],
    ['2026-11-20', 1],
  ])
})

test('a case without a story has no days', () => {
  expect(byDay([])).toEqual([])
})
