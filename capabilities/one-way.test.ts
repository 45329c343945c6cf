import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { importsOf, root, sourceFiles } from './import-lines.ts'

/** A capability may use those before it in this list, never those after it. */
const ORDER = `
  acts
  books
  organisation staff party catalogue guide exchange licence-seal
  case chain agency hall hotline inspection enforcement disclosure
  notification
  evaluation supervision assessment archive programme publicity
  portal
  onboarding
  testing
`.match(/\S+/g)!
/** Where the engine meets the ledger: not a capability, so it has no doors. */
const JOINT = 'acts'
const DOORS = ['contract.ts', 'model.ts', 'index.ts']
const HOUSES = ['engine', 'platform', 'capabilities', 'ui', 'apps']

/** Why the file may not import the target (both as paths from the repository's root), or undefined when it may. */
function objection(file: string, target: string, typeOnly: boolean): string | undefined {
  const [house, part] = file.split('/')
  const [theirHouse, theirPart] = target.split('/')
  if (!HOUSES.includes(theirHouse!)) return undefined
  const ui = theirHouse === 'ui'
  if (house === 'engine' || house === 'platform')
    return theirHouse === house ? undefined : `${house} knows only itself: pass in what it needs`
  // Tests of screens open a real browser and read what it prints.
  const browserTest = /^platform\/testing\/(browser|pdf)\.ts$/.test(target) && /\.test\.tsx?$/.test(file)
  if (house === 'ui') return browserTest ? undefined : fromUi(target, typeOnly)
  if (house === 'apps' && part === 'staff-web') {
    return browserTest ? undefined : fromStaffApp(target)
  }
  if (theirHouse === 'apps' && !(house === 'apps' && (part === theirPart || part === 'server')))
    return 'only the server wires the apps: move what is shared below them'
  if (house === 'capabilities' && ui && target.endsWith('.tsx'))
    return 'a capability draws no screens: its app does'
  return theirHouse === 'capabilities' ? betweenCapabilities(file, target) : undefined
}

function fromUi(target: string, typeOnly: boolean): string | undefined {
  if (target.startsWith('ui/') || target.startsWith('engine/')) return undefined
  const contract = /^capabilities\/[^/]+\/contract\.ts$/.test(target)
  return contract && typeOnly ? undefined : 'ui takes only types, and only from a contract'
}

/** The typed client and what it says; none of them touches anything but `fetch`. */
const CLIENT = ['platform/http/client.ts', 'platform/http/contract.ts', 'platform/http/problem.ts']

function fromStaffApp(target: string): string | undefined {
  const framework = target.endsWith('.tsx') || target.startsWith('ui/components/')
  if (target.startsWith('ui/') && !framework) return undefined
  // Parts of a contract too: the whole of it would be downloaded by every browser.
  const contract = /^capabilities\/[^/]+\/contract(\.ts|\/[^/]+\.ts)$/.test(target)
  if (target.startsWith('apps/staff-web/') || contract || CLIENT.includes(target)) return undefined
  return 'staff-web takes only tokens and framework-free parts of ui, contracts and the typed client'
}

function betweenCapabilities(file: string, target: string): string | undefined {
  const [house, mine] = file.split('/')
  const [, theirs, door, deeper] = target.split('/')
  const inside = house === 'capabilities' && (file.split('/').length === 2 || mine === theirs)
  if (inside || theirs === 'index.ts') return undefined
  // Any test may start the town that is built from all of them.
  if (theirs === 'testing' && /\.test\.tsx?$/.test(file)) return undefined
  if (house === 'capabilities') {
    if (!ORDER.includes(theirs!)) return `${theirs} has no place in the order of capabilities`
    if (ORDER.indexOf(theirs!) > ORDER.indexOf(mine!))
      return `looks down at ${theirs}: publish a fact instead`
  }
  if (theirs === JOINT) return undefined
  if (deeper !== undefined || !DOORS.includes(door!))
    return `goes past the doors of ${theirs}: use its contract, model or index`
  return undefined
}

test('every import goes one way', () => {
  const objections = HOUSES.filter((house) => fs.existsSync(path.join(root, house)))
    .flatMap((house) => [...sourceFiles(house)])
    .flatMap((file) =>
      importsOf(file, fs.readFileSync(path.join(root, file), 'utf8')).flatMap(({ target, typeOnly }) => {
        const why = objection(file, target, typeOnly)
        return why ? [`${file.replace('capabilities/', '')} imports ${target}: ${why}`] : []
      }),
    )
  expect(objections).toEqual([])
})

test('every capability has a place in the order', () => {
  const folders = fs
    .readdirSync(import.meta.dirname, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
  expect(folders.map((entry) => entry.name).filter((name) => !ORDER.includes(name))).toEqual([])
})

test.each([
  ['capabilities/evaluation/jobs.ts', "import { x } from '#capabilities/case/contract.ts'", true],
  ['capabilities/case/model.ts', "import { x } from '#capabilities/evaluation/contract.ts'", false],
  ['capabilities/case/model.ts', "import type { x } from '../evaluation/model.ts'", false],
  ['capabilities/case/store.ts', "import { x } from '#capabilities/catalogue/store.ts'", false],
  ['capabilities/case/store.ts', "import { x } from '../catalogue/contract/form.ts'", false],
  ['capabilities/case/actions/accept.ts', "import { x } from '../model/gaps.ts'", true],
  ['capabilities/case/act.db.test.ts', "import { x } from '#capabilities/testing/town.ts'", true],
  ['capabilities/portal/index.ts', "import { x } from '#capabilities/testing/town.ts'", false],
  ['capabilities/case/routes.ts', "import { x } from '#platform/db/db.ts'", true],
  ['capabilities/case/routes.ts', "import { Page } from '#ui/components/page-shell/page-shell.tsx'", false],
  ['capabilities/index.ts', "import { x } from './portal/index.ts'", true],
  ['engine/fact.ts', "import { newId } from '#platform/id.ts'", false],
  ['platform/db/db.ts', "import type { Fact } from '#engine/fact.ts'", false],
  ['platform/db/db.ts', "import pg from 'pg'", true],
  ['ui/format/day.ts', "import type { x } from '#capabilities/case/contract.ts'", true],
  ['ui/format/day.ts', "import { x } from '#capabilities/case/contract.ts'", false],
  ['apps/staff-web/src/app.tsx', "import { colour } from '#ui/tokens/colour.ts'", true],
  ['apps/staff-web/src/app.tsx', "import { Tag } from '#ui/components/status-tag/status-tag.tsx'", false],
  ['apps/staff-web/src/app.tsx', "import { x } from '#capabilities/case/model.ts'", false],
  ['apps/staff-web/src/app.tsx', "import { x } from '#capabilities/case/contract/routes.ts'", true],
  ['apps/staff-web/src/app.tsx', "import { client } from '#platform/http/client.ts'", true],
  ['apps/staff-web/src/app.tsx', "import { bind } from '#platform/http/bind.ts'", false],
  ['apps/citizen-web/page.tsx', "import { x } from '#capabilities/case/store.ts'", false],
  ['apps/server/main.ts', "const x = await import('../citizen-web/app.ts')", true],
  ['apps/citizen-web/app.ts', "import { x } from '../hall-web/app.ts'", false],
  ['apps/server/main.ts', "import {\n  one,\n  two,\n} from '#capabilities/portal/store.ts'", false],
])('%s: %s → %s', (file, line, fine) => {
  const [only] = importsOf(file, line)
  expect(only ? objection(file, only.target, only.typeOnly) === undefined : true).toBe(fine)
})
