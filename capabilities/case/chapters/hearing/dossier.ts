import type { LegalDay } from '#engine/day.ts'
import type { Sealed, StepMark } from '../../model/step-mark.ts'

/**
 * `interests`: the licence touches great interests between the applicant and others, who may ask for a hearing (第四十七条).
 * `prescribed`: law or the weight of public interest wants one in any case (第四十六条).
 */
export const HEARING_GROUNDS = ['interests', 'prescribed'] as const
export type HearingGround = (typeof HEARING_GROUNDS)[number]

export interface Served {
  on: LegalDay
  mode: 'window' | 'electronic'
}

/** The hearing of a case (听证); its id is that of the first notice, which names the stops. */
export interface Hearing {
  id: string
  ground: HearingGround
  /** Why, and who else is concerned. */
  text: Sealed
  /** How many others are concerned (利害关系人), who have the same right. */
  others: number
  /** How long it may be asked for, as the notice says. */
  within: { amount: number; unit: 'working-day' | 'calendar-day' }
  by: StepMark
  served?: Served
  applicantWaivedOn?: LegalDay
  requested?: { by: 'applicant' | 'third-party'; text: Sealed; on: LegalDay }
  convened?: {
    id: string
    day: LegalDay
    /** On the clock of the wall: 09:30. */
    time: string
    place: string
    /** The post that presides (听证主持人). */
    presider: string
    /** Why it is not public, where it is not. */
    closedBecause?: Sealed
    by: StepMark
    served?: Served
  }
  /** Somebody asks that another preside (申请回避); answered by another call, or with a reason. */
  objected?: { text: Sealed; on: LegalDay; kept?: { reason: Sealed; by: StepMark } }
  held?: {
    people: Sealed
    record: Sealed
    /** Absent on records of before it was asked for. */
    evidence?: Sealed
    /** Who would not sign, and why. */
    refused?: Sealed
    by: StepMark
  }
  /** The right is used up: nobody asked, everybody declined, or the hearing was held. */
  over?: { how: 'waived' | 'lapsed' | 'held'; on: LegalDay }
  /** How the record was taken into account (根据听证笔录作出决定). */
  weighed?: { text: Sealed; by: StepMark }
}

export interface HearingText {
  why: string
  others?: string[]
}
