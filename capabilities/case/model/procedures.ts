import type { ProcedureName } from '../contract.ts'
import { approval } from './approval.ts'
import { commitment } from './commitment.ts'
import type { CaseDossier } from './dossier.ts'
import { onTheSpot } from './on-the-spot.ts'
import type { CaseProcedure } from './skeleton.ts'

/** Every procedure a case may run under, by the name its dossier carries. */
export const PROCEDURES: Readonly<Record<ProcedureName, CaseProcedure>> = {
  approval,
  'on-the-spot': onTheSpot,
  commitment,
}

export function procedureOf({ procedure }: Pick<CaseDossier, 'procedure'>): CaseProcedure {
  return PROCEDURES[procedure]
}

/** All acts of all procedures, by name; those that share a name ask for the same input. */
export const ACTIONS = new Map(
  Object.values(PROCEDURES).flatMap(({ actions }) => actions.map((action) => [action.name, action] as const)),
)

/** States in which some procedure waits for a role, for queues. */
export function statesWaitingFor(role: string): string[] {
  return stateNames.filter((name) =>
    Object.values(PROCEDURES).some(({ states }) => states[name]?.waitsFor[0] === role),
  )
}

const stateNames = [...new Set(Object.values(PROCEDURES).flatMap(({ states }) => Object.keys(states)))]
