import type { CaseDossier } from '../../model/dossier.ts'
import { concerned, hasSpoken } from './rules.ts'

/** One line of the decision: that others were heard, and what was made of it; nobody is named. */
export function othersHeard(dossier: CaseDossier, open: (sealed: string) => unknown): string | undefined {
  const all = concerned(dossier)
  if (all.length === 0) return undefined
  const said = all.filter((one) => hasSpoken(one) || one.answer?.result === 'hearing').length
  const weighed = all.flatMap(({ weighed: made }) => (made === undefined ? [] : [String(open(made.text))]))
  const heard = said === 0 ? '没有提出意见' : `${said}人提出意见`
  return [`已告知利害关系人${all.length}人，${heard}`, ...weighed].join('；').replace(/[。；]+$/u, '')
}
