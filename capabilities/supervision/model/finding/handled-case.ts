import type { Told } from '../imported/times.ts'
import type { Evidence } from './finding.ts'

/** Something that was done to a case, by whom, and where that stands. */
export interface Done {
  at: Told
  /** Name or id of the person; two acts by one person compare equal. */
  by?: string
  /** Id of the body in our register, where it was found. */
  body?: string
  /** What the source calls the body. */
  bodyName?: string
  evidence: Evidence
}

export const STEPS = ['accept', 'survey', 'review', 'decide', 'issue'] as const
export type Step = (typeof STEPS)[number]

export interface StepDone extends Done {
  step: Step
  /** What the source calls it. */
  name: string
  began: Told
}

/** A span that the law does not count, or that a head of the organ added (延长). */
export interface SpecialSpan {
  name: string
  extends: boolean
  from: Told
  to: Told
  evidence: Evidence
}

/** A case as the three rules read it, whether we handled it ourselves or another system reported it. */
export interface HandledCase {
  no: string
  applied?: Done
  accepted?: Done
  promisedBy?: Told
  steps: readonly StepDone[]
  specials: readonly SpecialSpan[]
  /** The end of the case; `decides` when a decision was made, and not when it was withdrawn or voided. */
  result?: Done & { decides: boolean }
}
