import type { Browser } from 'playwright-core'
import { QUERY_BUDGET } from '../../apps/server/matrix/queries.ts'
import type { Counted, County } from './county.ts'
import { officer, SHARED, type Memory } from './people.ts'
import type { PortalPage } from './portal-pages.ts'
import { desk, openScreen, settled } from './screens.ts'
import { STAFF_SCREENS } from './staff-screens.ts'
import { line, type Line } from './table.ts'

/** As the tables of `apps/server/matrix/queries.db.test.ts`, on screens as a browser really opens them. */
export async function statements(
  browser: Browser,
  { url, statements: counter }: County,
  memory: Memory,
  pages: readonly PortalPage[],
): Promise<Line[]> {
  const counted = counter!
  const lines: Line[] = []
  const context = await browser.newContext({ ...SHARED, storageState: memory })
  for (const { route, address } of pages) {
    await context.request.get(url + address)
    const fewest = await fewestOf(counted, () => context.request.get(url + address))
    lines.push(line(route, fewest, QUERY_BUDGET, ''))
  }
  await context.close()
  for (const [login, paths] of STAFF_SCREENS) {
    const desktop = await desk(browser, await officer(browser, url, login))
    const page = await desktop.newPage()
    for (const path of paths) {
      const address = await openScreen(page, url, path)
      if (address === undefined) continue
      const fewest = await fewestOf(counted, async () => {
        await page.goto(`${url}/staff${address}`)
        await settled(page)
      })
      lines.push(whichOnes(line(`${path} of ${login}`, fewest, QUERY_BUDGET, ''), counter!))
    }
    await desktop.close()
  }
  return lines
}

/** Of two visits the one that no timer of the page fell into, nor the end of what the server keeps in mind. */
async function fewestOf(counted: Counted, visit: () => Promise<unknown>): Promise<number> {
  const sums: number[] = []
  for (const _time of [1, 2]) {
    counted.begin()
    await visit()
    sums.push(counted.seen().reduce((total, { count }) => total + count, 0))
  }
  return Math.min(...sums)
}

/** Of a screen that costs too much: which of its requests ask for what. */
function whichOnes(found: Line, { seen }: Counted): Line {
  if (!found.miss) return found
  const dear = seen().filter(({ count }) => count > 0)
  const told = dear.map(({ address, count }) => `${address.replace('GET /api/v1', '')} ${count}`)
  return { ...found, found: `${found.found}: ${told.join(', ')}` }
}
