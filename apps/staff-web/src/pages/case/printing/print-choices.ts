import type { CaseDetail } from '#capabilities/case/contract.ts'
import { inline } from '../../../server/inline.ts'

export interface PrintChoice {
  key: string
  title: string
  /** Absent while the paper is being made. */
  url?: string
}

/**
 * The papers of a case that can be printed: what the applicant takes home from the counter first, then what was written last. The document
 * number tells papers of one title apart.
 */
export function printChoices({ papers }: Pick<CaseDetail, 'papers'>): PrintChoice[] {
  const receipts = papers.filter(({ kind }) => kind === 'receipt')
  const others = papers.filter(({ kind }) => kind !== 'receipt').reverse()
  const all = [...receipts, ...others]
  return all.map(({ id, title, number, url }) => {
    const twin = all.some((other) => other.id !== id && other.title === title)
    return {
      key: id,
      title: twin && number !== undefined ? `${title} ${number}` : title,
      ...(url === undefined ? {} : { url: inline(url) }),
    }
  })
}
