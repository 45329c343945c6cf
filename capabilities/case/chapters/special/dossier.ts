import type { Instant, LegalDay } from '#engine/day.ts'
import type { Sealed, StepMark } from '../../model/step-mark.ts'

/**
 * What article 45 of the licensing law names, hearings apart, which have a chapter of their own. A visit to the place
 * (现场勘验) is not among them: it is part of the examination (第三十四条第三款) and its days count.
 */
export const SPECIAL_KINDS = [
  'inspection',
  'testing',
  'quarantine',
  'appraisal',
  'expert-review',
  'tender',
  'auction',
] as const
export type SpecialKind = (typeof SPECIAL_KINDS)[number]

export const SPECIAL_NAMES: Readonly<Record<SpecialKind, string>> = {
  inspection: '检验',
  testing: '检测',
  quarantine: '检疫',
  appraisal: '鉴定',
  'expert-review': '专家评审',
  tender: '招标',
  auction: '拍卖',
}

export const SPECIAL_RESULTS = ['met', 'not-met', 'called-off'] as const
export type SpecialResult = (typeof SPECIAL_RESULTS)[number]

/** What was written when it began. */
export interface SpecialText {
  why: string
  doneBy: string
  preparation?: string
  /** Law and article, where the guide lists none. */
  law?: string
}

/** One special procedure (特别程序); its id is that of its notice, which names the stops it brings about. */
export interface SpecialProcedure {
  id: string
  kind: SpecialKind
  /** What was told the applicant in writing (应当将所需时间书面告知申请人). */
  told: { amount: number; unit: 'working-day' | 'calendar-day' }
  /** Why, by whom, and what the applicant should prepare. */
  text: Sealed
  startedBy: StepMark
  served?: { on: LegalDay; mode: 'window' | 'electronic' }
  /** Two or more officers sent (第五十五条第二款). */
  assigned?: { people: Sealed; count: number; by: StepMark }
  /** Told once more, in writing, that it needs longer; the id is that of the second notice. */
  extension?: {
    id: string
    told: { amount: number; unit: 'working-day' | 'calendar-day' }
    why: Sealed
    by: StepMark
    served?: { on: LegalDay; mode: 'window' | 'electronic' }
  }
  /** It took longer than was told, and the limits run again. */
  overToldSince?: Instant
  ended?: { result: SpecialResult; text?: Sealed; standard?: Sealed; on: LegalDay; by: StepMark }
}

/** A kind that has run once is asked for again, because of a fact that is new; the head answers. */
export interface SpecialAgain {
  id: string
  kind: SpecialKind
  fact: Sealed
  by: StepMark
  answer?: { approved: boolean; reason: Sealed; by: StepMark }
  /** Begun again on this word. */
  used?: boolean
}
