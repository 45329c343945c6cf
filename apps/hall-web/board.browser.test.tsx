import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ScreenView } from '#capabilities/case/index.ts'
import { axeViolations, launchBrowser } from '#platform/testing/browser.ts'
import { renderPage } from '#ui/html.ts'
import { stylesheet } from '#ui/stylesheet.ts'
import { bundle } from './bundle.ts'
import { hallCss } from './css.ts'
import { busy, longest, night, quiet } from './examples/view.ts'
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
  'under way': () => ScreenPage({ view: busy, turn: 3, ...files }),
  night: () => ScreenPage({ view: night, turn: 3, ...files }),
  quiet: () => ScreenPage({ view: quiet, turn: 0, ...files }),
  waiting: () => WaitingPage({ place: 'centre', build: 'example', ...files }),
  'waiting-to-choose': () => WaitingPage({ build: 'example', ...files }),
  choose: () => ChoosePage({ areaName: '博山区', places, q: '', stylesheet: files.stylesheet }),
  'choose-none': () =>
    ChoosePage({ areaName: '博山区', places, q: '没有', stylesheet: files.stylesheet, unknown: true }),
}
const SIZES = [
  { name: 'television', width: 1920, height: 1080, colorScheme: 'light' },
  { name: 'television of a device that prefers the dark', width: 1920, height: 1080, colorScheme: 'dark' },
  { name: 'upright', width: 1080, height: 1920, colorScheme: 'light' },
  { name: 'tablet', width: 1280, height: 800, colorScheme: 'light' },
  { name: 'telephone', width: 320, height: 640, colorScheme: 'light' },
] as const
type Size = { width: number; height: number; colorScheme: 'light' | 'dark' }

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

/** The page at an address of its own, so that its script finds a place to keep things; `answer` is the interface. */
async function opened(html: string, size: Size, script = '', motion = true): Promise<Page> {
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

const WALLS = [
  { name: '1080p', width: 1920, height: 1080, colorScheme: 'light' },
  { name: '4K', width: 3840, height: 2160, colorScheme: 'light' },
  { name: 'upright', width: 1080, height: 1920, colorScheme: 'light' },
  { name: 'upright 4K', width: 2160, height: 3840, colorScheme: 'light' },
  { name: 'old projector', width: 1024, height: 768, colorScheme: 'light' },
] as const

describe('with its script', () => {
  const run = async (size: Size, motion = true, view = busy) =>
    opened(
      renderPage(ScreenPage({ view, turn: 0, ...files })),
      size,
      (await bundle(css.text)).script.text,
      motion,
    )

  test.each(WALLS)(
    'HAL-12 $name: main signs 72 px and side notes 40 px on 1080 lines, nothing cut off on any page',
    async (size) => {
      const page = await run(size, true, longest)
      await page.getByRole('status').filter({ hasText: '网络暂时中断，显示的是' }).waitFor()
      await page.mouse.move(300, 300)
      const scale = Math.min(size.width, size.height) / 1080
      for (let turn = 0; turn < 14; turn++) {
        const signs = (await page.evaluate(SIGNS)) as Sign[]
        expect(signs.filter(({ px, main }) => px < (main ? 72 : 40) * scale)).toEqual([])
        expect(signs.filter(({ cut }) => cut)).toEqual([])
        await page.getByRole('button', { name: '下一页' }).click()
      }
      expect(await page.evaluate('document.documentElement.scrollHeight <= innerHeight')).toBe(true)
      expect(await axeViolations(page)).toEqual([])
      await page.context().close()
    },
  )

  test('the wall is dark when the doors are shut at night and light by day, whatever the device prefers', async () => {
    const ground = (page: Page) => page.evaluate('getComputedStyle(document.body).backgroundColor')
    const theme = async (view: ScreenView, size: Size) => {
      const page = await opened(renderPage(ScreenPage({ view, turn: 0, ...files })), size)
      const colour = await ground(page)
      await page.context().close()
      return colour
    }
    const [byDay, byDayDark, atNight] = [
      await theme(busy, SIZES[0]),
      await theme(busy, SIZES[1]),
      await theme(night, SIZES[0]),
    ]
    expect(byDayDark).toBe(byDay)
    expect(atNight).not.toBe(byDay)
  })

  test('the picture wanders, so that nothing burns in, and never shows an edge', async () => {
    const page = await run(SIZES[0])
    for (const minutes of [0, 5, 9, 13, 17, 21, 25, 29]) {
      const box = (await page.evaluate(`(() => {
        const board = document.querySelector('.board')
        board.getAnimations()[0].currentTime = ${minutes} * 60000
        const { left, top, right, bottom } = board.getBoundingClientRect()
        return [left <= 0, top <= 0, right >= innerWidth, bottom >= innerHeight]
      })()`)) as boolean[]
      expect(box).toEqual([true, true, true, true])
    }
    await page.context().close()
  })

  test('a small screen shows every line and scrolls', async () => {
    const page = await run(SIZES[4])
    await page.getByRole('status').filter({ hasText: '网络暂时中断' }).waitFor()
    expect(await page.locator('tbody tr').count()).toBe(busy.underWay.length)
    await page.context().close()
  })

  test('pages turn by themselves, can be stopped and turned by hand, and stand still for whoever asked for less motion', async () => {
    const page = await run(SIZES[0])
    const mark = page.locator('.page-mark')
    await mark.filter({ hasText: '第1页' }).waitFor()
    await mark.filter({ hasText: '第2页' }).waitFor({ timeout: 20_000 })
    await page.mouse.move(300, 300)
    await page.getByRole('button', { name: '停止翻页' }).click()
    await page.getByRole('button', { name: '继续翻页' }).waitFor()
    await page.getByRole('button', { name: '下一页' }).click()
    await mark.filter({ hasText: '第3页' }).waitFor()
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

interface Sign {
  text: string
  px: number
  main: boolean
  cut: boolean
}

/**
 * Every text on the wall but the buttons, which are for whoever hangs it up: how large, whether a main sign, whether a part of it is
 * hidden by its own box, by its neighbours' or by the edge of the screen.
 */
const SIGNS = `(() => {
  const scenes = document.querySelector('.scenes').getBoundingClientRect()
  const texts = document.createTreeWalker(document.querySelector('.board'), NodeFilter.SHOW_TEXT)
  const signs = []
  for (let text = texts.nextNode(); text; text = texts.nextNode()) {
    const box = text.parentElement
    const style = getComputedStyle(box)
    if (!text.data.trim() || box.closest('.buttons') || style.clipPath !== 'none' || !box.getClientRects().length) continue
    const range = document.createRange()
    range.selectNodeContents(text)
    const seen = range.getBoundingClientRect()
    const line = box.closest('td, li')
    // The box of a letter is higher than the line it stands in; what is beyond is empty.
    const air = parseFloat(style.fontSize) / 4
    const bottom = box.closest('.scenes') ? scenes.bottom : innerHeight
    signs.push({
      text: text.data,
      px: parseFloat(style.fontSize),
      main: box.closest('.big, h1, h2 > :not(.page-mark), dl, .head-clock') !== null,
      cut:
        seen.left < -1 || seen.right > innerWidth + 1 || seen.top < -air || seen.bottom > bottom + air ||
        (box.closest('.line-item') !== null && box.scrollHeight > box.clientHeight + 2 * air) ||
        (line !== null && seen.right > line.getBoundingClientRect().right + 1),
    })
  }
  return signs
})()`
