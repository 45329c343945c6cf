import type { SightValue } from '#platform/auth/visibility.ts'
import { branchesOf } from './branches.ts'
import type { CaseColumn, CaseSight } from './rows.ts'

/** Takes a value into the statement and says under which sign it stands there. */
export type Param = (value: unknown, type: string) => string

/** Under which names an officer owes something beside a step: those that their queue looks for in the lists of debtors. */
export function debtorsOf(queue: CaseSight = 'nothing'): SightValue[] {
  const looked = branchesOf(queue).flatMap(({ has }) => has)
  return [...new Set(looked.flatMap(([column, who]) => (DEBTORS.has(column) ? [who] : [])))]
}

const DEBTORS: ReadonlySet<CaseColumn> = new Set(['asked', 'signers'])

/** The day this officer has to keep: of what they owe, else of the step the case is in. */
export function owedDay(debtors: readonly SightValue[], param: Param): string {
  if (debtors.length === 0) return 'v.due_day'
  const nearest = `SELECT min(v.owed ->> o.who)::date FROM unnest(${param(debtors, 'text[]')}) AS o(who)`
  return `CASE WHEN v.owed = '{}' THEN v.due_day ELSE coalesce((${nearest}), v.due_day) END`
}

/** A walk is in the order of the steps' days, so what has another day for this officer is left to the branch of its list. */
export function notOwed(debtors: readonly SightValue[], param: Param): string[] {
  if (debtors.length === 0) return []
  const who = param(debtors, 'text[]')
  return [`NOT (v.asked && ${who} OR v.signers && ${who})`]
}
