import { beforeAll, expect, test } from 'vitest'
import { groupedNumber } from '#ui/format/quantity.ts'
import { demoPerson } from '../apps/server/demo/people.ts'
import { handIn } from '../apps/server/testing/at-window.ts'
import { startHouse, type TestHouse } from '../apps/server/testing/house.ts'
import { atDesk, type AtDesk } from './testing/officer.ts'
import { openScreens, type Screens } from './testing/screens.ts'
import { shanghai } from './testing/shanghai.ts'

// Real: server on a port, PostgreSQL, the built workbench in Chromium. Moved by hand: the clock.
let house: TestHouse
let screens: Screens

beforeAll(async () => {
  house = await startHouse({ at: shanghai('2026-11-23T09:00'), listening: true })
  screens = await openScreens()
})

const SHANTOU = { place: 'centre-370304004', region: '370304004207' }
const ITEM = 'elderly-allowance'

const rowOf = ({ page }: AtDesk, no: string) =>
  page.locator('.case-row').filter({ hasText: groupedNumber(no) })

test('two windows and one pile: a case is claimed with a key, handed over, and done by the cover while its holder is away', async () => {
  const filing = await house.as('clerk.shantou')
  const first = await handIn(house, filing, { item: ITEM, person: demoPerson(1), ...SHANTOU })
  const second = await handIn(house, filing, { item: ITEM, person: demoPerson(2), ...SHANTOU })
  const one = await atDesk(await screens.officer(), house, 'clerk.shantou')
  const other = await atDesk(await screens.officer(), house, 'clerk.shantou2')
  await rowOf(other, first).getByRole('button', { name: /^认领/ }).waitFor()
  await claimsByKey(one, first)
  await isTooLate(other, first)
  await handsOver(one, first)
  await isRegisteredAway()
  await doesItAsCover(one, first, second)
  expect([screens.faults, house.faults]).toEqual([[], []])
})

async function claimsByKey(desk: AtDesk, no: string): Promise<void> {
  await rowOf(desk, no).getByRole('link').focus()
  await desk.page.keyboard.press('c')
  await rowOf(desk, no).getByText('我已认领').waitFor()
  await screens.officerLooks(desk.page, 'claimed')
}

/** The colleague's list is a minute old. */
async function isTooLate(desk: AtDesk, no: string): Promise<void> {
  await rowOf(desk, no).getByRole('button', { name: /^认领/ }).click()
  await desk.page.getByText(/这个办件已由演示窗口05（.*）认领/).waitFor()
  await rowOf(desk, no).waitFor({ state: 'hidden' })
  await desk.page.getByText('全部在办').click()
  await rowOf(desk, no).getByText('演示窗口05已认领').waitFor()
  await desk.page.getByRole('combobox', { name: '认领' }).click()
  await desk.page.getByTitle('未认领', { exact: true }).click()
  await rowOf(desk, no).waitFor({ state: 'hidden' })
  await screens.officerLooks(desk.page, 'unclaimed-only')
}

async function handsOver(desk: AtDesk, no: string): Promise<void> {
  await desk.openFromList(no)
  expect(await desk.text()).toContain('由演示窗口05')
  await desk.press('移交')
  await screens.officerLooks(desk.page, 'hand-over')
  await desk.dialog.getByText(/^演示窗口06/).click()
  await desk.page.getByRole('textbox', { name: '为什么移交' }).fill('保障救助窗口更熟悉')
  await desk.confirm('移交')
  await desk.dialog.waitFor({ state: 'hidden' })
  await desk.page.getByText('由演示窗口06（', { exact: false }).first().waitFor()
  expect(await desk.buttons()).not.toContain('受理')
}

/** The new holder falls ill; the director puts it down. */
async function isRegisteredAway(): Promise<void> {
  const page = await screens.officer()
  await page.goto(`${house.url}/staff/duty`)
  await page.getByLabel('账号', { exact: true }).fill('director.shantou')
  await page.getByLabel('密码', { exact: true }).fill(house.onboarded.password!)
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await page.getByRole('heading', { level: 1, name: '离岗与顶岗' }).waitFor()
  await page.getByRole('button', { name: '为演示窗口06登记离岗' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: '登记', exact: true }).click()
  await dialog.getByText('请填写第一天、最后一天和原因。').waitFor()
  await screens.officerLooks(page, 'absence')
  await dialog.getByLabel('第一天').fill('2026-11-23')
  await dialog.getByLabel('最后一天').fill('2026-11-24')
  await dialog.getByRole('combobox', { name: '原因' }).click()
  await page.getByTitle('休假', { exact: true }).click()
  await dialog.getByRole('button', { name: '登记', exact: true }).click()
  await dialog.waitFor({ state: 'hidden' })
  await page.getByText('正在离岗').waitFor()
  await screens.officerLooks(page, 'duty')
  await page.context().close()
}

async function doesItAsCover(desk: AtDesk, no: string, next: string): Promise<void> {
  await desk.page.getByRole('link', { name: '待办' }).click()
  await rowOf(desk, no).getByText('代演示窗口06办理').waitFor()
  await desk.openFromList(no)
  // The page was read a few seconds ago, when the colleague was still there.
  await desk.page.reload()
  await desk.page.getByText(/认领人离岗，由演示窗口05（.*）代办。/).waitFor()
  await desk.press('受理')
  await desk.confirm('其余已收到的都合格')
  await desk.judge('低收入证明', '不需要')
  await desk.judge('授权委托书和代办人身份证', '不需要')
  await desk.confirm('受理')
  await desk.dialog.waitFor({ state: 'hidden' })
  await desk.page.getByText(/代演示窗口06（.*）办理/).waitFor()
  const onward = desk.page.getByRole('link', { name: /下一件等我办的/ })
  await onward.waitFor()
  await screens.officerLooks(desk.page, 'done-as-cover')
  await desk.page.keyboard.press('n')
  await desk.page.waitForURL(new RegExp(next))
}
