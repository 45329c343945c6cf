import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { caseRefusals } from './contract.ts'
import { caseRefusalWords } from './words.ts'

const ROOT = path.join(import.meta.dirname, '../..')

/** The tests that meet the rules of a case: its own, those over HTTP, and the stories. */
const TESTS = ['capabilities/case', 'apps/server/matrix', 'stories'].flatMap((folder) =>
  fs
    .readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.test\.ts$|annex[^/]*\.ts$/.test(name) && !name.endsWith('case/refusals.test.ts'))
    .map((name) => fs.readFileSync(path.join(ROOT, folder, name), 'utf8')),
)

test.each(caseRefusals)('%s is worded and has a line in a table', (code) => {
  const said = caseRefusalWords[code]
  const sentence = typeof said === 'function' ? said({}) : said
  expect(sentence).toMatch(/\p{Script=Han}{4}/u)
  expect(TESTS.some((text) => new RegExp(`[' ]${code}'`).test(text))).toBe(true)
})
