import { EDITORS, type ListMeans } from '../../lists/kinds/means.ts'
import type { ListLine } from '../../lists/line.ts'
import { listBook } from '../../lists/list-book.ts'
import { linesOfRound, rounds } from './read.ts'

export const GRASSROOTS_LIST = 'grassroots-list'

/** 基层依申请政务服务事项清单: what the last round of sorting came to, approved and published like every list. */
export const grassrootsList = (means: ListMeans) =>
  listBook(means.db, {
    ...EDITORS,
    kind: GRASSROOTS_LIST,
    words: {
      title: '基层依申请政务服务事项清单',
      entry: '这个版本',
      text: '由最近一轮事项梳理汇总而成：各单位答复保留或者下放的事项，按十四个领域排列。',
      basis: ['LC-2.2-01', 'LC-3.4-01', 'BS-2.1-03'],
    },
    derive: async ({ area }) => {
      const settled = (await rounds(means.db, area)).filter(({ entry }) => entry.state === 'settled')
      const newest = settled.toSorted((one, other) => (one.id < other.id ? 1 : -1))[0]
      const lines = newest === undefined ? [] : await linesOfRound(means.db, area, newest.id)
      return lines
        .filter(({ state }) => state === 'answered')
        .map(({ line }): ListLine => ({
          ...{ key: line.key, name: line.name, domain: line.domain },
          ...(line.item === undefined ? {} : { item: line.item }),
          ...{ mode: line.answer === 'hand-down' ? ('handle' as const) : ('accept' as const) },
          ...(line.reason === undefined ? {} : { note: line.reason.slice(0, 300) }),
        }))
    },
  })
