/** The rules of supervision (监督): the line of a case, the indicators, targets, alerts and attempts. */
export {
  alertLevel,
  ALERT_LEVELS,
  USUAL_THRESHOLDS,
  type AlertLevel,
  type Thresholds,
} from './model/alert.ts'
export { attemptOf, ATTEMPT_KINDS, type Attempt, type AttemptKind } from './model/attempt.ts'
export { caseLine, NOT_YET, type CalendarOf, type CaseLine, type ClockRun } from './model/case-line.ts'
export { visitDays } from './model/visits.ts'
export { holds, type Condition } from './model/condition.ts'
export {
  BEYOND_POWER,
  ONE_VISIT,
  POOR_RATING_RECTIFIED,
  RATED_CENTRES,
  rateById,
  RATES,
  TARGET_INDICATORS,
  UPWARD_ATTEMPTS,
  type Period,
  type Policy,
  type Rate,
} from './model/indicators.ts'
export {
  asOf,
  monthOf,
  targetPeriod,
  targetStanding,
  type Target,
  type TargetStanding,
} from './model/targets.ts'
export { policyOf, type SupervisionPolicy } from './model/policy.ts'
export {
  FINDING_CODES,
  FINDING_RULES,
  judge,
  judgeOwn,
  noticeExceptions,
  type Evidence,
  type Finding,
  type FindingCode,
  type FindingRule,
} from './model/findings.ts'
