import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { PackParameters } from './contract.ts'

// A parameter that nobody obeys is a promise of the pack that the house does not keep, so every one is read somewhere beyond its schema.

const ROOT = path.join(import.meta.dirname, '../..')

/** Where a name does not count as obedience: the schema, what a pack is checked by before it is loaded, demos and tests. */
const ASIDE = /contract\/(parameters|pack)\.ts$|onboarding\/check|\/(testing|demo)\/|\.test\.ts$|packs\//

/** Parameters without code of their own, each with the reason; an entry for one that is read is a mistake as well. */
const EXCEPTIONS: Readonly<Record<string, string>> = {
  fullTimeDirector:
    'a pack with a town that has no full-time director does not load (onboarding/check/leadership.ts)',
  commitmentInsteadOfVisit:
    'a pack whose listed item publishes no commitment does not load (onboarding/check/staffing.ts)',
  residentDomains: 'a pack whose group has no resident item does not load (onboarding/check/residency.ts)',
  signDesign: 'a standard of places, read by its name with all others (PLACE_STANDARDS, index.ts, 五统一)',
  processEdition:
    'a standard of places, read by its name with all others (PLACE_STANDARDS, index.ts, 五统一)',
}

const SOURCES = ['capabilities', 'apps/server', 'engine'].flatMap((folder) =>
  fs
    .readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !ASIDE.test(`${folder}/${name}`))
    .map((name) => fs.readFileSync(path.join(ROOT, folder, name), 'utf8')),
)

/** `parameters.name`, `parameters?.name`, `parameters['name']`, or taken apart from an object of parameters. */
function isRead(name: string): boolean {
  const member = new RegExp(`[pP]arameters\\??(\\.${name}\\b|\\['${name}'\\])`)
  const apart = new RegExp(`\\{[^{}]*\\b${name}\\b[^{}]*\\}\\s*(=|:)[^=\\n]*[pP]arameters`)
  return SOURCES.some((text) => member.test(text) || apart.test(text))
}

test.each(Object.keys(PackParameters.properties))('%s is obeyed by code, or it is said why not', (name) => {
  expect([name, isRead(name), EXCEPTIONS[name] !== undefined]).toEqual([
    name,
    !EXCEPTIONS[name],
    !!EXCEPTIONS[name],
  ])
})

test('a name that no code reads is found out', () => {
  expect(isRead('colourOfTheCurtains')).toBe(false)
})
