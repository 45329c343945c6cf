import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { proofOf, testsById } from './proof.ts'
import { compact, keep, kept, type KeptResults, type VitestReport } from './results.ts'

const root = fs.mkdtempSync(path.join(os.tmpdir(), 'yichuang-results-'))
afterEach(() => fs.rmSync(root, { recursive: true, force: true }))

function file(name: string, status: string, ...tests: [title: string, status: string][]) {
  const assertionResults = tests.map(([title, each]) => ({
    ancestorTitles: ['', 'around'],
    title,
    status: each,
  }))
  return { name: path.join(root, name), status, assertionResults }
}

const report = (...testResults: VitestReport['testResults']): VitestReport => ({ startTime: 0, testResults })
const compacted = (...files: VitestReport['testResults']) => compact(report(...files), root, { asked: [] })

test('a test is kept with its blocks, its file from the root and how it ended', () => {
  const results = compact(report(file('case/a.test.ts', 'passed', ['CAS-24 one', 'passed'])), root, {
    commit: 'abc',
    uncommitted: true,
    asked: ['case'],
  })
  expect(results).toEqual({
    commit: 'abc',
    uncommitted: true,
    asked: ['case'],
    startedAt: '1970-01-01T00:00:00.000Z',
    tests: [{ path: ['around', 'CAS-24 one'], file: 'case/a.test.ts', status: 'passed' }],
  })
})

test.each([
  ['passed', 'passed'],
  ['failed', 'failed'],
  ['skipped', 'skipped'],
  ['pending', 'skipped'],
  ['todo', 'skipped'],
])('vitest’s %s is kept as %s', (status, as) => {
  expect(compacted(file('a.test.ts', 'passed', ['t', status])).tests[0]!.status).toBe(as)
})

test.each<[string, VitestReport['testResults'], string]>([
  [
    'two files',
    [file('a', 'passed', ['CAS-24 x', 'passed']), file('b', 'passed', ['CAS-24 y', 'passed'])],
    'passed',
  ],
  [
    'one of two',
    [file('a', 'passed', ['CAS-24 x', 'passed']), file('b', 'failed', ['CAS-24 y', 'failed'])],
    'failed',
  ],
  ['another failed beside it', [file('a', 'failed', ['CAS-24 x', 'passed'], ['y', 'failed'])], 'passed'],
  ['a file that left something behind', [file('a', 'failed', ['CAS-24 x', 'passed'])], 'failed'],
  ['a file that did not load', [file('a', 'failed')], 'missing'],
])('a row tested in several files is one row: %s', (_, files, state) => {
  const row = { id: 'CAS-24', name: '', english: '', clauses: [], what: '', worksWhen: '' }
  expect(proofOf(row, testsById(compacted(...files).tests)).state).toBe(state)
})

test('a run of a part does not replace a run of the whole, and a test whose file is gone no longer counts', () => {
  const one = (name: string, asked: string[]): KeptResults => ({
    startedAt: '2026-01-01T00:00:00.000Z',
    asked,
    tests: [{ path: ['t'], file: name, status: 'passed' }],
  })
  expect(kept(root, true)).toBeUndefined()
  keep(root, one('there.test.ts', []))
  keep(root, one('gone.test.ts', ['gone']))
  fs.writeFileSync(path.join(root, 'there.test.ts'), '')
  expect(kept(root, true)).toEqual(one('there.test.ts', []))
  expect(kept(root, false)).toEqual({ ...one('', ['gone']), tests: [] })
})
