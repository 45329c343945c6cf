import { beforeAll, expect, test } from 'vitest'
import { readText } from '#platform/documents/reading.ts'
import { startHouse, type TestHouse } from '../apps/server/testing/house.ts'
import { COMPANY, companyFiling, fillFoodLicence, NOODLE_SHOP } from './testing/food-licence.ts'
import { atDesk, type AtDesk } from './testing/officer.ts'
import { openScreens, type Screens } from './testing/screens.ts'
import { shanghai } from './testing/shanghai.ts'

// Real: server on a port, PostgreSQL, documents, the workbench in Chromium. Moved by hand: the clock and due work.
let house: TestHouse
let screens: Screens

beforeAll(async () => {
  house = await startHouse({ at: shanghai('2026-11-23T09:00'), listening: true })
  screens = await openScreens()
})

const CLERK = 'clerk.hall'
const REVIEWER = 'reviewer.approval-bureau'
const APPROVER = 'approver.approval-bureau'
/** Who told what was meant does not decide it as well. */
const SECOND_APPROVER = 'approver2.approval-bureau'
const ISSUER = 'issuer.hall'

test('a noodle shop gets its food licence on a promise while its owner waits, and loses it when the promise proves false', async () => {
  const clerk = await atDesk(await screens.officer(), house, CLERK)
  const no = await takesDownThePromise(clerk)
  await acceptsAtOnce(clerk)
  await decidesWhileTheOwnerWaits(clerk, no)
  await checksAfterwards(no)
  await tellsWhatIsMeant(no)
  await servesTheNotice(no)
  await revokesAfterTheDays(no)
  await servesTheRevocation(no)
  expect([screens.faults, house.faults]).toEqual([[], []])
})

test('a company is asked for a visit to its kitchen and gets the licence by post', async () => {
  house.clock.set(shanghai('2027-01-11T09:00'))
  const clerk = await atDesk(await screens.officer(), house, CLERK)
  await theCompanyHasNoChoice(clerk)
  const no = await takenIn()
  await clerk.page.getByRole('link', { name: '待办' }).click()
  await clerk.openFromList(no)
  await clerk.press('受理')
  await clerk.confirm('其余已收到的都合格')
  await clerk.confirm('受理')
  await clerk.dialog.waitFor({ state: 'hidden' })
  await looksAtTheKitchen(no)
  await isDecidedAndSealed(no)
  await goesByPost(no)
  expect([screens.faults, house.faults]).toEqual([[], []])
})

async function takesDownThePromise({ page }: AtDesk): Promise<string> {
  await page.getByRole('link', { name: '窗口收件' }).click()
  await page.getByLabel('群众要办什么事？').fill('开饭店')
  await page.getByRole('link', { name: '食品经营许可（新办）', exact: true }).click()
  await page.getByText(/收件地点：.*窗口/).waitFor()
  const choose = (question: string, answer: string) =>
    page.getByRole('radiogroup', { name: question, exact: true }).getByText(answer, { exact: true }).click()
  expect(await page.getByRole('radiogroup', { name: '办理方式' }).count()).toBe(0)
  await page.getByText(/“食品加工操作流程”.*要不要交，看申请表怎么填/).waitFor()
  await choose('申请人是', '个体工商户')
  await choose('主体业态', '餐饮服务经营者')
  await fillFoodLicence(page, NOODLE_SHOP)
  for (const [paper, kind] of [
    ['营业执照或者其他主体资格证明', '复印件'],
    ['主要设备设施和经营布局说明', '原件'],
    ['食品加工操作流程', '原件'],
  ] as const)
    await page.getByLabel(`${paper} ${kind}`, { exact: true }).fill('1')
  await choose('结果怎么给申请人', '到窗口领取')
  await page.getByRole('button', { name: '下一步：核对' }).click()
  await page.getByRole('link', { name: '请选择“办理方式”' }).waitFor()
  await choose('办理方式', '告知承诺，当场决定，事后核查')
  await page.getByText('由承诺代替，不用交“食品安全规章制度目录清单”。').waitFor()
  await screens.officerLooks(page, 'promise-read-out')
  await page.getByRole('button', { name: '下一步：核对' }).click()
  await page.getByRole('link', { name: '请申请人在告知承诺书上签字，再勾选确认' }).waitFor()
  await page.getByRole('checkbox', { name: /在告知承诺书上签字/ }).check()
  await page.getByRole('button', { name: '下一步：核对' }).click()
  await screens.officerLooks(page, 'promise-read-back')
  await page.getByRole('button', { name: '确认收件', exact: true }).click()
  await page.getByRole('heading', { name: '已收件' }).waitFor()
  await screens.officerLooks(page, 'promise-receipt')
  const no = /receipts\/([^/?]+)/.exec(page.url())![1]!
  // The owner waits: the way on has the focus already.
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: '现在该做什么' }).waitFor()
  await screens.officerLooks(page, 'promise-case')
  return no
}

async function acceptsAtOnce(clerk: AtDesk): Promise<void> {
  expect(await clerk.text()).toContain('当场办结：申请人在窗口等')
  await clerk.press('受理')
  await clerk.confirm('其余已收到的都合格')
  await clerk.judge('授权委托书和代办人身份证', '不需要')
  await screens.officerLooks(clerk.page, 'promise-checklist')
  await clerk.confirm('受理')
  await clerk.dialog.waitFor({ state: 'hidden' })
  expect(await clerk.text()).toContain('下一步由审批人员办理，请马上转告')
}

async function decidesWhileTheOwnerWaits(clerk: AtDesk, no: string): Promise<void> {
  const approver = await atDesk(await screens.officer(), house, APPROVER)
  await approver.openFromList(no)
  await approver.press('准予')
  await approver.page.getByRole('textbox', { name: '决定内容' }).fill('准予从事热食类食品制售。')
  await approver.confirm('准予')
  await approver.dialog.waitFor({ state: 'hidden' })
  await approver.page.context().close()
  await house.settle()
  const issuer = await atDesk(await screens.officer(), house, ISSUER)
  await issuer.openFromList(no)
  await issuer.press('签章发文')
  await issuer.confirm('签章发文')
  await issuer.dialog.waitFor({ state: 'hidden' })
  await issuer.page.context().close()
  await house.settle()
  await clerk.page.reload()
  await clerk.press('窗口送达')
  await clerk.page.getByLabel('领取人姓名').fill(NOODLE_SHOP.owner)
  await clerk.page.getByText('申请人本人').click()
  await clerk.page.getByLabel('怎么核实的身份').fill('看过身份证原件')
  await clerk.confirm('窗口送达')
  await clerk.dialog.waitFor({ state: 'hidden' })
  expect(await clerk.text()).toContain('已送达，待事后核查')
  await house.settle()
}

async function checksAfterwards(no: string): Promise<void> {
  house.clock.set(shanghai('2026-12-07T10:00'))
  const reviewer = await atDesk(await screens.officer(), house, REVIEWER)
  await screens.officerLooks(reviewer.page, 'after-checks-due')
  expect(await reviewer.text()).toMatch(/事后核查期限\s+2027年1月5日/)
  await reviewer.openFromList(no)
  await screens.officerLooks(reviewer.page, 'under-check')
  await reviewer.press('登记事后核查')
  await reviewer.confirm('登记事后核查')
  await reviewer.page.getByRole('link', { name: '“核查人员”至少要写两个人的姓名，不能重复' }).waitFor()
  await reviewer.page.getByLabel('核查人员2').fill('演示审查12')
  await reviewer.page.getByText('与承诺不符', { exact: true }).click()
  await reviewer.page.getByText('登记后转给审批人员作出撤销决定').waitFor()
  await reviewer.page.getByLabel('核查情况').fill('后厨没有消毒和冷藏设备，与承诺第三条不符。')
  await screens.officerLooks(reviewer.page, 'check-form')
  await reviewer.confirm('登记事后核查')
  await reviewer.dialog.waitFor({ state: 'hidden' })
  expect(await reviewer.text()).toContain('核查不符合承诺，待撤销')
  await reviewer.page.context().close()
  await house.settle()
}

/** Nothing is taken back before its holder was told and could answer (行政许可法第七条). */
async function tellsWhatIsMeant(no: string): Promise<void> {
  const approver = await atDesk(await screens.officer(), house, APPROVER)
  await approver.openFromList(no)
  expect(await approver.buttons()).not.toContain('撤销决定')
  await approver.press('告知拟撤销')
  await approver.page.getByLabel('事实和理由').fill('事后核查发现后厨没有消毒和冷藏设备，与承诺第三条不符。')
  await approver.page.getByLabel('依据的法律条款').fill('行政许可法第六十九条第二款')
  await screens.officerLooks(approver.page, 'tell-revocation-form')
  await approver.confirm('告知拟撤销')
  await approver.confirm('确认告知拟撤销')
  await approver.dialog.waitFor({ state: 'hidden' })
  await approver.page.context().close()
  await house.settle()
}

async function servesTheNotice(no: string): Promise<void> {
  const clerk = await atDesk(await screens.officer(), house, CLERK)
  await clerk.openFromList(no)
  await clerk.press('送达告知文书')
  await clerk.page.getByLabel('签收人', { exact: true }).fill(NOODLE_SHOP.owner)
  await clerk.page.getByLabel('核验的证件').fill('居民身份证')
  await clerk.confirm('送达告知文书')
  await clerk.dialog.waitFor({ state: 'hidden' })
  await screens.officerLooks(clerk.page, 'notice-served')
  await clerk.page.context().close()
  await house.settle()
}

/** The owner says nothing; the day after the last of the days the system puts that on record. */
async function revokesAfterTheDays(no: string): Promise<void> {
  house.clock.set(shanghai('2026-12-15T10:00'))
  await house.settle()
  const { body } = await (await house.as(APPROVER)).call('GET', `/cases/${no}`)
  const left = (body as { allowed: { act: string }[] }).allowed.map(({ act }) => act)
  expect(left).toContain('hear-party')
  expect(left).not.toContain('revoke')
  const approver = await atDesk(await screens.officer(), house, SECOND_APPROVER)
  await approver.openFromList(no)
  await approver.press('撤销决定')
  expect(await approver.dialog.innerText()).toContain('后厨没有消毒和冷藏设备')
  const basis = approver.page.getByLabel('依据的法律条款')
  expect(await basis.inputValue()).toContain('国办发〔2020〕42号')
  await approver.page.getByLabel('撤销的理由').fill('事后核查发现后厨没有消毒和冷藏设备，与承诺内容不符。')
  await screens.officerLooks(approver.page, 'revoke-form')
  await approver.confirm('撤销决定')
  await approver.confirm('确认撤销决定')
  await approver.dialog.waitFor({ state: 'hidden' })
  expect(await approver.text()).toContain('已决定撤销，待送达')
  await approver.page.context().close()
  await house.settle()
}

/** A new day, a new session. */
async function servesTheRevocation(no: string): Promise<void> {
  const clerk = await atDesk(await screens.officer(), house, CLERK)
  await clerk.openFromList(no)
  await clerk.press('送达撤销决定')
  await clerk.page.getByLabel('签收人', { exact: true }).fill(NOODLE_SHOP.owner)
  await clerk.page.getByLabel('核验的证件').fill('居民身份证')
  await screens.officerLooks(clerk.page, 'serve-revocation')
  await clerk.confirm('送达撤销决定')
  await clerk.dialog.waitFor({ state: 'hidden' })
  await house.settle()
  await clerk.page.reload()
  await clerk.page.getByRole('tab', { name: '文书' }).click()
  await screens.officerLooks(clerk.page, 'revoked')
  expect(await clerk.text()).toContain('已撤销')
  const link = clerk.page.getByRole('link', { name: '撤销行政许可决定书' }).first()
  const pdf = await clerk.page.context().request.get(`${house.url}${await link.getAttribute('href')}`)
  expect(await readText(await pdf.body())).toContain(NOODLE_SHOP.name)
}

/** The same form says nothing of a promise to a company. */
async function theCompanyHasNoChoice({ page }: AtDesk): Promise<void> {
  await page.goto(`${house.url}/staff/intake/food-business-licence`)
  const kind = page.getByRole('radiogroup', { name: '申请人是', exact: true })
  await kind.getByText('个体工商户', { exact: true }).click()
  await page.getByRole('radiogroup', { name: '办理方式' }).waitFor()
  await kind.getByText('企业', { exact: true }).click()
  await page.getByRole('radiogroup', { name: '办理方式' }).waitFor({ state: 'detached' })
  page.once('dialog', (dialog) => void dialog.accept())
}

async function takenIn(): Promise<string> {
  const reply = await (await house.as(CLERK)).call('POST', '/cases', await companyFiling(house))
  expect(reply).toMatchObject({ status: 200 })
  await house.settle()
  return (reply.body as { no: string }).no
}

async function looksAtTheKitchen(no: string): Promise<void> {
  house.clock.set(shanghai('2027-01-12T15:00'))
  const reviewer = await atDesk(await screens.officer(), house, REVIEWER)
  await reviewer.openFromList(no)
  await reviewer.press('登记现场勘验')
  await reviewer.page.getByLabel('勘验人员2').fill('演示审查12')
  await reviewer.page.getByLabel('勘验日期').fill('2027-01-12')
  await reviewer.page.getByText('符合条件', { exact: true }).click()
  await reviewer.page.getByLabel('看到的情况').fill('场所、设备和布局与布局图一致，消毒和冷藏设备齐全。')
  await screens.officerLooks(reviewer.page, 'survey-form')
  await reviewer.confirm('登记现场勘验')
  await reviewer.dialog.waitFor({ state: 'hidden' })
  await screens.officerLooks(reviewer.page, 'surveyed')
  // After one act the keyboard stands before what is to be done now, and on no act that a stray Enter would open.
  await reviewer.page.locator('h2:focus', { hasText: '现在该做什么' }).waitFor()
  await reviewer.press('提交审查意见')
  await reviewer.page.getByText('建议准予').click()
  await reviewer.page.getByRole('textbox', { name: '审查意见' }).fill('符合许可条件。')
  await reviewer.confirm('提交审查意见')
  await reviewer.dialog.waitFor({ state: 'hidden' })
  await reviewer.page.context().close()
}

async function isDecidedAndSealed(no: string): Promise<void> {
  const approver = await house.as(APPROVER)
  const issuer = await house.as(ISSUER)
  for (const [who, act, input] of [
    [approver, 'grant', { conclusion: '准予从事热食类食品制售。' }],
    [issuer, 'seal', {}],
  ] as const)
    expect(await who.call('POST', `/cases/${no}/acts/${act}`, { input })).toMatchObject({ status: 200 })
  await house.settle()
}

async function goesByPost(no: string): Promise<void> {
  const clerk = await atDesk(await screens.officer(), house, CLERK)
  const { page } = clerk
  await clerk.openFromList(no)
  await clerk.press('交付邮寄')
  expect(await clerk.dialog.innerText()).not.toContain('秋谷村31号')
  await clerk.confirm('查看完整地址')
  await page.getByLabel('为什么要看').fill('填写快递面单')
  await page.getByRole('button', { name: '记录并查看' }).click()
  await page.getByText('博山区山头街道秋谷村31号').waitFor()
  await page.getByText('政府承担，申请人不付').click()
  await screens.officerLooks(page, 'hand-to-post')
  await clerk.confirm('交付邮寄')
  await clerk.dialog.waitFor({ state: 'hidden' })
  await house.settle()
  await clerk.press('登记运单号')
  await page.getByRole('textbox', { name: '运单号' }).fill('12')
  await clerk.confirm('登记运单号')
  await page.getByRole('link', { name: /运单号是6到40位字母或数字/ }).waitFor()
  await page.getByRole('textbox', { name: '运单号' }).fill('EMS1234567890')
  await clerk.confirm('登记运单号')
  await clerk.dialog.waitFor({ state: 'hidden' })
  await screens.officerLooks(page, 'in-post')
  await clerk.press('登记邮件签收')
  await page.getByLabel('签收人姓名').fill(COMPANY.owner)
  await page.getByLabel('签收日期').fill('2027-01-12')
  await clerk.confirm('登记邮件签收')
  await clerk.dialog.waitFor({ state: 'hidden' })
  expect(await clerk.text()).toContain('已办结')
}
