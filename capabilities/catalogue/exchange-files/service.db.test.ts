import { afterAll, beforeAll, expect, test } from 'vitest'
import { isRefusal, type Refusal } from '#engine/refusal.ts'
import { at, startTown, type Town } from '#capabilities/testing/town.ts'
import type { CatalogueCheck } from '../contract/exchange-file-routes.ts'
import { catalogueFile, checkCatalogue } from './service.ts'

// Real: the county with its bodies and items as its pack has them, and the bytes of the files.

const DAY = '2026-11-23'
const TAKING = { by: '测试甲', at: '2026-11-23T01:00:00.000Z' }

let town: Town
let items: number

beforeAll(async () => {
  town = await startTown({ clock: at('2026-11-23T09:00') })
  items = (await town.catalogue.itemsInForce(town.area, DAY)).length
})
afterAll(() => town.stop())

const check = (bytes: Uint8Array) => checkCatalogue(town, town.area, DAY, bytes)
const utf8 = (text: string) => new TextEncoder().encode(text)

function checked(found: CatalogueCheck | Refusal): CatalogueCheck {
  if (isRefusal(found)) throw new Error(found.code)
  return found
}

test('the catalogue of the county leaves in the national headings and comes back without a difference', async () => {
  const file = await catalogueFile(town, town.area, DAY)
  expect(file.lines).toBe(items)
  expect(file.csv().split('\r\n')[0]).toContain(
    '事项名称,基本编码,地方基本编码,实施编码,地方实施编码,事项类型,实施主体',
  )
  for (const bytes of [utf8(file.csv()), await file.xlsx(TAKING)]) {
    const { counts, rows } = checked(await check(bytes))
    expect(rows).toEqual([])
    expect(counts).toEqual({ new: 0, changed: 0, unchanged: items, 'needs-a-human': 0 })
  }
})

test('what somebody changed in the file is named cell by cell, and what nobody can read waits with the words of the file', async () => {
  const csv = (await catalogueFile(town, town.area, DAY)).csv()
  const { promisedLimit } = (await town.catalogue.itemInForce(town.area, 'elderly-allowance', DAY))!.item
  expect(promisedLimit).toMatchObject({ amount: 10, unit: 'working-day' })
  const written = csv.replace(/(elderly-allowance,[^]*?),10,工作日,/, '$1,8个工作日,工作日,')
  const { counts, rows } = checked(await check(utf8(written)))
  expect(counts).toMatchObject({ changed: 1, unchanged: items - 1 })
  expect(rows).toMatchObject([{ item: 'elderly-allowance', changes: ['承诺办结时限：10 → 8'], doubts: [] }])
  const unclear = checked(
    await check(utf8(csv.replace(/(elderly-allowance,[^]*?),10,工作日,/, '$1,尽快,工作日,'))),
  )
  expect(unclear.counts).toMatchObject({ 'needs-a-human': 1, unchanged: items - 1 })
  expect(unclear.rows[0]!.doubts).toEqual([
    '承诺办结时限：原文“尽快”。看不出时限。请只填一个数字，单位另填。',
  ])
  expect(unclear.report).toContain('看不出时限')
})

test.each([
  ['list-file-empty', new Uint8Array()],
  ['list-file-headings-missing', utf8('甲,乙\n1,2\n')],
  ['list-file-too-long', utf8(`事项名称,基本编码,事项类型\n${'甲,1,许可\n'.repeat(20_000)}`)],
] as const)('%s: a file that cannot be compared is refused', async (code, bytes) =>
  expect(await check(bytes)).toMatchObject({ refused: true, code }),
)
