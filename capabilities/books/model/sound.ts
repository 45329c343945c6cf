import { shapesOf } from './fields.ts'
import type { Book } from './book.ts'

/** What is wrong with a book, in English for whoever wrote it. */
export function faultsOf({ kind, states, acts, columns, body, sees, procedure }: Book): string[] {
  const faults: string[] = []
  const known = new Set(Object.keys(states))
  const titled = new Set(shapesOf(body).map(([name]) => name))
  if (!/^[a-z][a-z-]*[a-z]$/.test(kind)) faults.push('its kind is no word of small letters')
  for (const [name, shape] of shapesOf(body)) if (!shape.title) faults.push(`${name} has no title`)
  for (const name of columns) if (!titled.has(name)) faults.push(`it has no column ${name}`)
  for (const [index, act] of acts.entries()) {
    if (acts.findIndex(({ name }) => name === act.name) < index)
      faults.push(`two acts are called ${act.name}`)
    for (const state of [...act.from, ...(act.to === 'same' ? [] : act.to)])
      if (!known.has(state)) faults.push(`${act.name} names the unknown state ${state}`)
    if (act.by.length === 0) faults.push(`nobody may ${act.name}`)
    for (const role of act.by)
      if (role !== 'system' && act.from.length > 0 && !sees[role])
        faults.push(`${role} cannot see what to ${act.name}`)
    for (const [name, shape] of shapesOf(act.input))
      if (!shape.title) faults.push(`${act.name}: ${name} has no title`)
  }
  const leavable = (state: string) =>
    procedure.actions.some(
      ({ from, to }) => from.includes(state) && to !== 'same' && to.some((next) => next !== state),
    )
  for (const [name, { final, stands, waits = [] }] of Object.entries(states)) {
    if (final && leavable(name)) faults.push(`the final state ${name} can be left`)
    if (!final && !leavable(name)) faults.push(`nothing leads out of ${name}`)
    if (!final && !stands && waits.length === 0) faults.push(`nobody is awaited in ${name}`)
    for (const role of waits)
      if (!acts.some(({ from, by }) => from.includes(name) && by.includes(role)))
        faults.push(`${name} waits for ${role}, who can do nothing`)
    if (![...acts, ...procedure.actions].some(({ to }) => to !== 'same' && to.includes(name)))
      faults.push(`${name} cannot be reached`)
  }
  return faults
}
