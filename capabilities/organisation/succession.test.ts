import { describe, expect, test } from 'vitest'
import { cameFrom, standingFor, successionProblems } from './model.ts'

const line = (id: string, successor: string, on: string) => ({ id, successor, on })

// 甲 and 乙 merge into 丙, 丙 is split into 丁 and 戊 and goes on itself, 己 changes its code twice.
const LINES = [
  line('甲', '丙', '2019-01-01'),
  line('乙', '丙', '2019-01-01'),
  line('丙', '丙', '2021-01-01'),
  line('丙', '丁', '2021-01-01'),
  line('丙', '戊', '2021-01-01'),
  line('己', '庚', '2020-01-01'),
  line('庚', '辛', '2022-01-01'),
]

describe('what stands on a day where something stood', () => {
  test.each([
    ['before the merger it is itself', '甲', '2018-12-31', ['甲']],
    ['on the first day of the merger it is what followed', '甲', '2019-01-01', ['丙']],
    ['after the split it is every part', '乙', '2021-01-01', ['丁', '丙', '戊']],
    ['one recoded twice stands where the first code led', '己', '2021-12-31', ['庚']],
    ['and then where the second led', '己', '2022-01-01', ['辛']],
    ['what nothing followed stands for itself', '壬', '2026-01-01', ['壬']],
  ])('%s', (_title, id, day, stands) => {
    expect(standingFor(LINES, id, day)).toEqual(stands.toSorted())
  })

  test.each([
    ['丙', '2018-12-31', ['丙']],
    ['丙', '2019-01-01', ['丙', '甲', '乙']],
    ['辛', '2026-01-01', ['辛', '庚', '己']],
  ])('%s on %s came from %j', (id, day, before) => expect(cameFrom(LINES, id, day)).toEqual(before))
})

describe('a line that leads nowhere is refused', () => {
  const known = new Set(['丙', '丁'])
  test.each([
    ['nobody knows the successor', line('甲', '戊', '2020-01-01'), new Map(), 'successor-missing'],
    [
      'the old one has not ended',
      line('甲', '丙', '2020-01-01'),
      new Map([['甲', undefined]]),
      'succession-day-wrong',
    ],
    [
      'a day lies between',
      line('甲', '丙', '2020-01-02'),
      new Map([['甲', '2019-12-31']]),
      'succession-day-wrong',
    ],
    ['the days join', line('甲', '丙', '2020-01-01'), new Map([['甲', '2019-12-31']]), undefined],
    ['it goes on itself', line('丙', '丙', '2020-01-01'), new Map([['丙', undefined]]), undefined],
  ] as const)('%s', (_title, one, ends, code) => {
    expect(successionProblems([one], known, ends as ReadonlyMap<string, string | undefined>)[0]?.code).toBe(
      code,
    )
  })

  test('two that follow each other go round in a circle', () => {
    const lines = [line('丙', '丁', '2020-01-01'), line('丁', '丙', '2021-01-01')]
    expect(successionProblems(lines, known).map(({ code }) => code)).toEqual([
      'succession-circular',
      'succession-circular',
    ])
  })
})
