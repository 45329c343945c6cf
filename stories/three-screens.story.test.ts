import fs from 'node:fs'
import path from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { axeViolations, launchBrowser } from '#platform/testing/browser.ts'
import { DAY_BOXES, dayBox } from '#ui/form/decode.ts'
import { demoForm } from '../apps/server/demo/form-values.ts'
import { demoPerson, type DemoPerson } from '../apps/server/demo/people.ts'
import { startHouse, type TestHouse } from '../apps/server/testing/house.ts'
import { scan } from './testing/citizen.ts'
import { shanghai } from './testing/shanghai.ts'

// Real: server on a port, PostgreSQL, the citizens' pages in Chromium at a desk, on a phone and on a standing kiosk.
const ITEM = 'temporary-assistance-small'
const VILLAGE = '370304004207'
const PASSWORD = 'Shiyong-2026!'

const SCREENS = {
  portal: { viewport: { width: 1280, height: 800 } },
  mobile: { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true },
  kiosk: { viewport: { width: 1080, height: 1920 }, hasTouch: true },
} as const
type Screen = keyof typeof SCREENS

let house: TestHouse
let browser: Browser

beforeAll(async () => {
  house = await startHouse({ at: shanghai('2026-11-23T09:00'), listening: true })
  browser = await launchBrowser()
})
afterAll(() => browser.close())

async function sit(screen: Screen, script = true): Promise<Page> {
  const context: BrowserContext = await browser.newContext({
    ...SCREENS[screen],
    ...{ locale: 'zh-CN', timezoneId: 'Asia/Shanghai', javaScriptEnabled: script },
  })
  context.setDefaultTimeout(10_000)
  const page = await context.newPage()
  if (screen === 'kiosk') await page.goto(`${house.url}/kiosk`)
  return page
}

const press = (page: Page, name: string) =>
  page.locator('main').getByRole('button', { name, exact: true }).click()

async function register(page: Page, { name, citizenId, phone }: DemoPerson, login: string): Promise<void> {
  await page.goto(`${house.url}/register?to=/items/${ITEM}/apply`)
  for (const [label, value] of [
    ['姓名', name],
    ['身份证号', citizenId],
    ['手机号', phone],
    ['账号名（可不填）', login],
    ['密码', PASSWORD],
  ] as const)
    await page.getByLabel(label, { exact: true }).fill(value)
  await press(page, '注册并登录')
}

async function signIn(page: Page, login: string): Promise<void> {
  await page.goto(`${house.url}/sign-in?to=/my`)
  await page.getByLabel('手机号、身份证号或账号名', { exact: true }).fill(login)
  await page.getByLabel('密码', { exact: true }).fill(PASSWORD)
  await press(page, '登录')
}

/** From the start page to the form, as far as a draft goes. */
async function draft(page: Page, person: DemoPerson): Promise<void> {
  await press(page, '开始填写')
  await pickVillage(page, 'region')
  await page.locator('[name="delivery"][value="window"]').check()
  await press(page, '保存并继续')
  await fill(page, person)
  await press(page, '保存并继续')
  await page.getByRole('heading', { name: '交材料' }).waitFor()
}

async function fill(page: Page, person: DemoPerson): Promise<void> {
  const { item } = (await house.house.catalogue.itemInForce(house.onboarded.area, ITEM, '2026-11-23'))!
  const values = demoForm(item.form, person, 1, VILLAGE)
  for (const { name, type, options } of item.form.fields) {
    // A section a page.
    if ((await page.locator(`[name="${name}"], [name="${name}.year"]`).count()) === 0)
      await press(page, '保存并继续')
    for (const value of [values[name] ?? []].flat()) {
      if (type === 'yes-no' || type === 'choices' || (type === 'choice' && (options?.length ?? 0) <= 8))
        await page.locator(`[name="${name}"][value="${value}"]`).check()
      else if (type === 'region') await pickVillage(page, name)
      else if (type === 'choice') await page.locator(`[name="${name}"]`).selectOption(value)
      else if (type === 'date' && (await page.locator(`[name="${name}.year"]`).count()) > 0)
        for (const [at, box] of DAY_BOXES.entries())
          await page.locator(`[name="${dayBox(name, box)}"]`).fill(value.split('-')[at]!)
      else await page.locator(`[name="${name}"]`).fill(value)
    }
  }
}

/** A village that is known stands in one line, folded over the choice; it is opened to choose again. */
async function pickVillage(page: Page, name: string): Promise<void> {
  const fold = page.locator('details:not([open])', { has: page.locator(`[name="${name}"]`) })
  if ((await fold.count()) > 0) await fold.locator('summary').first().click()
  const town = `${VILLAGE.slice(0, 9)}000`
  await page.locator(`[name="${name}"][value="${town}"]`).check()
  await page.locator(`[name="${name}.${town}"]`).selectOption(VILLAGE)
}

/** All papers chosen, then one press. */
async function submit(page: Page): Promise<{ no: string; code: string }> {
  const ways = page.locator('.file-way:not(.file-camera) input:visible')
  // By their ids: a paper that has come in brings further choices, and places in the list move.
  for (const id of await ways.evaluateAll((inputs) => inputs.map((input) => input.id)))
    await page.locator(`[id="${id}"]`).setInputFiles(scan('材料.pdf'))
  await press(page, '保存并继续')
  await page.getByRole('heading', { name: '核对一遍再提交' }).waitFor()
  await press(page, '确认提交')
  await page.getByRole('heading', { name: '申请已经提交' }).waitFor()
  const number = (await page.locator('.receipt-number').innerText()).replace(/\s/g, '')
  return { no: number, code: await page.locator('.query-code').innerText() }
}

async function query(page: Page, { no, code }: { no: string; code: string }): Promise<string> {
  await page.goto(`${house.url}/query`)
  await page.getByLabel('办件编号', { exact: true }).fill(no)
  await page.getByLabel('查询码', { exact: true }).fill(code)
  await press(page, '查进度')
  return page.locator('main').innerText()
}

/** With SCREENS_DIR set, each page that is looked at leaves a picture there. */
async function looks(page: Page, name: string): Promise<void> {
  const folder = process.env.SCREENS_DIR
  if (folder !== undefined) await page.screenshot({ path: path.join(folder, `${name}.png`), fullPage: true })
  const [wide, width] = (await page.evaluate(
    '[document.documentElement.scrollWidth, innerWidth]',
  )) as number[]
  expect({ name, violations: await axeViolations(page), fits: wide! <= width! }).toEqual({
    name,
    violations: [],
    fits: true,
  })
}

test('POR-06 draft, submit and query succeed on portal, mobile and kiosk with one number', async () => {
  const filed: { no: string; code: string }[] = []
  for (const [index, screen] of (['portal', 'mobile', 'kiosk'] as const).entries()) {
    const page = await sit(screen)
    const person = demoPerson(600 + index)
    await register(page, person, `screen-${screen}`)
    await draft(page, person)
    await looks(page, `${screen}-materials`)
    // Left half-way, found again among one's own matters.
    await page.goto(`${house.url}/my`)
    await page.locator('.matters-drafts a').first().click()
    await page.waitForURL('**/materials')
    const receipt = await submit(page)
    await looks(page, `${screen}-submitted`)
    expect(receipt.no).toMatch(/^\d{24}[0-9A-Z]$/)
    await page.goto(`${house.url}/my`)
    expect(await page.locator('.case-list').innerText()).toContain(receipt.no.slice(-4))
    filed.push(receipt)
    await page.context().close()
  }
  expect(new Set(filed.map(({ no }) => no)).size).toBe(3)
  await house.settle()
  // Each number means the same on every screen, whoever stands there and whether or not scripts run.
  for (const screen of ['portal', 'mobile', 'kiosk'] as const) {
    const page = await sit(screen, screen !== 'mobile')
    for (const [index, receipt] of filed.entries()) {
      const text = await query(page, receipt)
      expect(text.replace(/\s/g, '')).toContain(receipt.no)
      expect(text).toContain('已收件，待受理')
      expect(text).not.toContain(demoPerson(600 + index).name)
    }
    if (screen !== 'mobile') await looks(page, `${screen}-progress`)
    await page.context().close()
  }
  expect(house.faults).toEqual([])
})

test('one person’s draft goes from phone to kiosk and keeps one number; the kiosk keeps nothing of them', async () => {
  const person = demoPerson(610)
  const phone = await sit('mobile')
  await register(phone, person, 'from-phone')
  await draft(phone, person)

  const kiosk = await sit('kiosk')
  await looks(kiosk, 'kiosk-home')
  await signIn(kiosk, 'from-phone')
  await kiosk.locator('.matters-drafts a').first().click()
  await kiosk.waitForURL('**/materials')
  expect(await kiosk.locator('.on-phone .qr-picture').isVisible()).toBe(true)
  const receipt = await submit(kiosk)
  await kiosk.getByRole('link', { name: '结束使用' }).click()
  await kiosk.getByRole('heading', { name: '您要做什么？' }).waitFor()
  await kiosk.goBack()
  await kiosk.goto(`${house.url}/my`)
  expect(new URL(kiosk.url()).pathname).toBe('/sign-in')
  const left = await kiosk.context().cookies()
  expect(left.map(({ name }) => name).toSorted()).toEqual(['kiosk', 'visit'])

  await phone.goto(`${house.url}/my`)
  expect((await phone.locator('.case-list').innerText()).replace(/\s/g, '')).toContain(receipt.no)
})

test('a kiosk has large targets, offers nobody’s typing and leads nowhere outside', async () => {
  const kiosk = await sit('kiosk')
  await register(kiosk, demoPerson(620), 'large-targets')
  await press(kiosk, '开始填写')
  for (const url of [
    kiosk.url(),
    kiosk.url().replace(/where$/, 'form'),
    `${house.url}/`,
    `${house.url}/query`,
  ]) {
    await kiosk.goto(url)
    expect([url, await kiosk.evaluate(SMALL)]).toEqual([url, []])
    expect([url, await kiosk.evaluate(OUTSIDE)]).toEqual([url, []])
    expect([url, await kiosk.evaluate(REMEMBERED)]).toEqual([url, []])
    await looks(kiosk, `kiosk-${new URL(url).pathname.split('/').at(-1) || 'start'}`)
  }
})

/** Links in running text are excepted; what stands for itself is at least 56 px high. */
const SMALL = `[...document.querySelectorAll('button, select, textarea, summary, .button, .kiosk-end, .site-nav a, .choice > label, input:not([type=hidden]):not([type=radio]):not([type=checkbox])')]
  .filter((element) => element.getClientRects().length > 0 && element.getBoundingClientRect().height < 56)
  .map((element) => element.outerHTML.slice(0, 90))`
const OUTSIDE = `[...document.querySelectorAll('a[href]')].map((a) => a.href).filter((href) => new URL(href).origin !== location.origin)`
const REMEMBERED = `[...document.querySelectorAll('main input[autocomplete]')].map((input) => input.autocomplete).filter((word) => word !== 'off')`

test('whoever walks away is asked, then signed out; without scripts the page leads away by itself', async () => {
  const kiosk = await sit('kiosk')
  await kiosk.clock.install()
  await register(kiosk, demoPerson(630), 'walked-away')
  const question = kiosk.getByRole('alertdialog')
  expect(await question.isVisible()).toBe(false)
  await kiosk.clock.runFor(61_000)
  expect(await question.isVisible()).toBe(true)
  await looks(kiosk, 'kiosk-idle')
  await question.getByRole('button').click()
  expect(await question.isVisible()).toBe(false)
  await kiosk.clock.runFor(91_000)
  await kiosk.getByRole('heading', { name: '您要做什么？' }).waitFor()
  await kiosk.goto(`${house.url}/my`)
  expect(new URL(kiosk.url()).pathname).toBe('/sign-in')

  const plain = await sit('kiosk', false)
  await plain.goto(`${house.url}/query`)
  expect(await plain.content()).toContain('<meta http-equiv="refresh" content="180;url=/kiosk/end">')
})

test('only an officer’s password takes a device out of self-service; a link of another site takes none in', async () => {
  const kiosk = await sit('kiosk')
  await kiosk.goto(`${house.url}/kiosk/off`)
  const unlock = async (password: string) => {
    await kiosk.getByLabel('工作人员账号').fill('clerk.shantou')
    await kiosk.getByLabel('密码', { exact: true }).fill(password)
    await press(kiosk, '退出自助服务模式')
  }
  await unlock('wrong')
  expect(await kiosk.locator('.kiosk-end').isVisible()).toBe(true)
  await unlock(house.onboarded.password!)
  expect(await kiosk.locator('.kiosk-end').count()).toBe(0)
  const lured = await house.app.inject({ url: '/kiosk', headers: { 'sec-fetch-site': 'cross-site' } })
  expect(lured.cookies.map(({ name }) => name)).not.toContain('kiosk')
})

if (process.env.SCREENS_DIR !== undefined) fs.mkdirSync(process.env.SCREENS_DIR, { recursive: true })
