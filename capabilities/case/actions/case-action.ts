import type { TSchema } from 'typebox'
import type { Static } from 'typebox'
import { action, type Act, type Action } from '#engine/procedure/procedure.ts'
import type { CaseDossier } from '../model/dossier.ts'
import type { CaseWorld } from '../model/world.ts'

export type CaseAct<I> = Act<CaseDossier, I, CaseWorld>

/** An action on a case whose input type comes from its own schema. */
export function caseAction<S extends TSchema>(
  spec: Omit<Action<CaseDossier, CaseWorld, Static<S>>, 'input'> & { input: S },
): Action<CaseDossier, CaseWorld, never> {
  return action(spec)
}
