import type { LegalDay } from '#engine/day.ts'
import type { Sealed, StepMark } from '../../model/step-mark.ts'

export interface Objection {
  id: string
  /** What is objected, and by whom where they gave a name. */
  text: Sealed
  by: StepMark
  /** Who said it online, so that they hear what came of it; told to nobody. */
  party?: string
  answer?: { upheld: boolean; text: Sealed; by: StepMark }
}

/** Decided without (免予公示), by an exception of the item's own law. */
export interface PublicitySpared {
  when: string
  basis: string
  text: Sealed
  by: StepMark
}

/** What is going to be decided is made public, so that others may object (公示). */
export interface Publicity {
  id: string
  /** Where it hangs: 申请人所在村、社区. */
  where: string
  text: Sealed
  by: StepMark
  objections: readonly Objection[]
  closedOn?: LegalDay
}
