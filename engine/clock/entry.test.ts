import { expect, test } from 'vitest'
import { CLOCK_KINDS } from './entry.ts'

test('the kinds stand in ledgers already written: a new one may be added, none renamed or taken away', () => {
  expect(CLOCK_KINDS).toEqual(
    expect.arrayContaining([
      ...['statutory', 'promised', 'step', 'notice', 'supplement', 'delivery', 'check', 'publicity', 'gap'],
      ...['hearing', 'special', 'meeting', 'opinion'],
    ]),
  )
  expect(new Set(CLOCK_KINDS).size).toBe(CLOCK_KINDS.length)
})
