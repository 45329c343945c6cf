import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest'
import { cannedServer, type Canned, type CannedServer } from './canned-server.ts'

/** The test's own browser; only a test file may bring it in. */
interface Chromium {
  launchBrowser(): Promise<Browser>
  visitor(browser: Browser, screen: 'phone' | 'desk'): Promise<BrowserContext>
  axeViolations(page: Page): Promise<unknown>
}

/** One browser and one server with canned answers for a test file; every test opens its own page. */
export function atWorkbench({ launchBrowser, visitor, axeViolations }: Chromium) {
  let server: CannedServer
  let browser: Browser
  let context: BrowserContext
  let page: Page
  const faults: string[] = []
  beforeAll(async () => {
    server = await cannedServer()
    browser = await launchBrowser()
  })
  afterAll(async () => {
    await browser.close()
    await server.close()
  })
  beforeEach(() => {
    server.received.length = 0
    faults.length = 0
  })
  afterEach(async () => {
    await context.close()
    if (faults.length > 0) throw new Error(`the page threw: ${faults.join('; ')}`)
  })
  /** Without waiting for anything to be read. */
  async function go(path: string, replies: Canned = {}, screen: 'phone' | 'desk' = 'desk'): Promise<void> {
    server.replies = { ...replies }
    context = await visitor(browser, screen)
    context.setDefaultTimeout(30_000)
    page = await context.newPage()
    page.on('pageerror', (error) => faults.push(error.message))
    await page.goto(server.url + path)
  }
  return {
    get page() {
      return page
    },
    get server() {
      return server
    },
    go,
    async open(path: string, replies: Canned = {}, screen: 'phone' | 'desk' = 'desk'): Promise<void> {
      await go(path, replies, screen)
      await page.locator('h1').first().waitFor()
    },
    press: (name: string) => page.locator('main').getByRole('button', { name, exact: true }).click(),
    confirm: (name: string) => page.getByRole('dialog').getByRole('button', { name, exact: true }).click(),
    /** Takes the list as a workbook, and tells what the server was asked for. */
    async taken(within: Pick<Page, 'getByRole'> = page): Promise<string> {
      await within.getByRole('button', { name: '导出表格' }).click()
      const [asked] = await Promise.all([
        page.waitForRequest(/\/export/),
        within
          .getByRole('menuitem', { name: 'Excel 表格' })
          .or(page.getByRole('dialog').getByRole('button', { name: '导出', exact: true }))
          .last()
          .click(),
      ])
      return asked.url().replace(server.url, '')
    },
    choose: (question: string, answer: string) =>
      page
        .getByRole('radiogroup', { name: question, exact: true })
        .getByText(answer, { exact: true })
        .click(),
    /** WCAG 2.2 AA and no sideways scrolling, on a phone and at a desk. */
    async looksWell(): Promise<void> {
      for (const width of [360, 1280]) {
        await page.setViewportSize({ width, height: 800 })
        expect(await axeViolations(page), `${width} px`).toEqual([])
        expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width)
      }
    },
    /** What the keyboard stands on. */
    focused: () => page.evaluate<string>('document.activeElement.textContent'),
  }
}
