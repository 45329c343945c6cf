import { addDays, legalDay, type Instant, type LegalDay } from '#engine/day.ts'
import { refusal, type Refusal } from '#engine/refusal.ts'
import type { RatingInput, Stars } from './contract.ts'
import { RATING_OPTIONS } from './words.ts'

export const COMMENT_MAX = 500
/** Local plans name periods from five working days to none at all; where the pack is silent people have a month [K]. */
export const WINDOW_CALENDAR_DAYS = 30

/** What a rating looks at: when the case closed, and whether somebody rated it. */
export interface Rateable {
  /** Absent while the case is open, and for ever where it was withdrawn or lapsed. */
  closedAt?: Instant
  rated: boolean
  windowCalendarDays: number
}

export function lastRatingDay(closedAt: Instant, windowCalendarDays: number): LegalDay {
  return addDays(legalDay(closedAt), windowCalendarDays)
}

/** Why the case cannot be rated now; nothing when it can. */
export function standsAgainst(
  { closedAt, rated, windowCalendarDays }: Rateable,
  now: Instant,
): Refusal | undefined {
  if (closedAt === undefined) return refusal('case-not-closed')
  if (rated) return refusal('already-rated', { basis: 'GB/T 39734-2020 一事一评' })
  const lastDay = lastRatingDay(closedAt, windowCalendarDays)
  return legalDay(now) > lastDay ? refusal('rating-window-over', { facts: { lastDay } }) : undefined
}

export function inputProblem({ stars, options, comment = '' }: RatingInput): Refusal | undefined {
  const known = new Set(RATING_OPTIONS[stars]?.map(({ code }) => code))
  if (
    known.size === 0 ||
    options.some((code) => !known.has(code)) ||
    new Set(options).size !== options.length
  ) {
    return refusal('rating-option-unknown', { facts: { stars, options } })
  }
  if ([...comment].length > COMMENT_MAX) return refusal('rating-too-long', { facts: { max: COMMENT_MAX } })
  return undefined
}

/** 差评: one or two stars; somebody has to ask and mend. */
export function isPoor(stars: Stars): boolean {
  return stars <= 2
}

/** GB/T 39046 A.8 counts from the best: 1 非常满意 … 5 非常不满意. */
export function nationalCode(stars: Stars): string {
  return String(6 - stars)
}
