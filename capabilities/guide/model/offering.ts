import type { ItemVersion } from '#capabilities/catalogue/contract.ts'
import type { PlaceEntry } from '#capabilities/organisation/index.ts'
import type { GuidePlace } from '../contract.ts'

const RANK = { hall: 0, centre: 1, station: 2 } as const

/**
 * Places of the tiers the item is resident at (应进必进), hall first. A tier missing from `entryModes` does not offer it, except at the
 * places it was given to by name (`given`, 定向放权).
 */
export function offering(
  { entryModes }: Pick<ItemVersion, 'entryModes'>,
  places: readonly PlaceEntry[],
  given: ReadonlySet<string> = new Set(),
): GuidePlace[] {
  return places
    .flatMap(({ tier: kind, ...rest }): GuidePlace[] => {
      // A point serves its village as a station does.
      const tier = kind === 'point' ? 'station' : kind
      if (kind !== 'point' && entryModes[tier] !== undefined) return [{ ...rest, tier }]
      return given.has(rest.id) ? [{ ...rest, tier, onlyHere: true }] : []
    })
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
