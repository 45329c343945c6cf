import type { Static, TSchema } from 'typebox'
import { action, type Act, type Action } from '#engine/procedure/procedure.ts'
import { refusal, type Refusal } from '#engine/refusal.ts'
import type { ItemVersion } from '../../contract.ts'
import type { ChangeDossier } from '../model/dossier.ts'
import type { ChangeWorld } from '../model/world.ts'

export type ChangeAct<I> = Act<ChangeDossier, I, ChangeWorld>
export type ChangeAction = Action<ChangeDossier, ChangeWorld, never>

/** An act on a change whose input type comes from its own schema. */
export function changeAction<S extends TSchema>(
  spec: Omit<Action<ChangeDossier, ChangeWorld, Static<S>>, 'input'> & { input: S },
): ChangeAction {
  return action(spec)
}

/** Whoever wrote in it approves nothing of it (编制与审定分开). */
export function ownHandBars({
  dossier,
  actor,
}: Pick<ChangeAct<unknown>, 'dossier' | 'actor'>): Refusal | undefined {
  return actor.kind === 'staff' && dossier.authors.includes(actor.person)
    ? refusal('change-own-hand', { basis: '大武口方案三（三）12：部门编制，中心审定' })
    : undefined
}

/** What the draft says against a list above it; a tier may make a thing easier and never harder (行政许可法第十六条). */
export function upperRefuses(
  body: ItemVersion,
  world: Pick<ChangeWorld, 'upperProblems'>,
): Refusal | undefined {
  const problems = world.upperProblems(body)
  if (problems.length === 0) return undefined
  return refusal('change-against-upper', {
    facts: { problems: problems.map(({ path, breach, basis }) => ({ path, breach, basis })) },
  })
}

/** What the quality gate finds that keeps the draft from being published. */
export function gateRefuses({
  dossier,
  world,
}: Pick<ChangeAct<unknown>, 'dossier' | 'world'>): Refusal | undefined {
  const missing = world.shapeProblems(dossier.body)
  if (missing.length > 0)
    return refusal('change-incomplete', { facts: { problems: missing.map(({ at }) => at).slice(0, 20) } })
  const { passes, findings } = world.judge(dossier.body)
  if (passes) return upperRefuses(dossier.body, world)
  const blocking = findings.filter(({ severity }) => severity === 'block')
  return refusal('change-gate-failed', {
    facts: { findings: blocking.map(({ check, at, what, remedy }) => ({ check, at, what, remedy })) },
  })
}

export function baseRefuses({
  dossier,
  world,
}: Pick<ChangeAct<unknown>, 'dossier' | 'world'>): Refusal | undefined {
  return world.newest === dossier.base
    ? undefined
    : refusal('change-base-moved', { facts: { base: dossier.base, newest: world.newest } })
}
