import type { ItemVersion } from '../../contract.ts'

/** Who came for an item from where, and to which place. */
export interface Handled {
  item: string
  region: string
  place: string
  people: number
  cases: number
}

export interface StationCount {
  station: string
  people: number
  cases: number
}

/** An item worth sinking, with the stations whose villagers came for it, the most first. */
export interface Proposal {
  item: string
  name: string
  /** Decided at once, in one visit: what the plan calls simple (办理简单). */
  simple: boolean
  stations: StationCount[]
}

interface Around {
  items: readonly Pick<ItemVersion, 'id' | 'name' | 'entryModes' | 'process'>[]
  handled: readonly Handled[]
  /** The station a village counts on; a village without one is none of our business here. */
  stationOf: ReadonlyMap<string, string>
  /** Whether this step is at that station already, or asked for. */
  holds(item: string, station: string): boolean
  /** From how many people of a station's villages on it is worth it. */
  people: number
}

/**
 * Which items to bring to which stations (LC-3.4-10): those whose own villagers came to the centre for them often. Somebody who
 * came twice is one person in the counts of each place, so that one busy applicant proposes nothing.
 */
export function proposalsOf({ items, handled, stationOf, holds, people }: Around): Proposal[] {
  return items
    .filter(({ entryModes }) => entryModes.station !== undefined)
    .map(({ id, name, process }) => ({
      ...{ item: id, name, simple: process.procedure === 'on-the-spot' },
      stations: [...countsOf(id, handled, stationOf)]
        .filter((count) => count.people >= people && !holds(id, count.station))
        .toSorted((one, other) => other.people - one.people || (one.station < other.station ? -1 : 1)),
    }))
    .filter(({ stations }) => stations.length > 0)
    .toSorted(
      (one, other) =>
        Number(other.simple) - Number(one.simple) ||
        total(other) - total(one) ||
        (one.item < other.item ? -1 : 1),
    )
}

const total = ({ stations }: Proposal): number => stations.reduce((sum, { people }) => sum + people, 0)

function countsOf(
  item: string,
  handled: readonly Handled[],
  stationOf: ReadonlyMap<string, string>,
): StationCount[] {
  const own = handled.flatMap((each) => {
    const station = stationOf.get(each.region)
    return each.item === item && station !== undefined ? [{ ...each, station }] : []
  })
  return [...Map.groupBy(own, ({ station }) => station)].map(([station, rows]) => ({
    station,
    people: rows.reduce((sum, row) => sum + row.people, 0),
    cases: rows.reduce((sum, row) => sum + row.cases, 0),
  }))
}
