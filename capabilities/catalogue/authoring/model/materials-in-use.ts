import type { ItemVersion, Material } from '../../contract.ts'
import type { MaterialInUse } from '../../contract/change.ts'

const SHOWN = 50

/**
 * Papers by their name (同名同物): each once, the one most items ask for first. What differs between the items is said as most of them say
 * it; when a paper is asked is each item's own, and its form is nobody else's.
 */
export function materialsInUse(items: readonly ItemVersion[], q = ''): MaterialInUse[] {
  const found = new Map<string, { item: ItemVersion; material: Material }[]>()
  for (const item of items)
    for (const material of item.materials)
      if (material.fromForm !== true && material.name.includes(q))
        found.set(material.name, [...(found.get(material.name) ?? []), { item, material }])
  return [...found]
    .map(([name, uses]) => ({
      name,
      material: usual(uses.map(({ material }) => material)),
      items: uses.map(({ item: { id, name: of } }) => ({ id, name: of })),
    }))
    .toSorted(
      (one, other) => other.items.length - one.items.length || one.name.localeCompare(other.name, 'zh-CN'),
    )
    .slice(0, SHOWN)
}

/** As most items say it, the first of them where they are even. */
function usual(materials: readonly Material[]): Material {
  const wordings = new Map<string, { material: Material; times: number }>()
  for (const { when: _when, whenAnswer: _answer, necessity, ...material } of materials) {
    const { id: _id, ...said } = material
    const key = JSON.stringify(said)
    const held = wordings.get(key) ?? {
      // What only some situations ask for is asked for here as soon as somebody says in which.
      material: { ...material, necessity: necessity === 'conditional' ? 'required' : necessity },
      times: 0,
    }
    wordings.set(key, { ...held, times: held.times + 1 })
  }
  return [...wordings.values()].reduce((most, each) => (each.times > most.times ? each : most)).material
}
