import { expect, test } from 'vitest'
import { testDatabase } from '#platform/testing/database.ts'
import type { OrganisationPack } from './contract.ts'
import { loadOrganisation, organisation, packFolder, readPack } from './index.ts'
import { syntheticCounty } from './synthetic-county.ts'

const db = await testDatabase()
const read = organisation(db)
const boshan = (await readPack(packFolder('boshan-2020'))) as OrganisationPack

async function load(pack: OrganisationPack, day: string) {
  const loaded = await loadOrganisation(db, pack, day)
  if (Array.isArray(loaded)) throw new Error(JSON.stringify(loaded.slice(0, 3)))
  return loaded
}

/** 茌平县 371523 with two towns of two villages, and the same as 茌平区 371503 from 2019-10-31, one town renamed. */
function chiping(before: boolean): OrganisationPack {
  const day = '2019-10-31'
  const names = ['振兴街道', '肖庄镇']
  const county = syntheticCounty(boshan, '371523', 2, 4)
  const old = county.regions.regions.map((region) => ({
    ...region,
    name: region.tier === 5 ? names[Number(region.code.slice(8, 9))]! : region.name,
    validFrom: '2018-01-01',
  }))
  if (before)
    return {
      ...county,
      pack: { ...county.pack, area: { ...county.pack.area, name: '茌平县', validFrom: '2018-01-01' } },
      places: { ...county.places, validFrom: '2018-01-01' },
      regions: { ...county.regions, regions: old },
    }
  const moved = (code: string) => code.replace(/^371523/, '371503')
  const ended = old.filter(({ code }) => code.startsWith('371523'))
  return {
    ...county,
    pack: {
      ...county.pack,
      area: { code: '371523', name: '茌平区', adminCode: '371503000000', validFrom: day },
    },
    places: { ...county.places, validFrom: '2018-01-01' },
    bodies: {
      ...county.bodies,
      bodies: county.bodies.bodies.map((body) => ({
        ...body,
        id: body.id.replace('town-371523', 'town-371503'),
        region: moved(body.region),
      })),
      successions: ['100', '101'].map((town) => ({
        ...{ id: `town-371523${town}`, successor: `town-371503${town}`, on: day, kind: 'recode' as const },
      })),
    },
    regions: {
      ...county.regions,
      regions: [
        ...old.map((region) => (ended.includes(region) ? { ...region, validTo: '2019-10-30' } : region)),
        ...ended.map((region) => ({
          ...region,
          code: moved(region.code),
          name: region.name.replace('肖庄镇', '肖家庄镇'),
          validFrom: day,
        })),
      ],
      successions: ended.map(({ code, tier }) => ({
        ...{
          id: code,
          successor: moved(code),
          on: day,
          kind: tier === 4 ? ('rename' as const) : ('recode' as const),
        },
      })),
    },
  }
}

test('a county that becomes a district keeps its owning code, and old codes lead to what stands now', async () => {
  const area = '371523'
  await load(chiping(true), '2018-06-01')
  await load(chiping(false), '2019-10-31')
  expect(await read.area(area, '2019-10-30')).toMatchObject({ name: '茌平县', adminCode: '371523000000' })
  expect(await read.area(area, '2019-10-31')).toMatchObject({ name: '茌平区', adminCode: '371503000000' })
  // A case of 2018 still names the county of its day.
  const [before] = await read.regionsByCodes(area, ['371523101000'])
  expect(before).toMatchObject({ name: '肖庄镇', validTo: '2019-10-30' })
  expect((await read.places(area, '2019-10-30')).map(({ id }) => id)).toContain('centre-371523101')
  expect((await read.places(area, '2019-10-31')).map(({ id }) => id)).not.toContain('centre-371523101')
  expect(await read.standingFor(area, 'region', '371523101000', '2019-10-30')).toEqual(['371523101000'])
  expect(await read.standingFor(area, 'region', '371523101000', '2026-01-01')).toEqual(['371503101000'])
  expect(await read.standingFor(area, 'body', 'town-371523100', '2026-01-01')).toEqual(['town-371503100'])
})

test('whoever names a village by its old code is sent to the places that stand there now', async () => {
  const places = await read.placesServing('371523', '371523101200', '2026-01-01')
  expect(places.map(({ id }) => id)).toEqual(['station-371503101200', 'centre-371503101', 'hall-371503'])
  expect((await read.townBody('371523', '371523101200', '2026-01-01'))?.id).toBe('town-371503101')
})

test('loading the same history twice writes nothing, and a line the pack takes back goes', async () => {
  const again = await load(chiping(false), '2020-01-01')
  expect([again.regions, again.places, again.served]).toEqual(Array(3).fill({ added: 0, closed: 0 }))
  expect(again.successions).toBe(0)
  const without = chiping(false)
  without.regions.successions = without.regions.successions!.filter(({ id }) => id !== '371523101200')
  expect((await load(without, '2020-01-02')).successions).toBe(1)
  expect(await read.standingFor('371523', 'region', '371523101200', '2026-01-01')).toEqual(['371523101200'])
})

test('Boshan’s villages of 2020 are there on their days, and each day is covered whole', async () => {
  await load(boshan, '2026-03-02')
  const villages = async (day: string) =>
    (await read.regions('370304', day)).filter(({ tier }) => tier === 6).length
  expect([await villages('2020-06-30'), await villages('2022-10-31'), await villages('2023-06-30')]).toEqual([
    298, 298, 296,
  ])
  for (const day of ['2021-06-30', '2023-06-29', '2026-03-02'])
    expect(
      (await read.coverage('370304', day)).uncovered.map(({ name }) => name),
      day,
    ).toEqual([])
  expect(await read.standingFor('370304', 'region', '370304001020', '2026-03-02')).toEqual(['370304001200'])
})
