import type { ItemVersion } from '../contract.ts'
import type { Around, Check, CheckGroup, Mend, Severity } from './check.ts'
import { CHECKS } from './checks.ts'
import { completeness } from './parts.ts'
import type { GuideElement } from '../contract/guide-parts.ts'

/** A severity of its own for some checks (`itemGate` of a pack); the others keep theirs. */
export type Severities = Readonly<Record<string, Severity>>

export interface Finding {
  check: string
  group: CheckGroup
  title: string
  source: string
  severity: 'block' | 'warn'
  at: string
  what: string
  remedy: string
  mend?: Mend
}

export interface Judgement {
  findings: readonly Finding[]
  /** 0 to 100. */
  score: number
  /** Whether it may be published. */
  passes: boolean
  /** Of the twenty-six elements of a guide. */
  elements: { said: number; of: 26; missing: readonly GuideElement[] }
}

/** What the quality gate says of an item, the findings that keep it from being published first. */
export function judge(item: ItemVersion, severities: Severities = {}, around: Around = {}): Judgement {
  const findings = CHECKS.flatMap((check) => found(check, item, severities, around)).toSorted(
    (a, b) => Number(b.severity === 'block') - Number(a.severity === 'block'),
  )
  return {
    findings,
    score: scoreOf(findings),
    passes: findings.every(({ severity }) => severity !== 'block'),
    elements: { ...completeness(item, around), of: 26 },
  }
}

/** How grave a check is in an area: what the pack says, but never below the floor. */
export function severityOf({ id, severity, floor }: Check, severities: Severities): Severity {
  const wanted = severities[id] ?? severity
  return RANK[wanted] < RANK[floor] ? floor : wanted
}

const RANK: Readonly<Record<Severity, number>> = { off: 0, warn: 1, block: 2 }

function found(check: Check, item: ItemVersion, severities: Severities, around: Around): Finding[] {
  const severity = severityOf(check, severities)
  if (severity === 'off') return []
  const { id, group, title, source, remedy } = check
  return check.find(item, around).map(({ at = check.at, what = check.what, mend }) => ({
    ...{ check: id, group, title, source, severity, at, what, remedy },
    ...(mend === undefined ? {} : { mend }),
  }))
}

/** Points off for each check that is broken, however often: an item with one bad material is as unfit as one with two. */
export const POINTS = { block: 10, warn: 2 } as const

/**
 * Full marks less ten for every check that keeps the item from being published and two for every remark; never below nought.
 * No national text fixes a formula [K]; this one is how inspections of offices deduct points.
 */
export function scoreOf(findings: readonly Pick<Finding, 'check' | 'severity'>[]): number {
  const broken = new Map(findings.map(({ check, severity }) => [check, severity]))
  const off = [...broken.values()].reduce((sum, severity) => sum + POINTS[severity], 0)
  return Math.max(0, 100 - off)
}
