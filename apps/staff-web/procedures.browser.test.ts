import { describe, expect, test } from 'vitest'
import type { CaseDetail } from '#capabilities/case/contract.ts'
import * as chromium from '#platform/testing/browser.ts'
import { CASE_NO } from './testing/canned-case.ts'
import { act, allowing, promised, PROMISE_CASE, promiseItem } from './testing/canned-promise.ts'
import { session } from './testing/canned-office.ts'
import { atWorkbench } from './testing/at-workbench.ts'

// Real: the built workbench and Chromium. Canned: every answer of the server.
const desk = atWorkbench(chromium)
const { open, press, confirm, choose, looksWell } = desk

const acts = (name: string) => `POST /cases/${CASE_NO}/acts/${name}`
const done = (name: string, state: string) => ({ [acts(name)]: { no: CASE_NO, state, version: 4 } })
const sent = () => (desk.server.received.at(-1)!.body as { input: unknown }).input
const accept = act('accept', '受理')
const leaveOpen = act('leave-open', '说明未当场办结的原因', {
  tone: 'normal',
  choices: {
    code: [
      { value: 'needs-checking', label: '有情况需要核实' },
      { value: 'other', label: '其他原因' },
    ],
  },
})

describe('a matter decided while the applicant waits', () => {
  test('its kind is named, and whoever sees the case reads who is next', async () => {
    await open(PROMISE_CASE, allowing('received', [accept]))
    await desk.page.getByText('告知承诺', { exact: true }).first().waitFor()
    await desk.page.getByText('当场办结：申请人在窗口等').waitFor()
    await desk.page.getByText('您可以接着办“受理”').waitFor()
    await looksWell()
    desk.server.replies = allowing('accepted', [], { summary: { ...promised.summary, waitsFor: '审批人员' } })
    await desk.page.reload()
    await desk.page.getByText('下一步由审批人员办理，请马上转告').waitFor()
    expect(await desk.page.locator('.asked-acts').count()).toBe(0)
  })

  test('after an act the keyboard stands on the heading, never on an act; after closing a dialog on its button', async () => {
    const grant = {
      ...act('grant', '准予'),
      fields: [{ name: 'conclusion', label: '决定内容', type: 'long-text' as const, required: true }],
    }
    await open(PROMISE_CASE, { ...allowing('accepted', [grant, leaveOpen]), ...done('grant', 'decided') })
    await press('说明未当场办结的原因')
    await confirm('取消')
    await expect.poll(desk.focused).toBe('说明未当场办结的原因')
    await press('准予')
    await desk.page.getByLabel('决定内容').fill('准予从事热食类食品制售。')
    const summary = { ...promised.summary, version: 4 }
    Object.assign(desk.server.replies, allowing('decided', [act('seal', '签章发文'), leaveOpen], { summary }))
    await confirm('准予')
    await desk.page.getByRole('button', { name: '签章发文' }).waitFor()
    await expect.poll(desk.focused).toBe('现在该做什么')
    // One Enter too many does nothing; the figure of the next act is at hand.
    await desk.page.keyboard.press('Enter')
    expect(await desk.page.getByRole('dialog').count()).toBe(0)
    await desk.page.keyboard.press('1')
    await desk.page.getByRole('dialog').getByText('按下面的按钮确认。').waitFor()
  })

  test('without a reason nothing goes on, and the reason is one press away', async () => {
    const summary = { ...promised.summary, reasonOwed: true }
    const owed = { summary, leftOpen: { explained: false, text: '' } }
    await open(PROMISE_CASE, {
      ...allowing('received', [accept, leaveOpen], owed),
      ...done('leave-open', 'received'),
    })
    const banner = desk.page.getByRole('alert')
    await banner.getByText('当天没有办结，也没有说明原因').waitFor()
    await looksWell()
    await banner.getByRole('button', { name: '说明未当场办结的原因' }).click()
    await confirm('说明未当场办结的原因')
    await desk.page.getByRole('link', { name: /为什么当场没有办结/ }).waitFor()
    await choose('为什么当场没有办结', '有情况需要核实')
    await desk.page.getByLabel('具体情况').fill('营业执照要向登记机关核实。')
    await looksWell()
    const leftOpen = { explained: true, text: '有情况需要核实：营业执照要向登记机关核实。' }
    Object.assign(desk.server.replies, allowing('received', [accept], { leftOpen }))
    await confirm('说明未当场办结的原因')
    await desk.page.getByText(leftOpen.text).waitFor()
    expect(sent()).toEqual({ code: 'needs-checking', text: '营业执照要向登记机关核实。' })
    expect(await banner.count()).toBe(0)
  })
})

describe('looking at the place', () => {
  test('a survey needs two different people, and whoever writes is the first', async () => {
    const survey = act('record-survey', '登记现场勘验')
    await open(PROMISE_CASE, {
      ...allowing('accepted', [survey], { procedure: 'approval' }),
      ...done('record-survey', 'accepted'),
    })
    await press('登记现场勘验')
    expect(await desk.page.getByLabel('勘验人员1').inputValue()).toBe('演示窗口01')
    await desk.page.getByLabel('勘验人员2').fill('演示窗口01')
    await confirm('登记现场勘验')
    await desk.page.getByRole('link', { name: '“勘验人员”至少要写两个人的姓名，不能重复' }).click()
    await desk.page.getByLabel('勘验人员2').fill('测试乙')
    await confirm('再加一人')
    await desk.page.getByLabel('勘验人员3', { exact: true }).fill('测试丙')
    await desk.page.getByLabel('勘验日期').fill('2026-11-21')
    await choose('勘验结论', '不符合条件')
    await desk.page.getByLabel('看到的情况').fill('后厨没有消毒设备。')
    await looksWell()
    await confirm('登记现场勘验')
    await desk.page.getByText('“登记现场勘验”已办好。').waitFor()
    expect(sent()).toEqual({
      surveyors: ['演示窗口01', '测试乙', '测试丙'],
      day: '2026-11-21',
      result: 'not-met',
      text: '后厨没有消毒设备。',
    })
  })

  test('a check says what each result leads to, and time to put right is offered once', async () => {
    const check = act('record-check', '登记事后核查')
    const replies = (state: 'under-check' | 'rectifying') =>
      allowing(state, [check], { afterCheck: { dueDay: '2027-01-04' } })
    await open(PROMISE_CASE, {
      ...{ 'GET /session': session('reviewer') },
      ...replies('under-check'),
      ...done('record-check', 'rectifying'),
    })
    await desk.page.getByText('请在2027年1月4日（星期一）以前完成核查。').waitFor()
    await press('登记事后核查')
    await desk.page.getByRole('dialog').getByText('承诺内容，共2条').click()
    await choose('核查结论', '有问题，限期整改')
    await desk.page.getByText('整改期限从通知书送达的次日起算。只能给一次').waitFor()
    await desk.page.getByLabel('核查人员2').fill('测试乙')
    await desk.page.getByLabel('核查情况').fill('冷藏设备没有安装。')
    await looksWell()
    Object.assign(desk.server.replies, replies('rectifying'))
    await confirm('登记事后核查')
    await desk.page.getByText('“登记事后核查”已办好。').waitFor()
    expect(sent()).toMatchObject({ checkers: ['演示窗口01', '测试乙'], result: 'rectify' })
    await press('登记事后核查')
    await desk.page.getByText('已经改正，与承诺一致').waitFor()
    expect(await desk.page.getByText('有问题，限期整改').count()).toBe(0)
  })

  test('a revocation begins with what the check found and with the basis of the item', async () => {
    const revoke = act('revoke', '撤销决定', { tone: 'danger' })
    const afterCheck = { dueDay: '2027-01-04', result: 'broken', text: '冷藏设备没有安装。' } as const
    await open(PROMISE_CASE, {
      ...allowing('check-failed', [revoke], { afterCheck }),
      ...done('revoke', 'revoking'),
    })
    await press('撤销决定')
    await desk.page.getByRole('dialog').getByText('冷藏设备没有安装。').waitFor()
    await desk.page.getByLabel('撤销的理由').fill('冷藏设备没有安装，与承诺不符。')
    await looksWell()
    await confirm('撤销决定')
    await confirm('确认撤销决定')
    await desk.page.getByText('“撤销决定”已办好。').waitFor()
    expect(sent()).toEqual({ reason: '冷藏设备没有安装，与承诺不符。', basis: promised.promise!.basis })
  })
})

describe('a result by post', () => {
  test('the address is masked until somebody says why, and the waybill is a waybill', async () => {
    const postal = { receiver: '测试甲', phone: '19900000001', address: '博山区山头街道秋谷村30号' }
    await open(PROMISE_CASE, {
      ...allowing('issued', [act('hand-to-post', '交付邮寄')]),
      ...done('hand-to-post', 'in-post'),
      ...done('record-waybill', 'in-post'),
      [`POST /cases/${CASE_NO}/reveal`]: { ...promised.applicant, postal, masked: false },
    })
    await press('交付邮寄')
    await confirm('查看完整地址')
    await desk.page.getByLabel('为什么要看').fill('填写快递面单')
    await desk.page.getByRole('button', { name: '记录并查看' }).click()
    await desk.page.getByRole('dialog').getByText(postal.address).waitFor()
    await choose('邮费由谁付', '到付，申请人收件时付')
    await looksWell()
    const posting: CaseDetail['posting'] = { freight: 'collect', track: [] }
    const waybill = act('record-waybill', '登记运单号', { tone: 'normal' })
    Object.assign(desk.server.replies, allowing('in-post', [waybill], { posting }))
    await confirm('交付邮寄')
    await desk.page.getByText('还没有邮件动态。').waitFor()
    expect(sent()).toEqual({ freight: 'collect' })
    expect(await desk.page.getByText(postal.address).count()).toBe(0)
    await press('登记运单号')
    await desk.page.getByRole('textbox', { name: '运单号' }).fill('12')
    await confirm('登记运单号')
    await desk.page.getByRole('link', { name: '运单号是6到40位字母或数字，请照面单核对' }).waitFor()
    await desk.page.getByRole('textbox', { name: '运单号' }).fill('EMS1234567890')
    await confirm('登记运单号')
    await desk.page.getByText('“登记运单号”已办好。').waitFor()
    expect(sent()).toEqual({ carrier: '邮政EMS', waybill: 'EMS1234567890' })
  })

  test('a parcel is followed from the case, with the carrier’s receipt', async () => {
    const track = [
      { text: '已收寄', at: '2026-11-21T10:00:00.000+08:00' },
      { text: '已签收', at: '2026-11-22T15:00:00.000+08:00' },
    ]
    const posting = { freight: 'prepaid', carrier: '邮政EMS', waybill: 'EMS1234567890', track } as const
    await open(
      PROMISE_CASE,
      allowing('closed', [], { posting: { ...posting, receiptUrl: '/canned/paper.png' } }),
    )
    expect(await desk.page.locator('.track li').allInnerTexts()).toEqual([
      '2026年11月22日 15:00 已签收',
      '2026年11月21日 10:00 已收寄',
    ])
    expect(await desk.page.getByRole('link', { name: '打开回执' }).getAttribute('href')).toContain(
      'paper.png',
    )
    await looksWell()
  })
})

describe('taking down a promise', () => {
  const ITEM = { 'GET /items/elderly-allowance': promiseItem }

  async function fill(living: string): Promise<void> {
    await desk.page.getByLabel('申请人姓名').fill('测试甲')
    await desk.page.getByLabel('身份证号码').fill('370304190503020026')
    await desk.page.getByLabel('手机号码').fill('199 0000 0001')
    await choose('居住情况', living)
    await choose('是否由他人代办', '否')
  }

  test('the choice is offered to whom the item offers it, and papers come and go with the answers', async () => {
    await open('/staff/intake/elderly-allowance', ITEM)
    await desk.page.getByText('收件地点：示例镇便民服务中心1号综合窗口').waitFor()
    await desk.page.getByText('“委托书”要不要交，看申请表怎么填，填好后会显示。').waitFor()
    await choose('是否由他人代办', '是')
    await desk.page.getByLabel('委托书 原件').waitFor()
    await choose('是否由他人代办', '否')
    await desk.page.getByText('按申请表填写的情况，不需要“委托书”。').waitFor()
    const way = desk.page.getByRole('radiogroup', { name: '办理方式' })
    expect(await way.count()).toBe(0)
    await choose('居住情况', '独自居住')
    await way.getByText('告知承诺，当场决定，事后核查').click()
    await desk.page.getByText('由承诺代替，不用交“居民身份证”。').waitFor()
    await choose('居住情况', '和家人同住')
    await way.waitFor({ state: 'detached' })
    await desk.page.getByLabel('居民身份证 原件').waitFor()
  })

  test('a promise is filed once it is signed, and by post only with an address', async () => {
    await open('/staff/intake/elderly-allowance', ITEM)
    await fill('独自居住')
    await choose('办理方式', '告知承诺，当场决定，事后核查')
    await choose('结果怎么给申请人', '邮寄送达')
    // Who the applicant is was written down already.
    expect(await desk.page.getByLabel('收件人', { exact: true }).inputValue()).toBe('测试甲')
    await press('下一步：核对')
    for (const problem of ['请申请人在告知承诺书上签字，再勾选确认', /收件地址/])
      await desk.page.getByRole('link', { name: problem }).waitFor()
    await looksWell()
    await desk.page.getByRole('checkbox', { name: /在告知承诺书上签字/ }).check()
    await desk.page.getByLabel('收件地址').fill('博山区山头街道秋谷村30号')
    await press('下一步：核对')
    await desk.page.getByText('告知承诺，申请人已在告知承诺书上签字').waitFor()
    await looksWell()
    await press('确认收件')
    await desk.page.getByRole('heading', { name: '已收件' }).waitFor()
    expect(desk.server.received.at(-1)!.body).toMatchObject({
      commitment: { confirmed: true },
      delivery: 'post',
      postal: { receiver: '测试甲', phone: '19900000001', address: '博山区山头街道秋谷村30号' },
      materials: [],
    })
  })

  test('the sheet to be signed is printed alone', async () => {
    await open('/staff/intake/elderly-allowance', ITEM)
    await fill('独自居住')
    await choose('办理方式', '告知承诺，当场决定，事后核查')
    await desk.page.evaluate('window.print = () => {}')
    await press('打印告知承诺书')
    await desk.page.emulateMedia({ media: 'print' })
    const printed = await desk.page.locator('body').innerText()
    for (const part of ['申请人：测试甲', promised.promise!.promises[1]!, '申请人（签名或者盖章）：'])
      expect(printed).toContain(part)
    expect(printed).not.toContain('申请人姓名')
    await desk.page.evaluate('window.dispatchEvent(new Event("afterprint"))')
    expect(await desk.page.locator('body').innerText()).toContain('申请人姓名')
  })
})

test('the list names the kind of each case, filters by it, and marks what owes a reason', async () => {
  const asked: string[] = []
  const lines = (request: { url: string }) => {
    asked.push(new URL(request.url, 'http://x').search)
    const { summary } = promised
    return {
      items: [
        { ...summary, no: `${CASE_NO.slice(0, -1)}1`, reasonOwed: true },
        {
          ...{ ...summary, state: 'under-check', stateText: '已送达，待事后核查', dueDay: '2027-01-04' },
          limit: { kind: 'check', title: '事后核查期限' },
        },
      ],
    }
  }
  await open('/staff/cases', { 'GET /cases': lines })
  await desk.page.getByText('当场未办结，缺原因').waitFor()
  const due = desk.page.locator('.case-due').filter({ hasText: '事后核查期限' })
  expect(await due.innerText()).toContain('2027年1月4日（星期一）')
  await looksWell()
  await desk.page.getByLabel('办件类型').click()
  await desk.page.getByTitle('告知承诺', { exact: true }).click()
  await expect.poll(() => asked.at(-1)).toContain('procedure=commitment')
  await press('清除条件')
  await desk.page.getByTitle('全部类型', { exact: true }).first().waitFor()
  expect(desk.page.url()).not.toContain('procedure')
})
