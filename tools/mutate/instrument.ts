import type { Mutant } from './mutants.ts'

/**
 * A source that holds all its mutants at once and turns wrong only where `__mutant(id)` says so. One compilation then serves
 * every mutant, and the first run can ask which tests reach which.
 */
export function instrument(source: string, mutants: readonly Mutant[]): string {
  return within(source, [...mutants].sort(outermostFirst), 0, source.length)
}

function within(source: string, mutants: readonly Mutant[], from: number, to: number): string {
  let text = ''
  let at = from
  let rest = mutants
  while (rest.length > 0) {
    const { start, end } = rest[0]!
    const same = rest.filter((mutant) => mutant.start === start && mutant.end === end)
    const inside = rest.filter(
      (mutant) => !same.includes(mutant) && mutant.start >= start && mutant.end <= end,
    )
    text += source.slice(at, start) + turned(same, within(source, inside, start, end))
    at = end
    rest = rest.filter((mutant) => mutant.start >= end)
  }
  return text + source.slice(at, to)
}

function turned(mutants: readonly Mutant[], right: string): string {
  return mutants.reduce(
    (text, { id, becomes, statement }) =>
      statement ? `if (!__mutant(${id})) { ${text} }` : `(__mutant(${id}) ? (${becomes}) : (${text}))`,
    right,
  )
}

function outermostFirst(one: Mutant, other: Mutant): number {
  return one.start - other.start || other.end - one.end || one.id - other.id
}
