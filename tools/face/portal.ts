import type { Browser, BrowserContextOptions } from 'playwright-core'
import { barriers } from './barriers.ts'
import type { County } from './county.ts'
import type { PortalPage } from './portal-pages.ts'
import { firstContentMs, SLOW_PHONE } from './speed.ts'
import { line, type Line } from './table.ts'
import { KB, weightOf } from './weight.ts'

/** A page and who looks at it. */
export interface Visited {
  page: PortalPage
  options: BrowserContextOptions
}

export async function weights(
  browser: Browser,
  { url }: County,
  visited: readonly Visited[],
): Promise<Line[]> {
  const lines: Line[] = []
  for (const { page, options } of visited) {
    const { all, scripts } = await weightOf(browser, options, url + page.address, 'h1, main, [role=main]')
    // A screen on a wall is no page of the portal: it has a script by nature, within the same first load.
    const wall = page.route.startsWith('/screen')
    if (!wall) lines.push(line(`${page.route} scripts`, scripts / KB, 10, ' KB'))
    lines.push(line(`${page.route} all`, all / KB, 50, ' KB'))
  }
  return lines
}

export async function firstContents(
  browser: Browser,
  { url }: County,
  visited: readonly Visited[],
): Promise<Line[]> {
  const lines: Line[] = []
  for (const { page, options } of visited) {
    const ms = await firstContentMs(browser, options, url + page.address, SLOW_PHONE)
    lines.push(line(page.route, ms, 1000, ' ms'))
  }
  return lines
}

export async function liveBarriers(
  browser: Browser,
  { url }: County,
  visited: readonly Visited[],
): Promise<Line[]> {
  const lines: Line[] = []
  for (const { page: shown, options } of visited) {
    // A wall hangs up at 1280 × 720 and more.
    const wall = shown.route === '/screen/:place'
    const viewport = wall ? { width: 1920, height: 1080 } : { width: 320, height: 640 }
    const context = await browser.newContext({ ...options, viewport, isMobile: false })
    const page = await context.newPage()
    await page.goto(url + shown.address)
    const found = await barriers(page)
    await context.close()
    lines.push({ what: shown.route, found: found.join('; ') || 'no violation', miss: found.length > 0 })
  }
  return lines
}
