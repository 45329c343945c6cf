import type { Static, TSchema } from 'typebox'
import { Type as T } from 'typebox'
import { action, type Act, type Action } from '#engine/procedure/procedure.ts'
import { refusal, type Refusal } from '#engine/refusal.ts'
import type { LicenceDossier } from '../dossier.ts'
import type { LicenceWorld } from '../world.ts'

export type LicenceAct<I> = Act<LicenceDossier, I, LicenceWorld>
export type LicenceAction = Action<LicenceDossier, LicenceWorld, never>

/** An act on a licence whose input type comes from its own schema. */
export function licenceAction<S extends TSchema>(
  spec: Omit<Action<LicenceDossier, LicenceWorld, Static<S>>, 'input'> & { input: S },
): LicenceAction {
  return action(spec)
}

export const NOTHING = T.Object({}, { additionalProperties: false })

/** What an act says of the paper it brings about. */
export function paperOf({ newId, documentNumber }: LicenceWorld): { paper: string; number?: string } {
  return { paper: newId(), ...(documentNumber === undefined ? {} : { number: documentNumber }) }
}

/** 窗口无权否决 (SUP-08): whoever sits at a window takes nothing away, even if the post may decide as well. */
export function byWindow({ actor }: Pick<LicenceAct<unknown>, 'actor'>): Refusal | undefined {
  return actor.kind === 'staff' && actor.roles.includes('window-clerk')
    ? refusal('window-never-refuses', { basis: '窗口无权否决' })
    : undefined
}

/** The seal a decision carries: of those the plan allows the body, the first. */
export function sealOf({ world }: Pick<LicenceAct<unknown>, 'world'>) {
  return world.seals[0]
}

export function sealMissing(act: Pick<LicenceAct<unknown>, 'dossier' | 'world'>): Refusal | undefined {
  return sealOf(act) === undefined
    ? refusal('seal-none', { facts: { body: act.dossier.body }, basis: '国发〔1999〕25号' })
    : undefined
}
