import type { Sealed, StepMark } from '../../model/step-mark.ts'

/** What was mended on the spot (当场更正): the answer before and after, and how the applicant confirmed it. */
export interface Correction {
  text: Sealed
  how: 'online' | 'signed'
  by: StepMark
}

export interface CorrectionText {
  label: string
  before: string
  after: string
}
