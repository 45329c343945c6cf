import type { DossierBase, Procedure, WorldBase } from './procedure.ts'

/**
 * Walks a procedure once, at start-up: every state reachable, every open state left by somebody who must act,
 * timed by a clock and with a way to an end, every action named once. Returns one English sentence per fault; an empty list is sound.
 */
export function walk<D extends DossierBase, W extends WorldBase>(procedure: Procedure<D, W>): string[] {
  const problems: string[] = []
  const name = `${procedure.name}@${procedure.version}`
  const known = new Set(Object.keys(procedure.states))
  for (const [index, action] of procedure.actions.entries()) {
    if (procedure.actions.findIndex((other) => other.name === action.name) < index) {
      problems.push(`${name}: two actions are called ${action.name}`)
    }
    for (const state of [...action.from, ...moves(action.to)]) {
      if (!known.has(state)) problems.push(`${name}: ${action.name} names the unknown state ${state}`)
    }
    if (action.by.length === 0) problems.push(`${name}: nobody may ${action.name}`)
  }
  const reached = reachable(procedure)
  const ending = endable(procedure)
  for (const [state, spec] of Object.entries(procedure.states)) {
    if (!reached.has(state)) problems.push(`${name}: the state ${state} cannot be reached`)
    const leaving = procedure.actions.filter(
      (action) => action.from.includes(state) && moves(action.to).some((to) => to !== state),
    )
    if (spec.final) {
      if (leaving.length > 0)
        problems.push(`${name}: the final state ${state} is left by ${leaving[0]!.name}`)
      continue
    }
    if (leaving.length === 0) problems.push(`${name}: nothing leads out of ${state}`)
    else if (!ending.has(state)) problems.push(`${name}: no end can be reached from ${state}`)
    if (spec.clocks.length === 0) problems.push(`${name}: no clock runs in ${state}`)
    for (const role of spec.waitsFor) {
      if (!leaving.some((action) => action.by.includes(role)))
        problems.push(`${name}: ${state} waits for ${role}, who can do nothing`)
    }
    if (spec.waitsFor.length === 0) problems.push(`${name}: ${state} waits for nobody`)
  }
  if (!Object.values(procedure.states).some((state) => state.final)) problems.push(`${name}: it never ends`)
  return problems
}

function reachable<D extends DossierBase, W extends WorldBase>(procedure: Procedure<D, W>): Set<string> {
  const reached = new Set<string>()
  const queue = procedure.actions
    .filter((action) => action.from.length === 0)
    .flatMap((action) => moves(action.to))
  for (let state = queue.shift(); state !== undefined; state = queue.shift()) {
    if (reached.has(state)) continue
    reached.add(state)
    const here = state
    queue.push(
      ...procedure.actions
        .filter((action) => action.from.includes(here))
        .flatMap((action) => moves(action.to)),
    )
  }
  return reached
}

/** States from which some final state can be reached, the final ones included. */
function endable<D extends DossierBase, W extends WorldBase>(procedure: Procedure<D, W>): Set<string> {
  const ending = new Set(Object.keys(procedure.states).filter((state) => procedure.states[state]!.final))
  for (let before = -1; before < ending.size;) {
    before = ending.size
    for (const action of procedure.actions) {
      if (moves(action.to).some((to) => ending.has(to))) action.from.forEach((state) => ending.add(state))
    }
  }
  return ending
}

function moves(to: readonly string[] | 'same'): readonly string[] {
  return to === 'same' ? [] : to
}
