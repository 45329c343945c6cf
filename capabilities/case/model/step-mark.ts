import type { Instant, LegalDay } from '#engine/day.ts'

/** Text that only a holder of the subject's key can read; destroying the key erases it and the chain still verifies. */
export type Sealed = string

/** Who took a step, where and when. */
export interface StepMark {
  post?: string
  person?: string
  place?: string
  /** The role in which it was taken, where a post may hold several. */
  role?: string
  at: Instant
  day: LegalDay
}
