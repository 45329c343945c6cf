import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { licenceRefusals, LICENCE_STATES } from '#capabilities/licence-seal/contract.ts'
import { licence, LICENCE_ACTIONS } from '#capabilities/licence-seal/model.ts'
import { LICENCE_TOLD } from './told.ts'
import { LICENCE_ACT_TITLES, licenceRefusalWords, LICENCE_STATE_TITLES } from './words.ts'

const HERE = path.join(import.meta.dirname, '..')
const RULES = path.join(HERE, '../../../licence-seal/licence')
const TABLES = [
  ...fs
    .readdirSync(RULES)
    .filter((name) => name.endsWith('.test.ts'))
    .map((name) => path.join(RULES, name)),
  path.join(HERE, 'licences.db.test.ts'),
]
  .map((file) => fs.readFileSync(file, 'utf8'))
  .join('\n')

test.each(licenceRefusals)('%s is worded, says what to do next, and has a line in a table', (code) => {
  const said = licenceRefusalWords[code]
  expect(typeof said === 'function' ? said({}) : said).toMatch(/\p{Script=Han}{8}/u)
  expect(new RegExp(`[' ]${code}'`).test(TABLES)).toBe(true)
})

test.each(LICENCE_STATES)('the state %s has a title', (state) => {
  expect(LICENCE_STATE_TITLES[state]).toMatch(/\p{Script=Han}{2}/u)
})

test('every act of a person has a title and a form, every kind of fact a sentence', () => {
  const persons = [...LICENCE_ACTIONS.values()].filter(({ by }) => !by.includes('system'))
  expect(persons.map(({ name }) => name).filter((name) => !(name in LICENCE_ACT_TITLES))).toEqual([])
  expect(Object.keys(licence.apply).filter((kind) => !(kind in LICENCE_TOLD))).toEqual([])
})
