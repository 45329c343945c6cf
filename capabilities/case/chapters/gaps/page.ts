import { chineseDay } from '#engine/clock/explain.ts'
import type { DetailPart } from '../../contract/detail-part.ts'
import { lastDayOf } from '../../model/served.ts'
import type { About, ChapterPage } from '../chapter-page.ts'
import { openGaps, owed, type Gaps } from './dossier.ts'
import { tolerable } from './offer.ts'
import { GAP_STANDING_WORDS, GAP_WAY_WORDS, IF_MISSED } from './words.ts'

const name = ({ item }: About, id: string): string =>
  item.materials.find((material) => material.id === id)?.name ?? id

/** What may follow, what was promised, and where each paper stands. */
export const gapsPage: ChapterPage = {
  parts: (about) => {
    const { gaps } = about.dossier
    return gaps === undefined ? offered(about) : [tolerated(about, gaps)]
  },
}

/** Before the acceptance: what could follow later, or what the applicant has promised already. */
function offered(about: About): DetailPart[] {
  const { dossier, item, world } = about
  const { gapPromise } = dossier
  if (dossier.state !== 'received' || dossier.procedure !== 'approval') return []
  if (gapPromise !== undefined)
    return [
      {
        key: 'gaps',
        title: '容缺承诺',
        tag: { text: '待窗口受理', tone: 'blue' },
        lines: [`申请人承诺受理后${gapPromise.days}个工作日内补齐下列材料。`, IF_MISSED],
        facts: [
          { label: '以后补交', text: gapPromise.materials.map((id) => name(about, id)).join('、') },
          { label: '补交方式', text: GAP_WAY_WORDS[gapPromise.how] },
        ],
      },
    ]
  const later = tolerable(item, dossier)
  if (later.length === 0 || world.parameters.toleratedGapWorkingDays === undefined) return []
  return [
    {
      key: 'gaps',
      title: '可以后补的材料',
      lines: [`${later.map((id) => name(about, id)).join('、')}可以由申请人承诺后补，先受理。`],
    },
  ]
}

function tolerated(about: About, gaps: Gaps): DetailPart {
  const { dossier, calendar } = about
  const last = lastDayOf(dossier, 'gap', calendar)
  return {
    key: 'gaps',
    title: '容缺受理',
    tag: tag(about),
    lines:
      owed(dossier).length > 0 && last !== undefined ? [`最晚${chineseDay(last)}补齐。${IF_MISSED}`] : [],
    facts: [
      { label: '承诺方式', text: gaps.signed === 'online' ? '网上承诺' : '纸质承诺书签名' },
      { label: '补交方式', text: GAP_WAY_WORDS[gaps.how] },
    ],
    table: {
      head: ['材料', '情况', '送到的日子'],
      rows: Object.entries(gaps.materials).map(([id, { standing, arrived }]) => [
        name(about, id),
        GAP_STANDING_WORDS[standing],
        arrived === undefined ? '—' : chineseDay(arrived),
      ]),
    },
  }
}

function tag({ dossier }: About): NonNullable<DetailPart['tag']> {
  if (dossier.gaps?.broken) return { text: '没有按期补齐', tone: 'bad' }
  if (openGaps(dossier).length === 0) return { text: '已补齐', tone: 'good' }
  return owed(dossier).length > 0
    ? { text: '等申请人补交', tone: 'warn' }
    : { text: '待窗口核验', tone: 'blue' }
}
