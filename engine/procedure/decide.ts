import type { Actor } from '../actor.ts'
import { foldClock } from '../clock/clock.ts'
import type { Instant } from '../day.ts'
import type { Fact, NewFact } from '../fact.ts'
import { findPower } from '../power/grant.ts'
import { isRefusal, refusal, type Refusal } from '../refusal.ts'
import type { Act, Action, DossierBase, Procedure, ReliedOn, Timer, WorldBase } from './procedure.ts'

export interface Decision<D> {
  facts: readonly Fact[]
  dossier: D
  reliesOn: readonly ReliedOn[]
  timers: readonly Timer[]
}

/** What happens if this actor does this now: the facts to record, or why not. Pure. */
export function decide<D extends DossierBase, W extends WorldBase>(
  procedure: Procedure<D, W>,
  dossier: D,
  name: string,
  input: Readonly<Record<string, unknown>>,
  actor: Actor,
  now: Instant,
  world: W,
): Decision<D> | Refusal {
  const action = procedure.actions.find((candidate) => candidate.name === name)
  if (action === undefined) return refusal('action-unknown', { facts: { action: name } })
  const may = permitted(procedure, action, dossier, actor, now, world)
  if (isRefusal(may)) return may
  // The table of actions forgets input shapes; the route has checked this one against `action.input`.
  const act = { dossier, input: input as never, actor, now, world, ...may }
  const refused = action.refuse?.(act)
  if (refused !== undefined) return refused
  const facts = number(action.facts(act), dossier.version, actor, now)
  const after = facts.reduce((folded, fact) => foldFact(procedure, folded, fact), dossier)
  const declared = action.to === 'same' ? [dossier.state] : action.to
  if (!declared.includes(after.state)) {
    throw new Error(`${procedure.name}: ${name} led to ${after.state}, which it does not declare`)
  }
  const granted = may.grant ? [{ stream: may.grant.stream, version: may.grant.version }] : []
  const reliesOn = [...world.reliesOn, ...granted, ...(action.reliesOn?.(act) ?? [])]
  return { facts, dossier: after, reliesOn, timers: procedure.timers(after, world) }
}

/** The names of the actions this actor may take now; screens draw their buttons from this list. */
export function allowed<D extends DossierBase, W extends WorldBase>(
  procedure: Procedure<D, W>,
  dossier: D,
  actor: Actor,
  now: Instant,
  world: W,
): string[] {
  return procedure.actions
    .filter((action) => !isRefusal(permitted(procedure, action, dossier, actor, now, world)))
    .map((action) => action.name)
}

/** A dossier from all its facts: for verification, rebuilding and tests; acts use the stored one. */
export function fold<D extends DossierBase, W extends WorldBase>(
  procedure: Procedure<D, W>,
  facts: readonly Fact[],
): D {
  return facts.reduce((dossier, fact) => foldFact(procedure, dossier, fact), procedure.initial)
}

function foldFact<D extends DossierBase, W extends WorldBase>(
  procedure: Procedure<D, W>,
  dossier: D,
  fact: Fact,
): D {
  const apply = procedure.apply[fact.kind]
  if (apply === undefined) throw new Error(`${procedure.name} does not know the fact ${fact.kind}`)
  const applied = apply(dossier, fact)
  const clocks = (fact.clock ?? []).reduce(foldClock, applied.clocks)
  return { ...applied, clocks, version: fact.seq }
}

function number(facts: readonly NewFact[], version: number, actor: Actor, now: Instant): Fact[] {
  return facts.map((fact, index) => ({ ...fact, seq: version + 1 + index, actor, at: now }))
}

/** State, role and power, in this order, so that the reason a person reads is the nearest one. */
function permitted<D extends DossierBase, W extends WorldBase>(
  procedure: Procedure<D, W>,
  action: Action<D, W, never>,
  dossier: D,
  actor: Actor,
  now: Instant,
  world: W,
): Pick<Act<D, never, W>, 'grant'> | Refusal {
  const opens = action.from.length === 0
  if (opens ? dossier.version !== 0 : !action.from.includes(dossier.state)) {
    return refusal('not-in-this-state', { facts: { action: action.name, state: dossier.state } })
  }
  if (action.offered?.(dossier, world) === false) {
    return refusal('not-for-this-dossier', { facts: { action: action.name } })
  }
  const roles = procedure.rolesOf(actor, dossier)
  const power = action.power
  const granted = () =>
    power && findPower(procedure.powerQuestion({ dossier, actor, power, now }), world.grants)
  if (!action.by.some((role) => roles.includes(role))) {
    const notYours = refusal('not-your-step', { facts: { action: action.name, needs: action.by } })
    // A post with the right title in another body reaches beyond its power (越权), which supervision has to see.
    if (
      power === undefined ||
      actor.kind !== 'staff' ||
      !action.by.some((role) => actor.roles.includes(role))
    )
      return notYours
    const beyond = granted()
    return isRefusal(beyond) ? beyond : { ...notYours, recorded: true }
  }
  const grant = granted()
  if (isRefusal(grant)) return grant
  const carried = grant === undefined ? {} : { grant }
  return action.bars?.({ dossier, actor, now, world, ...carried }) ?? carried
}
