import type { ItemVersion } from '../contract.ts'
import type { Around } from '../gate/check.ts'
import { judge, type Severities } from '../gate/judge.ts'

export interface ItemProblem {
  /** The check of the quality gate (`gate/checks.ts`). */
  rule: string
  /** JSON pointer to the part of the item that has to change. */
  at: string
  /** What is wrong, in Chinese. */
  what: string
  /** How to mend it. */
  remedy: string
}

/** What keeps an item from being loaded or published: the findings of the gate that block. */
export function itemProblems(
  item: ItemVersion,
  severities: Severities = {},
  around: Around = {},
): ItemProblem[] {
  return judge(item, severities, around)
    .findings.filter(({ severity }) => severity === 'block')
    .map(({ check: rule, at, what, remedy }) => ({ rule, at, what, remedy }))
}
