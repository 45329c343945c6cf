import type { ReportRow } from '../contract/reports.ts'
import { atLeastAll, mustBeEmpty, share, told } from './line.ts'

export interface Counted {
  place: string
  item: string
  received: number
  accepted: number
  completed: number
}

/** 能办事、办成事 (LC-4.1-07): listed items with a case over items listed; cases completed over cases accepted. */
export function ableAndDone(
  places: readonly { id: string; name: string; items: readonly { id: string; name: string }[] }[],
  counted: readonly Counted[],
): ReportRow[] {
  const byPlace = Map.groupBy(counted, ({ place }) => place)
  return places.flatMap(({ id, name, items }) => {
    if (items.length === 0) return []
    const own = byPlace.get(id) ?? []
    const used = new Set(own.filter(({ received }) => received > 0).map(({ item }) => item))
    const unused = items.filter((item) => !used.has(item.id)).map((item) => item.name)
    const [accepted, completed] = [sum(own, 'accepted'), sum(own, 'completed')]
    return [
      {
        ...{ id, name },
        lines: [
          atLeastAll('能办事', items.length - unused.length, items.length, unused),
          accepted === 0 ? told('办成事', '这段时间没有受理过') : told('办成事', share(completed, accepted)),
        ],
      },
    ]
  })
}

/** 事项办理向中心集中 (BS-4.1-12): a town's cases handled at its centre over all of them; the others are named. */
export function centreShare(
  towns: readonly { id: string; name: string; centres: readonly string[] }[],
  counted: readonly Counted[],
  elsewhere: readonly { town: string; office: string; itemName: string; count: number }[],
): ReportRow[] {
  return towns.map(({ id, name, centres }) => {
    const here = sum(
      counted.filter(({ place }) => centres.includes(place)),
      'received',
    )
    const away = elsewhere.filter(({ town }) => town === id)
    const total = here + away.reduce((all, { count }) => all + count, 0)
    const names = away.map(({ office, itemName, count }) => `${itemName}（${office}，${count}件）`)
    return {
      ...{ id, name },
      lines: [
        atLeastAll('在中心办理', here, total, names),
        mustBeEmpty('只进一扇门', [...new Set(names)], '没有登记在别处办的', '还有事项在别处办'),
      ],
    }
  })
}

const sum = (rows: readonly Counted[], of: 'received' | 'accepted' | 'completed'): number =>
  rows.reduce((all, row) => all + row[of], 0)
