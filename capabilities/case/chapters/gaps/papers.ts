import { chineseDay } from '#engine/clock/explain.ts'
import type { ItemVersion } from '#capabilities/catalogue/contract.ts'
import type { ChapterPapers } from '../chapter-paper.ts'
import type { Serves } from '../../model/fold.ts'
import type { PaperSource } from '../../papers/paper-source.ts'
import type { Gaps } from './dossier.ts'
import { IF_MISSED } from './words.ts'

type Tolerated = Serves & Pick<Gaps, 'signed'> & { materials: readonly string[] }

/** Told once and on the spot: what may follow, by when, how, and what follows otherwise. */
function gapNotice(source: PaperSource<Tolerated>) {
  const { fact, item, place, publicUrl } = source
  const { materials: ids } = fact.body
  const signed = fact.body.signed === 'online' ? '在网上作出并确认了承诺' : '在纸质承诺书上签名确认了承诺'
  return {
    kind: 'notice' as const,
    paragraphs: [
      '你（单位）的申请主要材料齐全、符合法定形式，缺少的次要材料可以以后补交。本机关先行受理，进入审查；补交的材料全部核验合格后作出决定。',
      `申请人${signed}：在下面写明的日子以前补齐下列材料。`,
    ],
    table: {
      columns: [1, 5, 8],
      head: ['序号', '以后补交的材料', '要求'],
      rows: ids.map((id, index) => [String(index + 1), ...materialLine(item, id)]),
    },
    facts: [
      { name: '补齐期限', value: `${lastServed(source)}前（含当日），以材料送到的日子为准` },
      {
        name: '补交方式',
        value: `送到${place.name}任一窗口；邮寄到${place.address}（${place.name}收）；或者在${publicUrl}/my 的办件里上传`,
      },
      { name: '逾期后果', value: IF_MISSED },
    ],
    closing: '以上内容当场一次告知。特此告知。',
  }
}

export const gapsPapers: ChapterPapers = {
  papers: {
    'gap-notice': { fact: 'gaps-tolerated', title: '容缺受理告知书', seal: 'acceptance', compose: gapNotice },
  },
  numbered: { 'accept-with-gaps': '受理' },
}

/** The last day that the act set, as it stands in its fact: what the paper says stays, whatever list of holidays comes later. */
function lastServed({ fact, dossier }: PaperSource<Tolerated>): string {
  const day = fact.body.served?.['gap'] ?? dossier.served?.['gap']
  return day === undefined ? '' : chineseDay(day)
}

/** A material by name, with what it has to be like. */
function materialLine(item: ItemVersion, id: string): [name: string, requirement: string] {
  const material = item.materials.find((candidate) => candidate.id === id)
  return [material?.name ?? id, material?.acceptStandard ?? '']
}
