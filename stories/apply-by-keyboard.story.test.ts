import type { Locator, Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { visitor, launchBrowser } from '#platform/testing/browser.ts'
import { startHouse, type TestHouse } from '../apps/server/testing/house.ts'
import { inventedId, scan } from './testing/citizen.ts'
import { byKeyboard, type ByKeyboard } from './testing/keyboard.ts'
import { openScreens, type Screens } from './testing/screens.ts'
import { shanghai } from './testing/shanghai.ts'

// Real: server on a port, PostgreSQL, documents, the portal with its scripts in Chromium. Moved by hand: the clock and due work.
let house: TestHouse
let screens: Screens

beforeAll(async () => {
  house = await startHouse({ at: shanghai('2026-11-23T09:00'), listening: true })
  screens = await openScreens()
})

const OLD_WOMAN = { name: '测试老庚', id: inventedId('1904-03-05', '106'), phone: '19900000106' }
const ACCOUNT = { login: 'laogeng', password: 'Shiyong-2026!' }

test('somebody without a mouse finds a matter, applies for it online and reads what happens next', async () => {
  const { page, keys } = await atHome()
  await registers(page, keys)
  await finds(page, keys)
  await saysWhere(page, keys)
  await fillsIn(page, keys)
  await handsIn(page, keys)
  const no = await submits(page, keys)
  await house.settle()
  await keys.follow('我的办件')
  await page.waitForURL('**/my')
  expect(await page.locator('main').innerText()).toContain(no.slice(-4))
  expect(house.faults).toEqual([])
})

/** With scripts, which is where the focus could be led astray. */
async function atHome(): Promise<{ page: Page; keys: ByKeyboard }> {
  const context = await visitor(await launchedOnce(), 'desk')
  context.setDefaultTimeout(20_000)
  const page = await context.newPage()
  page.on('pageerror', (error) => screens.faults.push(error.message))
  // Whoever listens all along keeps the machine's own window from opening before the test waits for it.
  page.on('filechooser', () => undefined)
  await page.goto(house.url)
  return { page, keys: byKeyboard(page) }
}

const launchedOnce = launchBrowser

async function registers(page: Page, keys: ByKeyboard): Promise<void> {
  await keys.follow('登录')
  await page.waitForURL('**/sign-in**')
  await keys.follow(/注册/)
  await page.waitForURL('**/register**')
  await keys.fill('姓名', OLD_WOMAN.name)
  await keys.fill('身份证号', OLD_WOMAN.id)
  await keys.fill('手机号', OLD_WOMAN.phone)
  await keys.fill('账号名（可不填）', ACCOUNT.login)
  await keys.fill('密码', ACCOUNT.password)
  await keys.key('Enter')
  await page.getByRole('banner').getByRole('button', { name: '退出' }).waitFor()
}

async function finds(page: Page, keys: ByKeyboard): Promise<void> {
  await keys.follow('找事办事')
  await page.getByRole('heading', { level: 1 }).waitFor()
  await keys.fill('您要办什么事？', '老人补贴')
  await keys.key('Enter')
  await page.waitForURL('**/search**')
  await keys.follow('领高龄津贴')
  await page.waitForURL('**/items/elderly-allowance')
  await keys.follow(/网上申请/)
  await page.waitForURL('**/apply')
  await keys.press('开始填写')
  await page.waitForURL('**/where')
}

async function saysWhere(page: Page, keys: ByKeyboard): Promise<void> {
  await chooses(keys, page.getByRole('group', { name: '户籍所在村（社区）' }), '山头街道')
  await picks(keys, page.getByRole('combobox', { name: '山头街道的哪个村（社区）' }), '秋谷村委会')
  await chooses(keys, page.getByRole('group', { name: '办好以后怎样拿结果' }), '到窗口领取')
  // Once the village is known the nearest counter stands chosen.
  const centre = page.getByRole('radio', { name: '山头街道便民服务中心', exact: true })
  await centre.waitFor()
  expect(await centre.isChecked()).toBe(true)
  await keys.press('保存并继续')
  await page.waitForURL('**/form')
}

async function fillsIn(page: Page, keys: ByKeyboard): Promise<void> {
  // Name, number, phone, sex and birthday stand there already: they were said on registering.
  expect(await page.getByLabel('老人姓名', { exact: true }).inputValue()).toBe(OLD_WOMAN.name)
  await goesOn(page, keys, '居住情况')
  const group = (name: string) => page.getByRole('group', { name, exact: true })
  await keys.fill('户籍地址', '博山区山头街道秋谷村1号')
  // The village was said a step before; the age says the band.
  await page.getByText('户籍所在村（社区）：山头街道 秋谷村委会（改）', { exact: true }).waitFor()
  await chooses(keys, group('现在住的地方'), '在户籍地居住')
  await goesOn(page, keys, '申领情况')
  expect(await page.getByRole('radio', { name: '100周岁以上', exact: true }).isChecked()).toBe(true)
  await chooses(keys, group('是否在外地领着同类津贴'), '否')
  await goesOn(page, keys, '领取账户')
  await keys.fill('社会保障卡开户银行（可不填）', '示例银行')
  await keys.fill('社会保障卡银行账号（可不填）', '6200000000000000001')
  await goesOn(page, keys, '代办人')
  await chooses(keys, group('是否由他人代办'), '否')
  await keys.press('保存并继续')
  await page.waitForURL('**/materials')
}

/** A section a page. */
async function goesOn(page: Page, keys: ByKeyboard, section: string): Promise<void> {
  await keys.press('保存并继续')
  await page.getByRole('heading', { level: 1, name: section, exact: true }).waitFor()
}

/** The window in which a file is chosen is opened by the keyboard; what happens inside is the machine's. */
async function handsIn(page: Page, keys: ByKeyboard): Promise<void> {
  for (const paper of ['老人的居民身份证', '户口簿（首页和本人页）', '老人本人的社会保障卡']) {
    await keys.reach(
      page
        .getByLabel(`选照片或文件 ：${paper}`)
        .or(page.getByLabel(new RegExp(`选.*${escaped(paper)}`)))
        .first(),
    )
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), keys.key('Space')])
    await chooser.setFiles(scan(`${paper}.pdf`))
    const row = page
      .getByRole('listitem')
      .filter({ has: page.getByRole('heading', { name: paper, exact: true }) })
    await row
      .getByText(/已上传|上传好了|换一份|删除/)
      .first()
      .waitFor()
  }
  await keys.press('保存并继续')
  await page.waitForURL('**/check')
}

async function submits(page: Page, keys: ByKeyboard): Promise<string> {
  await keys.press('确认提交')
  await page.waitForURL('**/submitted')
  expect(await page.locator('main').innerText()).toMatch(/工作日/)
  return /cases\/([^/]+)\/submitted/.exec(page.url())![1]!
}

/** Tab leads to the group, the arrows to the answer. */
async function chooses(keys: ByKeyboard, group: Locator, answer: string): Promise<void> {
  const radio = group.getByRole('radio', { name: answer, exact: true })
  // Tab stops at the answer that is chosen already, else at the first.
  const chosen = group.getByRole('radio', { checked: true })
  await keys.reach((await chosen.count()) > 0 ? chosen.first() : group.getByRole('radio').first())
  await keys.key('Space')
  for (let pressed = 0; pressed < 20 && !(await radio.isChecked()); pressed += 1) await keys.key('ArrowDown')
  expect(await radio.isChecked()).toBe(true)
}

/** The arrows go through a list of the browser's own. */
async function picks(keys: ByKeyboard, list: Locator, name: string): Promise<void> {
  await keys.reach(list)
  const chosen = () => list.locator('option:checked').innerText()
  for (let pressed = 0; pressed < 60 && (await chosen()) !== name; pressed += 1) await keys.key('ArrowDown')
  expect(await chosen()).toBe(name)
}

const escaped = (text: string): string => text.replace(/[()（）]/g, '.')
