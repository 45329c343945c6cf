import { legalDay, type Instant } from '#engine/day.ts'
import type { CatalogueReader } from '../../store.ts'
import type { Queryable } from '#platform/db/db.ts'
import type { ItemVersion } from '../../contract.ts'
import type { ListLine } from '../line.ts'

export interface ListMeans {
  db: Queryable
  catalogue: Pick<CatalogueReader, 'itemsInForce' | 'itemInForce'>
}

/** An item as a line, with how the centres have it. */
export const lineOf = ({ id, name, domain, itemType, entryModes }: ItemVersion): ListLine => ({
  ...{ key: id, item: id, name, domain, itemType },
  ...(entryModes.centre === undefined ? {} : { mode: entryModes.centre }),
})

export async function itemsOf(
  { catalogue }: ListMeans,
  { area, now }: { area: string; now: Instant },
): Promise<ItemVersion[]> {
  return (await catalogue.itemsInForce(area, legalDay(now))).map(({ item }) => item)
}

/** A county's city is the area of its first four digits. */
export const cityOf = (area: string): string => `${area.slice(0, 4)}00`

export const EDITORS = {
  writes: ['item-author', 'item-approver'],
  approves: ['item-approver'],
  reads: ['supervisor', 'director', 'window-clerk', 'village-agent', 'organiser', 'power-registrar'],
} as const
