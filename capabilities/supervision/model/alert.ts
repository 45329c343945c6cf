import type { LegalDay } from '#engine/day.ts'

export { nearDay, USUAL_THRESHOLDS, type Thresholds } from '#engine/clock/near.ts'

export const ALERT_LEVELS = ['red', 'yellow', 'near'] as const
export type AlertLevel = (typeof ALERT_LEVELS)[number]

/**
 * 预警、黄牌、红牌: past what the law allows is red, past the promise or a step is yellow; a delivery that is late has a
 * promise of nobody's behind it and stays a warning. One case carries one card, the gravest.
 */
export function alertLevel(
  line: { warnDay: LegalDay; yellowDue: LegalDay; redDue: LegalDay },
  today: LegalDay,
): AlertLevel | undefined {
  if (line.redDue < today) return 'red'
  if (line.yellowDue < today) return 'yellow'
  return line.warnDay <= today ? 'near' : undefined
}
