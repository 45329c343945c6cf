import type { SightValue } from '#platform/auth/visibility.ts'
import { URGED } from '../chapters/urging/dossier.ts'
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

/** Before every day there will be: where a list begins. */
const FIRST_DAY = '0001-01-01'

/**
 * The day this officer has to keep: of what they owe, else of the step the case is in. In a list what they are urged to do
 * (催办) comes first, whatever its day.
 */
export function owedDay(debtors: readonly SightValue[], param: Param, urgedFirst = false): string {
  if (debtors.length === 0) return 'v.due_day'
  const day = urgedFirst
    ? `CASE WHEN v.owed ? o.who AND starts_with(o.who, '${URGED}') THEN '${FIRST_DAY}' ELSE v.owed ->> o.who END`
    : 'v.owed ->> o.who'
  const nearest = `SELECT min(${day})::date FROM unnest(${param(debtors, 'text[]')}) AS o(who)`
  return `CASE WHEN v.owed = '{}' THEN v.due_day ELSE coalesce((${nearest}), v.due_day) END`
}

/** A walk is in the order of the steps' days, so what has another day for this officer is left to the branch of its list. */
export function notOwed(debtors: readonly SightValue[], param: Param): string[] {
  if (debtors.length === 0) return []
  const who = param(debtors, 'text[]')
  return [`NOT (v.asked && ${who} OR v.signers && ${who})`]
}
