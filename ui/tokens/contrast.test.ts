import { describe, expect, test } from 'vitest'
import { themes } from './colour.ts'
import { contrast } from './contrast.ts'
import { markPairs, textPairs } from './pairs.ts'

test('black on white is 21:1', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5)
})

describe.each([
  ['light', 4.5],
  ['dark', 4.5],
  ['contrast-light', 7],
  ['contrast-dark', 7],
] as const)('%s', (name, wanted) => {
  const { colours } = themes[name]

  test.each(textPairs)(`%s on %s can be read (${wanted}:1)`, (ink, ground) => {
    expect(contrast(colours[ink], colours[ground])).toBeGreaterThanOrEqual(wanted)
  })

  test.each(markPairs)('%s beside %s can be told apart (3:1)', (mark, ground) => {
    expect(contrast(colours[mark], colours[ground])).toBeGreaterThanOrEqual(3)
  })
})
