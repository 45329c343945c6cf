export const VIEWS = ['boundary', 'differences', 'lineage'] as const
export type View = (typeof VIEWS)[number]

/** Which of the three, and whose lineage; they live in the address, so that a sent link shows the same. */
export interface ItemTiersSearch {
  view?: View
  item?: string
}

export function itemTiersSearch({ view, item }: Record<string, unknown>): ItemTiersSearch {
  const found = VIEWS.find((each) => each === view)
  return {
    ...(found === undefined ? {} : { view: found }),
    ...(typeof item === 'string' && item !== '' ? { item: item.slice(0, 60) } : {}),
  }
}
