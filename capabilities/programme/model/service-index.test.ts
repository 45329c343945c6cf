import { describe, expect, test } from 'vitest'
import { lastWhole, serviceIndex } from './service-index.ts'

test.each([
  ['month', '2026-03-16', '2026-02-01', '2026-02-28'],
  ['month', '2026-03-31', '2026-03-01', '2026-03-31'],
  ['month', '2026-01-15', '2025-12-01', '2025-12-31'],
  ['quarter', '2026-05-20', '2026-01-01', '2026-03-31'],
  ['quarter', '2026-01-01', '2025-10-01', '2025-12-31'],
  ['year', '2026-12-30', '2025-01-01', '2025-12-31'],
  ['year', '2026-12-31', '2026-01-01', '2026-12-31'],
] as const)('the last whole %s on %s', (every, day, from, to) => {
  expect(lastWhole(every, day)).toEqual({ from, to })
})

describe('the ranking of a month', () => {
  const place = (id: string, satisfied: number, rated: number) => ({ id, name: id, satisfied, rated })
  test.each([
    ['by share and not by number', [place('a', 9, 10), place('b', 2, 2)], ['b 第1名', 'a 第2名']],
    [
      'equal shares stand equal',
      [place('a', 1, 2), place('b', 2, 4), place('c', 0, 1)],
      ['a 第1名', 'b 第1名', 'c 第3名'],
    ],
    ['nobody’s rating is no rank', [place('a', 0, 0), place('b', 0, 3)], ['b 第1名', 'a 没有评价，不排名']],
  ])('%s', (_what, places, ranks) => {
    const rows = serviceIndex(places, { from: '2026-02-01', to: '2026-02-28' })
    expect(rows.map(({ id, lines }) => `${id} ${lines[0]!.text}`)).toEqual(ranks)
  })
})
