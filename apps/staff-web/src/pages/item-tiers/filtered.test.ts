import { expect, test } from 'vitest'
import type { DifferenceLine } from '#capabilities/catalogue/contract/layer-routes.ts'
import { filtered, type DifferenceFilter } from './filtered.ts'

const line = (name: string, fieldTitle: string, tier: 1 | 2, excepted = false): DifferenceLine => ({
  ...{ item: name, name, field: 'name', fieldTitle, path: '/name', tier, tierTitle: '国家' },
  ...(excepted ? { exception: { path: '/name', reason: '试点', approvedBy: '省厅', on: '2026-01-01' } } : {}),
})
const LINES = [
  line('收养登记', '事项名称', 1),
  line('高龄津贴', '设定依据', 2, true),
  line('高龄津贴', '事项名称', 2),
]

test.each<[string, DifferenceFilter, number[]]>([
  ['all of them', {}, [0, 1, 2]],
  ['a part of a name', { q: ' 高龄 ' }, [1, 2]],
  ['what differs', { q: '依据' }, [1]],
  ['against one tier', { tier: 1 }, [0]],
  ['what nobody has approved', { approved: 'no' }, [0, 2]],
  ['everything at once', { q: '高龄', tier: 2, approved: 'yes' }, [1]],
])('%s', (_what, filter, at) => {
  expect(filtered(LINES, filter)).toEqual(at.map((index) => LINES[index]))
})
