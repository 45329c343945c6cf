import type { Scene } from '#capabilities/catalogue/contract.ts'
import { finder, type AreaNavigation, type ItemIndex } from '#capabilities/catalogue/index.ts'
import { servesWho } from '#capabilities/catalogue/model.ts'

/** A scene is looked for by its title, what its matters are called and its topics. */
const thingOf = ({ key, title, wanted, topics }: Scene) => ({
  id: key,
  called: [title, ...title.split('、'), ...Object.values(wanted), ...topics],
})

const finders = new Map<string, { mark: string; find: ReturnType<typeof finder> }>()

function finderOf(area: string, { mark, scenes }: AreaNavigation): ReturnType<typeof finder> {
  const held = finders.get(area)
  if (held?.mark === mark) return held.find
  const find = finder(scenes.map(thingOf))
  finders.set(area, { mark, find })
  return find
}

/** Who has found nothing is shown scenes that have but little of their words. */
const LOOSE = 0.1
/** Beside what was found a scene stands only when it was nearly named. */
const NAMED = 0.8

export async function nearestScenes(
  area: string,
  navigation: AreaNavigation,
  words: string,
  loose: boolean,
): Promise<Scene[]> {
  const find = await finderOf(area, navigation)
  const keys = find(words, loose ? LOOSE : NAMED).hits.map(({ id }) => id)
  return keys.flatMap((key) => navigation.scenes.find((scene) => scene.key === key) ?? [])
}

const counted = new WeakMap<ItemIndex, Map<string, number>>()
const idsOf = new WeakMap<ItemIndex, ReadonlySet<string>>()

/** How many matters of a scene are in force; counted once for each state of the catalogue. */
export function countOfScene(scene: Scene, index: ItemIndex): number {
  const counts = counted.get(index) ?? new Map<string, number>()
  counted.set(index, counts)
  const held = counts.get(scene.key)
  if (held !== undefined) return held
  const count = membersOf(scene, index).size
  counts.set(scene.key, count)
  return count
}

function membersOf(scene: Scene, index: ItemIndex): Set<string> {
  const ids = idsOf.get(index) ?? new Set(index.items.map(({ id }) => id))
  idsOf.set(index, ids)
  const named = [...Object.keys(scene.wanted), ...(scene.also ?? [])].filter((id) => ids.has(id))
  const byTopic = scene.topics
    .flatMap((topic) => index.topics.get(topic) ?? [])
    .map((at) => index.items[at]!)
    .filter((item) => servesWho(item, scene.who))
  return new Set([...named, ...byTopic.map(({ id }) => id)])
}
