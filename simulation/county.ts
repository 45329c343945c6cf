import { legalDay } from '#engine/day.ts'
import { isRefusal } from '#engine/refusal.ts'
import { publishItems } from '#capabilities/catalogue/index.ts'
import type { GrantingBodies } from '#capabilities/onboarding/index.ts'
import { appointPost, savePeople } from '#capabilities/staff/index.ts'
import type { Assembly } from '../apps/server/assemble.ts'
import { countyItems } from './county-items.ts'

interface County {
  area: string
  granting: GrantingBodies
  stations: number
}

/** What the pack alone does not have: variants of its items with every feature, and somebody at so many stations of villages. */
export async function settleCounty(house: Assembly, { area, granting, stations }: County): Promise<void> {
  const now = house.clock.now()
  const today = legalDay(now)
  const published = await house.catalogue.itemsInForce(area, today)
  const more = countyItems(
    published.map(({ item }) => item).toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    today,
  )
  await publishItems(house, area, more, granting, now)
  await staffStations(house, area, stations)
}

/** Village agents (代办员) spread evenly over the stations of all towns. */
async function staffStations(house: Assembly, area: string, wanted: number): Promise<void> {
  const { organisation, staff, clock } = house
  const today = legalDay(clock.now())
  const staffed = new Set((await staff.postsOfArea(area)).map(({ place }) => place))
  const stations = (await organisation.places(area, today))
    .filter(({ kind }) => kind === 'station')
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
  const before = stations.filter(({ id }) => staffed.has(id)).length
  const empty = stations.filter(({ id }) => !staffed.has(id))
  const count = Math.max(Math.min(wanted - before, empty.length), 0)
  for (let index = 0; index < count; index++) {
    const { id: place, owner } = empty[Math.floor((index * empty.length) / count)]!
    const person = { id: `person-sim-agent-${index + 1}`, name: `测试代办${index + 1}` }
    await savePeople(house.db, [person])
    const post = {
      ...{ id: `post-sim-agent-${index + 1}`, person: person.id, validFrom: today, title: '村级代办员' },
      ...{ roles: ['village-agent' as const], place, body: owner, window: null },
    }
    const asking = { actor: { kind: 'system', job: 'roster' } as const, at: clock.now(), requestId: post.id }
    const done = await appointPost(house, area, post, asking)
    if (isRefusal(done)) throw new Error(`${post.id} was not appointed: ${done.code}`)
  }
}
