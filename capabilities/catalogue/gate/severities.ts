import type { Severity } from './check.ts'
import { CHECKS } from './checks.ts'
import { severityOf, type Severities } from './judge.ts'

export interface GateProblem {
  check: string
  code: 'check-unknown' | 'check-below-floor'
  /** The mildest that is allowed. */
  floor?: Severity
}

/** What a pack asks of the gate that it cannot have: checks nobody knows, or law switched off. */
export function gateProblems(severities: Severities): GateProblem[] {
  return Object.entries(severities).flatMap(([id, wanted]): GateProblem[] => {
    const check = CHECKS.find((one) => one.id === id)
    if (check === undefined) return [{ check: id, code: 'check-unknown' }]
    return severityOf(check, severities) === wanted
      ? []
      : [{ check: id, code: 'check-below-floor', floor: check.floor }]
  })
}
