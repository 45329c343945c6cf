import { expect, test } from 'vitest'
import { proofOf, testsById } from './proof.ts'
import { clauseRegisters, rowsByCapability } from './register.ts'
import { asJson, byCapability, lastLine, missing, table, wholeRow } from './report.ts'
import type { KeptTest } from './results.ts'

const passed = (title: string): KeptTest => ({ path: [title], file: 'x.test.ts', status: 'passed' })
const failed = (title: string): KeptTest => ({ ...passed(title), status: 'failed' })
const view = (...tests: KeptTest[]) =>
  byCapability(rowsByCapability(), (row) => proofOf(row, testsById(tests)))

test.each([
  ['rows: 0 of 305', []],
  ['rows: 1 of 305', [passed('CAS-24 x'), passed('EVA-01/a x'), passed('CAS-99 x')]],
  ['rows: 2 of 305', [passed('CAS-24, CAS-25 x'), failed('CAS-16 x')]],
])('the last line is %s', (line, tests) => {
  expect(lastLine(view(...tests))).toBe(line)
})

test('for scripts every row is passed, partial or missing', () => {
  const all = view(passed('CAS-24 x'), passed('EVA-01/a x'), failed('CAS-16 x'))
  const { total, missing: open, ...rest } = JSON.parse(asJson(all, ['a note']))
  expect(rest).toEqual({ passed: ['CAS-24'], partial: ['EVA-01'], failed: ['CAS-16'], notes: ['a note'] })
  expect(open).toHaveLength(total - 2)
  expect(open).toContain('CAS-16')
})

test('the table counts by capability', () => {
  const evaluation = view(passed('EVA-03 x')).filter((each) => each.capability === 'evaluation')
  expect(table(evaluation)).toEqual(['evaluation   1 of  7  Evaluation: ratings and opinions'])
})

test('what is missing is short beside the table and in sentences when asked for', () => {
  const all = view(
    passed('EVA-01/a x'),
    failed('EVA-02 x'),
    ...[3, 4, 5, 6].map((n) => passed(`EVA-0${n} x`)),
  )
  const evaluation = all.filter((each) => each.capability === 'evaluation')
  expect(missing(evaluation, false)).toEqual(['evaluation: EVA-01(without /b/c) EVA-02(failed) EVA-07'])
  expect(missing(evaluation, true).slice(0, 4)).toEqual([
    'evaluation:',
    '  EVA-01 好差评 · Good–bad rating (without /b/c)',
    '    /b a poor rating opens a rectification',
    '    /c a centre without ratings is listed',
  ])
})

test('one row shows its clauses in full, its parts and its tests', () => {
  const proof = view(passed('EVA-01/a once'), failed('EVA-01/b poor'))
    .flatMap((each) => each.proofs)
    .find((each) => each.row.id === 'EVA-01')!
  const clauses = clauseRegisters().flatMap((register) => register.clauses)
  const lines = wholeRow(
    proof,
    clauses.filter((clause) => clause.id === 'LC-3.8-11'),
  )
  expect(lines[0]).toBe('EVA-01 好差评 · Good–bad rating: partial')
  expect(lines).toContain('    ✔ x.test.ts: EVA-01/a once')
  expect(lines).toContain('    ✖ x.test.ts: EVA-01/b poor')
  expect(lines).toContain('  /c a centre without ratings is listed: missing')
  expect(lines.at(-2)).toMatch(/^ {4}LC-3\.8-11 \S/)
})
