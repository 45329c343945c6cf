import { addDays, type LegalDay } from '#engine/day.ts'
import type { Period } from './indicators.ts'

/** A goal with its day, as a plan states it: 一窗受理率 60% by the end of 2018. */
export interface Target {
  indicator: string
  by: LegalDay
  /** At least this share, 0 to 1. */
  value: number
  /** First day of the data it looks at; the first of the year of `by` unless the plan says otherwise. */
  since?: LegalDay | undefined
  clauses: readonly string[]
  certainty: 'stated' | 'assumed'
}

export type TargetStanding = 'met' | 'not-met' | 'not-due' | 'no-data'

/** The data a target looks at: everything up to its own day, whatever day it is today. */
export function targetPeriod({ by, since }: Target, today: LegalDay): Period {
  return { from: since ?? `${by.slice(0, 4)}-01-01`, to: by, asOf: asOf(by, today) }
}

/** A day's goal is judged when the day is over; until then the present figure says only how far one is. */
export function targetStanding(
  { by, value }: Target,
  { numerator, denominator }: { numerator: number; denominator: number },
  today: LegalDay,
): TargetStanding {
  if (today <= by) return 'not-due'
  if (denominator === 0) return 'no-data'
  // Whole hundredths of a percent on both sides: 0.07 of 100 is 7, not a little more.
  return numerator * 10_000 >= Math.round(value * 10_000) * denominator ? 'met' : 'not-met'
}

/**
 * The day whose evening a period is seen from. A due day counts until it is over, so what was due on the last day of a past
 * period is overdue only the day after.
 */
export function asOf(to: LegalDay, today: LegalDay): LegalDay {
  return to < today ? to : today
}

export function monthOf(day: LegalDay): { from: LegalDay; to: LegalDay } {
  const from = `${day.slice(0, 7)}-01`
  const next = addDays(from, 31)
  return { from, to: addDays(`${next.slice(0, 7)}-01`, -1) }
}
