import path from 'node:path'
import { expect, test } from 'vitest'
import type { ItemVersion } from '#capabilities/catalogue/contract.ts'
import { readItems } from '#capabilities/catalogue/index.ts'
import { packFolder } from '#capabilities/organisation/index.ts'
import { disclosureGaps, missingGroups, type DisclosureGroup } from './model.ts'

const published = readItems(path.join(packFolder('boshan-2020'), 'items')).items
const whole = published.find(({ id }) => id === 'elderly-allowance')!
const charged = { charged: true, basis: '价格主管部门文件' }

test.each<[title: string, item: Partial<ItemVersion>, missing: DisclosureGroup[]]>([
  ['a whole item', {}, []],
  ['no summary', { summary: '待补充' }, ['matter']],
  ['no conditions', { conditions: [] }, ['matter']],
  [
    'a material nobody can judge',
    { materials: [{ ...whole.materials[0]!, acceptStandard: '按规定' }] },
    ['materials'],
  ],
  ['no materials', { materials: [] }, ['materials']],
  [
    'steps without a standard',
    { process: { ...whole.process, steps: [{ ...whole.process.steps[0]!, standard: '无' }] } },
    ['procedure'],
  ],
  ['a charge that does not say how much', { fee: charged }, ['fee']],
  [
    'a charge',
    {
      fee: { ...charged, lines: [{ name: '工本费', standard: '每证10元', basis: '文件', reducible: false }] },
    },
    [],
  ],
  ['free of charge', { fee: { charged: false } }, []],
])('%s: %j', (_title, more, missing) => {
  expect(missingGroups({ ...whole, ...more })).toEqual(missing)
})

test('DIS-04 items that lack one of the five groups are listed on the check with what they lack', () => {
  const { promisedLimit: _limit, fee: _fee, ...draft } = { ...whole, id: 'draft', name: '草稿事项' }
  expect(disclosureGaps([whole, draft, { id: 'empty' }])).toEqual([
    { item: 'draft', name: '草稿事项', missing: ['limit', 'fee'] },
    { item: 'empty', name: 'empty', missing: ['matter', 'materials', 'procedure', 'limit', 'fee'] },
  ])
  expect(disclosureGaps(published)).toEqual([])
})
