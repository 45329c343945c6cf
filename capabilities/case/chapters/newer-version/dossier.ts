import type { LegalDay } from '#engine/day.ts'
import type { StepMark } from '../../model/step-mark.ts'

/** A later version of the item that is easier for this case, put to its applicant (按新版本办理), and what they said. */
export interface VersionOffer {
  from: number
  to: number
  on: LegalDay
  /** What would become easier, a sentence each. */
  gains: readonly string[]
  answer?: {
    follows: boolean
    by: StepMark
    /** Papers the open notice asked for that nobody has to hand in any more. */
    lapsed?: readonly string[]
  }
}

/** The offer that still waits for an answer; a later version takes the place of an offer nobody answered. */
export function openOffer({
  versions = [],
}: {
  versions?: readonly VersionOffer[]
}): VersionOffer | undefined {
  const last = versions.at(-1)
  return last?.answer === undefined ? last : undefined
}
