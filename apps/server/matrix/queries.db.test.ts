import { beforeAll, describe, expect, test } from 'vitest'
import { forgetPosts } from '#capabilities/staff/index.ts'
import { sessionMemory } from '#platform/auth/session-memory.ts'
import { statementsOf } from '#platform/testing/statements.ts'
import { licensed } from './licence.ts'
import { PAGES } from './pages.ts'
import { DEARER_PAGES, DEARER_SCREENS, QUERY_BUDGET } from './queries.ts'
import { CENTRE, startStage, type Citizen, type Stage } from './stage.ts'

// Real: every page and the requests of every screen of the workbench, on the real database. Warm is what the server keeps anyway (the
// county, the list of items); who asks and what is shown are read anew, as for somebody who comes from another page after a while.

/** What the workbench asks for when a screen is opened, beside `/session`. */
const SCREENS: [screen: string, login: string, asked: readonly string[]][] = [
  [
    '/cases',
    'clerk.shantou',
    ['/items?limit=50', '/cases/counts', '/cases?queue=mine&limit=30', '/saved-lists'],
  ],
  [
    '/approvals',
    'approver.shantou',
    ['/cases/counts', '/cases?queue=approvals&limit=30', '/licences?waiting=1&limit=30'],
  ],
  ['/all', 'supervisor', ['/items?limit=50', '/cases/counts', '/cases?queue=all&limit=30', '/saved-lists']],
  ['/cases/:no', 'clerk.shantou', ['/cases/counts', '/cases/:no']],
  ['/intake', 'clerk.shantou', ['/cases/counts', '/drafts', '/items?limit=50']],
  [
    '/intake/food-business-licence',
    'clerk.shantou',
    ['/cases/counts', '/items/food-business-licence', '/places?region=370304', '/regions'],
  ],
  ['/licences', 'clerk.shantou', ['/cases/counts', '/items?limit=50', '/licences?limit=30']],
  ['/licences/:number', 'approver.shantou', ['/cases/counts', '/licences/:number']],
  ['/duty', 'clerk.shantou', ['/cases/counts', '/duty']],
  ['/supervision', 'supervisor', ['/cases/counts', '/indicators?by=place']],
  ['/seals', 'supervisor', ['/seals']],
  ['/accounts', 'admin.system', ['/accounts']],
  ['/posts', 'admin.security', ['/posts?limit=50']],
]

let stage: Stage
let owner: Citizen
let parts: Record<string, string>

beforeAll(async () => {
  stage = await startStage()
  owner = await stage.citizen()
  const no = await stage.file(owner)
  await stage.settle()
  const { number } = await licensed(stage, owner)
  const begun = await owner.walker.post('/items/elderly-allowance/apply', { csrf: owner.csrfToken })
  parts = {
    ...{
      no,
      domain: 'farm-benefits',
      scene: 'elderly',
      item: 'elderly-allowance',
      place: CENTRE,
      act: 'correct-form',
    },
    ...{ number: encodeURIComponent(number), draft: begun.location!.split('/')[2]! },
  }
}, 120_000)

const filled = (path: string) => path.replace(/:(\w+)/g, (_whole, name: string) => parts[name] ?? 'nothing')

/** Somebody comes back after a while. */
function strange(): void {
  sessionMemory(stage.house.db).forgetAll()
  forgetPosts()
}

describe('a page of the portal costs few statements', () => {
  const pages = PAGES.filter(({ method, path }) => method === 'GET' && !path.startsWith('/ui'))
  test.each(pages)('$path', async ({ path }) => {
    const url = filled(path)
    await owner.walker.get(url)
    strange()
    const { statements } = await statementsOf(() => owner.walker.get(url))
    expect(statements.length, statements.join('\n')).toBeLessThanOrEqual(DEARER_PAGES[path] ?? QUERY_BUDGET)
  })
})

describe('a screen of the workbench costs few statements', () => {
  test.each(SCREENS)('%s of %s', async (screen, login, asked) => {
    const officer = await stage.as(login)
    const open = async () => {
      const seen = []
      for (const path of ['/session', ...asked]) seen.push((await officer.call('GET', filled(path))).status)
      return seen
    }
    expect(new Set(await open())).toEqual(new Set([200]))
    strange()
    const { statements } = await statementsOf(open)
    expect(statements.length, statements.join('\n')).toBeLessThanOrEqual(
      DEARER_SCREENS[screen] ?? QUERY_BUDGET,
    )
  })
})
