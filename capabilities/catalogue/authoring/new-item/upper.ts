import type { Queryable } from '#platform/db/db.ts'
import type { UpperItem } from '../../contract/change.ts'
import type { PlacedLayer } from '../../contract/layer.ts'
import { chainOf, readBase, type BaseLayers } from '../../layers/files.ts'
import { lay, tierOfArea } from '../../model/layers.ts'
import { tierTitles } from '../../words/layers.ts'

/** Read once a process, like the pack itself: the lists above change when the server starts anew. */
let base: BaseLayers | undefined
export const lists = (): BaseLayers => (base ??= readBase())

/** The lists above an item of this name, topmost first, with what each county reads in them; none where no list has it. */
export function layersAbove(area: { code: string; name: string }, item: string): readonly PlacedLayer[] {
  const nearest = lists()
    .above(area.code)
    .find(({ id }) => id === item)
  if (nearest === undefined) return []
  const { layers, missing } = chainOf(nearest, lists())
  if (missing !== undefined) throw new Error(`${missing} is in no list above ${area.code}`)
  return JSON.parse(JSON.stringify(layers).replaceAll('{county}', area.name)) as PlacedLayer[]
}

/** What the lists above have and this area has neither published nor begun. */
export async function upperItems(
  db: Queryable,
  area: { code: string; name: string },
  q = '',
): Promise<UpperItem[]> {
  const above = lists().above(area.code)
  const known = await idsTaken(
    db,
    area.code,
    above.map(({ id }) => id),
  )
  return above
    .filter(({ id }) => !known.has(id))
    .flatMap((layer) => {
      const name = nameOf(area, layer.id)
      const tier = tierTitles[tierOfArea(layer.area) as keyof typeof tierTitles]
      return name === undefined || !name.includes(q) ? [] : [{ id: layer.id, name, tierTitle: tier }]
    })
    .toSorted((one, other) => one.name.localeCompare(other.name, 'zh-CN'))
}

function nameOf(area: { code: string; name: string }, id: string): string | undefined {
  const { name } = lay(layersAbove(area, id)).item as { name?: unknown }
  return typeof name === 'string' ? name : undefined
}

/** Which of these ids an item of the area has, published or on its way. */
export async function idsTaken(
  db: Queryable,
  area: string,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await db.query<{ id: string }>(TAKEN, [area, ids])
  return new Set(rows.map(({ id }) => id))
}

const TAKEN = {
  name: 'catalogue.item-ids-taken',
  text: `SELECT id FROM catalogue.item_version WHERE area_code = $1 AND id = ANY ($2)
    UNION SELECT item FROM catalogue.change WHERE area_code = $1 AND item = ANY ($2) AND open`,
}
