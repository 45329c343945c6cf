import { expect, test } from 'vitest'
import { idsWithoutEffect, proofOf, testsById } from './proof.ts'
import type { Row } from './register.ts'
import type { KeptTest } from './results.ts'

const sentences = { name: '', english: '', clauses: [], what: '', worksWhen: '' }
const plain: Row = { id: 'CAS-24', ...sentences }
const two: Row = { id: 'CAS-07', ...sentences, parts: { a: 'an alteration is found', b: 'all steps show' } }

/** `✔ title`, `✖ title` or `– title`. */
function ran(line: string): KeptTest {
  const status = ({ '✔': 'passed', '✖': 'failed', '–': 'skipped' } as const)[line[0] as '✔' | '✖' | '–']
  return { path: [line.slice(2)], file: 'x.test.ts', status }
}

test.each<[string[], string]>([
  [[], 'missing'],
  [['✔ CAS-24 one'], 'passed'],
  [['✔ CAS-24 one', '✔ CAS-24 two'], 'passed'],
  [['✔ CAS-24 one', '✖ CAS-24 two'], 'failed'],
  [['✔ CAS-24 one', '– CAS-24 two'], 'failed'],
  [['– CAS-24 one'], 'failed'],
  [['✔ CAS-24/a a part it does not have'], 'missing'],
  [['✔ CAS-24, CAS-25 two rows'], 'passed'],
  [['✔ CAS-25 another row'], 'missing'],
])('a row without parts with %j is %s', (lines, state) => {
  expect(proofOf(plain, testsById(lines.map(ran))).state).toBe(state)
})

test.each<[string[], string]>([
  [[], 'missing'],
  [['✔ CAS-07 the row as a whole'], 'missing'],
  [['✖ CAS-07 the row as a whole'], 'failed'],
  [['✔ CAS-07/a one'], 'partial'],
  [['✔ CAS-07/a one', '✖ CAS-07/b two'], 'partial'],
  [['✖ CAS-07/a one'], 'failed'],
  [['✔ CAS-07/a one', '✔ CAS-07/b two'], 'passed'],
  [['✔ CAS-07/a, CAS-07/b both'], 'passed'],
  [['✔ CAS-07/a one', '✔ CAS-07/b two', '✖ CAS-07/b three'], 'partial'],
  [['✔ CAS-07/a one', '✔ CAS-07/b two', '✔ CAS-07 whole'], 'passed'],
  [['✔ CAS-07/a one', '✔ CAS-07/b two', '✖ CAS-07 whole'], 'partial'],
])('a row of two parts with %j is %s', (lines, state) => {
  expect(proofOf(two, testsById(lines.map(ran))).state).toBe(state)
})

test('each part has its own state and its own tests', () => {
  const { parts } = proofOf(two, testsById(['✔ CAS-07/a one', '– CAS-07/b two'].map(ran)))
  expect(parts.map(({ part, state, tests }) => [part, state, tests.length])).toEqual([
    ['a', 'passed', 1],
    ['b', 'failed', 1],
  ])
})

test('an id that proves nothing is told with its reason', () => {
  const ids = ['CAS-24', 'CAS-07/a', 'CAS-24/a', 'CAS-07', 'CAS-07/c', 'CAS-99', 'CAS-99']
  expect(idsWithoutEffect(ids, [plain, two]).map(({ id, reason }) => `${id}: ${reason}`)).toEqual([
    'CAS-07: the row is proved part by part: CAS-07/a, CAS-07/b',
    'CAS-07/c: the row has only the parts a, b',
    'CAS-24/a: the row has no parts',
    'CAS-99: there is no such row',
  ])
})
