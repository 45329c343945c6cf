import type { DifferenceFilter } from './filtered.ts'

export const VIEWS = ['boundary', 'differences', 'lineage'] as const
export type View = (typeof VIEWS)[number]

/** Which of the three, whose lineage, and which differences; they live in the address, so that a sent link shows the same. */
export interface ItemTiersSearch extends DifferenceFilter {
  view?: View
  item?: string
}

export function itemTiersSearch({ view, item, ...filter }: Record<string, unknown>): ItemTiersSearch {
  const found = VIEWS.find((each) => each === view)
  return {
    ...(found === undefined ? {} : { view: found }),
    ...(typeof item === 'string' && item !== '' ? { item: item.slice(0, 60) } : {}),
    ...filterIn(filter),
  }
}

const TIERS = 6

function filterIn({ q, tier, approved }: Record<string, unknown>): DifferenceFilter {
  return {
    ...(typeof q === 'string' && q !== '' ? { q: q.slice(0, 60) } : {}),
    ...(Number.isInteger(tier) && Number(tier) >= 1 && Number(tier) <= TIERS ? { tier: Number(tier) } : {}),
    ...(approved === 'yes' || approved === 'no' ? { approved } : {}),
  }
}
