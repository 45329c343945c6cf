import { CHAPTER_PAPERS } from '../chapters/papers.ts'
import { titleFor, type ItemType } from '../documents/papers.ts'
import type { PaperKind } from '../documents/paper-data.ts'
import type { PaperName } from '../contract.ts'

/** The title that stands on a paper: a chapter's own, or the one the law and the type of the item give. */
export function paperTitle(kind: PaperName, itemType: ItemType): string {
  return CHAPTER_PAPERS[kind]?.title ?? titleFor(kind as Exclude<PaperKind, 'notice'>, itemType)
}
