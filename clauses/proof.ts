import type { Row } from './register.ts'
import type { KeptTest } from './results.ts'
import { idsOfPath, partOf, rowOf } from './titles.ts'

/** `partial`: some of its parts are proved; `failed`: there are tests, and one of them did not pass. */
export type RowState = 'passed' | 'partial' | 'failed' | 'missing'
export type PartState = 'passed' | 'failed' | 'missing'

export interface RowProof {
  row: Row
  state: RowState
  /** Tests that name the row without a part. */
  tests: KeptTest[]
  /** Empty for a row without declared parts. */
  parts: PartProof[]
}

export interface PartProof {
  part: string
  text: string
  state: PartState
  tests: KeptTest[]
}

export type TestsById = ReadonlyMap<string, KeptTest[]>

export function testsById(tests: readonly KeptTest[]): TestsById {
  const byId = new Map<string, KeptTest[]>()
  for (const test of tests)
    for (const id of idsOfPath(test.path)) {
      const those = byId.get(id)
      if (those) those.push(test)
      else byId.set(id, [test])
    }
  return byId
}

export function proofOf(row: Row, byId: TestsById): RowProof {
  const tests = byId.get(row.id) ?? []
  const parts = Object.entries(row.parts ?? {}).map(([part, text]): PartProof => {
    const those = byId.get(`${row.id}/${part}`) ?? []
    return { part, text, state: stateOf(those), tests: those }
  })
  return { row, tests, parts, state: row.parts === undefined ? stateOf(tests) : stateOfParts(parts, tests) }
}

/** One failed or skipped test outweighs any number that passed. */
function stateOf(tests: readonly KeptTest[]): PartState {
  if (tests.length === 0) return 'missing'
  return tests.every((test) => test.status === 'passed') ? 'passed' : 'failed'
}

/** Tests of the row as a whole cannot replace a part, but when one of them fails the row does not work. */
function stateOfParts(parts: readonly PartProof[], tests: readonly KeptTest[]): RowState {
  const states = parts.map((part) => part.state)
  const whole = stateOf(tests)
  if (states.every((state) => state === 'passed') && whole !== 'failed') return 'passed'
  if (states.includes('passed')) return 'partial'
  return states.includes('failed') || whole === 'failed' ? 'failed' : 'missing'
}

/** Ids in titles that count for nothing, each with the reason. */
export function idsWithoutEffect(
  ids: Iterable<string>,
  rows: readonly Row[],
): { id: string; reason: string }[] {
  const byId = new Map(rows.map((row) => [row.id, row]))
  return [...new Set(ids)].toSorted().flatMap((id) => {
    const reason = reasonAgainst(id, byId.get(rowOf(id)))
    return reason === undefined ? [] : [{ id, reason }]
  })
}

function reasonAgainst(id: string, row: Row | undefined): string | undefined {
  if (row === undefined) return 'there is no such row'
  const part = partOf(id)
  const declared = Object.keys(row.parts ?? {})
  if (part === undefined) {
    const names = declared.map((each) => `${row.id}/${each}`).join(', ')
    return declared.length === 0 ? undefined : `the row is proved part by part: ${names}`
  }
  if (declared.includes(part)) return undefined
  return declared.length === 0 ? 'the row has no parts' : `the row has only the parts ${declared.join(', ')}`
}
