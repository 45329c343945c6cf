import { chineseDay } from '#engine/clock/explain.ts'
import { nameOf } from '../../service/detail/materials.ts'
import type { About, ChapterPage } from '../chapter-page.ts'
import type { OwnPapers } from './dossier.ts'

/** What came in that nobody asked for, for both sides; the office sees what nobody has looked at yet. */
export const ownPapersPage: ChapterPage = {
  parts: (about) => {
    const { ownPapers = [], freshPapers = [] } = about.dossier
    if (ownPapers.length === 0) return []
    return [
      {
        key: 'own-papers',
        title: '申请人自己再交的材料',
        ...(freshPapers.length === 0 ? {} : { tag: { text: '等窗口核对', tone: 'blue' as const } }),
        lines: [],
        table: {
          head: ['哪天', '材料', '怎样交的'],
          rows: ownPapers.map((one) => [
            chineseDay(one.on),
            one.materials.map((id) => nameOf(about.item, id)).join('、'),
            how(about, one),
          ]),
        },
      },
    ]
  },
}

function how({ item }: About, { by, replaced, materials }: OwnPapers): string {
  const way = by.post === undefined ? '网上' : '窗口收下'
  if (replaced.length === 0) return way
  // The papers stand in the cell beside it: named again only where some of them are new.
  const which = replaced.length === materials.length ? '' : replaced.map((id) => nameOf(item, id)).join('、')
  return `${way}，代替以前交的${which}`
}
