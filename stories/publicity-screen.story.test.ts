import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openLog } from '#platform/log/log.ts'
import { readSettings } from '#platform/settings.ts'
import { axeViolations, launchBrowser } from '#platform/testing/browser.ts'
import { demoPerson } from '../apps/server/demo/people.ts'
import { serve } from '../apps/server/start.ts'
import { allInOrder, does, handIn } from '../apps/server/testing/at-window.ts'
import { startHouse, type TestHouse } from '../apps/server/testing/house.ts'
import { signedIn } from '../apps/server/testing/signed.ts'
import { shanghai } from './testing/shanghai.ts'

const SHANTOU = { place: 'centre-370304004', region: '370304004207' }
const PLAIN = 'resident-pension-claim'

// Real: server on a port, PostgreSQL, the screen in Chromium, its network taken away and given back. Moved by hand: the clock.
let house: TestHouse
let browser: Browser
let context: BrowserContext
let page: Page
let no: string
let other: string
const faults: string[] = []

beforeAll(async () => {
  house = await startHouse({ at: shanghai('2026-11-23T09:30'), listening: true })
  browser = await launchBrowser()
  context = await browser.newContext({
    viewport: { width: 1920, height: 1080 },
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
  })
  context.setDefaultTimeout(20_000)
})
afterAll(() => browser.close())

const tail = (number: string) => number.slice(-7)
const line = (number: string) => page.getByRole('row').filter({ hasText: tail(number) })
const calm = () => page.getByRole('status').filter({ hasText: '网络暂时中断' })
const later = (local: string) => house.clock.set(shanghai(`2026-11-23T${local}`))
const item = async () => (await house.house.catalogue.itemInForce('370304', PLAIN, '2026-11-23'))!.item

async function accepts(number: string): Promise<void> {
  const clerk = await house.as('clerk.shantou')
  expect(await does(clerk, number, 'accept', { checklist: allInOrder(await item()) })).toBe('accepted')
}

async function takesIn(index: number): Promise<string> {
  const clerk = await house.as('clerk.shantou')
  return handIn(house, clerk, { item: PLAIN, person: demoPerson(index), ...SHANTOU })
}

test('HAL-12 an officer picks the centre’s screen once, and from then on a state change shows on it with the name masked', async () => {
  no = await takesIn(1)
  page = await context.newPage()
  page.on('pageerror', (error) => faults.push(error.message))
  await page.goto(`${house.url}/screen/`)
  expect(await axeViolations(page)).toEqual([])
  await page.getByLabel('按名称查找').fill('山头')
  await page.getByRole('button', { name: '查找' }).click()
  await page.getByRole('link', { name: /山头.*便民服务中心/ }).click()

  await line(no).filter({ hasText: '已收件' }).waitFor()
  expect(await line(no).innerText()).toContain('测**一')
  expect(await page.content()).not.toContain(demoPerson(1).name)
  await page.evaluate('window.sameStill = true')

  later('09:41')
  await accepts(no)
  await line(no).filter({ hasText: '审查中' }).filter({ hasText: '刚更新' }).waitFor()
  expect(await page.evaluate('window.sameStill')).toBe(true)
  expect(await axeViolations(page)).toEqual([])
  await page.getByText('监督电话').waitFor()
})

test('a wall that loses its network keeps what it shows, says so calmly, and goes on by itself', async () => {
  await context.setOffline(true)
  await calm().filter({ hasText: '显示的是 09:41 的情况' }).waitFor()
  await line(no).filter({ hasText: '审查中' }).waitFor()
  expect(await axeViolations(page)).toEqual([])
  later('09:52')
  other = await takesIn(2)
  expect(await line(other).count()).toBe(0)

  await context.setOffline(false)
  await line(other).filter({ hasText: '已收件' }).waitFor()
  await calm().waitFor({ state: 'detached' })
  expect(await page.getByRole('time').or(page.locator('time')).first().innerText()).toMatch(/^09:5\d$/)
  expect(await page.evaluate('window.sameStill')).toBe(true)
})

test('a server that is stopped and started again is not noticed by more than a sentence', async () => {
  await house.app.close()
  await calm().waitFor()
  await line(other).waitFor()
  const { port } = new URL(house.url)
  const log = openLog({ write: (fault) => house.faults.push(fault) })
  const settings = readSettings({ MODE: 'demo', PUBLIC_URL: house.url })
  const app = await serve(house.house, settings, house.onboarded, log)
  afterAll(() => app.close())
  await app.ready()
  later('10:03')
  const clerk = await signedIn(app, 'clerk.shantou', house.onboarded.password!)
  expect(await does(clerk, other, 'accept', { checklist: allInOrder(await item()) })).toBe('accepted')
  await app.listen({ host: '127.0.0.1', port: Number(port) })
  await line(other).filter({ hasText: '审查中' }).waitFor({ timeout: 60_000 })
  await calm().waitFor({ state: 'detached' })
  expect(await page.evaluate('window.sameStill')).toBe(true)
})

test('a television switched off and on while the network is away shows the last picture with its time', async () => {
  await page.waitForFunction(
    `caches.open('screen').then((shelf) => shelf.keys()).then((kept) => kept.length === 3 && navigator.serviceWorker.controller !== null)`,
  )
  await page.close()
  await context.setOffline(true)
  page = await context.newPage()
  page.on('pageerror', (error) => faults.push(error.message))
  await page.goto(`${house.url}/screen/${SHANTOU.place}`)
  await calm()
    .filter({ hasText: /显示的是 10:0\d 的情况/ })
    .waitFor()
  expect(await line(other).innerText()).toContain('审查中')
  await context.setOffline(false)
  await calm().waitFor({ state: 'detached' })
})

test('a screen of an older build loads itself anew, once', async () => {
  let loads = 0
  page.on('load', () => (loads += 1))
  await page.route(`**/api/v1/screen/${SHANTOU.place}`, async (route) => {
    const answer = await route.fetch({ headers: {} })
    await route.fulfill({ response: answer, json: { ...(await answer.json()), build: 'another' } })
  })
  const loaded = page.waitForEvent('load')
  await page.evaluate(`dispatchEvent(new Event('online'))`)
  await loaded
  await line(other).waitFor()
  const looked = page.waitForResponse(`**/api/v1/screen/${SHANTOU.place}`)
  await page.evaluate(`dispatchEvent(new Event('online'))`)
  await looked
  await line(other).waitFor()
  expect(loads).toBe(1)
  expect(faults).toEqual([])
  expect(house.faults).toEqual([])
})

test('a browser without scripts shows the same picture and turns the page by loading it again', async () => {
  const plain = await browser.newContext({
    javaScriptEnabled: false,
    viewport: { width: 1920, height: 1080 },
  })
  page = await plain.newPage()
  await page.goto(`${house.url}/screen/${SHANTOU.place}`)
  await line(no).filter({ hasText: '测**一' }).waitFor()
  const refresh = await page.locator('meta[http-equiv=refresh]').getAttribute('content')
  expect(refresh).toBe(`30;url=/screen/${SHANTOU.place}?turn=1`)
  await plain.close()
})
