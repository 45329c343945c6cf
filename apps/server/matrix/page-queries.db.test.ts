import { beforeAll, describe, expect, test } from 'vitest'
import { forgetPosts } from '#capabilities/staff/index.ts'
import { sessionMemory } from '#platform/auth/session-memory.ts'
import { statementsOf } from '#platform/testing/statements.ts'
import { hidden } from '../../citizen-web/walk.ts'
import { licensed } from './licence.ts'
import { PAGES } from './pages.ts'
import { QUERY_BUDGET } from './queries.ts'
import { AREA, CENTRE, startStage, VILLAGE, type Citizen, type Stage } from './stage.ts'
import { got, press, taken } from './taking.ts'

// Real: every page of the portal on the real database, for somebody who has something of everything: a case just filed and one that
// was decided, handed over and rated poorly, a licence, a draft with a place and a file, answers kept from before. Warm is what the
// server keeps anyway (the county, the list of items); who asks and what is shown are read anew, as for somebody who comes from
// another page after a while.

const ITEM = 'elderly-allowance'
const PDF = '%PDF-1.7\n1 0 obj << >> endobj\n%%EOF\n'

let stage: Stage
let owner: Citizen
/** What stands for the parameters of an address, by how the address begins. */
let parts: Record<string, Record<string, string>>

beforeAll(async () => {
  stage = await startStage()
  owner = await stage.citizen()
  const filed = await stage.file(owner)
  await stage.settle()
  const { no, number, paper } = await licensed(stage, owner)
  const over = await ratedPoorly()
  parts = {
    '': { domain: 'farm-benefits', scene: 'elderly', undertaking: 'restaurant', item: ITEM, place: CENTRE },
    '/apply': await draft(),
    '/my/cases': { no: filed, act: 'correct-form', ...(await ofCase(filed)) },
    '/my/licences': { number: encodeURIComponent(number), paper, act: 'state' },
    // The same pages of cases that have more to tell.
    decided: { no, act: 'correct-form', ...(await ofCase(no)) },
    over: { no: over, act: 'correct-form', ...(await ofCase(over)) },
  }
}, 120_000)

/** Handed over at the window, rated poorly, and the rating taken up. */
async function ratedPoorly(): Promise<string> {
  const no = await taken(stage, owner, 'temporary-assistance-small', ['accept', 'review', 'grant', 'seal'])
  await stage.settle()
  const receiver = { receiver: owner.person.name, relation: 'self', identified: '居民身份证' }
  await press(stage, 'clerk.shantou', no, 'deliver-at-window', receiver)
  const { walker } = owner
  const page = await walker.get(`/my/cases/${no}/rating`)
  const rating = { stars: '1', comment: '跑了三趟', anonymous: 'no' }
  const hiddenFields = { csrf: hidden(page, 'csrf'), requestId: hidden(page, 'requestId') }
  expect((await walker.post(`/my/cases/${no}/rating`, { ...hiddenFields, ...rating })).status).toBe(303)
  await stage.settle()
  return no
}

/** A draft with a place and an upload, of somebody whose answers to it are known from an earlier filing. */
async function draft(): Promise<Record<string, string>> {
  const { walker, csrfToken: csrf } = owner
  const begun = await walker.post(`/items/${ITEM}/apply`, { csrf })
  const id = begun.location!.split('/')[2]!
  const where = { region: VILLAGE, placesOf: VILLAGE, acceptPlace: CENTRE, delivery: 'window' }
  expect((await walker.post(`/apply/${id}/where`, { csrf, ...where })).status).toBe(303)
  const { item } = (await stage.house.catalogue.itemInForce(AREA, ITEM, '2026-03-16'))!
  const { id: material } = item.materials.find(({ fromForm }) => !fromForm)!
  const upload = { fileName: 'scan.pdf', text: PDF }
  const sent = await walker.upload(`/apply/${id}/materials/${material}`, [
    ['csrf', csrf],
    ['file', upload],
  ])
  expect(sent.status).toBe(303)
  const materials = await walker.get(`/apply/${id}/materials`)
  return { draft: id, file: /\/files\/([0-9a-f-]{36})/.exec(materials.html)![1]! }
}

async function ofCase(no: string): Promise<{ file: string; paper: string }> {
  const { materials, papers } = got(await owner.call('GET', `/cases/${no}`)) as {
    materials: { files: { id: string }[] }[]
    papers: { id: string }[]
  }
  return { file: materials.flatMap(({ files }) => files)[0]?.id ?? 'none', paper: papers[0]!.id }
}

const filled = (path: string, as = '') => {
  const own = Object.keys(parts).findLast((begin) => path.startsWith(begin)) ?? ''
  const known = { ...parts[''], ...parts[own], ...parts[as] }
  return path.replace(/:(\w+)/g, (_whole, name: string) => known[name] ?? 'nothing')
}

/** Somebody comes back after a while. */
function strange(): void {
  sessionMemory(stage.house.db).forgetAll()
  forgetPosts()
}

async function askedBy(url: string): Promise<readonly string[]> {
  await owner.walker.get(url)
  strange()
  return (await statementsOf(() => owner.walker.get(url))).statements
}

const pages = PAGES.filter(({ method, path }) => method === 'GET' && !path.startsWith('/ui'))
const ofCases = pages.filter(({ path }) => path.startsWith('/my/cases/'))

describe.each([
  ['a page', pages, ''],
  ['a page of a case that was decided', ofCases, 'decided'],
  ['a page of a case that was handed over and rated poorly', ofCases, 'over'],
])('%s costs few statements, and asks nothing twice', (_who, shown, as) => {
  test.each(shown)('$path', async ({ path }) => {
    const asked = await askedBy(filled(path, as))
    expect(asked.length, asked.join('\n')).toBeLessThanOrEqual(QUERY_BUDGET)
    expect(new Set(asked).size, asked.join('\n')).toBe(asked.length)
  })
})
