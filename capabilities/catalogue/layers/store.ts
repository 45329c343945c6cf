import type { Queryable } from '#platform/db/db.ts'
import type { ItemVersion, OwnerTier } from '../contract.ts'
import type { LineageEntry, PlacedLayer } from '../contract/layer.ts'
import { inForce } from '../in-force.ts'

export interface LayeredVersion {
  item: ItemVersion
  lineage: LineageEntry[] | null
  /** Topmost first; none where the item was published whole. */
  layers: PlacedLayer[]
}

export interface OwnedItem {
  id: string
  name: string
  itemType: ItemVersion['itemType']
  catalogCode: string
  ownerTier: OwnerTier
  decidingBody: ItemVersion['decidingBody']
}

/** One version of an item, or the one in force on a day, with the layers it was made of. */
export async function layeredVersion(
  db: Queryable,
  area: string,
  id: string,
  asked: { day: string; version?: number },
): Promise<LayeredVersion | undefined> {
  return (await db.query<LayeredVersion>(ONE, [area, id, asked.day, asked.version ?? null]))[0]
}

/** Every item in force that is written over a list of a tier above. */
export const layeredInForce = (db: Queryable, area: string, day: string): Promise<LayeredVersion[]> =>
  db.query<LayeredVersion>(ALL, [area, day])

export const ownedItems = (db: Queryable, area: string, day: string): Promise<OwnedItem[]> =>
  db.query<OwnedItem>(OWNED, [area, day])

const LAYERS = `coalesce((SELECT jsonb_agg(l.body ORDER BY l.tier) FROM jsonb_array_elements(v.layers) AS r
    JOIN catalogue.layer_version l ON l.area_code = v.area_code AND l.item = v.id AND l.origin_area = r->>'area'
      AND l.version = (r->>'version')::int), '[]') AS layers`

const ONE = {
  name: 'catalogue.layered-version',
  text: `SELECT v.body AS item, v.lineage, ${LAYERS} FROM catalogue.item_version v
    WHERE v.area_code = $1 AND v.id = $2 AND CASE WHEN $4::int IS NULL
      THEN ${inForce('v', '$3')} ELSE v.version = $4 END`,
}

const ALL = {
  name: 'catalogue.layered-in-force',
  text: `SELECT v.body AS item, v.lineage, ${LAYERS} FROM catalogue.item_version v
    WHERE v.area_code = $1 AND ${inForce('v', '$2')}
    ORDER BY v.name, v.id`,
}

const OWNED = {
  name: 'catalogue.owned-items',
  text: `SELECT v.id, v.name, v.item_type AS "itemType", v.catalog_code AS "catalogCode",
      v.owner_tier AS "ownerTier", v.body->'decidingBody' AS "decidingBody"
    FROM catalogue.item_version v
    WHERE v.area_code = $1 AND ${inForce('v', '$2')}
    ORDER BY v.name, v.id`,
}
