import type { LegalDay } from '#engine/day.ts'
import type { CaseLine } from './case-line.ts'

/** Columns of a case line that a rule may ask about. */
export type RuleColumn = Exclude<keyof CaseLine, 'clocks' | 'version' | 'area'>

/**
 * What a rule asks of a case line, as data: the database counts by it, and a table test asks the very same question of
 * lines written by hand, so that the formula in words, the number and its list cannot drift apart.
 */
export type Condition =
  | { column: RuleColumn; is: string | boolean }
  | { column: RuleColumn; oneOf: readonly string[] }
  | { column: RuleColumn; from?: LegalDay; to?: LegalDay; before?: LegalDay; after?: LegalDay }
  | { all: readonly Condition[] }
  | { any: readonly Condition[] }
  | { not: Condition }

export function holds(condition: Condition, line: CaseLine): boolean {
  if ('all' in condition) return condition.all.every((part) => holds(part, line))
  if ('any' in condition) return condition.any.some((part) => holds(part, line))
  if ('not' in condition) return !holds(condition.not, line)
  const value = line[condition.column]
  if (value === null) return false
  if ('is' in condition) return value === condition.is
  if ('oneOf' in condition) return condition.oneOf.includes(String(value))
  const { from, to, before, after } = condition
  const day = String(value)
  return (
    (from === undefined || day >= from) &&
    (to === undefined || day <= to) &&
    (before === undefined || day < before) &&
    (after === undefined || day > after)
  )
}
