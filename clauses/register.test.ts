import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { clauseRegisters, indexOfClauses, rowsByCapability } from './register.ts'
import { idsOfTitle } from './titles.ts'

const groups = rowsByCapability()
const rows = groups.flatMap((each) => each.rows)
const registers = clauseRegisters()
const clauses = registers.flatMap((each) => each.clauses)
const known = new Set(clauses.map((clause) => clause.id))

/** What the five plans ask for, counted once by hand; a row that gets lost shows here. */
const ROWS = {
  ...{ organisation: 17, staff: 17, catalogue: 25, guide: 18, exchange: 9, 'licence-seal': 10 },
  ...{ case: 34, chain: 10, agency: 16, hall: 35, hotline: 9, inspection: 11, enforcement: 5, disclosure: 7 },
  ...{ evaluation: 7, supervision: 16, assessment: 10, archive: 6, programme: 14, notice: 5, portal: 24 },
}

test('there are 305 rows, and each capability has its number of them', () => {
  expect(Object.fromEntries(groups.map((each) => [each.capability, each.rows.length]))).toEqual(ROWS)
  expect(rows).toHaveLength(305)
})

test('every file of rows is read', () => {
  const files = fs.readdirSync(path.join(import.meta.dirname, 'rows'))
  expect(files.toSorted()).toEqual(
    Object.keys(ROWS)
      .map((name) => `${name}.json`)
      .toSorted(),
  )
})

test('ids are unique, one prefix a capability, numbered without a gap', () => {
  expect(new Set(rows.map((row) => row.id)).size).toBe(305)
  for (const group of groups) {
    const prefix = group.rows[0]!.id.slice(0, 3)
    const numbered = group.rows.map((_, index) => `${prefix}-${`${index + 1}`.padStart(2, '0')}`)
    expect(group.rows.map((row) => row.id)).toEqual(numbered)
  }
})

test('every row says what it is and when it works, and its id can stand in a title', () => {
  for (const { id, name, english, what, worksWhen } of rows) {
    expect(
      [name, english, what, worksWhen].filter((text) => text.trim() === ''),
      id,
    ).toEqual([])
    expect(idsOfTitle(`${id} …`)).toEqual([id])
  }
})

test('parts are two or more, lettered from a, each with its own sentence', () => {
  for (const { id, parts } of rows.filter((row) => row.parts !== undefined)) {
    const letters = Object.keys(parts!)
    expect(letters.length, id).toBeGreaterThan(1)
    expect(letters.join(''), id).toBe('abcdefgh'.slice(0, letters.length))
    expect(new Set(Object.values(parts!)).size, id).toBe(letters.length)
  }
})

test.each([
  ['lanshan-2019', 91, 3],
  ['yiyuan-2018', 240, 8],
  ['liaocheng-2020', 130, 3],
  ['dawukou-2020', 219, 4],
  ['boshan-2020', 124, 5],
])('the plan %s has %i clauses, %i of them rhetoric', (seed, all, rhetoric) => {
  const those = registers.find((each) => each.seed === seed)!.clauses
  expect(those).toHaveLength(all)
  expect(those.filter((clause) => clause.kind === 'rhetoric')).toHaveLength(rhetoric)
})

test('a clause has a text, and unless it is rhetoric it says what software has to do', () => {
  expect(known.size).toBe(clauses.length)
  for (const { id, section, text, software, kind } of clauses) {
    expect(section !== '' && text !== '', id).toBe(true)
    expect(software === '', id).toBe(kind === 'rhetoric')
  }
})

test('every clause a row cites exists, and every clause that is not rhetoric is cited', () => {
  const cited = new Set(rows.flatMap((row) => row.clauses))
  expect([...cited].filter((id) => !known.has(id))).toEqual([])
  const wanted = clauses.filter((clause) => clause.kind !== 'rhetoric').map((clause) => clause.id)
  expect(wanted).toHaveLength(781)
  expect(wanted.filter((id) => !cited.has(id))).toEqual([])
})

test.each([
  ['targets', 27],
  ['counts', 27],
  ['differences', 21],
] as const)('the index of %s has %i lines and cites clauses that exist', (name, count) => {
  const lines = indexOfClauses(name)
  expect(lines).toHaveLength(count)
  expect(lines.flatMap((line) => line.clauses).filter((id) => !known.has(id))).toEqual([])
})
