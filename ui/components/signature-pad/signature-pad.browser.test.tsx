import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { axeViolations, launchBrowser, visitor } from '#platform/testing/browser.ts'
import { renderPage } from '../../html.ts'
import { stylesheet } from '../../stylesheet.ts'
import { examples } from './examples.tsx'
import { signatureScript } from './signature-script.ts'

const { text: css } = stylesheet()
let browser: Browser
let page: Page

beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

beforeEach(async () => {
  const context = await visitor(browser, 'phone')
  page = await context.newPage()
  const html = renderPage(
    <html lang="zh-CN">
      <head>
        <title>签名</title>
      </head>
      <body>
        <main>
          <h1>签名</h1>
          {examples[0]!.node}
        </main>
      </body>
    </html>,
  )
  await page.setContent(html)
  await page.addStyleTag({ content: css })
  return () => context.close()
})

const chosen = () =>
  page.evaluate(
    "[...document.getElementById('signature-file').files].map(({ name, size }) => [name, size > 500])",
  )
const said = () => page.locator('.signature-said').innerText()

async function write(): Promise<void> {
  const box = (await page.locator('canvas').boundingBox())!
  await page.mouse.move(box.x + 30, box.y + 30)
  await page.mouse.down()
  await page.mouse.move(box.x + 120, box.y + 90, { steps: 5 })
  await page.mouse.up()
}

test('without its script the pad is not there, and the choice of files is', async () => {
  expect(await page.locator('canvas').isVisible()).toBe(false)
  expect(await page.getByLabel('选照片或文件').isVisible()).toBe(true)
})

test('a written name becomes a picture among the files', async () => {
  await page.addScriptTag({ content: signatureScript.text })
  await write()
  expect(await page.getByRole('img').getAttribute('aria-label')).toContain('写好了')
  await page.getByRole('button', { name: '用这个签名' }).click()
  await expect.poll(chosen).toEqual([['手写签名.png', true]])
  expect(await said()).toBe('签名已放进材料')
  expect(await axeViolations(page)).toEqual([])
})

test('an empty pad is not taken, and a name can be written anew', async () => {
  await page.addScriptTag({ content: signatureScript.text })
  await write()
  await page.getByRole('button', { name: '重写' }).press('Enter')
  await page.getByRole('button', { name: '用这个签名' }).press('Enter')
  expect([await said(), await chosen()]).toEqual(['框里还没有写，请先写上姓名', []])
})
