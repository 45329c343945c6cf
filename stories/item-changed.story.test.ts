import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { startHouse, type TestHouse } from '../apps/server/testing/house.ts'
import { openScreens, type Screens } from './testing/screens.ts'
import { shanghai } from './testing/shanghai.ts'

// Real: server on a port, PostgreSQL, the built workbench in Chromium. Moved by hand: the clock.
let house: TestHouse
let screens: Screens
const ITEM = 'adoption-registration'
const LATER = '可以先办，以后再补'

beforeAll(async () => {
  house = await startHouse({ at: shanghai('2026-11-23T09:00'), listening: true })
  screens = await openScreens()
})

async function atItems(login: string): Promise<Page> {
  const page = await screens.officer()
  await page.goto(`${house.url}/staff/`)
  await page.getByLabel('账号', { exact: true }).fill(login)
  await page.getByLabel('密码', { exact: true }).fill(house.onboarded.password!)
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await page.getByRole('link', { name: '事项变更' }).click()
  await page.getByRole('heading', { level: 1, name: '事项变更' }).waitFor()
  return page
}

const press = (page: Page, name: string) =>
  page.locator('main').getByRole('button', { name, exact: true }).click()
const confirm = (page: Page, name: string) =>
  page.getByRole('dialog').getByRole('button', { name, exact: true }).click()

test('an author shortens a promise and eases a paper, another hand approves, and the public reads it from its day on', async () => {
  const author = await atItems('author.civil-affairs')
  await begins(author)
  await writes(author)
  await submits(author)
  const approver = await atItems('items.approval-bureau')
  await approves(approver)
  expect(await guide()).not.toContain(LATER)
  house.clock.set(shanghai('2026-12-01T00:05'))
  await house.settle()
  const shown = await guide()
  expect(shown).toContain(LATER)
  expect(shown).toContain('10个工作日')
  expect(shown).not.toContain('15个工作日')
  const later = await atItems('author.civil-affairs')
  await later.getByText('含已办结').click()
  await later.locator('.item-change-row').getByText('已发布', { exact: true }).waitFor()
  await screens.officerLooks(later, 'published')
  expect([screens.faults, house.faults]).toEqual([[], []])
}, 180_000)

test('what was published goes back the same way: sent back with a reason, sent again, called off before its day', async () => {
  const author = await atItems('author.civil-affairs')
  await choosesItem(author)
  await author.getByText('第1版，恢复那一版的内容').click()
  await author.getByText('恢复以后，与现行内容比，会有这些变化：').waitFor()
  await author.getByLabel('为什么改').fill('改回原来的承诺时限')
  await screens.officerLooks(author, 'going-back')
  await confirm(author, '开始起草')
  await sendsOn(author)
  const approver = await atItems('items.approval-bureau')
  await approver.getByRole('link', { name: '收养登记' }).click()
  await press(approver, '退回修改')
  await approver.getByRole('dialog').getByLabel('退回的原因').fill('请说明为什么恢复')
  await confirm(approver, '退回修改')
  await approver.getByText('审定单位退回了。').waitFor()
  await author.reload()
  await press(author, '写意见')
  await author.getByRole('dialog').getByLabel('意见').first().fill('窗口反映人手不够，先恢复。')
  await confirm(author, '写意见')
  await sendsOn(author)
  await approver.reload()
  await approver.getByRole('tab', { name: '意见（1）' }).click()
  await approver.getByText('窗口反映人手不够，先恢复。').first().waitFor()
  await approvesFor(approver, '2026-12-10')
  await press(approver, '取消发布')
  await approver.getByRole('dialog').getByLabel('取消发布的原因').fill('等上级文件下来')
  await confirm(approver, '取消发布')
  await approver.getByText('已审定，等定发布日期。').waitFor()
  expect([screens.faults, house.faults]).toEqual([[], []])
}, 180_000)

test('whoever does it for the first time writes a new item with a question and a step, looks at it as the public will, and it comes out', async () => {
  const author = await atItems('author.civil-affairs')
  await beginsNew(author)
  await asksOneMore(author)
  await visitsOnTheSpot(author)
  await looksAsThePublic(author)
  await sendsOn(author)
  const approver = await atItems('items.approval-bureau')
  await approver.getByRole('link', { name: NEW_ITEM }).click()
  await approvesFor(approver, '2026-12-20')
  expect((await fetch(`${house.url}/items/${NEW_ID}`)).status).toBe(404)
  house.clock.set(shanghai('2026-12-20T00:05'))
  await house.settle()
  const shown = await (await fetch(`${house.url}/items/${NEW_ID}`)).text()
  for (const text of [NEW_ITEM, '现场核查', '指南编制单位', '博山区民政局']) expect(shown).toContain(text)
  expect([screens.faults, house.faults]).toEqual([[], []])
}, 180_000)

const NEW_ITEM = '涉外收养评估'
const NEW_ID = 'she-wai-shou-yang-ping-gu'

/** By keyboard alone: from the button to the dialog, through its fields, to the editor. */
async function beginsNew(page: Page): Promise<void> {
  await page.locator('main').getByRole('button', { name: '新增一个事项', exact: true }).focus()
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog')
  await confirm(page, '开始起草')
  await dialog.getByText('请选择“承接哪个事项”。').first().waitFor()
  await dialog.getByText('照着本区的一个事项写').click()
  await dialog.getByLabel('照着哪个事项写').fill('收养登记')
  await page.locator('.ant-select-item-option').filter({ hasText: '收养登记' }).first().click()
  await dialog.getByLabel('新事项的名称').fill(NEW_ITEM)
  await dialog.getByLabel('为什么新增').fill('上级新交办的事项')
  await screens.officerLooks(page, 'begin-a-new-item')
  await confirm(page, '开始起草')
  await page.getByRole('heading', { level: 1, name: `修改：${NEW_ITEM}` }).waitFor()
  await page.getByRole('textbox', { name: '基本编码（12位）' }).fill('370799990002')
}

async function asksOneMore(page: Page): Promise<void> {
  await page.getByRole('link', { name: /^申请表/ }).click()
  await press(page, '从常用填写项里选')
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('按名称查找').fill('没有这一项')
  await dialog.getByText('没有找到。可以自己增加一项。').waitFor()
  await screens.officerLooks(page, 'common-questions')
  await dialog.getByRole('button', { name: '关闭', exact: true }).click()
  await press(page, '增加一个填写项')
  // The new question is written at once: the cursor stands in it.
  await page.keyboard.type('住房面积（平方米）')
  const question = page.locator('details').filter({ hasText: '住房面积（平方米）' })
  await question.getByRole('combobox', { name: '怎样填' }).click()
  await page.locator('.ant-select-item-option').filter({ hasText: '整数' }).click()
  await question.getByRole('radio', { name: '否', exact: true }).check()
  await page.getByRole('button', { name: '上移：住房面积（平方米）' }).press('Enter')
  await page.getByText(/“住房面积（平方米）”现在是第\d+个。/).waitFor()
  await screens.officerLooks(page, 'questions-of-the-form')
  await press(page, '保存修改')
  await page.getByText('没有新的修改').waitFor()
}

async function visitsOnTheSpot(page: Page): Promise<void> {
  await page.getByRole('link', { name: /^时限和环节/ }).click()
  await press(page, '增加环节：现场核查')
  const uneven = page.getByText('两者要一样，请调整环节时限。')
  await uneven.waitFor()
  const step = (name: string) => page.locator('details').filter({ hasText: `个环节：${name}` })
  await step('现场核查').getByRole('textbox', { name: '办理标准' }).fill('两名工作人员到收养人家中核实。')
  await step('审查').locator('summary').click()
  const days = step('审查').getByRole('textbox', { name: '几个工作日' })
  await days.fill(String(Number(await days.inputValue()) - 1))
  await uneven.waitFor({ state: 'detached' })
  await page
    .getByRole('region', { name: '群众看到的流程图' })
    .getByText('现场核查', { exact: true })
    .first()
    .waitFor()
  await screens.officerLooks(page, 'process-and-chart')
  await press(page, '保存修改')
  await page.getByText('没有新的修改').waitFor()
  await page.getByRole('link', { name: '返回这次变更' }).click()
}

async function looksAsThePublic(page: Page): Promise<void> {
  await page.getByText('这是一个新事项，全部内容都是新的。').waitFor()
  await page.getByRole('tab', { name: '预览' }).click()
  const guideFrame = page.frameLocator('iframe[title="办事指南预览"]')
  await guideFrame.getByText('草稿预览，没有发布').waitFor()
  await guideFrame.getByRole('heading', { level: 1, name: NEW_ITEM }).waitFor()
  await page.getByRole('radiogroup', { name: '草稿预览' }).getByText('申请表', { exact: true }).click()
  await page.frameLocator('iframe[title="申请表预览"]').getByText('住房面积（平方米）').waitFor()
}

const guide = async (): Promise<string> => (await fetch(`${house.url}/items/${ITEM}`)).text()

async function begins(page: Page): Promise<void> {
  await press(page, '修改一个事项')
  await confirm(page, '开始起草')
  await page.getByRole('dialog').getByText('请选择要改的事项。').first().waitFor()
  await findsItem(page)
  await page.getByLabel('为什么改').fill('承诺时限压缩到10个工作日')
  await screens.officerLooks(page, 'begin-a-change')
  await confirm(page, '开始起草')
  await page.getByText('还没有改。请先修改内容。').waitFor()
}

async function choosesItem(page: Page): Promise<void> {
  await press(page, '修改一个事项')
  await findsItem(page)
}

async function findsItem(page: Page): Promise<void> {
  await page.getByLabel('改哪个事项').fill('收养登记')
  await page.locator('.ant-select-item-option').filter({ hasText: '收养登记' }).first().click()
}

async function sendsOn(page: Page): Promise<void> {
  await press(page, '送审')
  for (const box of await page.getByRole('dialog').getByRole('checkbox').all()) await box.check()
  await confirm(page, '送审')
  await page.getByText('已送审，等审定单位审定。').waitFor()
}

async function writes(page: Page): Promise<void> {
  await press(page, '修改')
  await page.getByRole('link', { name: '时限和环节' }).click()
  await page.getByRole('textbox', { name: '承诺几天办完' }).fill('十天')
  await press(page, '保存修改')
  await page.getByText('“承诺几天办完”要填数字，例如5。').first().waitFor()
  await page.getByRole('textbox', { name: '承诺几天办完' }).fill('10')
  await page.getByText('各环节合计15个工作日，承诺10个工作日。').waitFor()
  await page.getByText('第2个环节：审查').click()
  await page.locator('details.item-line').nth(1).getByRole('textbox', { name: '几个工作日' }).fill('5')
  await page.getByText('各环节合计10个工作日，承诺10个工作日。').waitFor()
  await screens.officerLooks(page, 'limits')
  await page.getByRole('link', { name: '申请材料' }).click()
  await page.getByText('第4份材料：收养人婚姻状况和抚养能力的证明').click()
  const paper = page.locator('details').filter({ hasText: '收养人婚姻状况和抚养能力的证明' })
  await paper.getByRole('textbox', { name: '怎样算合格' }).fill('另外附上银行流水。')
  await press(page, '保存修改')
  await paper.getByText('这是上级定的，本区不能改。请还原。').waitFor()
  await paper.getByRole('button', { name: '还原“怎样算合格”' }).click()
  await paper.getByText('可以先受理、后补交').click()
  await screens.officerLooks(page, 'materials')
  // The tab crashes: what was typed is there again.
  await page.reload()
  await page.getByText('改了3处，还没有保存').waitFor()
  await press(page, '保存修改')
  await page.getByText('没有新的修改').waitFor()
  await page.getByRole('link', { name: '返回这次变更' }).click()
}

async function submits(page: Page): Promise<void> {
  await page.getByText('材料“收养人婚姻状况和抚养能力的证明”现在可以先受理后补交。').waitFor()
  await screens.officerLooks(page, 'a-change')
  await press(page, '送审')
  const dialog = page.getByRole('dialog')
  await dialog.getByText('内容合法').click()
  await confirm(page, '送审')
  await dialog.getByText('送审前要确认内容合法、真实、准确、完整。').waitFor()
  for (const mark of ['内容真实', '内容准确', '内容完整'])
    await dialog.getByText(mark, { exact: true }).click()
  await confirm(page, '送审')
  await page.getByText('已送审，等审定单位审定。').waitFor()
}

async function approves(page: Page): Promise<void> {
  await screens.officerLooks(page, 'waiting-for-approval')
  await page.getByRole('link', { name: '收养登记' }).click()
  await page.getByText('承诺时限').first().waitFor()
  await approvesFor(page, '2026-12-01')
}

async function approvesFor(page: Page, day: string): Promise<void> {
  await press(page, '审定')
  const dialog = page.getByRole('dialog')
  for (const box of await dialog.getByRole('checkbox').all()) await box.check()
  await screens.officerLooks(page, 'approving')
  await confirm(page, '审定')
  await press(page, '定发布日期')
  await dialog.getByLabel('实施日期').fill(day)
  await confirm(page, '定发布日期')
  await page.getByText('到实施日期自动发布。在那以前可以取消。').waitFor()
}
