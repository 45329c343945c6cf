import type { ItemVersion } from '#capabilities/catalogue/contract.ts'
import type { PlaceEntry } from '#capabilities/organisation/index.ts'
import type { GuidePlace } from '../contract.ts'

const RANK = { hall: 0, centre: 1, station: 2 } as const

/** Places of the tiers the item is resident at (应进必进), hall first. A tier missing from `entryModes` does not offer it. */
export function offering(
  { entryModes }: Pick<ItemVersion, 'entryModes'>,
  places: readonly PlaceEntry[],
): GuidePlace[] {
  return places
    .flatMap(({ tier, ...rest }) =>
      tier !== 'point' && entryModes[tier] !== undefined ? [{ ...rest, tier }] : [],
    )
    .toSorted((a, b) => RANK[a.tier] - RANK[b.tier])
}

/** The nearest first, for somebody who lives in a region: their station, their centre, the hall, then the others. */
export function nearestFirst(places: readonly GuidePlace[], region: string): GuidePlace[] {
  const distance = ({ tier, region: at }: GuidePlace): number => {
    if (at === region) return 0
    if (tier === 'centre' && at.slice(0, 9) === region.slice(0, 9)) return 1
    return tier === 'hall' ? 2 : 3
  }
  return places.toSorted((a, b) => distance(a) - distance(b))
}

/** Whether an application can be sent from home. */
export function isOnline({ handleTypes }: Pick<ItemVersion, 'handleTypes'>): boolean {
  return handleTypes.some((type) => type === '2' || type === '3')
}
