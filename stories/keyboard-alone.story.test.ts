import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { startHouse, type TestHouse } from '../apps/server/testing/house.ts'
import { inventedId } from './testing/citizen.ts'
import { byKeyboard, type ByKeyboard } from './testing/keyboard.ts'
import { openScreens, type Screens } from './testing/screens.ts'
import { shanghai } from './testing/shanghai.ts'

// Real: server on a port, PostgreSQL, documents, the built workbench in Chromium. Moved by hand: the clock and due work.
let house: TestHouse
let screens: Screens

beforeAll(async () => {
  house = await startHouse({ at: shanghai('2026-11-23T09:00'), listening: true })
  screens = await openScreens()
})

const OLD_MAN = { name: '测试老丙', id: inventedId('1904-03-05', '103'), phone: '19900000103' }
const PAPERS = ['老人的居民身份证', '户口簿（首页和本人页）', '老人本人的社会保障卡']

test('a whole case from intake to delivery is done with the keyboard alone', async () => {
  const clerk = await signsIn('clerk.shantou')
  const no = await takesDown(clerk)
  await accepts(clerk)
  await passesOn(no)
  await delivers(no)
  expect([screens.faults, house.faults]).toEqual([[], []])
})

async function signsIn(login: string) {
  const page = await screens.officer()
  await page.goto(`${house.url}/staff/`)
  const keys = byKeyboard(page)
  await keys.fill('账号', login)
  await keys.fill('密码', house.onboarded.password!)
  await keys.key('Enter')
  await page.getByRole('heading', { level: 1, name: '待办' }).waitFor()
  return { ...keys, page }
}
type Keyboarder = ByKeyboard & Awaited<ReturnType<typeof signsIn>>

/** The application, the papers on the counter, and the receipt. */
async function takesDown(clerk: Keyboarder): Promise<string> {
  const { page } = clerk
  await clerk.follow('窗口收件')
  await clerk.fill('群众要办什么事？', '老人补贴')
  await clerk.follow('高龄津贴申领')
  await clerk.fill('老人姓名', OLD_MAN.name)
  await clerk.fill('老人身份证号码', OLD_MAN.id)
  await readsOffTheId(page)
  await clerk.choose('性别', '男')
  await clerk.fillDay('出生日期', '1904-03-05')
  await clerk.fill('户籍地址', '博山区山头街道秋谷村1号')
  const village = page.getByRole('group', { name: '户籍所在村（社区）' })
  await clerk.pick(village.getByRole('combobox', { name: '镇（街道）' }), '山头街道')
  await clerk.pick(village.getByRole('combobox', { name: '村（社区）' }), '秋谷村委会')
  await clerk.choose('现在住的地方', '在户籍地居住')
  await clerk.choose('申领档次', '100周岁以上')
  await clerk.choose('是否在外地领着同类津贴', '否')
  await clerk.fill('联系电话', OLD_MAN.phone)
  await clerk.fill('社会保障卡开户银行（选填）', '示例银行')
  await clerk.fill('社会保障卡银行账号（选填）', '6200000000000000001')
  await clerk.choose('是否由他人代办', '否')
  for (const paper of PAPERS) await clerk.fill(`${paper} 原件`, '1')
  await clerk.choose('结果怎么给申请人', '到窗口领取')
  await clerk.press('下一步：核对')
  await clerk.press('确认收件')
  await page.getByRole('heading', { name: '已收件' }).waitFor()
  await house.settle()
  return /receipts\/([^/?]+)/.exec(page.url())![1]!
}

/** What the number says of him stands there before anybody writes it. */
async function readsOffTheId(page: Page): Promise<void> {
  await expect.poll(() => page.getByLabel('出生日期', { exact: true }).inputValue()).toBe('1904-03-05')
  expect(await page.getByRole('radio', { name: '男', exact: true }).isChecked()).toBe(true)
}

/** From the list with J, the papers judged by figures, and the button by Enter. */
async function accepts(clerk: Keyboarder): Promise<void> {
  const { page } = clerk
  await clerk.follow('待办')
  await page.locator('[data-row]').first().waitFor()
  await clerk.key('j')
  await clerk.key('Enter')
  await page.getByRole('heading', { name: '现在该做什么' }).waitFor()
  await pressesBy(clerk, '受理')
  const lines = page.getByRole('dialog').locator('[data-material]')
  await lines.first().waitFor()
  for (let line = await lines.count(); line > 0; line -= 1)
    await clerk.key((await neededHere(clerk)) ? '1' : '4')
  await clerk.key('Control+Enter')
  await page.getByText('“受理”已办好。').waitFor()
  await screens.officerLooks(page, 'accepted-by-keyboard')
  await house.settle()
  await clerk.key('b')
  await page.getByRole('heading', { level: 1, name: '待办' }).waitFor()
  await page.context().close()
}

/** Whether the line in focus is a paper that everybody has to bring. */
async function neededHere({ page }: Keyboarder): Promise<boolean> {
  return (await page.locator('[data-material]:focus-within').innerText()).includes('必要')
}

/** The figure that stands beside the button. */
async function pressesBy({ page, key }: Keyboarder, title: string): Promise<void> {
  const button = page.locator('main').getByRole('button', { name: title, exact: true })
  await key((await button.getAttribute('aria-keyshortcuts'))!)
  await page.getByRole('dialog').waitFor()
}

async function passesOn(no: string): Promise<void> {
  const steps: [who: string, day: string, title: string, answer: (officer: Keyboarder) => Promise<void>][] = [
    [
      'reviewer.shantou',
      '2026-11-24T10:00',
      '提交审查意见',
      async (officer) => {
        await officer.choose('审查结论', '建议准予')
        await officer.fill('审查意见', '年龄、户籍核对一致。')
      },
    ],
    [
      'approver.shantou',
      '2026-11-25T10:00',
      '准予',
      (officer) => officer.fill('决定内容', '按100周岁以上档次给付高龄津贴。'),
    ],
    ['issuer.shantou', '2026-11-26T10:00', '签章发文', async () => {}],
  ]
  for (const [who, day, title, answer] of steps) {
    house.clock.set(shanghai(day))
    const officer = await signsIn(who)
    await officer.page.locator('[data-row]').first().waitFor()
    await officer.key('j')
    await officer.key('Enter')
    await officer.page.waitForURL(new RegExp(no))
    await officer.page.getByRole('heading', { name: '现在该做什么' }).waitFor()
    await pressesBy(officer, title)
    await answer(officer)
    await officer.reach(officer.page.getByRole('dialog').getByRole('button', { name: title, exact: true }))
    await officer.key('Enter')
    await officer.page.getByText(`“${title}”已办好。`).waitFor()
    await house.settle()
    await officer.page.context().close()
  }
}

/** Three days later the clerk signs in again and hands over what was decided. */
async function delivers(no: string): Promise<void> {
  const clerk = await signsIn('clerk.shantou')
  const { page } = clerk
  await page.locator('[data-row]').first().waitFor()
  await clerk.key('j')
  await clerk.key('Enter')
  await page.waitForURL(new RegExp(no))
  await page.getByRole('heading', { name: '现在该做什么' }).waitFor()
  await pressesBy(clerk, '窗口送达')
  await clerk.fill('领取人姓名', OLD_MAN.name)
  await clerk.choose('领取人是', '申请人本人')
  await clerk.fill('怎么核实的身份', '看过身份证原件')
  await clerk.key('Control+Enter')
  await page.getByText('“窗口送达”已办好。').waitFor()
  await clerk.key(']')
  await clerk.key('?')
  await page.getByRole('dialog', { name: '这一页的键盘用法' }).waitFor()
  await clerk.key('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  expect(await page.locator('main').innerText()).toContain('已办结')
}
