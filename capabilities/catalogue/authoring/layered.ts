import type { Queryable } from '#platform/db/db.ts'
import type { ItemVersion } from '../contract.ts'
import type { PlacedLayer } from '../contract/layer.ts'
import type { LayeredItem } from '../layers/files.ts'
import { resolve, wordsFor } from '../model/layers.ts'
import { toTree } from '../model/layers/tree.ts'

/** The layers a draft stands on: those of the item's newest version, or, for a new item, the lists above it and an empty one of this area. */
export async function layersUnder(
  db: Queryable,
  area: string,
  { item, base, above }: { item: string; base: number; above?: readonly PlacedLayer[] },
): Promise<readonly PlacedLayer[]> {
  const nearest = above?.at(-1)
  if (base > 0) {
    const layers = await layersOf(db, area, item)
    // A draft that follows a list above stands on that list as it is now.
    return above === undefined || nearest === undefined
      ? layers
      : [
          ...above,
          ...layers.slice(-1).map((own) => ({ ...own, extends: `${nearest.id}@${nearest.version}` })),
        ]
  }
  if (above === undefined || nearest === undefined) return []
  const { id, version, effectiveFrom } = nearest
  return [...above, { id, area, version: 1, effectiveFrom, extends: `${id}@${version}`, set: {} }]
}

/** The layers that an item's newest version is made of, topmost first; none where it was published whole. */
export async function layersOf(db: Queryable, area: string, item: string): Promise<readonly PlacedLayer[]> {
  const rows = await db.query<{ body: PlacedLayer }>(LAYERS, [area, item])
  return rows.map(({ body }) => body)
}

const LAYERS = {
  name: 'catalogue.layers-of-newest',
  text: `SELECT l.body FROM catalogue.layer_version l
    JOIN (SELECT layers FROM catalogue.item_version WHERE area_code = $1 AND id = $2 ORDER BY version DESC LIMIT 1) AS newest
      ON newest.layers @> jsonb_build_array(jsonb_build_object('area', l.origin_area, 'version', l.version))
    WHERE l.area_code = $1 AND l.item = $2 ORDER BY l.tier`,
}

/**
 * A changed item as layers again: what stands above stays, and this area's own list says what the draft says otherwise. What it may
 * not say is among the problems. Nothing where the item is all this area's own.
 */
export function layeredAgain(layers: readonly PlacedLayer[], body: ItemVersion): LayeredItem | undefined {
  const own = layers.at(-1)
  const above = layers.slice(0, -1)
  if (own === undefined || above.length === 0) return undefined
  const { set: _set, drop: _drop, order: _order, effectiveTo: _until, ...kept } = own
  const words = wordsFor(toTree(resolve(above).item), toTree(body))
  const { version, effectiveFrom } = body
  const again = [...above, { ...kept, version, effectiveFrom, ...words }]
  return { layers: again, ...resolve(again) }
}
