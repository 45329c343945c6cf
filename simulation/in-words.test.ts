import { expect, test } from 'vitest'
import { PROCEDURE_ACTS, type Acts } from './coverage.ts'
import { inWords } from './in-words.ts'
import { lacking, type Report } from './report.ts'

const acts: Acts = {
  approval: { accept: 12, 'deem-renewed': 1 },
  'on-the-spot': { accept: 3 },
  commitment: {},
  licence: { open: 4 },
  'poor-rating': {},
}

const report: Report = {
  ...{ seed: 7, days: 365, steps: 10, seconds: 1, cases: 2, facts: 3, acts, digest: '' },
  refusals: { 'not-your-step': 2 },
  events: {},
  mishaps: { 'process-lost': 2, 'task-died': 1, 'calendar-came': 4 },
  gaps: {},
  neverDone: ['commitment accept'],
  neverRefused: ['party-unknown', 'term-too-long'],
  coverage: { acts: { met: 4, of: 9 }, refusals: { met: 1, of: 3 } },
}

test('the report says how much was met, what was not, and how to see it again', () => {
  const text = inWords(report, { seed: 7, days: 365, scale: 'county', actsPerDay: 180 })
  expect(text).toContain('acts done: 4 of 9; never: commitment accept')
  expect(text).toContain('refusals heard: 1 of 3; never: term-too-long')
  expect(text).toMatch(/party-unknown: \S/)
  expect(text).toContain('again: npm run simulate -- --seed 7 --days 365 --scale county --acts 180')
  expect(text).toContain('crashes: 3 (process-lost 2, task-died 1)')
  expect(text).toContain('holiday lists that came late: 4 (calendar-came 4)')
  expect(text).toContain('staff who left: 0')
})

test('the table has a row for each act, a nought where nobody did it and a dot where there is none', () => {
  const lines = inWords(report, { seed: 7, days: 365 }).split('\n')
  const cells = (act: string) =>
    lines
      .find((line) => line.startsWith(`${act} `))!
      .trim()
      .split(/\s{2,}/)
  expect(cells('accept')).toEqual(['accept', '12', '3', '0'])
  expect(cells('deem-renewed')).toEqual(['deem-renewed', '1', '0', '·'])
  expect(cells('open')).toEqual(['open', '4'])
  expect(cells('acts done')[1]).toBe(`2 of ${PROCEDURE_ACTS.approval.length}`)
})

test('a year lacks what was not met and can be', () => {
  expect(lacking(report)).toEqual(['commitment accept', 'term-too-long'])
})
