import { CHAPTER_PAPERS } from '../chapters/papers.ts'
import { titleFor, type ItemType } from '../documents/papers.ts'
import type { PaperKind } from '../documents/paper-data.ts'
import type { PaperName } from '../contract.ts'
import type { CaseDossier } from '../model/dossier.ts'

/** The title that stands on a paper: a chapter's own, or the one the law and the type of the item give. */
export function paperTitle(
  kind: PaperName,
  itemType: ItemType,
  dossier?: Pick<CaseDossier, 'decision'>,
): string {
  // Where no licence is needed nothing is refused: the applicant is told so (不受理告知书).
  if (kind === 'not-accepted' && dossier?.decision?.ground === 'not-needed')
    return titleFor('not-needed', itemType)
  return CHAPTER_PAPERS[kind]?.title ?? titleFor(kind as Exclude<PaperKind, 'notice'>, itemType)
}
