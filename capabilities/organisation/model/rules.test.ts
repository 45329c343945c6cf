import { describe, expect, test } from 'vitest'
import type { Region } from '../contract/region.ts'
import { coverage } from './coverage.ts'
import { creditCodeCheck, creditCodeProblem, organisationCodeCheck } from './credit-code.ts'
import { inOrder, isOpen } from './hours.ts'
import { villageShortName } from './naming.ts'
import { nameProblems } from './place-rules.ts'

describe('the code of an organisation inside a credit code (GB 11714)', () => {
  test('the example of the standard itself ends in X', () => {
    expect(organisationCodeCheck('D2143569')).toBe('X')
  })
  test('a code whose last sign fits and whose 17th does not is refused', () => {
    const right = '11370800MB28559184'
    const wrong = `${right.slice(0, 16)}${right[16] === '7' ? '6' : '7'}`
    expect(creditCodeProblem(right)).toBeUndefined()
    expect(creditCodeProblem(`${wrong}${creditCodeCheck(wrong)}`)?.code).toBe('credit-code-wrong')
  })
})

describe('villages that count as covered (村级全覆盖)', () => {
  const village = (code: string, validTo: string | null = null): Region => ({
    ...{ code, name: code, type: 'villagers', tier: 6, parent: '370304113000', successorCode: null },
    ...{ validFrom: '2020-05-14', validTo },
  })
  const served = ['370304113201', '370304113202'].map((region) => ({
    ...{ region, place: 'station', validFrom: '2020-05-14', validTo: null },
  }))

  test('where own rooms are counted, a village served from the next one is not covered', () => {
    const villages = [village('370304113201'), village('370304113202')]
    expect(coverage(villages, served, '2026-03-16').covered).toBe(2)
    const rooms = new Map([['station', '370304113201']])
    const { covered, uncovered } = coverage(villages, served, '2026-03-16', rooms)
    expect([covered, uncovered.map(({ code }) => code)]).toEqual([1, ['370304113202']])
  })
  test('a village that was merged into another is no longer counted', () => {
    const villages = [village('370304113201'), village('370304113203', '2025-12-31')]
    expect(coverage(villages, served, '2026-03-16')).toMatchObject({ villages: 1, rate: 1 })
    expect(coverage(villages, served, '2025-12-31')).toMatchObject({ villages: 2, rate: 0.5 })
  })
})

test('a name is free again when the place that bore it is closed', () => {
  const place = (id: string, validTo: string | null = null) => ({ id, name: '山头便民服务中心', validTo })
  expect(nameProblems([place('a'), place('b', '2025-12-31')])).toEqual([])
  expect(nameProblems([place('a'), place('b')]).map(({ code }) => code)).toEqual(['place-name-twice'])
})

test.each([
  ['08:29', false],
  ['08:30', true],
  ['11:59', true],
  ['12:00', false],
])('at %s a counter that opens at half past eight and closes at noon is open: %s', (time, open) => {
  const hours = { workday: [{ from: '08:30', to: '12:00' }], saturday: [] }
  expect(isOpen(hours, 'workday', time)).toBe(open)
})

test.each([
  [
    'touching spans',
    [
      ['08:30', '12:00'],
      ['12:00', '17:00'],
    ],
    true,
  ],
  ['closed', [], true],
  ['one that ends when it begins', [['08:30', '08:30']], false],
  ['one that ends before it begins', [['17:00', '08:30']], false],
  [
    'a second one inside the first',
    [
      ['08:30', '12:00'],
      ['11:00', '17:00'],
    ],
    false,
  ],
  [
    'the afternoon first',
    [
      ['13:00', '17:00'],
      ['08:30', '12:00'],
    ],
    false,
  ],
] as const)('hours of a day are in order: %s', (_what, spans, fine) => {
  const day = spans.map(([from, to]) => ({ from, to }))
  expect(inOrder({ workday: day, saturday: [] })).toBe(fine)
  expect(inOrder({ workday: [], saturday: day })).toBe(fine)
})

test('a name that is nothing but the ending stays as it is', () => {
  const endings = [{ ends: '村委会', becomes: '村' }]
  expect(villageShortName('村委会', endings)).toBe('村委会')
  expect(villageShortName('安上村委会', endings)).toBe('安上村')
})
