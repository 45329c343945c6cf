import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { idsWithoutEffect } from './proof.ts'
import { rowsByCapability } from './register.ts'
import { idsOfTitle, malformedId } from './titles.ts'

const root = path.dirname(import.meta.dirname)
const HOUSES = [
  'engine',
  'platform',
  'capabilities',
  'ui',
  'apps',
  'packs',
  'stories',
  'simulation',
  'bench',
  'tools',
]
const rows = rowsByCapability().flatMap((each) => each.rows)
const prefixes = [...new Set(rows.map((row) => row.id.slice(0, 3)))]

/** Where a text in quotes begins with a row's prefix and a number: a title, or a line of a table that becomes one. */
const OPENING = new RegExp(`['"\`]((?:${prefixes.join('|')})[-–_ ]?\\d[^\\n]{0,60})`, 'g')
/** A title with three capitals and a number that is no row: a slip in the prefix. */
const TITLE = /(?:\b(?:test|it|describe)(?:\.\w+)*|\]\))\(\s*['"`]([A-Z]{3}-\d{2}[^\n]{0,60})/g

const openings = HOUSES.flatMap((house) => {
  const folder = path.join(root, house)
  return fs
    .globSync('**/*.test.{ts,tsx}', { cwd: folder, exclude: ['**/node_modules', '**/dist'] })
    .flatMap((name) => {
      const source = fs.readFileSync(path.join(folder, name), 'utf8')
      const found = [...source.matchAll(OPENING), ...source.matchAll(TITLE)].map((match) => match[1]!)
      return found.map((opening) => ({ file: `${house}/${name}`, opening }))
    })
})

test('titles that open with an id are found', () => {
  expect(openings.length).toBeGreaterThan(0)
})

test('every id a title opens with is a row, and a part it names is declared', () => {
  const wrong = openings.flatMap(({ file, opening }) =>
    idsWithoutEffect(idsOfTitle(opening), rows)
      // A test may speak for a row as a whole beside those that prove its parts; `npm run clauses` tells them apart.
      .filter(({ id, reason }) => id.includes('/') || reason === 'there is no such row')
      .map(({ id, reason }) => `${file}: ${id}, but ${reason}`),
  )
  expect(wrong).toEqual([])
})

test('no title opens with an id that is not written like one', () => {
  const wrong = openings.flatMap(({ file, opening }) => {
    const id = malformedId(opening, prefixes)
    return id === undefined ? [] : [`${file}: ${id}`]
  })
  expect(wrong).toEqual([])
})
