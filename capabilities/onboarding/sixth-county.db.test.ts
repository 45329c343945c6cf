import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { catalogue, readItems } from '#capabilities/catalogue/index.ts'
import { organisation, packFolder } from '#capabilities/organisation/index.ts'
import { staff } from '#capabilities/staff/index.ts'
import { createLedger } from '#platform/ledger/ledger.ts'
import { testDatabase } from '#platform/testing/database.ts'
import { checkPack, worded } from './check.ts'
import { loadPack } from './index.ts'

// Real: the checks, the loader, the database. Invented: a county that is in no folder of ours, written here as files alone.
const db = await testDatabase()
const clock = { now: () => '2026-03-02T01:00:00.000Z' }
const folder = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'yichuang-sixth-')), 'example-2026')
const SINCE = '2026-01-01'
const SOURCE = { title: '示例县方案', on: SINCE }
const AREA = '990109'

afterAll(() => fs.rmSync(path.dirname(folder), { recursive: true, force: true }))

function write(file: string, content: unknown): void {
  fs.mkdirSync(path.dirname(path.join(folder, file)), { recursive: true })
  fs.writeFileSync(path.join(folder, file), JSON.stringify(content, null, 2))
}

const read = (file: string) =>
  JSON.parse(fs.readFileSync(path.join(packFolder('dawukou-2020'), file), 'utf8')) as Record<string, unknown>

beforeAll(() => {
  const { parameters } = read('pack.json') as {
    parameters: Record<string, { value: object; clauses: string[] }>
  }
  const own = Object.entries(parameters).map(([name, parameter]) => [
    name,
    { ...parameter, clauses: [], certainty: 'assumed', note: '示例', source: SOURCE },
  ])
  const byName = Object.fromEntries(own) as Record<string, { value: Record<string, unknown> }>
  byName['naming']!.value = {
    ...{ hall: '{county}办事大厅', centre: '{town}办事中心', station: '{town}{village}办事站' },
    ...{ point: '{town}{village}办事点', villageShortNames: [{ ends: '村委会', becomes: '村' }] },
  }
  write('pack.json', {
    ...{ id: 'example-2026', title: '示例县方案', version: 1 },
    area: { code: AREA, name: '示例县', adminCode: `${AREA}000000`, validFrom: SINCE },
    source: {
      ...{
        title: '示例县方案',
        documentNo: '示政发〔2026〕1号',
        issuedBy: '示例县人民政府',
        issuedOn: SINCE,
      },
      ...{ higherBasis: [], clausePrefix: 'EX' },
    },
    parameters: byName,
  })
  const region = (code: string, name: string, type: string, tier: number) => ({
    ...{ code, name, type, tier, validFrom: SINCE },
  })
  write('places/regions.json', {
    source: SOURCE,
    regions: [
      region('990000000000', '示例省', 'province', 2),
      region('990100000000', '示例市', 'city', 3),
      region(`${AREA}000000`, '示例县', 'county', 4),
      ...['100', '101'].flatMap((town, index) => [
        region(`${AREA}${town}000`, ['东镇', '西镇'][index]!, 'town', 5),
        ...['200', '201', '202'].map((village, no) =>
          region(`${AREA}${town}${village}`, `${['甲', '乙', '丙'][no]}村委会`, 'villagers', 6),
        ),
      ]),
    ],
  })
  write('places/places.json', {
    ...read('places/places.json'),
    ...{ source: SOURCE, validFrom: SINCE, generate: ['hall', 'centre', 'station', 'point'] },
    points: [{ region: `${AREA}100202` }, { region: `${AREA}101202`, station: `station-${AREA}101201` }],
    // Two villages share one station.
    exceptions: [{ id: `station-${AREA}100200`, serves: [`${AREA}100200`, `${AREA}100201`] }],
  })
  const bodies = read('places/bodies.json') as { bodies: object[]; towns: object }
  write('places/bodies.json', {
    source: SOURCE,
    bodies: bodies.bodies.map((body) => ({ ...body, validFrom: SINCE })),
    towns: { ...bodies.towns, validFrom: SINCE },
  })
  const { duties } = read('places/duties.json') as { duties: object[] }
  write('places/duties.json', {
    source: SOURCE,
    duties: duties.map((duty) => ({ ...duty, validFrom: SINCE })),
  })
  const posts = read('places/posts.json') as { patterns: object[] }
  write('places/posts.json', {
    ...posts,
    slugs: {},
    patterns: posts.patterns.map((pattern) =>
      JSON.parse(JSON.stringify({ ...pattern, validFrom: SINCE }).replaceAll('dawukou.', 'example.')),
    ),
  })
  // No list stands above a county of a province nobody has written down, so its items are whole.
  const { items } = readItems(path.join(packFolder('dawukou-2020'), 'items'))
  for (const item of items) write(`items/${item.id}.json`, item)
})

test('a sixth county is a folder: it passes the check, and what is wrong in it is told with file and line', () => {
  expect(checkPack('example-2026', folder).problems.map(worded)).toEqual([])
  const file = path.join(folder, 'places/places.json')
  const right = fs.readFileSync(file, 'utf8')
  fs.writeFileSync(file, right.replace('"serves"', '"name": "东镇便民点", "serves"'))
  const [said] = checkPack('example-2026', folder).problems.map(worded)
  fs.writeFileSync(file, right)
  expect(said).toMatch(/places\/places\.json 第\d+行：station-990109100200 .*应为“东镇甲村办事站”/)
})

test('ORG-01 its three tiers load from the files alone, in one tree with owners', async () => {
  const ledger = createLedger({ db, subscribers: () => [] })
  await loadPack({ db, ledger, clock }, 'example-2026', () => {}, folder)
  const places = await organisation(db).places(AREA, '2026-03-02')
  expect(places.map(({ kind, name, parent }) => [kind, name, parent]).toSorted()).toEqual(
    [
      ['hall', '示例县办事大厅', null],
      ['centre', '东镇办事中心', 'hall-990109'],
      ['centre', '西镇办事中心', 'hall-990109'],
      ['station', '东镇甲村办事站', 'centre-990109100'],
      ['point', '东镇丙村办事点', 'centre-990109100'],
      ['station', '西镇甲村办事站', 'centre-990109101'],
      ['station', '西镇乙村办事站', 'centre-990109101'],
      ['point', '西镇丙村办事点', 'station-990109101201'],
    ].toSorted(),
  )
  const owners = new Set((await organisation(db).bodies(AREA, '2026-03-02')).map(({ id }) => id))
  for (const { owner } of places) expect(owners).toContain(owner)
})

test('ORG-03 every village counts on exactly one place, its own, a neighbour’s or a point', async () => {
  const read = organisation(db)
  expect(await read.coverage(AREA, '2026-03-02')).toMatchObject({ villages: 6, covered: 6, rate: 1 })
  const served = await read.served(AREA, '2026-03-02')
  const villages = served.filter(({ region }) => !region.endsWith('000'))
  expect(new Set(villages.map(({ region }) => region)).size).toBe(villages.length)
  expect(villages.find(({ region }) => region === `${AREA}100201`)?.place).toBe(`station-${AREA}100200`)
})

test('its people, items and powers are there, made of patterns', async () => {
  const posts = await staff(db).postsOfArea(AREA)
  const clerks = posts.filter(
    ({ place, roles }) => place.startsWith('centre-') && roles.includes('window-clerk'),
  )
  expect(clerks.map(({ place, body }) => [place, body]).toSorted()).toEqual([
    ['centre-990109100', 'town-990109100'],
    ['centre-990109101', 'town-990109101'],
  ])
  expect((await catalogue(db, clock).itemsInForce(AREA, '2026-03-02')).length).toBe(44)
})
