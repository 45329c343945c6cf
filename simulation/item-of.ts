import type { ItemVersion } from '#capabilities/catalogue/contract.ts'
import type { Run } from './run.ts'

const byId = new WeakMap<Run['items'], ReadonlyMap<string, ItemVersion>>()

/** The version of an item that is in force; asked for many times a step. */
export function itemOf({ items }: Pick<Run, 'items'>, id: string): ItemVersion | undefined {
  const known = byId.get(items) ?? new Map(items.map(({ item }) => [item.id, item]))
  byId.set(items, known)
  return known.get(id)
}
