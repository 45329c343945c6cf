import type { LegalDay } from '#engine/day.ts'
import type { StepMark } from '../../model/step-mark.ts'

/** Whether what comes counts instead of what is there, or together with it. */
export const WAYS_OF_ADDING = ['instead', 'beside'] as const
export type WayOfAdding = (typeof WAYS_OF_ADDING)[number]

/** Papers an applicant handed in of their own accord (主动补交), asked for by nobody. */
export interface OwnPapers {
  materials: readonly string[]
  how: WayOfAdding
  /** The day they reached the office. */
  on: LegalDay
  /** Those of them that took the place of an earlier version. */
  replaced: readonly string[]
  by: StepMark
}
