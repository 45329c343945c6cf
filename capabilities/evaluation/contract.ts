export * from './contract/rectification.ts'

export const STARS = [1, 2, 3, 4, 5] as const
export type Stars = (typeof STARS)[number]

export interface RatingInput {
  stars: Stars
  /** National option codes; each belongs to one star (standards.md §4). */
  options: readonly string[]
  comment?: string
  anonymous: boolean
}

/** What the applicant gave, as the applicant reads it again. */
export interface GivenRating {
  stars: Stars
  options: readonly string[]
  comment?: string
  anonymous: boolean
  at: string
}

/** The fact other capabilities hear; the comment stays sealed under the applicant's key. */
export interface Rated {
  no: string
  item: string
  itemVersion: number
  stars: Stars
  options: readonly string[]
  anonymous: boolean
  comment?: string
  decidingBody: string
  acceptPlace: string
  acceptPost?: string
  /** Persons who stood at the window for it; none of them handles what was said of them. */
  served: readonly string[]
}

export interface RatingSummary {
  count: number
  byStars: Readonly<Record<Stars, number>>
  needsFollowUp: number
}

export const evaluationRefusals = [
  'case-not-found',
  'case-not-closed',
  'rating-window-over',
  'already-rated',
  'rating-option-unknown',
  'rating-too-long',
  'request-reused',
] as const
export type EvaluationRefusalCode = (typeof evaluationRefusals)[number]
