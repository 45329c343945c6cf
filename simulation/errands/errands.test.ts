import { expect, test } from 'vitest'
import { PROCEDURE_ACTS } from '../coverage.ts'
import { OUT_OF_REACH } from '../out-of-reach.ts'
import { REFUSALS } from '../report.ts'
import { ERRANDS } from './index.ts'

const ACTS = Object.entries(PROCEDURE_ACTS).flatMap(([procedure, acts]) =>
  acts.map((act) => `${procedure} ${act}`),
)

test('every errand is begun for the sake of acts and codes that exist', () => {
  const known = new Set([...ACTS, ...REFUSALS])
  expect(ERRANDS.flatMap((errand) => errand.for).filter((what) => !known.has(what))).toEqual([])
})

test('what nobody can hear is a code that exists, and nobody is sent for it', () => {
  const sent = new Set(ERRANDS.flatMap((errand) => errand.for))
  for (const code of OUT_OF_REACH.keys()) {
    expect(REFUSALS).toContain(code)
    expect(sent.has(code)).toBe(false)
  }
})
