import type { StaffActor } from '#engine/actor.ts'
import { legalDay, type Instant } from '#engine/day.ts'
import type { ItemVersion } from '../../contract.ts'
import type { ItemToChange } from '../../contract/change.ts'
import { changeReader } from '../store.ts'
import type { Parts } from './act.ts'
import { mayWrite } from './may-write.ts'

const SHOWN = 50

/**
 * Items in force by part of their name, those that the own body writes first: whoever begins a change hears before, and not after,
 * whose item it is and that somebody has begun already.
 */
export async function itemsToChange(
  { means }: Parts,
  { area, body }: StaffActor,
  now: Instant,
  q = '',
): Promise<ItemToChange[]> {
  const [items, pack, own] = await Promise.all([
    means.catalogue.itemsInForce(area, legalDay(now)),
    means.organisation.pack(area),
    means.organisation.bodiesByIds(area, [body]),
  ])
  const { authoring, pilotTowns } = pack?.body.parameters ?? {}
  const asked = {
    ...{ authoring: authoring?.value, pilotTowns: pilotTowns?.value, body },
    // One body asks for every item.
    organisation: { bodiesByIds: () => Promise.resolve(own) },
  }
  const named = items
    .map(({ item }) => item)
    .filter(({ id, name, aliases }) => id === q || says(q, [name, ...aliases]))
  const marked = await Promise.all(
    named.map(async (item) => ({
      item,
      own: (await mayWrite(asked.organisation, area, { ...asked, item })) === 'may-write',
    })),
  )
  const shown = marked
    .toSorted((one, other) => Number(other.own) - Number(one.own) || order(one.item, other.item))
    .slice(0, SHOWN)
  const open = await changeReader(means.db).openOf(
    area,
    shown.map(({ item }) => item.id),
  )
  const bodies = await means.organisation.bodiesByIds(
    area,
    shown.flatMap(({ item }) => item.decidingBody.body ?? []),
  )
  return shown.map(({ item: { id, name, version, decidingBody }, own: ours }) => {
    const decides = bodies.find((each) => each.id === decidingBody.body)?.shortName
    return {
      ...{ id, name, version, own: ours },
      ...(decides === undefined ? {} : { decides }),
      ...(open.has(id) ? { open: open.get(id)! } : {}),
    }
  })
}

const says = (q: string, names: readonly string[]): boolean => names.some((name) => name.includes(q.trim()))
const order = (one: ItemVersion, other: ItemVersion): number => one.name.localeCompare(other.name, 'zh-CN')
