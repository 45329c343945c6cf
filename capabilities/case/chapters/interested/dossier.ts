import type { LegalDay } from '#engine/day.ts'
import type { Serving } from '#capabilities/licence-seal/model.ts'
import type { Sealed, StepMark } from '../../model/step-mark.ts'

export const ANSWERS = ['stated', 'waived', 'hearing'] as const
export type Answer = (typeof ANSWERS)[number]

/** Who somebody is whose interests a decision directly touches (利害关系人), and how they are reached; sealed. */
export interface InterestedText {
  name: string
  /** What of theirs it touches. */
  interest: string
  phone?: string
  address?: string
}

export interface Interested {
  /** Its notice (利害关系人告知书), and so the person on this case. */
  id: string
  text: Sealed
  /** The interests are grave, so that the notice tells the right to a hearing as well (第四十七条). */
  hearing: boolean
  within: { amount: number; unit: 'working-day' | 'calendar-day' }
  by: StepMark
  served?: { on: LegalDay; mode: Serving['mode'] }
  announced?: { on: LegalDay; until: LegalDay; record: Sealed }
  /** What somebody with the right to a hearing stated while their days ran: it uses up none of it (第四十七条第一款). */
  stated?: readonly { text: Sealed; on: LegalDay; by: StepMark }[]
  /** How it ended: what they said, that they declined in writing, or that the days went by. */
  answer?: {
    result: Answer | 'silent'
    text?: Sealed
    /** Who signed what, where a right was given up. */
    signature?: Sealed
    on: LegalDay
    by: StepMark
  }
  /** What the office made of it. */
  weighed?: { text: Sealed; by: StepMark }
  /** Named by mistake. */
  dropped?: { reason: Sealed; by: StepMark }
}
