import type { CaseDossier } from '../model/dossier.ts'
import type { About } from '../chapters/chapter-page.ts'

/** What of a case a first draft is made of; a draft is a start, and whoever decides reads and changes it. */
export type DraftOf = Pick<About, 'item' | 'dossier' | 'open'>

/** What the decision paper says after 本机关决定: the facts of the case give it its thing, the approver its amount and extent. */
export function proposedConclusion({ item, dossier }: DraftOf): string {
  const result = item.result.name.replace(/（[^（）]*）/gu, '')
  if (dossier.about !== undefined) return `准予${ABOUT[dossier.about.kind]}${result}。`
  return item.itemType === '01' ? `准予行政许可，发给${result}。` : `准予“${item.name}”的申请。`
}

const ABOUT: Readonly<Record<NonNullable<CaseDossier['about']>['kind'], string>> = {
  change: '变更',
  renew: '延续',
  cancel: '注销',
}

/** The reviewer's reasons, where the review came to the same; a decision against it gives its own. */
export function proposedDenial({ dossier: { review }, open }: DraftOf): string | undefined {
  if (review?.opinion !== 'deny') return undefined
  return reasonsOf(String(open(review.text) ?? ''))
}

/** What goes up is the opinion itself, with its advice. */
export function proposedOpinion({ dossier: { review }, open }: DraftOf): string | undefined {
  return review === undefined ? undefined : String(open(review.text) ?? '')
}

/** An opinion advises (建议不予); the reasons of a decision do not advise anybody. */
function reasonsOf(opinion: string): string {
  const reasons = opinion
    .split(/(?<=[。；;，,])/u)
    .filter((clause) => !/建议(?:不予|准予|作出)/u.test(clause))
    .join('')
    .trim()
    .replace(/[，,；;]$/u, '。')
  return reasons === '' ? opinion : reasons
}

/** Said beside a draft, because a text that stands there already is easily taken for the office's word. */
export const DRAFTED = {
  conclusion: '照案卷起草，请核对改好：标准、金额、范围写具体。会写进给申请人的决定书',
  denial: '照审查意见起草，请核对改好。会写进给申请人的决定书，至少10个字',
  opinion: '照审查意见起草，请核对改好',
}

/** What is said where the review came to the contrary. */
export function contrary(
  { dossier: { review } }: Pick<DraftOf, 'dossier'>,
  result: 'grant' | 'deny',
): string | undefined {
  if (review === undefined || review.opinion === result) return undefined
  const advised = review.opinion === 'grant' ? '准予' : '不予'
  return `审查意见是“建议${advised}”，和这个决定相反，请写明为什么不采纳`
}
