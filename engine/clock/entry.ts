import type { Within } from '../calendar/hours.ts'
import type { Instant, LegalDay } from '../day.ts'

export type ClockUnit = 'working-day' | 'calendar-day' | 'hour'

/**
 * What sort of limit a clock measures: set by law, promised by the area, a step inside the promise,
 * the five days to name what is missing, the days a citizen has to supply it, the days to hand over the result,
 * the days to check afterwards what was promised; how long something is made public (公示), how long a tolerated gap may
 * stay open (容缺补交), the days around a hearing (听证), the time told for a special procedure (检验、专家评审 …), a
 * meeting to be held, an opinion to be given.
 */
export type ClockKind = (typeof CLOCK_KINDS)[number]
export const CLOCK_KINDS = [
  'statutory',
  'promised',
  'step',
  'notice',
  'supplement',
  'delivery',
  'check',
  'publicity',
  'gap',
  'hearing',
  'special',
  'meeting',
  'opinion',
] as const

/** One line of the clock ledger. Facts carry these; due days are folded from them and never stored as truth. */
export type ClockEntry =
  | {
      entry: 'start'
      clock: string
      kind: ClockKind
      unit: ClockUnit
      amount: number
      /**
       * For hours: counted only while the office is open, by the calendar's office hours. Left out, hours run day and
       * night, as the law's own do (24小时).
       */
      within?: Within
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
      /**
       * Id of the served notice; without one a stop has no effect in law (许可法 45). It also names the stop: a hearing may
       * be held while experts still review, and each ends on its own day.
       */
      notice: string
      calendar: string
    }
  | {
      entry: 'resume'
      clock: string
      day: LegalDay
      at: Instant
      /** Which stop ends; left out, the latest one still open. */
      notice?: string
      calendar: string
    }
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
