import { beforeAll, expect, test } from 'vitest'
import { loadNavigation } from '#capabilities/catalogue/index.ts'
import type { ComparedItem } from '#capabilities/guide/index.ts'
import type { Reply, Signed } from '../testing/signed.ts'
import { startHouse, type TestHouse } from '../testing/house.ts'
import { MONDAY } from './stage.ts'

// Real: server, database, ledger and the packs of Lanshan (who pays for printing) and Liaocheng (counties of one city).

let house: TestHouse
let city: TestHouse
let approver: Signed
let area: string
beforeAll(async () => {
  house = await startHouse({ at: MONDAY, packs: 'lanshan-2019,yiyuan-2018,dawukou-2020' })
  city = await startHouse({ at: MONDAY, packs: 'liaocheng-2020' })
  area = house.onboarded.areas[0]!.code
  approver = await house.as(await loginWith(house, area, 'item-approver'))
}, 300_000)

/** The first login of a demo whose post has this role in the area. */
async function loginWith({ house: { db } }: TestHouse, of: string, role: string): Promise<string> {
  const [row] = await db.query<{ login: string }>(
    `SELECT a.login FROM auth.account a JOIN staff.post p ON p.person = a.subject
     WHERE p.area_code = $1 AND $2 = ANY (p.roles) AND a.login IS NOT NULL ORDER BY a.login LIMIT 1`,
    [of, role],
  )
  return row!.login
}

function ok<T>({ status, body }: Reply): T {
  if (status !== 200) throw new Error(JSON.stringify(body))
  return body as T
}

test('GUI-17 a delegated item is charged to the district bureau, a town’s own to that town; swapping them is refused', async () => {
  const { catalogue, organisation } = house.house
  const day = '2026-03-16'
  const items = (await catalogue.itemsInForce(area, day)).map(({ item }) => item)
  const ofTier = (tier: string) => items.find((item) => item.ownerTier === tier && item.entryModes.centre)!
  const [delegated, own] = [ofTier('county-to-town'), ofTier('town')]
  const { pilotTowns, guidePrinting } = (await organisation.pack(area))!.body.parameters
  const town = (await organisation.townBody(area, pilotTowns!.value[0]!, day))!
  const place = (await organisation.places(area, day)).find(
    ({ kind, region }) => kind === 'centre' && region === pilotTowns!.value[0],
  )!
  const bureau = guidePrinting!.value.payer!.bureau
  const order = (item: string, payer: string) =>
    approver.call('POST', '/books/guide-print-order/begin/order', {
      input: { item, edition: 'fold', place: place.id, quantity: 500, payer },
    })
  expect((await order(delegated.id, town.id)).body).toMatchObject({
    code: 'guide-print-payer',
    detail: expect.stringContaining('行政审批服务局承担'),
    basis: 'LS-2.3-04、LS-2.3-07',
  })
  expect((await order(own.id, bureau)).body).toMatchObject({
    code: 'guide-print-payer',
    detail: expect.stringContaining(town.name),
  })
  ok(await order(delegated.id, bureau))
  ok(await order(own.id, town.id))
  const { items: lines } = ok<{ items: { cells: string[] }[] }>(
    await approver.call('GET', '/books/guide-print-order?queue=all'),
  )
  expect(lines.map(({ cells }) => [cells[0], cells[1], cells[4], cells[5]]).toSorted()).toEqual(
    [
      [delegated.name, '简版（折页）', '500', (await organisation.bodiesByIds(area, [bureau]))[0]!.shortName],
      [own.name, '简版（折页）', '500', town.shortName],
    ].toSorted(),
  )
})

test('GUI-17 where the plan gives printing to the counties’ governments, they pay for towns too, and in the layouts of the plan', async () => {
  const [county] = city.onboarded.areas
  const orderer = await city.as(await loginWith(city, county!.code, 'item-approver'))
  const { catalogue, organisation } = city.house
  const day = '2026-03-16'
  const item = (await catalogue.itemsInForce(county!.code, day)).find(
    (one) => one.item.ownerTier === 'town' && one.item.entryModes.centre,
  )!.item
  const place = (await organisation.places(county!.code, day)).find(({ kind }) => kind === 'centre')!
  const order = (edition: string, payer: string) =>
    orderer.call('POST', '/books/guide-print-order/begin/order', {
      input: { item: item.id, edition, place: place.id, quantity: 200, payer },
    })
  const town = (await organisation.townBody(county!.code, place.region, day))!
  expect((await order('leaf', town.id)).body).toMatchObject({
    ...{ code: 'guide-print-payer', basis: 'LC-3.5-05、LC-3.5-06' },
    detail: expect.stringContaining('人民政府承担'),
  })
  expect((await order('full', 'government')).body).toMatchObject({
    ...{ code: 'guide-print-layout', detail: expect.stringContaining('简版（活页）、简版（折页）') },
  })
  ok(await order('leaf', 'government'))
})

test('GUI-06 a rack that runs low asks its place for more copies, where the plan wants it filled up in time', async () => {
  const dawukou = house.onboarded.areas.find(({ code }) => code === '640202')!
  const director = await house.as(await loginWith(house, dawukou.code, 'director'))
  const { place } = director.session.post
  const items = (await house.house.catalogue.itemsInForce(dawukou.code, '2026-03-16')).map(({ item }) => item)
  const at = (await house.house.organisation.placesByIds(dawukou.code, [place]))[0]!
  const item = items.find(({ entryModes }) => at.kind !== 'point' && entryModes[at.kind] !== undefined)!
  const put = (edition: string) =>
    director.call('POST', '/books/guide-rack/begin/put', {
      input: { item: item.id, edition, place, position: '一楼取号机旁', quantity: 50 },
    })
  expect((await put('short')).body).toMatchObject({
    code: 'guide-print-layout',
    basis: 'DW-3.3.12-01、DW-3.3.12-02',
  })
  const { id } = ok<{ id: string }>(await put('fold'))
  const act = async (name: string, input: object) =>
    ok<{ state: string }>(
      await director.call('POST', `/books/guide-rack/entries/${id}/acts/${name}`, {
        ...{
          version: ok<{ row: { version: number } }>(
            await director.call('GET', `/books/guide-rack/entries/${id}`),
          ).row.version,
        },
        input,
      }),
    ).state
  expect(await act('count', { left: 21 })).toBe('on-rack')
  expect(await act('count', { left: 20 })).toBe('low')
  const waiting = ok<{ items: { id: string; dueDay?: string }[] }>(
    await director.call('GET', '/books/guide-rack?queue=mine'),
  ).items
  expect(waiting).toEqual([expect.objectContaining({ id, dueDay: '2026-03-19' })])
  expect(await act('refill', { added: 100 })).toBe('on-rack')
  expect(ok<{ items: object[] }>(await director.call('GET', '/books/guide-rack?queue=mine')).items).toEqual(
    [],
  )
})

test('GUI-01 counties of one city are compared by item; what one of them says otherwise is named with its field', async () => {
  const [first, second] = city.onboarded.areas
  const reader = await city.as(await loginWith(city, first!.code, 'item-approver'))
  const compare = async () =>
    ok<{ items: ComparedItem[] }>(await reader.call('GET', '/guide-copies/comparison?between=counties')).items
  expect(await compare()).toEqual([])
  const { db, catalogue } = city.house
  const ids = (await catalogue.itemsInForce(second!.code, '2026-03-16')).map(({ item }) => item.id)
  const here = (await catalogue.itemsInForce(first!.code, '2026-03-16')).map(({ item }) => item)
  const item = here.find(({ id }) => ids.includes(id))!
  const say = async (conditions: readonly string[]) => {
    await db.query(
      `UPDATE catalogue.item_version SET body = jsonb_set(body, '{conditions}', $3::jsonb) WHERE area_code = $1 AND id = $2`,
      [second!.code, item.id, JSON.stringify(conditions)],
    )
    // Keeping navigation forgets the lists that were read before.
    await loadNavigation(db, second!.code, await catalogue.navigation(second!.code), city.clock.now())
  }
  const own = (await catalogue.itemInForce(second!.code, item.id, '2026-03-16'))!.item.conditions
  await say(['本县另有规定的条件'])
  const [line, ...others] = await compare()
  expect(others).toEqual([])
  expect(line).toMatchObject({ item: item.id, differences: [{ fieldTitle: '办理条件' }] })
  expect(line!.differences[0]!.says.at(-1)).toEqual({
    ...{ lines: ['本县另有规定的条件'], holders: [second!.name] },
  })
  // With the neighbour’s own words the neighbour’s name comes along, and that is a difference indeed.
  await say(item.conditions)
  expect(await compare()).toHaveLength(item.conditions.some((line) => line.includes(first!.name)) ? 1 : 0)
  await say(own)
  expect(await compare()).toEqual([])
}, 180_000)

test('GUI-08 handed out once, no channel differs from its source for any item of any pack', async () => {
  // Boshan is looked at where its copies are edited; these are the other four.
  for (const { house: one, onboarded } of [house, city])
    for (const { code } of onboarded.areas) {
      const now = one.clock.now()
      await one.guideCopies.sync(code, now)
      const { checked, missing, lines } = await one.guideCopies.differences(code, '2026-03-16')
      const items = await one.catalogue.itemsInForce(code, '2026-03-16')
      expect([code, missing, lines]).toEqual([code, 0, []])
      expect(checked).toBeGreaterThan(items.length)
    }
}, 120_000)
