import { chineseDay } from '#engine/clock/explain.ts'
import { limitWords } from '#ui/format/limit.ts'
import type { DetailPart } from '../../contract/detail-part.ts'
import { lastDayOf } from '../../model/served.ts'
import type { ChapterPage } from '../chapter-page.ts'
import { publicNumber } from './rules.ts'
import { said } from './words.ts'

export const publicityPage: ChapterPage = {
  parts({ dossier, calendar, open, own, item }): DetailPart[] {
    const { publicity } = dossier
    const { publicity: wanted } = item.process
    if (dossier.publicitySpared !== undefined) {
      const { when, basis, text, by } = dossier.publicitySpared
      const facts = [
        { label: '免予公示的情形', text: when },
        { label: '依据', text: basis },
        { label: '理由', text: String(open(text) ?? '') },
        { label: '决定', text: chineseDay(by.day) },
      ]
      return [{ key: 'publicity', title: '公示', tag: { text: '免予公示', tone: 'plain' }, lines: [], facts }]
    }
    if (publicity === undefined) {
      if (wanted === undefined || dossier.state !== 'reviewed') return []
      const missing = { text: '还没有公示', tone: 'warn' as const }
      const what = `准予决定以前要先公示${limitWords(wanted.within)}，地点：${wanted.where}（${wanted.basis}）。`
      return [{ key: 'publicity', title: '公示', tag: missing, lines: [what] }]
    }
    const { where, objections, closedOn, by } = publicity
    const last = closedOn ?? lastDayOf(dossier, 'publicity', calendar)
    const rows = objections.map(({ text, by: taken, party, answer }, index) => {
      const { text: objection, from, contact } = said(open(text))
      const found = answer
        ? `${answer.upheld ? '成立' : '不成立'}：${String(open(answer.text) ?? '')}`
        : '待核实'
      const way = party === undefined ? '窗口登记' : '网上提出'
      return [`${index + 1}`, `${chineseDay(taken.day)}，${way}`, leftBy(from, contact), objection, found]
    })
    return [
      {
        key: 'publicity',
        title: '公示',
        tag: closedOn ? { text: '已期满', tone: 'good' } : { text: '公示中', tone: 'blue' },
        lines: objections.length === 0 ? ['没有收到异议。'] : [`收到${objections.length}条异议。`],
        facts: [
          { label: '公示编号', text: publicNumber(dossier.no) },
          { label: '公示内容', text: String(open(publicity.text) ?? '') },
          { label: '公示地点', text: where },
          { label: '公示期', text: `${chineseDay(by.day)}起${last ? `至${chineseDay(last)}` : ''}` },
        ],
        // Whoever objects is promised to stay unknown to the applicant.
        ...(own || rows.length === 0
          ? {}
          : { table: { head: ['第几条', '什么时候、怎样提出', '提出人', '异议', '核实情况'], rows } }),
      },
    ]
  },
}

/** As much as the objector chose to leave; whom to tell what came of it. */
function leftBy(from: string | undefined, contact: string | undefined): string {
  const left = [from, contact].filter((each) => each !== undefined && each !== '')
  return left.length === 0 ? '匿名' : left.join('，')
}
