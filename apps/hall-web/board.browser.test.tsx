import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { axeViolations, launchBrowser } from '#platform/testing/browser.ts'
import { renderPage } from '#ui/html.ts'
import { stylesheet } from '#ui/stylesheet.ts'
import { bundle } from './bundle.ts'
import { hallCss } from './css.ts'
import { busy, quiet } from './examples/view.ts'
import { ChoosePage } from './pages/choose-page.tsx'
import { ScreenPage, WaitingPage } from './pages/screen-page.tsx'

const css = stylesheet(hallCss)
const files = { stylesheet: '/style.css', script: '/script.js' }
const places = [
  { id: 'hall', name: '博山区政务服务大厅', kind: 'hall' as const },
  { id: 'centre', name: '山头街道便民服务中心', kind: 'centre' as const },
]
const PAGES = {
  busy: () => ScreenPage({ view: busy, turn: 0, ...files }),
  quiet: () => ScreenPage({ view: quiet, turn: 0, ...files }),
  waiting: () => WaitingPage({ place: 'centre', build: 'example', ...files }),
  'waiting-to-choose': () => WaitingPage({ build: 'example', ...files }),
  choose: () => ChoosePage({ areaName: '博山区', places, q: '', stylesheet: files.stylesheet }),
  'choose-none': () =>
    ChoosePage({ areaName: '博山区', places, q: '没有', stylesheet: files.stylesheet, unknown: true }),
}
const SIZES = [
  { name: 'television', width: 1920, height: 1080, colorScheme: 'light' },
  { name: 'television in the dark', width: 1920, height: 1080, colorScheme: 'dark' },
  { name: 'upright', width: 1080, height: 1920, colorScheme: 'light' },
  { name: 'tablet', width: 1280, height: 800, colorScheme: 'light' },
  { name: 'telephone', width: 320, height: 640, colorScheme: 'light' },
] as const

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

/** The page at an address of its own, so that its script finds a place to keep things; `answer` is the interface. */
async function opened(html: string, size: (typeof SIZES)[number], script = '', motion = true): Promise<Page> {
  const { width, height, colorScheme } = size
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme,
    reducedMotion: motion ? 'no-preference' : 'reduce',
    locale: 'zh-CN',
  })
  await context.route('**/*', (route) => {
    const { pathname } = new URL(route.request().url())
    if (pathname === '/style.css') return route.fulfill({ contentType: 'text/css', body: css.text })
    if (pathname === '/script.js') return route.fulfill({ contentType: 'text/javascript', body: script })
    if (pathname.startsWith('/api/')) return route.abort()
    return route.fulfill({ contentType: 'text/html; charset=utf-8', body: html })
  })
  const page = await context.newPage()
  await page.goto('http://wall.test/screen/centre')
  return page
}

describe.each(SIZES)('$name', (size) => {
  test.each(Object.entries(PAGES))(
    '%s: no axe violations, nothing cut off at the side',
    async (_name, page) => {
      const shown = await opened(renderPage(page()), size)
      expect(await axeViolations(shown)).toEqual([])
      expect(await shown.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true)
      await shown.context().close()
    },
  )
})

describe('with its script', () => {
  const run = async (size: (typeof SIZES)[number], motion = true) =>
    opened(renderPage(PAGES.busy()), size, (await bundle(css.text)).script.text, motion)

  test.each(SIZES.slice(0, 4))(
    '$name: whole lines only, no scrollbar, and it says what moment it shows',
    async (size) => {
      const page = await run(size)
      await page.getByRole('status').filter({ hasText: '网络暂时中断，显示的是' }).waitFor()
      const cut = await page.evaluate(`[...document.querySelectorAll('.half')].flatMap((half) =>
      [...half.querySelectorAll('tbody tr, li')].filter((line) =>
        line.getBoundingClientRect().bottom > half.getBoundingClientRect().bottom + 1).map((line) => line.textContent))`)
      expect(cut).toEqual([])
      expect(await page.evaluate('document.documentElement.scrollHeight <= innerHeight')).toBe(true)
      expect(await page.locator('tbody tr').count()).toBeGreaterThanOrEqual(8)
      expect(await axeViolations(page)).toEqual([])
      await page.context().close()
    },
  )

  test('a small screen shows every line and scrolls', async () => {
    const page = await run(SIZES[4])
    await page.getByRole('status').filter({ hasText: '网络暂时中断' }).waitFor()
    expect(await page.locator('tbody tr').count()).toBe(busy.underWay.length)
    await page.context().close()
  })

  test('pages turn by themselves, can be stopped and turned by hand, and stand still for whoever asked for less motion', async () => {
    const page = await run(SIZES[0])
    const mark = page.locator('.half-under-way .page-mark')
    await mark.filter({ hasText: '第 1 页' }).waitFor()
    await mark.filter({ hasText: '第 2 页' }).waitFor({ timeout: 20_000 })
    await page.mouse.move(300, 300)
    await page.getByRole('button', { name: '停止翻页' }).click()
    await page.getByRole('button', { name: '继续翻页' }).waitFor()
    await page.getByRole('button', { name: '下一页' }).click()
    await mark.filter({ hasText: '第 3 页' }).waitFor()
    expect(await page.getByRole('button', { name: '继续翻页' }).count()).toBe(1)
    await page.context().close()
    const still = await run(SIZES[0], false)
    await still.getByRole('button', { name: '继续翻页' }).waitFor()
    await still.context().close()
  })

  test('the cursor goes when nobody moves it', async () => {
    const page = await run(SIZES[0])
    await page.waitForFunction(`getComputedStyle(document.documentElement).cursor === 'none'`)
    await page.mouse.move(200, 200)
    expect(await page.evaluate(`getComputedStyle(document.documentElement).cursor`)).not.toBe('none')
    await page.context().close()
  })
})
