import { describe, expect, test } from 'vitest'
import { organisation, organisationWriter } from '#capabilities/organisation/index.ts'
import { createLedger } from '#platform/ledger/ledger.ts'
import { testDatabase } from '#platform/testing/database.ts'
import { checkPack, worded } from './check.ts'
import { loadPack } from './index.ts'

// Real: four whole packs in one database.
const db = await testDatabase()
const clock = { now: () => '2026-03-02T01:00:00.000Z' }
const means = { db, ledger: createLedger({ db, subscribers: () => [] }), clock }
const read = organisation(db)
const DAY = '2026-03-02'

const PACKS = ['boshan-2020', 'dawukou-2020', 'lanshan-2019', 'liaocheng-2020', 'yiyuan-2018'] as const

test.each(PACKS)('the published pack %s has no flaw', (id) => {
  expect(checkPack(id).problems.map(worded)).toEqual([])
})

async function kinds(area: string): Promise<Record<string, number>> {
  const places = await read.places(area, DAY)
  return Object.fromEntries(
    [...Map.groupBy(places, ({ kind }) => kind)].map(([kind, all]) => [kind, all.length]),
  )
}

describe('Dawukou, real', () => {
  const area = '640202'

  test('ORG-01 1 + 11 + 62 places load, each with one owner and one parent, and a standard changed at the top appears at the bottom', async () => {
    await loadPack(means, 'dawukou-2020')
    expect(await kinds(area)).toEqual({ hall: 1, centre: 11, station: 62 })
    const places = await read.places(area, DAY)
    const [ids, owners] = [
      new Set(places.map(({ id }) => id)),
      new Set((await read.bodies(area, DAY)).map(({ id }) => id)),
    ]
    for (const { kind, owner, parent } of places) {
      expect(owners).toContain(owner)
      if (kind === 'hall') expect(parent).toBeNull()
      else expect(ids).toContain(parent)
    }
    const point = places.find(({ name }) => name === '骏马社区为民办事代办点')!
    expect((await read.standard(area, point.id, 'openingHours', DAY)).from).toBe('pack')
    const hours = { workday: [{ from: '09:00', to: '17:00' }], saturday: [] }
    await db.transaction((tx) =>
      organisationWriter(tx).setStandard(area, 'hall-640202', 'openingHours', hours, '2026-03-03'),
    )
    expect(await read.standard(area, point.id, 'openingHours', '2026-03-03')).toEqual({
      value: hours,
      from: 'hall-640202',
    })
  })

  test('ORG-03 a community whose point is withdrawn is uncovered at once and lowers the rate', async () => {
    expect(await read.coverage(area, DAY)).toMatchObject({ villages: 62, covered: 62, rate: 1 })
    await db.transaction((tx) => organisationWriter(tx).withdrawServed(area, '640202001001', '2026-03-09'))
    const after = await read.coverage(area, '2026-03-10')
    expect(after.uncovered.map(({ name }) => name)).toEqual(['骏马社区居委会'])
    expect(after.rate).toBe(61 / 62)
  })

  test('names follow the plan: 民生服务中心 in the middle, 为民办事代办点 below', async () => {
    const names = (await read.places(area, DAY)).map(({ kind, name }) => [kind, name] as const)
    for (const [kind, name] of names)
      expect(name).toMatch(
        { hall: /^大武口区政务服务中心$/, centre: /民生服务中心$/, station: /为民办事代办点$/, point: /./ }[
          kind
        ],
      )
  })
})

describe('Liaocheng, a city with its counties', () => {
  test('eight counties load as areas of their own, with 136 towns and 5,897 villages, each covered', async () => {
    const { areas } = await loadPack(means, 'liaocheng-2020')
    expect(areas.map(({ name }) => name)).toEqual([
      ...['聊城市', '东昌府区', '茌平区', '阳谷县', '莘县', '东阿县', '冠县', '高唐县', '临清市'],
    ])
    const counted = await Promise.all(areas.slice(1).map(({ area }) => kinds(area)))
    const sum = (kind: string) => counted.reduce((all, each) => all + (each[kind] ?? 0), 0)
    expect([sum('hall'), sum('centre'), sum('station')]).toEqual([8, 136, 5897])
    for (const { area } of areas.slice(1)) expect((await read.coverage(area, DAY)).rate).toBe(1)
  })

  test('the city has its own hall and bodies and none of its counties’ items, and a county speaks of itself', async () => {
    expect(await kinds('371500')).toEqual({ hall: 1 })
    expect((await read.bodies('371500', DAY)).map(({ kind }) => kind)).toContain('management-committee')
    const [county] = await read.bodiesByIds('371522', ['approval-bureau'])
    expect(county).toMatchObject({ name: '莘县行政审批服务局', tier: 4, region: '371522000000' })
    const { areas } = checkPack('liaocheng-2020')
    expect(areas[0]!.items).toEqual([])
    const courts = areas.slice(1).map(({ items }) => items[0]!.remedies.litigation?.court)
    expect(courts).toContain('莘县人民法院')
    expect(new Set(courts).size).toBe(8)
  })

  test('whoever names a village of 茌平县 by a town of the old code reaches the district of today', async () => {
    expect(await read.standingFor('371503', 'region', '371523110000', DAY)).toHaveLength(1)
    const places = await read.placesServing('371503', '371523000000', DAY)
    expect(places.map(({ name }) => name)).toEqual(['茌平区政务服务中心'])
  })
})

describe('Lanshan counts rooms of one’s own', () => {
  test('a village that only joins its neighbour’s room is not covered', async () => {
    await loadPack(means, 'lanshan-2019')
    const [village, neighbour] = ['371302001001', '371302001002']
    expect((await read.coverage('371302', DAY)).rate).toBe(1)
    await db.transaction(async (tx) => {
      const write = organisationWriter(tx)
      await write.withdrawServed('371302', village, '2026-03-09')
      expect(await write.serve('371302', village, `station-${neighbour}`, '2026-03-10')).toBeUndefined()
    })
    expect((await read.coverage('371302', '2026-03-10')).uncovered.map(({ code }) => code)).toEqual([village])
  })
})

test('loading everything again writes nothing', async () => {
  const count = async () =>
    db.query(
      `SELECT (SELECT count(*) FROM organisation.place) AS places, (SELECT count(*) FROM organisation.region) AS regions,
         (SELECT count(*) FROM organisation.succession) AS successions, (SELECT count(*) FROM ledger.fact) AS facts`,
    )
  const before = await count()
  await loadPack(means, 'liaocheng-2020')
  expect(await count()).toEqual(before)
})
