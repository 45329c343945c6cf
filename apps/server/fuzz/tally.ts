import type { Answer, FuzzCaller } from './callers.ts'
import type { Operation } from './description.ts'

/** Which operations somebody got through to, and which said no to somebody who may send them. */
export interface Tally {
  note(caller: FuzzCaller, operation: Operation, answer: Answer): void
  neverAnswered(operations: readonly Operation[]): string[]
  neverRefused(operations: readonly Operation[]): string[]
}

export function tally(): Tally {
  const answered = new Set<string>()
  const refused = new Set<string>()
  const without = (seen: ReadonlySet<string>) => (operations: readonly Operation[]) =>
    operations.flatMap(({ id }) => (seen.has(id) ? [] : [id])).toSorted()
  return {
    note({ standing }, { id, who }, { status }) {
      if (status < 300) answered.add(id)
      // A door that is shut says nothing about what stands behind it.
      if (status >= 400 && who.some((each) => standing.includes(each))) refused.add(id)
    },
    neverAnswered: without(answered),
    neverRefused: without(refused),
  }
}
