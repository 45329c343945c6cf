import { describe, expect, test } from 'vitest'
import { STARS, type RatingInput, type Stars } from './contract.ts'
import { inputProblem, isPoor, nationalCode, standsAgainst } from './model.ts'
import { RATING_OPTIONS } from './words.ts'

const closedAt = '2026-11-02T02:00:00.000Z'

describe('when a case may be rated', () => {
  test.each([
    ['an open case', {}, '2026-11-03', 'case-not-closed'],
    ['the day it closed', { closedAt }, '2026-11-02', undefined],
    ['the last day', { closedAt }, '2026-12-02', undefined],
    ['the day after the last', { closedAt }, '2026-12-03', 'rating-window-over'],
    ['a case rated before', { closedAt, rated: true }, '2026-11-03', 'already-rated'],
  ])('%s', (_, standing, day, code) => {
    const against = standsAgainst(
      { rated: false, windowCalendarDays: 30, ...standing },
      `${day}T03:00:00.000Z`,
    )
    expect(against?.code).toBe(code)
  })
})

describe('reasons', () => {
  const given = (stars: Stars, ...options: string[]): RatingInput => ({ stars, options, anonymous: false })

  test.each(STARS)('of %i stars carry its number, eight of them', (stars) => {
    const codes = RATING_OPTIONS[stars].map(({ code }) => code)
    expect(codes).toHaveLength(8)
    expect(codes.every((code) => code.startsWith(String(stars)))).toBe(true)
    expect(inputProblem(given(stars, ...codes))).toBeUndefined()
  })

  test.each([
    ['none at all', given(5), undefined],
    ['one of another star', given(5, '108'), 'rating-option-unknown'],
    ['one nobody knows', given(5, '599'), 'rating-option-unknown'],
    ['one twice', given(5, '510', '510'), 'rating-option-unknown'],
    ['six stars', given(6 as Stars), 'rating-option-unknown'],
    ['a novel', { ...given(3), comment: '长'.repeat(501) }, 'rating-too-long'],
  ])('%s', (_, input, code) => expect(inputProblem(input)?.code).toBe(code))
})

test.each([
  [5, false, '1'],
  [3, false, '3'],
  [2, true, '4'],
  [1, true, '5'],
] as const)('%i stars: poor %s, national code %s', (stars, poor, code) => {
  expect([isPoor(stars), nationalCode(stars)]).toEqual([poor, code])
})
