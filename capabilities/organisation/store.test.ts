import { beforeAll, describe, expect, test } from 'vitest'
import { testDatabase } from '#platform/testing/database.ts'
import { compileCalendar } from '#engine/calendar/calendar.ts'
import { isRefusal } from '#engine/refusal.ts'
import type { OrganisationPack } from './contract.ts'
import { loadOrganisation, organisation, organisationWriter, packFolder, readPack } from './index.ts'
import { fallsTo, responsibleFor } from './model.ts'
import { syntheticCounty } from './synthetic-county.ts'

const db = await testDatabase()
const read = organisation(db)
const DAY = '2026-03-02'
let boshan: OrganisationPack

async function load(pack: OrganisationPack, day = DAY) {
  const loaded = await loadOrganisation(db, pack, day)
  if (Array.isArray(loaded)) throw new Error(JSON.stringify(loaded.slice(0, 3)))
  return loaded
}

beforeAll(async () => {
  const pack = await readPack(packFolder('boshan-2020'))
  if (Array.isArray(pack)) throw new Error(JSON.stringify(pack.slice(0, 5)))
  boshan = pack
  await load(boshan)
})

describe('the Boshan pack', () => {
  test('loads its three tiers: one hall, ten centres, one station per village', async () => {
    const kinds = Object.groupBy(await read.places('370304', DAY), (place) => place.kind)
    expect([kinds.hall?.length, kinds.centre?.length, kinds.station?.length]).toEqual([1, 10, 296])
    expect((await read.regions('370304', DAY)).length).toBe(309)
    expect((await read.searchBodies('370304', DAY, { limit: 500 })).length).toBe(35)
    expect(await read.area('370304', DAY)).toMatchObject({ name: '博山区', adminCode: '370304000000' })
  })

  test('loading it again writes nothing', async () => {
    const again = await load(boshan, '2026-04-01')
    expect([again.regions, again.bodies, again.duties, again.places, again.windows, again.served]).toEqual(
      Array.from({ length: 6 }, () => ({ added: 0, closed: 0 })),
    )
    const counts = await db.query(
      `SELECT (SELECT count(*) FROM organisation.calendar) AS calendars, (SELECT count(*) FROM organisation.pack_version) AS packs`,
    )
    expect(counts).toEqual([{ calendars: 1, packs: 1 }])
  })

  test('every station counts on its town centre and every centre on the hall', async () => {
    const places = await read.placesServing('370304', '370304113205', DAY)
    expect(places.map((place) => place.name)).toEqual([
      '博山镇邀兔村便民服务站',
      '博山镇便民服务中心',
      '博山区政务服务中心',
    ])
  })

  test('each centre has the four labelled windows, and a station one', async () => {
    const windows = await read.windowsOfPlaces('370304', ['centre-370304004', 'station-370304004200'], DAY)
    expect(windows.map((window) => window.name)).toEqual([
      '1号市场准入窗口',
      '2号公共服务窗口',
      '3号保障救助窗口',
      '4号综合业务窗口',
      '1号综合办事窗口',
    ])
    expect(windows.every((window) => window.undifferentiated)).toBe(true)
  })

  test('the town government of a village is found', async () => {
    expect((await read.townBody('370304', '370304004200', DAY))?.shortName).toBe('山头街道办事处')
  })

  test('the directory shows towns with their villages, and places with hours, address and phone', async () => {
    const towns = await read.regionDirectory('370304', DAY)
    expect(towns.map((town) => town.children.length)).toEqual([17, 16, 30, 66, 20, 23, 14, 28, 44, 38])
    expect(await read.placeDirectory('370304', DAY)).toHaveLength(11)
    const near = await read.placeDirectory('370304', DAY, '370304108000')
    expect(near).toHaveLength(11 + 14)
    expect(near.find((place) => place.id === 'centre-370304108')).toEqual({
      id: 'centre-370304108',
      name: '石马镇便民服务中心',
      tier: 'centre',
      region: '370304108000',
      address: '演示地址（博山区石马镇）',
      hours: '工作日 08:30–17:00，中午12:00–13:00有人值班；周六 09:00–16:00（值班）',
      phone: '0533-0000108',
    })
    expect(await read.placeDirectory('370304', DAY, '370304108210')).toHaveLength(12)
  })

  test('every subject of the plan has a responsible unit among the bodies', async () => {
    const duties = await read.duties('370304', DAY)
    const bodies = await read.searchBodies('370304', DAY, { limit: 500 })
    const responsible = [...new Set(duties.map((duty) => duty.subject))].map(
      (subject) => responsibleFor(duties, subject)[0]!,
    )
    expect(responsible).toHaveLength(16)
    for (const duty of responsible) expect(bodies.some((body) => fallsTo(duty, body))).toBe(true)
  })

  test('the calendar has the published years and not the coming one', async () => {
    const calendar = await read.calendarOf('370304')
    expect(Object.keys(calendar.years)).toEqual([
      '2018',
      '2019',
      '2020',
      '2021',
      '2022',
      '2023',
      '2024',
      '2025',
      '2026',
    ])
    expect(calendar.years['2026']?.off).toHaveLength(33)
    expect(calendar.years['2026']?.work).toEqual([
      '2026-01-04',
      '2026-02-14',
      '2026-02-28',
      '2026-05-09',
      '2026-09-20',
      '2026-10-10',
    ])
    expect(calendar.years['2025']?.work).toEqual([
      '2025-01-26',
      '2025-02-08',
      '2025-04-27',
      '2025-09-28',
      '2025-10-11',
    ])
    await expect(read.calendarOf('370304', 'no-such')).rejects.toThrow('no calendar')
  })

  test('lists page by key and are searched by name; signs of the pattern language are plain signs', async () => {
    const first = await read.searchPlaces('370304', DAY, { name: '博山镇', kind: 'station', limit: 30 })
    const second = await read.searchPlaces('370304', DAY, {
      name: '博山镇',
      kind: 'station',
      limit: 30,
      after: first.at(-1)!.id,
    })
    expect([first.length, second.length]).toEqual([30, 8])
    expect(await read.searchPlaces('370304', DAY, { name: '%' })).toEqual([])
    const villages = await read.searchRegions('370304', DAY, { name: '赵庄' })
    expect(villages.map((region) => region.code)).toEqual(['370304103203', '370304112223'])
  })
})

describe('a changed pack', () => {
  test('adds a version from the day of loading; older days and cases keep the older one', async () => {
    const area = '990104'
    const county = syntheticCounty(boshan, area, 2, 4)
    await load(county)
    const renamed = structuredClone(county)
    renamed.bodies.bodies[0]!.name = '测试区数据局'
    const loaded = await load(renamed, '2026-05-06')
    expect(loaded.bodies).toEqual({ added: 1, closed: 1 })
    const names = await Promise.all(
      ['2026-05-05', '2026-05-06'].map(async (day) => (await read.searchBodies(area, day, {}))[0]?.name),
    )
    expect(names).toEqual(['测试机构0', '测试区数据局'])
  })

  test('a merged village ends on its last day and names its successor', async () => {
    const area = '990105'
    const county = syntheticCounty(boshan, area, 1, 3)
    await load(county)
    const merged = structuredClone(county)
    const village = merged.regions.regions.at(-1)!
    village.validTo = '2026-06-30'
    village.successorCode = merged.regions.regions.at(-2)!.code
    await load(merged, '2026-07-20')
    expect((await read.regions(area, '2026-06-30')).map((region) => region.code)).toContain(village.code)
    expect((await read.regions(area, '2026-07-01')).map((region) => region.code)).not.toContain(village.code)
    const [kept] = await read.regionsByCodes(area, [village.code])
    expect(kept).toMatchObject({ successorCode: village.successorCode, validTo: '2026-06-30' })
  })

  test('a body the pack drops ends, and comes back when the pack names it again', async () => {
    const area = '990107'
    const county = syntheticCounty(boshan, area, 2, 2)
    const fewer = structuredClone(county)
    county.bodies.bodies.push({ ...county.bodies.bodies[0]!, id: 'extra', creditCode: '11370304DEM000241B' })
    await load(county)
    const inForce = async (day: string) =>
      (await read.searchBodies(area, day, {})).some((body) => body.id === 'extra')
    expect((await load(fewer, '2026-04-01')).bodies).toEqual({ added: 0, closed: 1 })
    expect((await load(fewer, '2026-04-02')).bodies).toEqual({ added: 0, closed: 0 })
    expect((await load(county, '2026-05-01')).bodies).toEqual({ added: 1, closed: 0 })
    expect(await Promise.all(['2026-03-31', '2026-04-01', '2026-04-30', '2026-05-01'].map(inForce))).toEqual([
      true,
      false,
      false,
      true,
    ])
  })

  test('a pack with problems is refused as a whole, all problems named', async () => {
    const county = syntheticCounty(boshan, '990106', 1, 1)
    county.regions.regions.at(-1)!.type = 'street'
    county.bodies.bodies[0]!.creditCode = '11370304DEM000010X'
    const problems = await loadOrganisation(db, county, DAY)
    expect(Array.isArray(problems) && problems.map((problem) => problem.code)).toEqual([
      'region-type-wrong',
      'credit-code-wrong',
    ])
    expect(await read.area('990106', DAY)).toBeUndefined()
  })
})

describe('three tiers and coverage', () => {
  const area = '990101'

  test('ORG-01 an area of 1 + 11 + 62 places loads, each has one owner and one parent, a standard changed at the top appears at the bottom', async () => {
    await load(syntheticCounty(boshan, area, 11, 62))
    const places = await read.places(area, DAY)
    expect(
      Object.values(Object.groupBy(places, (place) => place.kind)).map((group) => group?.length),
    ).toEqual([11, 1, 62])
    const ids = new Set(places.map((place) => place.id))
    const owners = new Set((await read.searchBodies(area, DAY, { limit: 500 })).map((body) => body.id))
    for (const place of places) {
      expect(owners).toContain(place.owner)
      if (place.kind === 'hall') expect(place.parent).toBeNull()
      else expect(ids).toContain(place.parent)
    }
    const station = places.find((place) => place.kind === 'station')!.id
    const before = await read.standard(area, station, 'openingHours', DAY)
    expect(before).toMatchObject({ from: 'pack', value: { workday: [{ from: '08:00', to: '18:00' }] } })
    const hours = { workday: [{ from: '09:00', to: '12:00' }], saturday: [] }
    await db.transaction((tx) =>
      organisationWriter(tx).setStandard(area, 'hall-990101', 'openingHours', hours, '2026-03-03'),
    )
    expect(await read.standard(area, station, 'openingHours', '2026-03-03')).toEqual({
      value: hours,
      from: 'hall-990101',
    })
    expect((await read.standard(area, station, 'openingHours', DAY)).from).toBe('pack')
  })

  test('ORG-03 a village taken off a served list is uncovered at once and lowers the coverage rate', async () => {
    const village = '990101100200'
    expect(await read.coverage(area, DAY)).toMatchObject({ villages: 62, covered: 62, rate: 1 })
    await db.transaction((tx) => organisationWriter(tx).withdrawServed(area, village, '2026-03-09'))
    const after = await read.coverage(area, '2026-03-10')
    expect(after.uncovered.map((region) => region.code)).toEqual([village])
    expect(after.rate).toBe(61 / 62)
    // Loading the unchanged pack again does not undo what the office decided.
    await load(syntheticCounty(boshan, area, 11, 62), '2026-03-11')
    expect((await read.coverage(area, '2026-03-11')).covered).toBe(61)
  })

  test('ORG-03 a village is on one served list at a time and may join a neighbour station', async () => {
    const village = '990101100200'
    const neighbour = 'station-990101100201'
    const refused = await db.transaction((tx) =>
      organisationWriter(tx).serve(area, '990101101200', neighbour, '2026-03-12'),
    )
    expect(refused).toMatchObject({
      code: 'region-served-elsewhere',
      facts: { place: 'station-990101101200' },
    })
    const joined = await db.transaction((tx) =>
      organisationWriter(tx).serve(area, village, neighbour, '2026-03-12'),
    )
    expect(joined).toBeUndefined()
    expect((await read.coverage(area, '2026-03-12')).rate).toBe(1)
    expect((await read.placesServing(area, village, '2026-03-12'))[0]?.id).toBe(neighbour)
  })

  test.each([
    ['region-unknown', '990101100999', 'station-990101100201'],
    ['place-unknown', '990101100200', 'station-none'],
  ])('%s is said when a served list is mended', async (code, region, place) => {
    expect(await organisationWriter(db).serve(area, region, place, DAY)).toMatchObject({ code })
  })
})

describe('publishing a holiday list', () => {
  test('adds a version, keeps the older one, and equal content is the same version', async () => {
    const list = { year: 2027, published: true, off: ['2027-01-01'], work: [] }
    const before = await read.calendarOf('370304')
    const publish = () =>
      db.transaction((tx) => organisationWriter(tx).publishCalendar('370304', [list], '2026-11-10'))
    const after = await publish()
    if (isRefusal(after)) throw new Error(after.code)
    expect(after.version).not.toBe(before.version)
    expect((await read.calendarOf('370304')).years['2027']).toEqual({ off: ['2027-01-01'], work: [] })
    expect((await read.calendarOf('370304', before.version)).years['2027']).toBeUndefined()
    expect(await publish()).toMatchObject({ version: after.version })
  })

  test('days off of the area and other office hours are versions too, and an older version says what it said', async () => {
    const before = await read.calendarOf('370304')
    expect(before.unpublished).toBe('statutory-2024')
    expect(before.hours.map(({ workday }) => workday.map(({ from, to }) => `${from}-${to}`))).toEqual([
      ['08:30-12:00', '13:00-17:00'],
    ])
    const festival = {
      name: '示例节',
      off: ['2026-12-03'],
      work: ['2026-12-05'],
      basis: '示例区人民政府通知',
    }
    const summer = [
      { from: '08:30', to: '12:00' },
      { from: '13:30', to: '17:30' },
    ]
    const published = await db.transaction(async (tx) => {
      const write = organisationWriter(tx)
      const festive = await write.publishLocalHolidays('370304', [festival], '2026-11-10')
      return [festive, await write.publishOfficeHours('370304', summer, '2027-06-01')]
    })
    expect(published).not.toContainEqual(expect.objectContaining({ refused: true }))
    const after = await read.calendarOf('370304')
    expect(after.local).toEqual([festival])
    expect(after.hours).toMatchObject([{}, { since: '2027-06-01', workday: summer }])
    const compiled = compileCalendar(after)
    expect([compiled.isWorkday('2026-12-03'), compiled.isWorkday('2026-12-05')]).toEqual([false, true])
    expect((await read.calendarOf('370304', before.version)).local).toEqual([])
  })

  test('the hall’s opening hours are the office hours that limits count', async () => {
    const [hall] = (await read.places('370304', '2027-07-01')).filter(({ kind }) => kind === 'hall')
    const value = { workday: [{ from: '09:00', to: '11:30' }], saturday: [] }
    const refused = await db.transaction((tx) =>
      organisationWriter(tx).setStandard('370304', hall!.id, 'openingHours', value, '2027-09-01'),
    )
    expect(refused).toBeUndefined()
    const { hours } = await read.calendarOf('370304')
    expect(hours.at(-1)).toEqual({ since: '2027-09-01', workday: value.workday })
  })

  test('a list with a slip is refused', async () => {
    const list = { year: 2028, published: true, off: ['2027-01-01'], work: [] }
    const refused = await db.transaction((tx) =>
      organisationWriter(tx).publishCalendar('370304', [list], '2027-11-10'),
    )
    expect(refused).toMatchObject({ code: 'calendar-day-outside-year' })
  })
})
