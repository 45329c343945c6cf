import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { axeViolations, launchBrowser, visitor } from './browser.ts'
import { pdfText } from './pdf.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

async function open(html: string) {
  const page = await (await visitor(browser, 'phone')).newPage()
  await page.setContent(
    `<!doctype html><html lang="zh-CN"><head><title>测试</title></head><body>${html}</body></html>`,
  )
  return page
}

test('Chinese is drawn in our own fonts and read back from paper', async () => {
  const page = await open('<main><h1>政务服务大厅</h1></main>')
  const [text] = await pdfText(await page.pdf())
  expect(text).toContain('政务服务大厅')
})

test('a page without faults has no violations', async () => {
  expect(
    await axeViolations(await open('<main><h1>办事指南</h1><label>姓名 <input></label></main>')),
  ).toEqual([])
})

test('a field without a label is named with its place', async () => {
  const violations = await axeViolations(await open('<main><h1>办事指南</h1><input id="name"></main>'))
  expect(violations).toEqual([expect.objectContaining({ rule: 'label', where: ['#name'] })])
})
