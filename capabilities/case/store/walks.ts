import { CASE_STATES, PROCEDURES } from '../contract.ts'
import type { CaseColumn } from './rows.ts'

/** A list's order: open work by due day, everything newest first. */
export type Order = 'due' | 'newest'

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
  procedure: PROCEDURES,
}

/** The first walk whose named columns a branch has is taken; schema/0001 and schema/0006 hold the indexes, in the same words. */
export const WALKS: Readonly<Record<Order, readonly Walk[]>> = {
  due: [
    { named: ['party'], leading: ['party'] },
    { named: ['holder'], leading: ['holder'] },
    // A station's own cases are few, and its index is not in the order of days: found by it and sorted.
    { named: ['sent_from'], leading: ['sent_from'] },
    { named: ['deciding_body'], leading: ['deciding_body', 'state'] },
    { named: ['accept_place'], leading: ['accept_place', 'state'] },
    { named: ['item_id'], leading: ['item_id'] },
    { named: ['state'], leading: ['state'] },
    { named: [], leading: [] },
  ],
  newest: [
    { named: ['party'], leading: ['party'] },
    { named: ['sent_from'], leading: ['sent_from'] },
    { named: ['item_id'], leading: ['item_id', 'state'] },
    { named: ['deciding_body'], leading: ['deciding_body', 'state', 'procedure'] },
    { named: ['accept_place'], leading: ['accept_place', 'state', 'procedure'] },
    { named: ['state'], leading: ['state', 'procedure'] },
    { named: ['procedure'], leading: ['state', 'procedure'] },
    { named: [], leading: [] },
  ],
}
