import fs from 'node:fs/promises'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { axeViolations, launchBrowser, visitor } from '#platform/testing/browser.ts'
import { groupedNumber } from '#ui/format/quantity.ts'
import { demoPerson } from '../apps/server/demo/people.ts'
import { allInOrder, does, handIn } from '../apps/server/testing/at-window.ts'
import { startHouse, type TestHouse } from '../apps/server/testing/house.ts'
import { shanghai } from './testing/shanghai.ts'

const SHANTOU = { place: 'centre-370304004', region: '370304004207' }
const ITEM = 'elderly-allowance'

// Real: server on a port, PostgreSQL, the built workbench in Chromium. Moved by hand: the clock.
let house: TestHouse
let browser: Browser
let page: Page
let slow: string
let quick: string
const faults: string[] = []

beforeAll(async () => {
  house = await startHouse({ at: shanghai('2026-11-02T09:30'), listening: true })
  browser = await launchBrowser()
})
afterAll(() => browser.close())

async function takeIn(index: number): Promise<string> {
  const clerk = await house.as('clerk.shantou')
  const no = await handIn(house, clerk, { item: ITEM, person: demoPerson(index), ...SHANTOU })
  const { item } = (await house.house.catalogue.itemInForce('370304', ITEM, '2026-11-02'))!
  expect(await does(clerk, no, 'accept', { checklist: allInOrder(item) })).toBe('accepted')
  return no
}

async function decide(no: string): Promise<void> {
  expect(
    await does(await house.as('reviewer.shantou'), no, 'review', { opinion: 'grant', text: '符合' }),
  ).toBe('reviewed')
  expect(await does(await house.as('approver.shantou'), no, 'grant', { conclusion: '准予。' })).toBe(
    'decided',
  )
}

async function signIn(login: string): Promise<void> {
  page = await (await visitor(browser)).newPage()
  page.on('pageerror', (error) => faults.push(error.message))
  await page.goto(`${house.url}/staff/`)
  await page.getByLabel('账号', { exact: true }).fill(login)
  await page.getByLabel('密码', { exact: true }).fill(house.onboarded.password!)
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await page.getByRole('link', { name: '监督' }).click()
  await page.getByRole('heading', { level: 1, name: '监督' }).waitFor()
}

const card = (name: string) => page.locator('.indicator').filter({ hasText: name })

test('a case that was decided late is a number first, then a line, then the case itself', async () => {
  quick = await takeIn(1)
  slow = await takeIn(2)
  house.clock.set(shanghai('2026-11-05T10:00'))
  await decide(quick)
  // The promise of ten working days ended on 16 November.
  house.clock.set(shanghai('2026-11-18T10:00'))
  await house.settle()
  await signIn('supervisor')
  await card('按时办结率').locator('.indicator-number', { hasText: '50%' }).waitFor()
  await page.getByRole('button', { name: '按时办结率：没有按时的 1 件' }).click()
  const drawer = page.getByRole('dialog')
  await drawer.getByText('超期2个工作日').waitFor()
  expect(await drawer.innerText()).toContain(groupedNumber(slow))
  expect(await axeViolations(page)).toEqual([])

  await drawer.getByRole('button', { name: '导出表格' }).click()
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: '纯文本表格' }).last().click(),
  ])
  const text = await fs.readFile(await file.path(), 'utf8')
  expect([text.startsWith('\uFEFF办件编号,'), text.includes(slow), text.includes(quick)]).toEqual([
    true,
    true,
    false,
  ])

  await drawer.getByRole('link', { name: '高龄津贴' }).click()
  await page.getByText(groupedNumber(slow)).first().waitFor()
})

test('CAS-08/b an overdue case carries its mark on the supervisor’s screen', async () => {
  await page.getByRole('link', { name: '监督' }).click()
  await page.getByRole('tab', { name: '预警' }).click()
  const line = page.locator('.watch-row').filter({ hasText: groupedNumber(slow) })
  await line.getByText('黄牌').waitFor()
  expect(await line.innerText()).toContain('承诺时限11月16日到期，已超2个工作日')
  expect(await axeViolations(page)).toEqual([])
})

test('CAS-25 whoever acts beyond their power is read as 越权, with post and time, on the supervisor’s screen', async () => {
  const stranger = await house.as('approver.boshan')
  expect(await does(stranger, slow, 'grant', { conclusion: '准予。' })).toBe('404 case-not-found')
  await house.settle()
  await page.getByRole('tab', { name: '越权记录' }).click()
  const line = page.locator('.watch-row').filter({ hasText: groupedNumber(slow) })
  await line.getByText('越权').waitFor()
  const said = await line.innerText()
  expect(said).toContain('2026年11月18日 10:00')
  expect(said).toContain('博山镇')
  expect(said).toContain('想做：准予')
  expect(said).not.toContain(stranger.session.person.name)
  expect(await axeViolations(page)).toEqual([])
})

test('a director sees the own place and nobody’s attempts', async () => {
  await signIn('director.boshan')
  await page.getByText('您看到的是本场所的数据。').waitFor()
  await card('按时办结率').getByText('期内没有数据').waitFor()
  expect(await page.getByRole('tab').allInnerTexts()).toEqual([
    ...['指标', '预警', '卡住的办件', '超权限·超时限·逆程序', '流程再造对照'],
  ])
  expect(faults).toEqual([])
  expect(house.faults).toEqual([])
})
