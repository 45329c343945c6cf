import { listBook } from '../list-book.ts'
import { EDITORS, itemsOf, lineOf, type ListMeans } from './means.ts'

/** 《镇级“一窗通办”政务服务事项清单》: what one window of a town takes in. */
export const townList = (means: ListMeans) =>
  listBook(means.db, {
    ...EDITORS,
    kind: 'town-list',
    words: {
      title: '镇级“一窗通办”政务服务事项清单',
      entry: '这个版本',
      text: '镇（街道）一个窗口统一受理的事项。由事项库生成，审定后向社会公告；没有公告的版本是未公布。',
      basis: ['BS-2.1-05', 'BS-2.1-07', 'BS-3.2-01'],
    },
    derive: async (when) =>
      (await itemsOf(means, when)).filter(({ entryModes }) => entryModes.centre !== undefined).map(lineOf),
  })
