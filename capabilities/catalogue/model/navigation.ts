import type { ItemVersion } from '../contract.ts'
import type { Navigation, Saying, Scene, ScenesFile, Undertaking } from '../contract/navigation.ts'

export const NO_NAVIGATION: Navigation = { scenes: [], undertakings: [], sayings: [] }

/** The base with what an area has of its own: the same key replaces in its place, a new one comes last. */
export function navigationOf(
  base: ScenesFile,
  own: ScenesFile = {},
  sayings: readonly Saying[] = [],
): Navigation {
  const left = new Set(own.leaveOut)
  const merged = <K extends { key: string }>(below: readonly K[] = [], above: readonly K[] = []): K[] => {
    const replaced = new Map(above.map((each) => [each.key, each]))
    const kept = below.filter(({ key }) => !left.has(key)).map((each) => replaced.get(each.key) ?? each)
    return [...kept, ...above.filter(({ key }) => !below.some((each) => each.key === key))]
  }
  return {
    scenes: merged(base.scenes, own.scenes),
    undertakings: merged(base.undertakings, own.undertakings),
    sayings,
    ...((own.asked ?? base.asked) === undefined ? {} : { asked: own.asked ?? base.asked! }),
  }
}

/** What an undertaking lacks to be published (一件事): the guide people read, or the procedure of a step (YY-2.2.2-08, BS-2.2-07). */
export function undertakingGaps({ guide, steps }: Undertaking): string[] {
  const unwritten = steps.filter(({ procedure }) => procedure === undefined).map(({ title }) => title)
  return [
    ...(guide === undefined ? ['缺服务指南'] : []),
    ...(unwritten.length === 0 ? [] : [`这些步骤缺工作规程：${unwritten.join('、')}`]),
  ]
}

/** What people call the matters of the scenes, by item; they are asked for by these names too. */
export function plainNames({ scenes }: Pick<Navigation, 'scenes'>): ReadonlyMap<string, string> {
  return new Map(scenes.flatMap(({ wanted }) => Object.entries(wanted)))
}

/** What people call a matter; its first alias where no scene names it, and the official name as the last resort. */
export function calledOf(
  { id, aliases, name }: Pick<ItemVersion, 'id' | 'aliases' | 'name'>,
  names: ReadonlyMap<string, string>,
): string {
  return names.get(id) ?? aliases[0] ?? name
}

/** The matters of a scene that are in force: the wanted ones in their order, then what its topics bring. */
export function itemsOfScene<I extends Pick<ItemVersion, 'id' | 'serves' | 'topics'>>(
  scene: Scene,
  items: readonly I[],
): I[] {
  const byId = new Map(items.map((item) => [item.id, item]))
  const named = new Set([...Object.keys(scene.wanted), ...(scene.also ?? [])])
  const further = items.filter(
    (item) =>
      !named.has(item.id) &&
      servesWho(item, scene.who) &&
      item.topics.some((topic) => scene.topics.includes(topic)),
  )
  return [...[...named].flatMap((id) => byId.get(id) ?? []), ...further]
}

export const servesWho = (item: { serves: readonly string[] }, who: Scene['who']): boolean =>
  who === 'person' ? item.serves.includes('1') : item.serves.some((kind) => kind !== '1' && kind !== '6')

/** Every matter that stands in an undertaking with this one. */
export function mattersBeside(id: string, undertakings: readonly Undertaking[]): string[] {
  const around = undertakings.filter(({ steps }) => steps.some(({ ways }) => id in ways))
  return [...new Set(around.flatMap(({ steps }) => steps.flatMap(({ ways }) => Object.keys(ways))))]
}

/** The undertakings a matter is part of, with only what is in force; a single step left is no order to tell. */
export function undertakingsOf(
  id: string,
  undertakings: readonly Undertaking[],
  items: readonly Pick<ItemVersion, 'id'>[],
): Undertaking[] {
  const inForce = new Set(items.map((item) => item.id))
  return undertakings
    .filter(({ steps }) => steps.some(({ ways }) => id in ways))
    .flatMap((undertaking) => {
      const left = undertaking.steps.flatMap((step) => {
        const ways = Object.fromEntries(Object.entries(step.ways).filter(([matter]) => inForce.has(matter)))
        return Object.keys(ways).length === 0 ? [] : [{ ...step, ways }]
      })
      return left.length < 2 ? [] : [{ ...undertaking, steps: left }]
    })
}
