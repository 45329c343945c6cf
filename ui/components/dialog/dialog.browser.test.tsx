import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { axeViolations, launchBrowser } from '#platform/testing/browser.ts'
import { renderPage } from '../../html.ts'
import { stylesheet } from '../../stylesheet.ts'
import { dialogScript } from './dialog-script.ts'
import { examples } from './examples.tsx'

const html = (script: boolean) =>
  renderPage(
    <html lang="zh-CN">
      <head>
        <meta charset="utf-8" />
        <title>草稿</title>
        <link rel="stylesheet" href="/style.css" />
        {script && <script defer src="/dialog.js" />}
      </head>
      <body>
        <main class="page">
          <h1>草稿</h1>
          {examples[0]!.node}
        </main>
      </body>
    </html>,
  )

let browser: Browser
let page: Page
beforeAll(async () => {
  browser = await launchBrowser()
  page = await browser.newPage({ viewport: { width: 320, height: 640 }, locale: 'zh-CN' })
  await page.route('**/*', (route) => {
    const { pathname } = new URL(route.request().url())
    if (pathname === '/style.css') return route.fulfill({ contentType: 'text/css', body: stylesheet().text })
    if (pathname === '/dialog.js')
      return route.fulfill({ contentType: 'text/javascript', body: dialogScript.text })
    return route.fulfill({ contentType: 'text/html', body: html(pathname !== '/plain') })
  })
})
beforeEach(() => page.goto('http://portal.test/'))
afterAll(() => browser.close())

const link = () => page.getByRole('link', { name: '不办了，删掉这份草稿' })
const dialog = () => page.getByRole('dialog', { name: '要删掉这份草稿吗？' })
const hasFocus = () => link().evaluate((element) => element === document.activeElement)

test('the keyboard opens it, the page behind is out of reach, and Escape leads back to the link', async () => {
  await link().focus()
  await page.keyboard.press('Enter')
  await dialog().waitFor()
  expect(await axeViolations(page)).toEqual([])
  expect(await page.evaluate('document.activeElement.closest("dialog") !== null')).toBe(true)
  await page.keyboard.press('Escape')
  await dialog().waitFor({ state: 'hidden' })
  expect(await hasFocus()).toBe(true)
})

test('the way back and a press beside it close it and change nothing', async () => {
  await link().click()
  await page.getByRole('button', { name: '不删，接着填' }).click()
  await dialog().waitFor({ state: 'hidden' })
  await link().click()
  await dialog().waitFor()
  await page.mouse.click(160, 5)
  await dialog().waitFor({ state: 'hidden' })
  expect(page.url()).toBe('http://portal.test/')
})

test('without scripts the link goes to the page that asks the same', async () => {
  await page.goto('http://portal.test/plain')
  await link().click()
  await page.waitForURL('**/plain#drop-page')
  expect(await dialog().count()).toBe(0)
})
