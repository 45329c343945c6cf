import { afterAll, beforeAll, expect, test } from 'vitest'
import { catalogue, loadNavigation, publishItems } from '#capabilities/catalogue/index.ts'
import { navigationOf } from '#capabilities/catalogue/model.ts'
import { at, startTown, type Town } from '#capabilities/testing/town.ts'

const ITEM = 'tree-felling-permit'
const OTHER = '370305'
const DAY = '2026-11-23'
const BODIES = { towns: [], hall: 'hall', resident: '测试' }

let town: Town

beforeAll(async () => {
  town = await startTown({ clock: at('2026-11-23T09:00') })
})
afterAll(() => town.stop())

const idsOf = async (words: string) => (await town.portal.search(words)).items.map(({ id }) => id)
const found = async (area: string, words: string) =>
  (await town.catalogue.search(area, DAY, words)).hits.map(({ id }) => id)

async function itemOf(id: string) {
  const held = await town.catalogue.itemInForce(town.area, id, DAY)
  return held!.item
}

test('whoever asks for a rocket is told that there is none, and whom to ask', async () => {
  const { items, sure, scenes, hall } = await town.portal.search('修火箭')
  expect(items).toEqual([])
  expect(sure).toBe(false)
  expect(scenes!.length).toBeGreaterThan(0)
  expect(hall!.phone).toMatch(/\d/)
})

test('what is found for sure brings neither weak matters nor telephone numbers', async () => {
  const { items, sure, hall } = await town.portal.search('摆摊')
  expect(items[0]!.id).toBe('individual-household-registration')
  expect(items.map(({ id }) => id)).not.toContain('individual-household-cancellation')
  expect(sure).toBe(true)
  expect(hall).toBeUndefined()
})

test('what is published is found at once, in its area alone; what is stopped is not found any more', async () => {
  const item = await itemOf(ITEM)
  expect(await found(OTHER, '砍树')).toEqual([])
  await publishItems(town, OTHER, [item], BODIES, town.clock.now())
  expect(await found(OTHER, '砍树')).toEqual([ITEM])
  // The index of the other area stands; a new version is read into it.
  expect(await found(town.area, '移栽景观松')).toEqual([])
  await town.publish({ ...item, version: item.version + 1, aliases: [...item.aliases, '移栽景观松'] })
  expect(await idsOf('移栽景观松')).toEqual([ITEM])
  expect(await found(OTHER, '移栽景观松')).toEqual([])
  await town.db.query(
    `UPDATE catalogue.item_version SET effective_to = '2026-11-22' WHERE area_code = $1 AND id = $2`,
    [OTHER, ITEM],
  )
  // Whatever is published next makes this server look.
  await publishItems(town, OTHER, [await itemOf('grain-subsidy')], BODIES, town.clock.now())
  expect(await found(OTHER, '砍树')).toEqual([])
  expect(await found(OTHER, '种粮补贴')).toEqual(['grain-subsidy'])
  expect(await found(town.area, '砍树')).toEqual([ITEM])
})

test('what people of one area say is understood there alone, and at once', async () => {
  const own = [{ said: ['放倒毛白'], means: '林木采伐', reason: '当地把杨树叫毛白', source: '测试' }]
  expect(await idsOf('放倒毛白')).toEqual([])
  const { scenes, undertakings } = await town.catalogue.navigation(town.area)
  await loadNavigation(
    town.db,
    town.area,
    { ...navigationOf({ scenes: [...scenes], undertakings: [...undertakings] }), sayings: own },
    town.clock.now(),
  )
  expect(await idsOf('放倒毛白')).toEqual([ITEM])
  expect(await found(OTHER, '放倒毛白')).toEqual([])
})

test('a scene that an area leaves out is no page there, and one with nothing in force is not shown', async () => {
  const { scenes, undertakings } = await town.catalogue.navigation(town.area)
  const kept = navigationOf(
    { scenes: [...scenes], undertakings: [...undertakings] },
    {
      leaveOut: ['farm'],
      scenes: [
        { key: 'sea', title: '出海打鱼', who: 'person', wanted: { 'fishing-permit': '捕鱼证' }, topics: [] },
      ],
    },
  )
  await loadNavigation(town.db, town.area, kept, town.clock.now())
  const home = await town.portal.home()
  expect(home.scenes.map(({ key }) => key)).not.toContain('farm')
  expect(home.scenes.map(({ key }) => key)).not.toContain('sea')
  expect(await town.portal.scene('farm')).toMatchObject({ code: 'scene-not-found' })
})

test('an area without scenes of its own has a page for nothing, and its search still answers', async () => {
  const other = catalogue(town.db, town.clock)
  expect((await other.navigation('999999')).scenes).toEqual([])
  expect((await other.search('999999', DAY, '开饭店')).hits).toEqual([])
})
