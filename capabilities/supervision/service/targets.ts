import { all, made, type Reading } from '#platform/db/reading.ts'
import type { TargetView } from '../contract.ts'
import { targetPeriod, targetStanding, type Period } from '../model.ts'
import type { Count } from '../store.ts'
import type { Question } from './question.ts'

/** Each dated goal looks at the data up to its own day, whatever period is on the screen. */
export function targetViews(
  indicator: string,
  { policy, today }: Pick<Question, 'policy' | 'today'>,
  count: (period: Period) => Reading<Count>,
): Reading<TargetView[]> {
  const targets = policy.targets.filter((target) => target.indicator === indicator)
  const counts = all(targets.map((target) => count(targetPeriod(target, today))))
  return made(counts, (counted) =>
    targets
      .map((target, at): TargetView => {
        const { by, value, clauses, certainty } = target
        const { numerator, denominator } = counted[at]!
        const standing = targetStanding(target, { numerator, denominator }, today)
        const percent = Math.round(value * 10_000) / 100
        return { by, value: percent, clauses: [...clauses], certainty, standing, numerator, denominator }
      })
      .toSorted((a, b) => (a.by < b.by ? -1 : 1)),
  )
}
