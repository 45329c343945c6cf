import type { CaseDetail } from '#capabilities/case/contract.ts'
import { caseWords as words } from './words.ts'

/** What the reviewing officer advised, in their own words; nothing before there is a review. */
export function ReviewGiven({ review }: Pick<CaseDetail, 'review'>) {
  if (review === undefined) return null
  return (
    <p className="opinion">
      <strong>{words.reviewed(review.opinion)}</strong>
      {review.text}
    </p>
  )
}
