import fs from 'node:fs/promises'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { forgetGround } from '#capabilities/organisation/index.ts'
import { axeViolations, launchBrowser, visitor } from '#platform/testing/browser.ts'
import { groupedNumber } from '#ui/format/quantity.ts'
import { demoPerson } from '../apps/server/demo/people.ts'
import { allInOrder, does, handIn } from '../apps/server/testing/at-window.ts'
import { startHouse, type TestHouse } from '../apps/server/testing/house.ts'
import { shanghai } from './testing/shanghai.ts'

const CENTRE = { place: 'centre-370304113', region: '370304113203' }
const ITEM = 'temporary-assistance-small'

// Real: server on a port, PostgreSQL, the built workbench in Chromium. Moved by hand: the clock.
let house: TestHouse
let browser: Browser
let page: Page
const faults: string[] = []

beforeAll(async () => {
  house = await startHouse({ at: shanghai('2026-11-02T09:30'), listening: true })
  browser = await launchBrowser()
})
afterAll(() => browser.close())

async function signIn(login: string): Promise<void> {
  page = await (await visitor(browser)).newPage()
  page.on('pageerror', (error) => faults.push(error.message))
  await page.goto(`${house.url}/staff/`)
  await page.getByLabel('账号', { exact: true }).fill(login)
  await page.getByLabel('密码', { exact: true }).fill(house.onboarded.password!)
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await page.getByRole('link', { name: '权责清单' }).waitFor()
}

const dialog = () => page.getByRole('dialog').last()

async function choose(label: string, option: string): Promise<void> {
  await dialog().getByLabel(label, { exact: true }).fill(option)
  await page.locator('.ant-select-item-option').filter({ hasText: option }).first().click()
}

async function document(number: string): Promise<void> {
  await dialog().getByLabel('文件名称').fill('关于下放审批服务事项的决定')
  await dialog().getByLabel('文号').fill(number)
  await dialog().getByLabel('印发日期').fill('2026-10-20')
}

test('the registrar gives a town a power by a document, and everybody finds it in the register', async () => {
  await signIn('registrar.approval-bureau')
  await page.getByRole('heading', { level: 1, name: '权责清单' }).waitFor()
  await page.getByRole('button', { name: '登记下放或委托' }).click()
  await choose('事项', '出版物零售')
  await dialog().getByText('下放（授权）', { exact: true }).click()
  await choose('授予机关', '区行政审批服务局')
  await choose('接受机关', '博山镇政府')
  await dialog().getByLabel('决定', { exact: true }).check()
  await dialog().getByLabel('盖章', { exact: true }).check()
  await dialog().getByLabel('起始日期').fill('2026-11-02')
  await document('博政字〔2026〕9号')
  expect(await axeViolations(page)).toEqual([])
  await dialog().getByRole('button', { name: '登记下放或委托' }).click()
  // This county hands decisions down in batches; one whose plan has none registers them here.
  await dialog().getByText('请到“事项下放”提出一批').waitFor()
  await house.house.db.query(
    `UPDATE organisation.pack_version SET body = body #- '{parameters,delegationBatches}'`,
  )
  forgetGround()
  await dialog().getByRole('button', { name: '登记下放或委托' }).click()
  await dialog().waitFor({ state: 'hidden' })

  await page.getByLabel('事项', { exact: true }).fill('出版物')
  await page.keyboard.press('Enter')
  const row = page.locator('.rows > li').filter({ hasText: '下放（授权）' })
  await row.getByText('现行有效').waitFor()
  expect(await row.innerText()).toContain('博山镇政府')
  await page.getByRole('button', { name: '导出表格' }).click()
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: '纯文本表格' }).click(),
  ])
  expect(await fs.readFile(await file.path(), 'utf8')).toContain('博政字〔2026〕9号')
}, 120_000)

test('and takes it back: the reason, the day and both documents stand in its history', async () => {
  const row = page.locator('.rows > li').filter({ hasText: '下放（授权）' })
  await row.getByRole('button', { name: /查看依据和沿革/ }).click()
  await page.getByRole('button', { name: '收回', exact: true }).click()
  await dialog().getByLabel('从哪天起不再行使').fill('2026-11-02')
  await dialog().getByLabel('收回的理由').fill('机构职能调整')
  await document('博政字〔2026〕10号')
  await dialog().getByRole('button', { name: '收回', exact: true }).click()
  await page.getByText('理由：机构职能调整').waitFor()
  expect(await page.getByRole('dialog').innerText()).toContain('博政字〔2026〕10号')
  expect(await axeViolations(page)).toEqual([])
  await page.getByRole('dialog').getByRole('button', { name: '关闭' }).click()
  await row.getByText('已收回').waitFor()
}, 60_000)

test('the log of seals shows the supervisor which seal stands on which case, and whose hand put it there', async () => {
  const clerk = await house.as('clerk.boshan')
  const no = await handIn(house, clerk, { item: ITEM, person: demoPerson(3), ...CENTRE })
  const { item } = (await house.house.catalogue.itemInForce('370304', ITEM, '2026-11-02'))!
  expect(await does(clerk, no, 'accept', { checklist: allInOrder(item) })).toBe('accepted')
  const steps = [
    ['reviewer.boshan', 'review', { opinion: 'grant', text: '符合' }, 'reviewed'],
    ['approver.boshan', 'grant', { conclusion: '准予。' }, 'decided'],
    ['issuer.boshan', 'seal', {}, 'issued'],
  ] as const
  for (const [who, act, input, state] of steps)
    expect(await does(await house.as(who), no, act, input)).toBe(state)
  await house.settle()
  await signIn('supervisor')
  await page.getByRole('link', { name: '印章', exact: true }).click()
  const line = page.locator('.rows > li').filter({ hasText: groupedNumber(no) })
  await line.getByText('博山镇便民服务中心行政审批专用章').waitFor()
  const said = await line.innerText()
  for (const part of ['准予决定书', '演示出件04', '2026年11月2日']) expect(said).toContain(part)
  expect(await axeViolations(page)).toEqual([])
  await page.getByRole('tab', { name: '印章登记' }).click()
  await page.locator('.rows > li').filter({ hasText: '博山镇便民服务中心' }).getByText('在用').waitFor()
  // Who only watches has no button to move a seal.
  expect(await page.getByRole('button', { name: /^(停用|作废|启用印章)/ }).count()).toBe(0)
  expect([faults, house.faults]).toEqual([[], []])
}, 60_000)
