import type { Static, TSchema } from 'typebox'
import { action, type Act, type Action } from '#engine/procedure/procedure.ts'
import { refusal, type Refusal } from '#engine/refusal.ts'
import type { RectificationDossier } from '../model/dossier.ts'
import type { RectificationWorld } from '../model/world.ts'

export type RectificationAct<I> = Act<RectificationDossier, I, RectificationWorld>
export type RectificationAction = Action<RectificationDossier, RectificationWorld, never>

/** An act on a poor rating whose input type comes from its own schema. */
export function rectificationAction<S extends TSchema>(
  spec: Omit<Action<RectificationDossier, RectificationWorld, Static<S>>, 'input'> & { input: S },
): RectificationAction {
  return action(spec)
}

/** Whoever stood at the window does not judge what was said of them. */
export function servedBars({
  dossier,
  actor,
}: Pick<RectificationAct<unknown>, 'dossier' | 'actor'>): Refusal | undefined {
  return actor.kind === 'staff' && dossier.served.includes(actor.person)
    ? refusal('rated-yourself', { basis: '国办发〔2019〕51号：评价的核实与被评价人分开' })
    : undefined
}
