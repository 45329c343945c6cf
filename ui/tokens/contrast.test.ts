import { describe, expect, test } from 'vitest'
import { dark, light, markPairs, textPairs } from './colour.ts'
import { contrast } from './contrast.ts'

test('black on white is 21:1', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5)
})

describe.each([
  ['light', light],
  ['dark', dark],
] as const)('%s theme', (_name, theme) => {
  test.each(textPairs)('%s on %s can be read (4.5:1)', (ink, ground) => {
    expect(contrast(theme[ink], theme[ground])).toBeGreaterThanOrEqual(4.5)
  })

  test.each(markPairs)('%s beside %s can be told apart (3:1)', (mark, ground) => {
    expect(contrast(theme[mark], theme[ground])).toBeGreaterThanOrEqual(3)
  })
})
