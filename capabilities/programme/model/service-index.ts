import { addDays, type LegalDay } from '#engine/day.ts'
import type { ReportRow } from '../contract/reports.ts'
import { share, told } from './line.ts'

export type Every = 'month' | 'quarter' | 'year'

const MONTHS: Readonly<Record<Every, number>> = { month: 1, quarter: 3, year: 12 }

/** The newest period that is over by the end of this day: a run is never of half a month. */
export function lastWhole(every: Every, day: LegalDay): { from: LegalDay; to: LegalDay } {
  const length = MONTHS[every]
  const next = addDays(day, 1)
  const [year = 0, month = 1] = next.split('-').map(Number)
  const begun = Math.floor((month - 1) / length) * length
  const first = (offset: number) => {
    const count = year * 12 + begun + offset
    return `${String(Math.floor(count / 12)).padStart(4, '0')}-${String((count % 12) + 1).padStart(2, '0')}-01`
  }
  return { from: first(-length), to: addDays(first(0), -1) }
}

export interface RatedPlace {
  id: string
  name: string
  rated: number
  satisfied: number
}

/**
 * 政务服务指数测评 (BS-2.9-07): places by the share of ratings that are 基本满意 or better (国办发〔2019〕51号: the two below are 差评). Equal shares
 * stand equal; a place that nobody rated says nothing and has no rank.
 */
export function serviceIndex(
  places: readonly RatedPlace[],
  { from, to }: { from: string; to: string },
): ReportRow[] {
  const ranked = places
    .filter(({ rated }) => rated > 0)
    .toSorted(
      (one, other) =>
        other.satisfied / other.rated - one.satisfied / one.rated || (one.id < other.id ? -1 : 1),
    )
  const better = ({ satisfied, rated }: RatedPlace) =>
    ranked.filter((other) => other.satisfied * rated > satisfied * other.rated).length
  return [...ranked, ...places.filter(({ rated }) => rated === 0)].map((place) => ({
    ...{ id: place.id, name: place.name },
    lines: [
      told('名次', place.rated === 0 ? '没有评价，不排名' : `第${better(place) + 1}名`),
      told('群众满意率', share(place.satisfied, place.rated)),
      told('测评期', `${from}至${to}`),
    ],
  }))
}
