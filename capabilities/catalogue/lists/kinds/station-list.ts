import { legalDay, type Instant } from '#engine/day.ts'
import { refusal } from '#engine/refusal.ts'
import { listBook } from '../list-book.ts'
import { listInForce } from '../versions.ts'
import { CENTRE_LIST } from './centre-list.ts'
import { EDITORS, itemsOf, type ListMeans } from './means.ts'

export const STATION_LIST = 'station-list'

/** 村（社区）便民服务站进驻事项目录: each line tied to one of the centres' (LC-3.4-07, LC-3.4-11); helped on unless said otherwise. */
export const stationList = (means: ListMeans) => {
  const centres = ({ area, now }: { area: string; now: Instant }) =>
    listInForce(means.db, area, CENTRE_LIST, legalDay(now))
  return listBook(means.db, {
    ...EDITORS,
    kind: STATION_LIST,
    words: {
      title: '村（社区）便民服务站进驻事项目录',
      entry: '这个版本',
      text: '便民服务站对应中心进驻事项，以帮办代办为主。中心目录变了，对应的行要跟着改，不改的要说明原因。',
      basis: ['LC-3.4-07', 'LC-3.4-11', 'LC-3.4-12'],
    },
    derive: async (when) => {
      const [above, items] = await Promise.all([centres(when), itemsOf(means, when)])
      const modes = new Map(items.map(({ id, entryModes }) => [id, entryModes.station]))
      return (above?.lines ?? []).map(({ key, name, item, domain, itemType }) => ({
        ...{ key, name, origin: key },
        ...(item === undefined ? {} : { item }),
        ...(domain === undefined ? {} : { domain }),
        ...(itemType === undefined ? {} : { itemType }),
        mode: item !== undefined && modes.get(item) === 'handle' ? ('handle' as const) : ('assist' as const),
      }))
    },
    tiedTo: centres,
    explains: true,
    lineFault: ({ name, mode, origin }, { tied }) => {
      if (mode === undefined) return refusal('list-line-no-mode', { facts: { name }, basis: 'LC-3.4-11' })
      return origin !== undefined && tied?.lines.some(({ key }) => key === origin)
        ? undefined
        : refusal('list-line-no-centre-line', { facts: { name }, basis: 'LC-3.4-07' })
    },
  })
}
