import type { Instant, LegalDay } from '../day.ts'

export type ClockUnit = 'working-day' | 'calendar-day' | 'hour'

/**
 * What sort of limit a clock measures: set by law, promised by the area, a step inside the promise,
 * the five days to name what is missing, the days a citizen has to supply it, the days to hand over the result,
 * or the days to check afterwards what was promised.
 */
export type ClockKind = 'statutory' | 'promised' | 'step' | 'notice' | 'supplement' | 'delivery' | 'check'

/** One line of the clock ledger. Facts carry these; due days are folded from them and never stored as truth. */
export type ClockEntry =
  | {
      entry: 'start'
      clock: string
      kind: ClockKind
      unit: ClockUnit
      amount: number
      /** Day 0 for days; for hours the moment itself counts. */
      day: LegalDay
      at: Instant
      /** The event in a short Chinese noun phrase: 受理, 收件, 送达补正告知书. */
      event: string
      basis: string
      calendar: string
    }
  | {
      entry: 'stop'
      clock: string
      day: LegalDay
      at: Instant
      /** The lawful ground (听证, 检验, …) in Chinese. */
      ground: string
      basis: string
      /** Id of the served notice; without one a stop has no effect in law (许可法 45). */
      notice: string
      calendar: string
    }
  | { entry: 'resume'; clock: string; day: LegalDay; at: Instant; calendar: string }
  | {
      entry: 'extend'
      clock: string
      amount: number
      day: LegalDay
      at: Instant
      /** Whose approval, in Chinese (本行政机关负责人). */
      approvedBy: string
      reason: string
      basis: string
      calendar: string
    }
  | { entry: 'end'; clock: string; day: LegalDay; at: Instant }
  | { entry: 'recompute'; clock: string; calendar: string }
