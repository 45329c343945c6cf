import { afterAll, beforeAll, expect, test } from 'vitest'
import { isRefusal } from '#engine/refusal.ts'
import { at, startTown, type Town } from '#capabilities/testing/town.ts'
import type { ItemVersion } from '../contract.ts'
import type { Layer, PlacedLayer } from '../contract/layer.ts'
import { publishItem } from '../publish.ts'
import { resolve } from '../model/layers.ts'
import { whole } from '../model/layers/testing.ts'
import { itemDifferences, itemLineage, powerBoundary } from './view.ts'

const DAY = '2026-11-23'
const BODIES = { towns: [], hall: 'approval-bureau', resident: '测试' }

let town: Town
let licence: ItemVersion

beforeAll(async () => {
  town = await startTown({ clock: at('2026-11-23T09:00') })
  licence = (await town.catalogue.itemInForce(town.area, 'public-place-hygiene-licence', DAY))!.item
})
afterAll(() => town.stop())

/** The licence under an id and a code of its own. */
const another = (id: string, sub: string, more: Partial<ItemVersion> = {}): ItemVersion => ({
  ...licence,
  ...{ id, version: 1, name: `${licence.name}（${id}）` },
  codes: { ...licence.codes, catalogCode: `${licence.codes.catalogCode.slice(0, 9)}${sub}` },
  ...more,
})
const publish = (item: ItemVersion, layers?: PlacedLayer[]) =>
  publishItem(
    town,
    town.area,
    { item, ...(layers ? { layers: { layers, ...resolve(layers) } } : {}) },
    { ...BODIES, creditCodes: new Map([['approval-bureau', { creditCode: '11370304DEMAPPROV1', tier: 4 }]]) },
    town.clock.now(),
  )

/** The State's list, the province's, the city's and the county's words about one item. */
function tiers(item: ItemVersion, county: Partial<Layer>): PlacedLayer[] {
  const { promisedLimit: _promise, enquiryPhone: _phone, ...law } = item
  const words = (area: string, more: Partial<Layer>): PlacedLayer => ({
    ...{ area, id: item.id, version: 1, effectiveFrom: item.effectiveFrom, set: {}, ...more },
  })
  return [
    { ...whole(law, '000000'), source: '国家政务服务事项基本目录' },
    words('370000', { set: { '/promisedLimit': item.promisedLimit } }),
    words('370300', {}),
    words(town.area, { ...county, set: { '/enquiryPhone': item.enquiryPhone, ...county.set } }),
  ]
}

test('CAT-06 a code that another item of the same body has is refused, and nothing of it is kept', async () => {
  expect(await publish(another('first-of-its-code', '801'))).toBe(true)
  const second = await publish(another('second-of-its-code', '801'))
  expect(second).toMatchObject({ refused: true, code: 'item-code-taken' })
  expect(await town.catalogue.itemInForce(town.area, 'second-of-its-code', DAY)).toBeUndefined()
  // The next version of the same item says the same code.
  expect(await publish({ ...another('first-of-its-code', '801'), version: 2 })).toBe(true)
})

test('CAT-06 a registered task code is one item’s alone', async () => {
  const coded = (id: string, sub: string) => {
    const item = another(id, sub)
    return { ...item, codes: { ...item.codes, taskCode: '11370304DEMAPPROV14370117099001' } }
  }
  expect(await publish(coded('first-of-its-task', '811'))).toBe(true)
  expect(await publish(coded('second-of-its-task', '812'))).toMatchObject({ code: 'item-code-taken' })
})

test('CAT-01/a an item without an owner tier is not saved', async () => {
  const { ownerTier: _none, ...item } = another('nobodys-power', '802')
  expect(await publish(item)).toMatchObject({ refused: true, code: 'item-owner-tier-missing' })
  await expect(
    town.db.query(
      `INSERT INTO catalogue.item_version SELECT area_code, 'by-hand', version, stream, stream_version, name, domain, item_type,
        project_type, effective_from, effective_to, body, layers, lineage, exceptions, NULL, catalog_code, legacy_codes
      FROM catalogue.item_version WHERE area_code = $1 AND id = 'first-of-its-code' AND version = 1`,
      [town.area],
    ),
  ).rejects.toThrow(/owner_tier/)
})

test('CAT-01/b the list of powers between district and towns prints by tier', async () => {
  const found = await powerBoundary(town, town.area, DAY)
  expect(found.map(({ title }) => title)).toEqual(['区级自办', '区级下放镇办', '镇级自有'])
  const [county, delegated, own] = found.map(({ items }) => items.map(({ id }) => id))
  expect(county).toContain('food-business-licence')
  expect(delegated).toContain('tree-felling-permit')
  expect(own).toContain('village-homestead')
  const inForce = await town.catalogue.itemsInForce(town.area, DAY)
  expect([...county!, ...delegated!, ...own!].toSorted()).toEqual(
    inForce.map(({ item }) => item.id).toSorted(),
  )
})

test('who set what is kept with the version, tier by tier', async () => {
  const item = another('of-four-tiers', '803')
  expect(await publish(item, tiers(item, {}))).toBe(true)
  const found = await itemLineage(town, town.area, item.id, { day: DAY })
  if (isRefusal(found)) throw new Error(found.code)
  expect(found.layers.map(({ tierTitle, source }) => [tierTitle, source])).toEqual([
    ['国家', '国家政务服务事项基本目录'],
    ['省（自治区、直辖市）', undefined],
    ['市', undefined],
    ['县（市、区）', undefined],
  ])
  const line = (path: string) => found.lines.find((one) => one.path === path)
  expect(line('/name')).toMatchObject({
    title: '事项名称',
    value: item.name,
    tier: 1,
    standingTitle: '下级不能改',
  })
  expect(line('/promisedLimit')).toMatchObject({ tier: 2, area: '370000', standingTitle: '下级只能更方便' })
  expect(line('/enquiryPhone')).toMatchObject({ tier: 4, area: town.area, standingTitle: '下级自己写' })
})

test('an item published whole is all its own area’s', async () => {
  const found = await itemLineage(town, town.area, 'first-of-its-code', { day: DAY, version: 1 })
  expect(found).toMatchObject({ version: 1, layers: [{ area: town.area, tier: 4 }] })
  expect(await itemLineage(town, town.area, 'never-was', { day: DAY })).toMatchObject({
    code: 'item-not-found',
  })
})

const line = { law: '《某区规定》', article: '第一条', text: '……', issuer: '某区', verified: false }
test.each<[string, string, Record<string, unknown>]>([
  ['name', '/name', { '/name': '卫生许可' }],
  ['type', '/itemType', { '/itemType': '20' }],
  ['basis', '/legalBasis', { '/legalBasis/《某区规定》第一条': line }],
  ['code', '/codes/catalogCode', { '/codes/catalogCode': '370117099777' }],
])(
  'CAT-08 a county item that differs in its %s is blocked, or has an exception',
  async (field, path, set) => {
    const item = another(`differs-in-${field}`, `82${'name type basis code'.split(' ').indexOf(field)}`)
    const differing = tiers(item, { set })
    const made = resolve(differing).item as ItemVersion
    expect(await publish(made, differing)).toMatchObject({
      code: 'item-against-upper',
      facts: { problems: [{ path }] },
    })
    const exception = {
      path,
      reason: '市里批准沿用原来的写法',
      approvedBy: '市行政审批服务局〔2026〕1号',
      on: '2026-11-01',
    }
    const excused = tiers(item, { set, exceptions: [exception] })
    expect(await publish(made, excused)).toBe(true)
    const { lines } = await itemDifferences(town, town.area, DAY)
    const found = lines.filter((one) => one.item === item.id)
    expect(found.map(({ tier }) => tier)).toContain(2)
    for (const one of found) expect(one).toMatchObject({ field, exception })
  },
)

test('CAT-09 the list for four levels names every difference in the configured fields, tier by tier', async () => {
  const pack = await town.organisation.pack(town.area)
  const sameAcrossTiers = {
    value: {
      label: '四级四同',
      tiers: [1, 2, 3, 4],
      fields: ['name', 'conditions', 'materials'],
      onDifference: 'list',
    },
    clauses: ['DW-3.3.11-02'],
    certainty: 'assumed',
  }
  const parameters = { ...pack!.body.parameters, sameAcrossTiers }
  const means = {
    db: town.db,
    organisation: {
      bodies: town.organisation.bodies,
      pack: async () => ({ ...pack!, body: { ...pack!.body, parameters } }) as never,
    },
  }
  const item = another('differs-on-four', '830')
  const [paper] = item.materials.filter(({ fromForm }) => !fromForm)
  const words = tiers(item, {
    drop: [`/conditions/${item.conditions[0]}`],
    set: { [`/materials/${paper!.id}/copies`]: 0, '/summary': '写法不同，不在比对之列。' },
  })
  expect(await publish(resolve(words).item as ItemVersion, words)).toBe(true)
  const { label, fields, lines, compared, alone } = await itemDifferences(means, town.area, DAY)
  expect([label, fields]).toEqual(['四级四同', ['事项名称', '受理条件', '申请材料']])
  const found = lines.filter((one) => one.item === item.id)
  const differs = [
    ...[`/conditions/${item.conditions[0]}`],
    ...(paper!.copies > 0 ? [`/materials/${paper!.id}/copies`] : []),
  ]
  expect(found.map(({ tier, path }) => [tier, path])).toEqual(
    [1, 2, 3].flatMap((tier) => differs.map((path) => [tier, path])),
  )
  expect(compared).toBeGreaterThan(0)
  expect(alone).toBeGreaterThan(0)
})

test('both online rates (DW-3.5.16-11, -12) count the items of the four-level set, and name those that do not say so', async () => {
  const pack = await town.organisation.pack(town.area)
  const parameter = (online?: { accepted: number; handled: number }) => ({
    value: {
      label: '四级四同',
      tiers: [1, 2, 3, 4],
      fields: ['name'],
      onDifference: 'list',
      ...(online ? { online } : {}),
    },
    ...{ clauses: ['DW-3.5.16-11', 'DW-3.5.16-12'], certainty: 'assumed' },
  })
  const means = (online?: { accepted: number; handled: number }) => ({
    db: town.db,
    organisation: {
      bodies: town.organisation.bodies,
      pack: async () => {
        const parameters = { ...pack!.body.parameters, sameAcrossTiers: parameter(online) }
        return { ...pack!, body: { ...pack!.body, parameters } } as never
      },
    },
  })
  expect((await itemDifferences(means(), town.area, DAY)).online).toBeUndefined()
  const item = another('on-paper-only', '850')
  expect(
    await publish({ ...item, onlineDepth: ['1', '4'] }, tiers({ ...item, onlineDepth: ['1', '4'] }, {})),
  ).toBe(true)
  const { online, compared } = await itemDifferences(means({ accepted: 1, handled: 0.85 }), town.area, DAY)
  const [accepted, handled] = online!
  expect([accepted!.title, accepted!.of, handled!.of]).toEqual(['网上可受理率', compared, compared])
  expect(accepted!.lacking.map(({ id }) => id)).not.toContain(item.id)
  expect(handled!.lacking.map(({ id }) => id)).toContain(item.id)
  expect(handled!.count).toBe(handled!.of - handled!.lacking.length)
  expect(accepted!.met).toBe(accepted!.count === accepted!.of)
  expect(handled!.met).toBe(handled!.count >= 0.85 * handled!.of)
})

test('CAT-06 an item is found by its codes of 12, 31 and 33 signs and by an older list’s, as the version had them', async () => {
  const { item } = (await town.catalogue.itemInForce(town.area, 'medical-manual-reimbursement', DAY))!
  const legacyCode = '370304-YB-0017-2019'
  const codes = { ...item.codes, catalogCode: `${item.codes.catalogCode.slice(0, 9)}841`, legacyCode }
  const decidingBody = { kind: 'body', body: 'approval-bureau' } as const
  const coded = { ...item, id: 'coded-reimbursement', name: '手工报销（另一项）', decidingBody, codes }
  expect(await publish(coded)).toBe(true)
  const [row] = await town.db.query<{ task: string; handle: string[] }>(
    `SELECT task_code AS task, handle_codes AS handle FROM catalogue.item_version WHERE area_code = $1 AND id = $2`,
    [town.area, coded.id],
  )
  expect(row?.task).toHaveLength(31)
  expect(row?.handle).toEqual(item.situations!.map(({ no }) => `${row!.task}${no}`))
  const found = async (words: string) =>
    (await town.catalogue.search(town.area, DAY, words)).hits.map(({ id }) => id)
  for (const code of [codes.catalogCode, row!.task, row!.handle[0]!, legacyCode, legacyCode.toLowerCase()])
    expect([code, await found(code)]).toEqual([code, [coded.id]])
  expect(await found('370704999999')).not.toContain(coded.id)
})
