import path from 'node:path'
import { expect, test } from 'vitest'
import type { ItemVersion } from '#capabilities/catalogue/contract.ts'
import { readItems } from '#capabilities/catalogue/index.ts'
import { packFolder } from '#capabilities/organisation/index.ts'
import type { ApprovalParameters } from '../model.ts'
import { waysOf } from './ways.ts'

const { items } = readItems(path.join(packFolder('boshan-2020'), 'items'))
const parameters = { toleratedGapWorkingDays: 10 } as ApprovalParameters
const titles = (item: ItemVersion, under = parameters) => waysOf(item, under).map(({ title }) => title)
const one = (id: string) => items.find((item) => item.id === id)!

test.each(items.map((item) => [item.id, item] as const))(
  'each way of %s names the law it stands on',
  (_, item) => {
    for (const { title, text, basis } of waysOf(item, parameters)) {
      expect([title, text, basis].filter((words) => words.trim().length < 2)).toEqual([])
      expect(text).toMatch(/。$/)
    }
  },
)

test.each<[item: string, ways: readonly string[]]>([
  ['public-place-hygiene-licence', ['听证', '延长期限', '变更', '延续', '注销']],
  ['temporary-land-use-arable', ['现场勘验', '专家评审', '听证', '转报上级机关']],
  ['veteran-preferential-card', ['转报上级机关']],
])('the guide of %s tells %j', (id, ways) => {
  expect(titles(one(id))).toEqual(expect.arrayContaining([...ways]))
})

test('a promise is told of the items that offer one, and of no others', () => {
  const promising = items.filter(({ process }) => process.commitment !== undefined)
  expect(items.filter((item) => titles(item).includes('告知承诺'))).toEqual(promising)
  expect(promising.length).toBeGreaterThan(0)
})

test('what a pack or an item does not have is not told', () => {
  const tolerant = items.find((item) => titles(item).includes('容缺受理'))!
  const { toleratedGapWorkingDays: _none, ...strict } = parameters
  expect(titles(tolerant, strict)).not.toContain('容缺受理')
  // Nobody is heard, and nothing extended, where the matter is decided in the visit or is no licence.
  for (const item of items.filter(
    ({ itemType, process }) => itemType !== '01' || process.procedure !== 'approval',
  ))
    expect(titles(item)).not.toContain('听证')
})

test('a body above decides, and the days told are those of the examination here', () => {
  const sent = waysOf(one('temporary-land-use-arable'), parameters).find(
    ({ title }) => title === '转报上级机关',
  )!
  expect(sent.text).toContain('本级20个工作日内审查完毕')
  expect(sent.text).toContain('由它决定')
  expect(sent.basis).toContain('行政许可法第三十五条、第四十三条')
})
