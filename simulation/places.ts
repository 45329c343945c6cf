import type { Post } from '#capabilities/staff/contract.ts'
import type { Town } from './town.ts'
import { legalDay } from '#engine/day.ts'

export interface ServedPlace {
  place: string
  /** Where matters taken in here fall. */
  region: string
  tier: 'hall' | 'centre' | 'station'
  share: number
}

/** The town of the simulation, another one where the law knows only towns, and the county hall. */
const TOWN: readonly ServedPlace[] = [
  { place: 'centre-370304004', region: '370304004207', tier: 'centre', share: 50 },
  { place: 'centre-370304106', region: '370304106026', tier: 'centre', share: 20 },
  { place: 'station-370304004207', region: '370304004207', tier: 'station', share: 4 },
  { place: 'station-370304106026', region: '370304106026', tier: 'station', share: 4 },
  { place: 'hall-370304', region: '370304004207', tier: 'hall', share: 22 },
]

const SHARES = { hall: 90, centre: 25, station: 1 } as const

/** The places people go to: a few of one town, or every staffed one of the county. */
export async function placesOf(town: Town, scale: 'town' | 'county'): Promise<readonly ServedPlace[]> {
  if (scale === 'town') return TOWN
  const { organisation } = town.house
  const staffed = new Set(town.posts.filter(takesIn).map(({ place }) => place))
  const places = await organisation.places(town.area, legalDay(town.clock.now()))
  return places
    .filter(({ id }) => staffed.has(id))
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .flatMap(({ id, kind, region }): ServedPlace[] => {
      if (kind !== 'hall' && kind !== 'centre' && kind !== 'station') return []
      return [
        { place: id, region: kind === 'hall' ? TOWN[0]!.region : region, tier: kind, share: SHARES[kind] },
      ]
    })
}

const takesIn = ({ roles }: Post): boolean =>
  roles.includes('window-clerk') || roles.includes('village-agent')
