import { beforeAll, expect, test } from 'vitest'
import { readText } from '#platform/documents/reading.ts'
import { startHouse, type TestHouse } from '../apps/server/testing/house.ts'
import { atPhone, inventedId, photo, scan, type AtPhone } from './testing/citizen.ts'
import { atDesk, type AtDesk } from './testing/officer.ts'
import { openScreens, type Screens } from './testing/screens.ts'
import { shanghai } from './testing/shanghai.ts'

// Real: server on a port, PostgreSQL, documents, both web apps in Chromium. Moved by hand: the clock and due work.
let house: TestHouse
let screens: Screens

beforeAll(async () => {
  house = await startHouse({ at: shanghai('2026-11-23T09:00'), listening: true })
  screens = await openScreens()
})

const FATHER = { name: '测试老丁', id: inventedId('1904-03-05', '101') }
const DAUGHTER = { name: '测试丁', id: inventedId('1909-06-07', '102'), phone: '19900000102' }
const PASSWORD = 'Shiyong-2026!'
const REGISTER = '户口簿（首页和本人页）'

test('an old man’s daughter applies for the elderly allowance with one paper missing and collects a sealed decision', async () => {
  const daughter = atPhone(await screens.citizen())
  await findsTheMatter(daughter)
  await registers(daughter)
  const no = await applies(daughter)

  house.clock.set(shanghai('2026-11-24T10:00'))
  await isToldOnceWhatIsMissing(no)
  await house.settle()
  await handsInTheRest(daughter, no)
  await house.settle()

  house.clock.set(shanghai('2026-11-25T09:30'))
  const clerk = await atDesk(await screens.officer(), house, 'clerk.shantou')
  await twoClerksAcceptAndOneDoes(clerk, no)
  await house.settle()
  await readsTheSameDayEverywhere(daughter, clerk, no)
  await isDecided(no)
  const decision = await takesTheDecisionHome(daughter, no)
  await anybodyCanVerify(decision)
  await rates(daughter, no)
  expect(screens.faults).toEqual([])
  expect(house.faults).toEqual([])
})

test('an old man at the counter has his application taken down once, however often the clerk clicks', async () => {
  house.clock.set(shanghai('2026-12-01T09:00'))
  const clerk = await atDesk(await screens.officer(), house, 'clerk.shantou2')
  await takesDown(clerk)
  await screens.officerLooks(clerk.page, 'intake-check')
  await clerk.page.getByRole('button', { name: '确认收件', exact: true }).dblclick()
  await clerk.page.getByRole('heading', { name: '已收件' }).waitFor()
  await house.settle()
  await clerk.page.getByRole('link', { name: '打开接收凭证' }).waitFor()
  await screens.officerLooks(clerk.page, 'intake-receipt')
  await clerk.page.getByRole('link', { name: '待办' }).click()
  await clerk.page.getByRole('link', { name: '高龄津贴申领' }).first().waitFor()
  expect(await clerk.page.locator('[data-row]').count()).toBe(1)
  expect([screens.faults, house.faults]).toEqual([[], []])
})

async function findsTheMatter(daughter: AtPhone): Promise<void> {
  await daughter.open(house.url)
  await screens.looks(daughter.page, 'home')
  await daughter.fill('您要办什么事？', '老人补贴')
  await daughter.press('查找')
  await screens.looks(daughter.page, 'search')
  await daughter.follow('领高龄津贴')
  await screens.looks(daughter.page, 'guide')
  const guide = await daughter.text()
  for (const paper of ['老人的居民身份证', REGISTER, '老人本人的社会保障卡']) expect(guide).toContain(paper)
  expect(guide).toContain('10个工作日')
  await daughter.follow('网上申请')
  await screens.looks(daughter.page, 'before-applying')
}

async function registers(daughter: AtPhone): Promise<void> {
  await daughter.follow('第一次来，注册')
  await daughter.fill('姓名', DAUGHTER.name)
  await daughter.fill('身份证号', DAUGHTER.id)
  await daughter.fill('手机号', DAUGHTER.phone)
  await daughter.fill('账号名', 'daughter')
  await daughter.fill('密码', 'abc')
  await daughter.press('注册并登录')
  await screens.looks(daughter.page, 'weak-password')
  expect(await daughter.page.getByLabel('姓名').inputValue()).toBe(DAUGHTER.name)
  await daughter.fill('密码', PASSWORD)
  await daughter.press('注册并登录')
  await daughter.press('开始填写')
}

async function applies(daughter: AtPhone): Promise<string> {
  await screens.looks(daughter.page, 'where')
  await daughter.pick('户籍所在村（社区）', '山头街道', '秋谷村委会')
  await daughter.choose('办好以后怎样拿结果', '网上下载电子文书')
  await daughter.press('保存并继续')
  await fillsTheForm(daughter)
  await screens.looks(daughter.page, 'materials')
  await daughter.handIn('老人的居民身份证', photo('身份证.png'))
  await daughter.handIn('老人本人的社会保障卡', photo('社保卡.png'))
  await daughter.handIn('授权委托书和代办人身份证', scan('委托书.pdf'))
  await daughter.press('保存并继续')
  await screens.looks(daughter.page, 'materials-missing')
  expect(await daughter.text()).toMatch(new RegExp(`还有1样材料没有上传\\s+${REGISTER}`))
  await daughter.page.getByRole('button', { name: '缺的以后补，继续', exact: true }).first().click()
  await screens.looks(daughter.page, 'check')
  const answers = await daughter.text()
  for (const part of [FATHER.name, '山头街道便民服务中心', '授权委托书和代办人身份证-1.pdf', '没有上传'])
    expect(answers).toContain(part)
  await daughter.press('确认提交')
  await house.settle()
  await daughter.page.reload()
  await screens.looks(daughter.page, 'receipt')
  const no = /cases\/([^/]+)\/submitted$/.exec(daughter.page.url())![1]!
  expect((await daughter.text()).replaceAll(' ', '')).toContain(no)
  return no
}

async function fillsTheForm(daughter: AtPhone): Promise<void> {
  // Her own name, number, sex and birthday stand there; his number does not go with hers.
  await daughter.fill('老人姓名', FATHER.name)
  await daughter.fill('老人身份证号码', FATHER.id)
  await daughter.press('保存并继续')
  await screens.looks(daughter.page, 'form-wrong')
  await daughter.choose('性别', '男')
  await daughter.fillDay('出生日期', '1904-03-05')
  await daughter.press('保存并继续')
  await screens.looks(daughter.page, 'form-second')
  await daughter.fill('户籍地址', '博山区山头街道秋谷村1号')
  await daughter.page.getByText('户籍所在村（社区）：山头街道 秋谷村委会（改）', { exact: true }).waitFor()
  await daughter.choose('现在住的地方', '在户籍地居住')
  await daughter.press('保存并继续')
  await daughter.choose('申领档次', '100周岁以上')
  await daughter.choose('是否在外地领着同类津贴', '否')
  await daughter.press('保存并继续')
  await daughter.fill('社会保障卡开户银行', '示例银行')
  await daughter.fill('社会保障卡银行账号', '6200000000000000001')
  await daughter.press('保存并继续')
  await daughter.choose('是否由他人代办', '是')
  await daughter.fill('代办人姓名', DAUGHTER.name)
  await daughter.fill('代办人身份证号码', DAUGHTER.id)
  await daughter.fill('代办人电话', DAUGHTER.phone)
  await daughter.choose('代办人与老人的关系', '子女')
  await daughter.press('保存并继续')
}

/** The form and the papers on the counter, the register missing. */
async function takesDown({ page }: AtDesk): Promise<void> {
  await page.getByRole('link', { name: '窗口收件' }).click()
  await page.getByLabel('群众要办什么事？').fill('老人补贴')
  await page.getByRole('link', { name: '高龄津贴申领', exact: true }).click()
  const fill = (name: string, value: string) => page.getByLabel(name, { exact: true }).fill(value)
  const choose = (question: string, answer: string) =>
    page.getByRole('radiogroup', { name: question }).getByText(answer, { exact: true }).click()
  await fill('老人姓名', FATHER.name)
  await screens.officerLooks(page, 'intake')
  await page.getByRole('button', { name: '下一步：核对' }).click()
  await screens.officerLooks(page, 'intake-wrong')
  await fill('老人身份证号码', FATHER.id)
  await fill('联系电话', '19900000101')
  await choose('性别', '男')
  await fill('出生日期', '1904-03-05')
  await fill('户籍地址', '博山区山头街道秋谷村1号')
  const village = page.getByRole('group', { name: '户籍所在村（社区）' })
  for (const [list, name] of [
    ['镇（街道）', '山头街道'],
    ['村（社区）', '秋谷村委会'],
  ] as const) {
    await village.getByRole('combobox', { name: list }).fill(name)
    await page.getByTitle(name, { exact: true }).last().click()
  }
  await choose('现在住的地方', '在户籍地居住')
  await choose('申领档次', '100周岁以上')
  await choose('是否在外地领着同类津贴', '否')
  await fill('社会保障卡开户银行（选填）', '示例银行')
  await fill('社会保障卡银行账号（选填）', '6200000000000000001')
  await choose('是否由他人代办', '否')
  for (const paper of ['老人的居民身份证', '老人本人的社会保障卡']) await fill(`${paper} 原件`, '1')
  await choose('结果怎么给申请人', '到窗口领取')
  await page.getByRole('button', { name: '下一步：核对' }).click()
}

async function isToldOnceWhatIsMissing(no: string): Promise<void> {
  const clerk = await atDesk(await screens.officer(), house, 'clerk.shantou')
  await screens.officerLooks(clerk.page, 'work-list')
  await clerk.openFromList(no)
  await screens.officerLooks(clerk.page, 'case-received')
  await clerk.press('受理')
  await clerk.confirm('其余已收到的都合格')
  await clerk.judge(REGISTER, '缺少')
  await clerk.judge('低收入证明', '不需要')
  await screens.officerLooks(clerk.page, 'notice')
  await clerk.confirm('一次告知补正')
  await clerk.confirm('确认发出')
  await clerk.dialog.waitFor({ state: 'hidden' })
  expect(await clerk.text()).toContain('待补正材料')
  await screens.officerLooks(clerk.page, 'case-supplementing')
  await clerk.page.context().close()
}

async function handsInTheRest(daughter: AtPhone, no: string): Promise<void> {
  await daughter.open(`${house.url}/my`)
  await signsIn(daughter)
  await screens.looks(daughter.page, 'my-matters')
  await daughter.follow('高龄津贴申领')
  await screens.looks(daughter.page, 'case-asks')
  const notice = await readText(await daughter.paper('补正告知书'))
  await daughter.follow('看要补什么，去补')
  await screens.looks(daughter.page, 'supplement')
  for (const text of [await daughter.text(), notice])
    expect(text).toContain('没有收到“户口簿（首页和本人页）”')
  await daughter.press('全部补齐，提交')
  await screens.looks(daughter.page, 'supplement-empty')
  await daughter.page.getByLabel(`选照片或文件：${REGISTER}`).setInputFiles(scan('户口簿.pdf'))
  await daughter.press('全部补齐，提交')
  expect(await daughter.text()).toContain('已收件，待受理')
  expect(daughter.page.url()).toContain(no)
}

/** A new day, a new session. */
async function signsIn(daughter: AtPhone): Promise<void> {
  await daughter.fill('账号', 'daughter')
  await daughter.fill('密码', PASSWORD)
  await daughter.press('登录')
}

async function twoClerksAcceptAndOneDoes(clerk: AtDesk, no: string): Promise<void> {
  await clerk.openFromList(no)
  const second = await atDesk(await screens.officer(), house, 'clerk.shantou2')
  await second.openFromList(no)
  await second.press('受理')
  await second.confirm('其余已收到的都合格')
  await second.page.getByRole('textbox', { name: '受理备注' }).fill('户口簿已核对，准备受理')
  await clerk.press('受理')
  await clerk.confirm('其余已收到的都合格')
  await screens.officerLooks(clerk.page, 'checklist')
  await clerk.confirm('受理')
  await clerk.dialog.waitFor({ state: 'hidden' })
  await second.confirm('受理')
  const refusal = second.page.getByRole('alert')
  await refusal.waitFor()
  // Seen without scrolling, next to the button that was pressed.
  const isSeen = async () => {
    const box = await refusal.boundingBox()
    return box !== null && box.y > 0 && box.y + box.height < second.page.viewportSize()!.height
  }
  await expect.poll(isSeen).toBe(true)
  await screens.officerLooks(second.page, 'second-clerk')
  expect(await refusal.innerText()).toContain(
    '这个办件现在是“已受理，审查中”，最近一步由演示窗口05（山头街道便民服务中心市场准入窗口）办理，不能再做“受理”。',
  )
  expect(await second.page.getByRole('textbox', { name: '受理备注' }).inputValue()).toBe(
    '户口簿已核对，准备受理',
  )
  await second.page.context().close()
}

async function readsTheSameDayEverywhere(daughter: AtPhone, clerk: AtDesk, no: string): Promise<void> {
  await daughter.open(`${house.url}/my/cases/${no}`)
  await signsIn(daughter)
  await screens.looks(daughter.page, 'case-accepted')
  const sentence = await daughter.page
    .locator('.clock-box', { hasText: '我们承诺的' })
    .locator('.clock-sentence')
    .innerText()
  expect(sentence).toBe(
    '2026年11月25日（星期三）受理（当日不计，次日起算），服务指南承诺办结时限：10个工作日。到期日：2026年12月9日（星期三）。',
  )
  await clerk.page.getByRole('tab', { name: '期限' }).click()
  await screens.officerLooks(clerk.page, 'case-clocks')
  await clerk.page.getByText(sentence).waitFor()
  expect(await readText(await daughter.paper('受理通知书'))).toContain(sentence.replace(/\s/gu, ''))
}

async function isDecided(no: string): Promise<void> {
  const steps: [who: string, day: string, act: string, answer: (officer: AtDesk) => Promise<void>][] = [
    [
      'reviewer.shantou',
      '2026-11-26T10:00',
      '提交审查意见',
      async ({ page }) => {
        await page.getByText('建议准予').click()
        await page.getByRole('textbox', { name: '审查意见' }).fill('年龄、户籍核对一致，没有重复领取。')
      },
    ],
    [
      'approver.shantou',
      '2026-11-27T10:00',
      '准予',
      ({ page }) =>
        page
          .getByRole('textbox', { name: '决定内容' })
          .fill('按100周岁以上档次给付高龄津贴，自2026年12月起发放。'),
    ],
    ['issuer.shantou', '2026-11-30T10:00', '签章发文', async () => {}],
  ]
  for (const [who, day, act, answer] of steps) {
    house.clock.set(shanghai(day))
    const officer = await atDesk(await screens.officer(), house, who)
    await officer.openFromList(no)
    expect(await officer.buttons()).toContain(act)
    await officer.press(act)
    await answer(officer)
    await screens.officerLooks(officer.page, who)
    await officer.confirm(act)
    await officer.dialog.waitFor({ state: 'hidden' })
    await house.settle()
    await officer.page.context().close()
  }
}

async function takesTheDecisionHome(daughter: AtPhone, no: string): Promise<Buffer> {
  await daughter.open(`${house.url}/my/cases/${no}`)
  await signsIn(daughter)
  await screens.looks(daughter.page, 'case-closed')
  expect(await daughter.text()).toContain('已办结')
  const decision = await daughter.paper('决定书')
  const text = await readText(decision)
  for (const part of [
    FATHER.name,
    '按100周岁以上档次给付高龄津贴',
    '〔2026〕',
    '博山区人民政府山头街道办事处',
  ])
    expect(text).toContain(part)
  return decision
}

async function anybodyCanVerify(decision: Buffer): Promise<void> {
  const url = await screens.readQr(decision)
  expect(url).toMatch(new RegExp(`^${house.url}/verify/`))
  const stranger = atPhone(await screens.citizen())
  await stranger.open(url!)
  await screens.looks(stranger.page, 'verify')
  expect(await stranger.heading()).toBe('这份文书是真的')
  const changed = Buffer.from(decision)
  changed[changed.length - 20]! ^= 1
  for (const [buffer, answer, heading] of [
    [decision, '文件没有改动过', '这份文书是真的'],
    [changed, '文件和原件不一样', '您上传的文件和原件不一样'],
  ] as const) {
    await stranger.page
      .getByLabel('选择您收到的PDF或OFD文件')
      .setInputFiles({ name: '决定书.pdf', mimeType: 'application/pdf', buffer })
    await stranger.press('比对')
    await screens.looks(stranger.page, buffer === decision ? 'verify-same' : 'verify-changed')
    expect([await stranger.heading(), await stranger.text()]).toEqual([
      heading,
      expect.stringContaining(answer),
    ])
  }
}

async function rates(daughter: AtPhone, no: string): Promise<void> {
  await daughter.follow('评一评')
  await screens.looks(daughter.page, 'rating')
  const again = atPhone(await daughter.page.context().newPage())
  await again.open(daughter.page.url())
  await daughter.page.getByLabel('非常满意', { exact: true }).check()
  await daughter.press('提交评价')
  await screens.looks(daughter.page, 'thanks')
  await again.page.getByLabel('不满意', { exact: true }).check()
  await again.press('提交评价')
  await screens.looks(again.page, 'rated-twice')
  expect(await again.text()).toContain('已经评价过')
  await daughter.open(`${house.url}/my/cases/${no}`)
  await screens.looks(daughter.page, 'case-rated')
  expect(await daughter.text()).toContain('您的评价')
}
