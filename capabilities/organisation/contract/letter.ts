import type { LegalDay } from '#engine/day.ts'

/** A signed letter (授权委托书) of a department's representative in the hall, as far as a decision has to know it. */
export interface Letter {
  document: string
  items: readonly string[]
  from: LegalDay
  to: LegalDay
  /** Ended before its last day. */
  ended: boolean
}
