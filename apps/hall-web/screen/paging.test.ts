import { expect, test } from 'vitest'
import { isFresh, pageOf } from './paging.ts'

test.each([
  [0, 8, 0, [], 1],
  [3, 8, 5, [0, 1, 2], 1],
  [5, 2, 0, [0, 1], 3],
  [5, 2, 2, [4], 3],
  [5, 2, 3, [0, 1], 3],
  [3, Infinity, 4, [0, 1, 2], 1],
  [2, 0, 1, [1], 2],
])('%i lines, %i fit, after %i turns', (count, fits, turn, shown, pages) => {
  const lines = Array.from({ length: count }, (_, index) => index)
  expect(pageOf(lines, fits, turn)).toMatchObject({ lines: shown, pages })
})

test.each([
  ['2026-11-23T10:29:01.000+08:00', true],
  ['2026-11-23T10:29:00.000+08:00', false],
  ['2026-11-23T10:32:30.000+08:00', true],
  ['2026-11-22T10:31:00.000+08:00', false],
])('a change at %s is fresh at 10:32: %s', (changedAt, fresh) => {
  expect(isFresh(changedAt, '2026-11-23T10:32:00.000+08:00')).toBe(fresh)
})
