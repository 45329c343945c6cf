import path from 'node:path'
import { expect, test } from 'vitest'
import { readItems } from '#capabilities/catalogue/index.ts'
import type { ItemVersion } from '#capabilities/catalogue/contract.ts'
import { burdenOf } from '#capabilities/catalogue/model.ts'
import { packFolder } from '#capabilities/organisation/index.ts'
import { papersSpared } from './spared.ts'

const FIRST = readItems(path.join(packFolder('boshan-2020'), 'items')).items.find(
  ({ id }) => id === 'food-business-licence',
)!
const paper = FIRST.materials.find(({ necessity, fromForm }) => necessity === 'required' && !fromForm)!
const asked = burdenOf(FIRST).demanded
const version = (number: number, materials: ItemVersion['materials']): ItemVersion => ({
  ...{ ...FIRST, version: number, materials },
})
const leaner = version(
  2,
  FIRST.materials.map((material) => (material === paper ? { ...paper, shared: '电子证照库' } : material)),
)
const heavier = version(2, [...FIRST.materials, { ...paper, id: 'one-more' }])
const cases = (...counts: number[]) =>
  counts.map((count, at) => ({ item: FIRST.id, version: at + 1, cases: count }))

test.each<[string, ItemVersion[], number[], { spared: number; baseline: number }]>([
  ['one version', [FIRST], [5], { spared: 0, baseline: 5 * asked }],
  ['a paper moved to shared', [FIRST, leaner], [5, 3], { spared: 3, baseline: 8 * asked }],
  [
    'a version that asks for more saves nothing',
    [FIRST, heavier],
    [5, 3],
    { spared: 0, baseline: 8 * asked },
  ],
  ['no case yet', [FIRST, leaner], [0, 0], { spared: 0, baseline: 0 }],
])('CAS-18 papers nobody had to bring: %s', (_title, versions, counts, expected) => {
  expect(papersSpared(versions, cases(...counts))).toEqual(expected)
})
