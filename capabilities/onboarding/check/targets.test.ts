import { expect, test } from 'vitest'
import type { PackFile } from '#capabilities/organisation/contract.ts'
import { targetFlaws } from './targets.ts'

const target = (indicator: string) => ({
  ...{ indicator, by: '2026-12-31', value: 0.9, clauses: [], certainty: 'stated' as const },
})
const pack = (...indicators: string[]) =>
  ({
    parameters: { targets: { value: indicators.map(target), clauses: [], certainty: 'stated' } },
  }) as unknown as PackFile

test('a goal for a number that nothing computes is refused with its line; the others stand', () => {
  const lineOf = (pointer: string) => (pointer === '/parameters/targets/value/1/indicator' ? 42 : 0)
  expect(targetFlaws(pack('one-visit-rate', 'two-visit-rate', 'poor-rating-rectified-rate'), lineOf)).toEqual(
    [
      {
        ...{ file: 'pack.json', line: 42, what: '目标指向没有人计算的指标“two-visit-rate”' },
        remedy: expect.stringContaining('one-visit-rate'),
      },
    ],
  )
})

test('a plan without goals has none to be wrong', () => {
  expect(targetFlaws({ parameters: {} } as unknown as PackFile, () => 0)).toEqual([])
})
