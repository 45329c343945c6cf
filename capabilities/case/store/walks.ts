import type { SightValue } from '#platform/auth/visibility.ts'
import { CASE_STATES, PROCEDURES as NAMES } from '../contract.ts'
import { PROCEDURES } from '../model/procedures.ts'
import type { CaseColumn } from './rows.ts'

/**
 * A list's order: open work by due day; a queue by the day its own officer has to keep, which is another where something is
 * owed beside the step; everything newest first; what came in on certain days by the moment it did.
 */
export type Order = 'due' | 'owed' | 'newest' | 'received'

/** An index that a branch can walk in the order of the list: the columns before that order. */
export interface Walk {
  /** Columns a branch must name for this walk to be worth taking. */
  named: readonly CaseColumn[]
  /** All leading columns of the index after `area_code`; what a branch leaves open is asked value by value. */
  leading: readonly CaseColumn[]
}

/** Columns with few values: a branch that leaves them open asks for each, which costs a look into the index for each. */
export const FEW: Partial<Record<CaseColumn, readonly string[]>> = {
  state: CASE_STATES,
  procedure: NAMES,
}

/** `open state`, `procedure state` and `open procedure state` of every state that a case may be in. */
const POSSIBLE = new Set(
  Object.entries(PROCEDURES).flatMap(([name, { states }]) =>
    Object.entries(states).flatMap(([state, { final }]) => {
      const kinds = [state, `${name} ${state}`]
      return final ? kinds : [...kinds, ...kinds.map((kind) => `open ${kind}`)]
    }),
  ),
)

/** No case is in a state that its procedure does not have, and no open one in a final state: such keys are not looked up. */
export function possible(
  leading: readonly CaseColumn[],
  values: readonly SightValue[],
  openOnly: boolean,
): boolean {
  const state = leading.indexOf('state')
  if (state < 0) return true
  const procedure = leading.indexOf('procedure')
  const kind = procedure < 0 ? `${values[state]}` : `${values[procedure]} ${values[state]}`
  return POSSIBLE.has(openOnly ? `open ${kind}` : kind)
}

const BY_DAY: readonly Walk[] = [
  { named: ['party'], leading: ['party'] },
  { named: ['holder'], leading: ['holder'] },
  // A station's own cases are few, and its index is not in the order of days: found by it and sorted.
  { named: ['sent_from'], leading: ['sent_from'] },
  { named: ['deciding_body', 'state'], leading: ['deciding_body', 'state'] },
  { named: ['deciding_body'], leading: ['deciding_body'] },
  { named: ['accept_place', 'state'], leading: ['accept_place', 'state'] },
  { named: ['accept_place'], leading: ['accept_place'] },
  { named: ['item_id'], leading: ['item_id'] },
  { named: ['state'], leading: ['state'] },
  { named: [], leading: [] },
]

/** The first walk whose named columns a branch has is taken; schema/0001, 0006, 0017 and 0018 hold the indexes, in the same words. */
export const WALKS: Readonly<Record<Order, readonly Walk[]>> = {
  due: BY_DAY,
  owed: BY_DAY,
  newest: [
    { named: ['party'], leading: ['party'] },
    { named: ['sent_from'], leading: ['sent_from'] },
    { named: ['item_id'], leading: ['item_id', 'state'] },
    { named: ['deciding_body', 'state'], leading: ['deciding_body', 'state', 'procedure'] },
    { named: ['deciding_body', 'procedure'], leading: ['deciding_body', 'state', 'procedure'] },
    { named: ['deciding_body'], leading: ['deciding_body'] },
    { named: ['accept_place', 'state'], leading: ['accept_place', 'state', 'procedure'] },
    { named: ['accept_place', 'procedure'], leading: ['accept_place', 'state', 'procedure'] },
    { named: ['accept_place'], leading: ['accept_place'] },
    { named: ['state'], leading: ['state', 'procedure'] },
    { named: ['procedure'], leading: ['state', 'procedure'] },
    { named: [], leading: [] },
  ],
  // One index for every way to see a case: between two days of an area lies little that is not looked for.
  received: [{ named: [], leading: [] }],
}
