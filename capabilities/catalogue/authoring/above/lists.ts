import type { Queryable } from '#platform/db/db.ts'
import type { ItemVersion } from '../../contract.ts'
import type { PlacedLayer } from '../../contract/layer.ts'
import { areasAbove, type BaseLayers } from '../../layers/files.ts'
import { lay } from '../../model/layers.ts'

/** The lists above an area as they stand now: files of the base directory, and what areas above publish in this house. */
export interface UpperLists {
  newest(area: string, item: string): PlacedLayer | undefined
}

export async function upperLists(db: Queryable, area: string, base: BaseLayers): Promise<UpperLists> {
  const rows = await db.query<Published>(PUBLISHED, [areasAbove(area)])
  const inHouse = new Map(rows.map((row) => [`${row.area}/${row.id}`, row.layer ?? whole(row)]))
  return {
    newest(upper, item) {
      const [file, published] = [base.newest(upper, item), inHouse.get(`${upper}/${item}`)]
      return (published?.version ?? 0) > (file?.version ?? 0) ? published : file
    },
  }
}

interface Published {
  area: string
  id: string
  body: ItemVersion
  layer: PlacedLayer | null
}

function whole({ area, body }: Published): PlacedLayer {
  const { id, version, effectiveFrom, effectiveTo: _to, ...rest } = body
  const set = Object.fromEntries(Object.entries(rest).map(([field, value]) => [`/${field}`, value]))
  return { area, id, version, effectiveFrom, set }
}

const PUBLISHED = {
  name: 'catalogue.published-above',
  text: `SELECT DISTINCT ON (v.area_code, v.id) v.area_code AS area, v.id, v.body, l.body AS layer FROM catalogue.item_version v
    LEFT JOIN catalogue.layer_version l ON l.area_code = v.area_code AND l.item = v.id AND l.origin_area = v.area_code
      AND l.version = v.version
    WHERE v.area_code = ANY ($1) ORDER BY v.area_code, v.id, v.version DESC`,
}

/** A list between was written over an older version and breaks what stands above it now. */
export interface Behind {
  behind: string
}

/**
 * The newest lists above an item, topmost first. A list between that was written over an older version stays as it is while it is lawful
 * under the new one; where it is not, its own tier has to speak first, and nobody below guesses for it.
 */
export function stackAbove(
  lists: UpperLists,
  area: { code: string; name: string },
  item: string,
): readonly PlacedLayer[] | Behind {
  const stack: PlacedLayer[] = []
  for (const upper of areasAbove(area.code).toReversed()) {
    const found = lists.newest(upper, item)
    if (found === undefined) continue
    stack.push(JSON.parse(JSON.stringify(found).replaceAll('{county}', area.name)) as PlacedLayer)
    if (lay(stack).problems.some((problem) => problem.area === upper)) return { behind: upper }
  }
  return stack
}
