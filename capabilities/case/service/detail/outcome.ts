import { withOffset } from '#platform/clock.ts'
import type { ItemVersion } from '#capabilities/catalogue/contract.ts'
import { CHAPTER_PAPERS } from '../../chapters/papers.ts'
import type { CaseDetail, PaperView } from '../../contract.ts'
import type { CaseDossier } from '../../model.ts'
import { paperToken } from '../../papers/tokens.ts'
import { paperTitle } from '../../papers/title.ts'
import type { CaseMeans } from '../means.ts'
import type { Open } from './materials.ts'

/** The decision as the applicant reads it, a refusal to accept (不予受理) included. */
export function decisionView(
  dossier: CaseDossier,
  open: Open,
  posts: ReadonlyMap<string, string>,
): Pick<CaseDetail, 'decision'> {
  const { decision } = dossier
  if (decision === undefined) return {}
  const by = decision.by.post && posts.get(decision.by.post)
  const said = open(decision.reason) as
    | { conclusion?: string; reason?: string; validUntil?: string }
    | undefined
  return {
    decision: {
      result: decision.result,
      reason: said?.conclusion ?? said?.reason ?? '',
      day: decision.by.day,
      ...(by ? { by } : {}),
      ...(said?.validUntil === undefined ? {} : { validUntil: said.validUntil }),
    },
  }
}

/** The reviewing officer's opinion, for officers only: it is advice to whoever decides. */
export function reviewView(dossier: CaseDossier, open: Open, own: boolean): Pick<CaseDetail, 'review'> {
  const { review } = dossier
  if (review === undefined || own) return {}
  return { review: { opinion: review.opinion, text: String(open(review.text) ?? '') } }
}

/** Papers that have been made, oldest first. */
export function papers(
  means: CaseMeans,
  area: string,
  item: ItemVersion,
  dossier: CaseDossier,
  own: boolean,
): PaperView[] {
  // What departments write to each other is not in the applicant's list.
  const shown = dossier.papers.filter(({ kind }) => !own || CHAPTER_PAPERS[kind]?.internal !== true)
  return shown.map((paper) => ({
    id: paper.id,
    kind: paper.kind,
    // The title that stands on the paper itself, so that nobody looks for another one.
    title: paperTitle(paper.kind, item.itemType, dossier),
    ...(paper.number ? { number: paper.number } : {}),
    at: withOffset(paper.at),
    url: `/api/v1/cases/${dossier.no}/papers/${paper.id}`,
    verifyUrl: `${means.publicUrl}/verify/${paperToken(means.keys, area, paper.id)}`,
  }))
}
