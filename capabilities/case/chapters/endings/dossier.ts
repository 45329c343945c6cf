import type { LegalDay } from '#engine/day.ts'
import type { Sealed, StepMark } from '../../model/step-mark.ts'

/**
 * Why an application is not accepted. Article 32 parts two: where no licence is needed the body tells so (不受理) and decides
 * nothing; where it is not the body's to decide it refuses at once and names who decides (不予受理). Article 78 is a third.
 */
export const REFUSAL_GROUNDS = ['not-needed', 'not-competent', 'false-materials', 'other'] as const
export type RefusalGround = (typeof REFUSAL_GROUNDS)[number]

/** How an applicant made known that they give the application up. */
export const GIVEN_UP = ['in-writing', 'in-person', 'by-phone'] as const
export type GivenUp = (typeof GIVEN_UP)[number]

/** Why a matter comes to an end without a decision, whatever anybody wants. */
export const TERMINATION_GROUNDS = [
  'applicant-ended',
  'subject-gone',
  'other-procedure',
  'force-majeure',
] as const
export type TerminationGround = (typeof TERMINATION_GROUNDS)[number]

/** The applicant may not apply for this licence again up to and including a day (行政许可法第七十八条、第七十九条). */
export interface Barred {
  by: '78' | '79'
  until: LegalDay
}

export interface Termination {
  ground: TerminationGround
  reason: Sealed
  by: StepMark
}

/** What the party said before something was taken from them (陈述申辩, 行政许可法第七条). */
export interface Heard {
  result: 'stated' | 'waived'
  text: Sealed
  by: StepMark
}

/** What a lower body sent up with its preliminary opinion (第三十五条). */
export interface Forwarded {
  to: string
  opinion: Sealed
  /** Everything that was handed in went with it. */
  materials: readonly string[]
  by: StepMark
}
