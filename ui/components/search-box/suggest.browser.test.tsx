import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { axeViolations, launchBrowser } from '#platform/testing/browser.ts'
import { renderPage } from '../../html.ts'
import { stylesheet } from '../../stylesheet.ts'
import { SearchBox } from './search-box.tsx'
import { suggestScript } from './suggest-script.ts'
import type { Suggestion } from './suggestion.ts'

const FOUND: Record<string, Suggestion[]> = {
  饭店: [
    { title: '开饭店', note: '食品经营许可（企业、单位新办）', href: '/items/food' },
    { title: '小餐饮登记', href: '/items/small' },
    { title: '公共场所卫生许可', href: '/items/health' },
  ],
}
const { text: css } = stylesheet()
const html = renderPage(
  <html lang="zh-CN">
    <head>
      <meta charset="utf-8" />
      <title>找事</title>
      <link rel="stylesheet" href="/style.css" />
      <script defer src="/suggest.js" />
    </head>
    <body>
      <main class="page">
        <h1>找事</h1>
        <SearchBox size="large" id="box" label="您要办什么事？" />
        <p>框下面的字。</p>
      </main>
    </body>
  </html>,
)

let browser: Browser
let page: Page
let down = false

beforeAll(async () => {
  browser = await launchBrowser()
  page = await browser.newPage({ viewport: { width: 320, height: 640 }, locale: 'zh-CN' })
  await page.route('**/*', (route) => {
    const { pathname, searchParams } = new URL(route.request().url())
    if (pathname === '/style.css') return route.fulfill({ contentType: 'text/css', body: css })
    if (pathname === '/suggest.js')
      return route.fulfill({ contentType: 'text/javascript', body: suggestScript.text })
    if (pathname !== '/suggest') return route.fulfill({ contentType: 'text/html', body: html })
    return down ? route.abort() : route.fulfill({ json: FOUND[searchParams.get('q') ?? ''] ?? [] })
  })
})
beforeEach(async () => {
  down = false
  await page.goto('http://portal.test/')
})
afterAll(() => browser.close())

const box = () => page.getByRole('combobox', { name: '您要办什么事？' })
const chosen = () => page.locator('[role=option][aria-selected=true]')
const said = (text: string) => page.getByRole('status').filter({ hasText: text })

async function type(text: string): Promise<void> {
  await box().pressSequentially(text)
}

test('what is typed is looked up, said aloud and shown without an axe violation at 320 px', async () => {
  await type('饭店')
  await said('有3条建议，按上下键选择').waitFor()
  expect(await page.getByRole('option').count()).toBe(3)
  expect(await box().getAttribute('aria-expanded')).toBe('true')
  expect(await axeViolations(page)).toEqual([])
  expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true)
  const low = await page
    .getByRole('option')
    .evaluateAll((lines) => lines.filter((line) => line.getBoundingClientRect().height < 44).length)
  expect(low).toBe(0)
})

test('arrows walk the list and come back to the box, which keeps the focus', async () => {
  await type('饭店')
  await said('有3条').waitFor()
  const walked: (string | undefined)[] = []
  for (const key of ['ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowUp']) {
    await box().press(key)
    walked.push((await chosen().count()) === 0 ? undefined : (await chosen().textContent())!)
  }
  const last = '公共场所卫生许可'
  expect(walked).toEqual(['开饭店食品经营许可（企业、单位新办）', '小餐饮登记', last, undefined, last])
  expect(await box().getAttribute('aria-activedescendant')).toBe('box-list-2')
  expect(await box().evaluate((input) => input === document.activeElement)).toBe(true)
})

test('Enter opens what is chosen; with nothing chosen it searches as ever', async () => {
  await type('饭店')
  await said('有3条').waitFor()
  await box().press('ArrowDown')
  await box().press('Enter')
  await page.waitForURL('**/items/food')
  await page.goto('http://portal.test/')
  await type('饭店')
  await said('有3条').waitFor()
  await box().press('Enter')
  await page.waitForURL('**/search?q=*')
  expect(new URL(page.url()).searchParams.get('q')).toBe('饭店')
})

test('a finger on a line opens it; Escape and leaving the box close the list', async () => {
  await type('饭店')
  await page.getByRole('option', { name: '小餐饮登记' }).click()
  await page.waitForURL('**/items/small')
  await page.goto('http://portal.test/')
  for (const leave of ['Escape', 'Tab']) {
    await box().fill('')
    await type('饭店')
    await said('有3条').waitFor()
    await box().press(leave)
    expect(await page.getByRole('listbox').count()).toBe(0)
    expect(await box().getAttribute('aria-expanded')).toBe('false')
  }
})

test('words that find nothing say so; a lost answer leaves the plain box', async () => {
  await type('啊')
  await said('没有建议，按“查找”看结果').waitFor()
  expect(await page.getByRole('listbox').count()).toBe(0)
  down = true
  const asked = page.waitForEvent('requestfailed')
  await type('饭')
  await asked
  await box().press('Enter')
  await page.waitForURL('**/search?q=*')
})
