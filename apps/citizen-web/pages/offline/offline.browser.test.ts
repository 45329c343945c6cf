import type { AddressInfo } from 'node:net'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { createHttpServer } from '#platform/http/server.ts'
import { launchBrowser, visitor } from '#platform/testing/browser.ts'
import { sampleServices } from '../../examples/services.ts'
import { sampleDraft } from '../../examples/views.ts'
import { mountCitizenWeb } from '../../index.ts'

// Real: the pages over HTTP, a browser with its worker and a network that is taken away. Invented: the services behind them.

let browser: Browser
let page: Page
let url: string
let close: () => Promise<unknown>

beforeAll(async () => {
  browser = await launchBrowser()
  const log = { fault: () => {} }
  const app = await createHttpServer({
    trustProxy: false,
    fileLimit: 1000,
    sentences: (() => '') as never,
    log,
  })
  const options = { areaName: '示例县', demo: true, secureCookies: false, publicOrigin: '', fileLimit: 1000 }
  await mountCitizenWeb(app, sampleServices(), options)
  await app.listen({ host: '127.0.0.1', port: 0 })
  url = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`
  close = () => app.close()
})
afterAll(async () => {
  await browser.close()
  await close()
})

beforeEach(async () => {
  const context = await visitor(browser, 'phone')
  await context.addCookies([{ name: 'citizen_session', value: 'good', url }])
  page = await context.newPage()
  return () => context.close()
})

const form = () => `${url}/apply/${sampleDraft.id}/form`
const name = () => page.locator('main form input[type=text]').first()

test('an address that cannot be reached is answered by a page of ours, and once more when the network is back', async () => {
  await page.goto(url)
  await page.evaluate('navigator.serviceWorker.ready.then(() => undefined)')
  await page.context().setOffline(true)
  await page.goto(`${url}/help`)
  expect(await page.locator('h1').innerText()).toBe('现在没有网络')
  expect(await page.locator('header').innerText()).not.toContain('测*甲')
  await page.context().setOffline(false)
  await page.getByRole('link', { name: '再试一次' }).click()
  await page.waitForURL('**/help')
  expect(await page.locator('h1').innerText()).not.toBe('现在没有网络')
})

test('without a network a form is not sent, says so, and keeps what was typed', async () => {
  await page.goto(form())
  await name().fill('张示例')
  await page.context().setOffline(true)
  await page.getByRole('button', { name: '保存并继续' }).click()
  expect(await page.getByRole('alert').innerText()).toContain('现在没有网络')
  expect(await name().inputValue()).toBe('张示例')
  expect(page.url()).toBe(form())
})

test('a form that was lost on the way finds its answers again, and no other page keeps them', async () => {
  await page.goto(form())
  await name().fill('张示例')
  await page.route(/\/form/, (route) =>
    route.request().method() === 'POST' ? route.abort('connectionreset') : route.continue(),
  )
  await page.getByRole('button', { name: '保存并继续' }).click()
  await page.waitForURL('chrome-error://**')
  await page.goto(form())
  expect(await name().inputValue()).toBe('张示例')
  expect(await page.getByRole('alert').innerText()).toContain('您填的都放回来了')
  // Answers lie in the tab only until the next page arrives.
  await page.goto(`${url}/help`)
  expect(await page.evaluate('Object.keys(sessionStorage).length')).toBe(0)
})
