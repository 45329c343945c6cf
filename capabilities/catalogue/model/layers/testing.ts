import path from 'node:path'
import { packFolder } from '#capabilities/organisation/index.ts'
import type { ItemVersion } from '../../contract.ts'
import type { Layer, PlacedLayer } from '../../contract/layer.ts'
import { readItems } from '../../load.ts'

const { items } = readItems(path.join(packFolder('boshan-2020'), 'items'))

/** A real item with steps, a promise, variants, papers of every kind and a law behind it. */
export const REAL: ItemVersion = items.find(({ id }) => id === 'food-business-licence')!

/** A whole item as the first layer of its tier. */
export function whole(item: object, area = '000000', words: Partial<Layer> = {}): PlacedLayer {
  const { id, version, effectiveFrom, effectiveTo: _to, ...rest } = item as ItemVersion
  const set = Object.fromEntries(Object.entries(rest).map(([field, value]) => [`/${field}`, value]))
  return { area, id, version, effectiveFrom, set, ...words }
}

/** A county's words over the real item. */
export const county = (words: Partial<Layer>): PlacedLayer => ({
  ...{ area: '370304', id: REAL.id, version: 1, effectiveFrom: REAL.effectiveFrom, set: {} },
  ...words,
})
