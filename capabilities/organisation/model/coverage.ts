import type { Region } from '../contract/region.ts'
import type { ServedRegion } from '../contract/place.ts'
import { validOn } from './versions.ts'

export interface Coverage {
  villages: number
  covered: number
  /** Between 0 and 1; null where there is no village to cover. */
  rate: number | null
  uncovered: Region[]
}

/**
 * Village coverage (村级全覆盖): a village counts when it is on the served list of a station or point on that day. Where the plan
 * counts own rooms (LS-3.2.1-04), `rooms` says where each place stands, and only a place in the village itself counts.
 */
export function coverage(
  regions: readonly Region[],
  served: readonly ServedRegion[],
  day: string,
  rooms?: ReadonlyMap<string, string>,
): Coverage {
  const villages = regions.filter((region) => region.tier === 6 && validOn(region, day))
  const counts = ({ place, region }: ServedRegion) => rooms === undefined || rooms.get(place) === region
  const listed = new Set(
    served.filter((line) => validOn(line, day) && counts(line)).map((line) => line.region),
  )
  const uncovered = villages.filter((village) => !listed.has(village.code))
  const covered = villages.length - uncovered.length
  return {
    villages: villages.length,
    covered,
    rate: villages.length ? covered / villages.length : null,
    uncovered,
  }
}
