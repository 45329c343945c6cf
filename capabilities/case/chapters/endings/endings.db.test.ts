import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { isRefusal } from '#engine/refusal.ts'
import type { ItemVersion } from '#capabilities/catalogue/contract.ts'
import { rebuildCaseViews } from '#capabilities/case/index.ts'
import {
  at,
  startTown,
  syntheticCreditCode,
  type TestCitizen,
  type Town,
} from '#capabilities/testing/town.ts'
import { newId } from '#platform/id.ts'
import { doneResult } from '../../model/done-result.ts'

const ITEM = 'elderly-allowance'
const LICENCE = 'food-business-licence'
const CLERK = 'clerk.shantou'
const APPROVER = 'approver.shantou'
const HALL = 'clerk.hall'
const BUREAU = 'approver.approval-bureau'

// Real: the town's services from ledger to portal, papers, messages. Moved by hand: the clock.
let town: Town
let zhang: TestCitizen
beforeAll(async () => {
  town = await startTown({ clock: at('2026-11-23T09:00') })
  zhang = await town.citizen('张示例')
})
afterAll(() => town.stop())

const doing = async (who: string, no: string, act: string, input: Record<string, unknown> = {}) => {
  const done = await town.act(who, no, act, input)
  return isRefusal(done) ? `refused: ${done.code}` : (done.answer as { state: string }).state
}
const told = async (no: string) => {
  const page = await town.portal.messages(zhang.visitor)
  if ('refused' in page) throw new Error(page.code)
  return page.items.filter((message) => message.no === no).map(({ kind }) => kind)
}
const resultOf = async (no: string) => doneResult((await town.cases.find(zhang.actor, no))!.dossier)

describe('C2 what is not accepted says which of the two it is', () => {
  test('依法不需要办理: 不受理告知书, the same day', async () => {
    const no = await town.fileAtWindow(CLERK, ITEM)
    const reason = '所申请的补助已经改为自动发放，不需要再申请'
    expect(await doing(CLERK, no, 'propose-refusal', { reason, ground: 'not-needed' })).toBe(
      'refusal-proposed',
    )
    const proposed = await town.detailOf(APPROVER, no)
    expect(proposed.clocks.find(({ clock }) => clock === 'at-once')).toMatchObject({
      day: '2026-11-23',
      standing: 'soon',
    })
    expect(proposed.parts.find(({ key }) => key === 'proposed-ground')!.lines[0]).toContain('不受理')
    const fields = proposed.allowed.find(({ act }) => act === 'refuse-acceptance')!.fields!
    expect(fields.find(({ name }) => name === 'ground')).toMatchObject({ start: 'not-needed' })
    expect(
      await doing(APPROVER, no, 'refuse-acceptance', { reason, basis: '行政许可法第三十二条第一款第一项' }),
    ).toBe('not-accepted')
    await town.work()
    const text = await town.paperText(CLERK, no, 'not-accepted')
    expect(text).toContain('不受理告知书')
    expect(text).not.toContain('不予受理')
    const { summary, papers, story } = await town.applicantsView(no)
    expect(summary.stateText).toBe('不受理，待送达告知书')
    expect(papers.find(({ kind }) => kind === 'not-accepted')!.title).toContain('不受理告知书')
    expect(story.map((line) => line.text)).toContain('告知依法不需要办理，不受理')
    const receiver = { receiver: '测试甲', relation: 'self', identified: '看过身份证原件' }
    expect(await doing(CLERK, no, 'deliver-at-window', receiver)).toBe('closed')
    await town.work()
    expect(await town.paperText(CLERK, no, 'delivery')).toContain('不受理告知书')
  }, 60_000)

  test('不属于本机关职权: 不予受理决定书 that names who decides; left lying, the next day is late', async () => {
    const no = await town.fileAtWindow(CLERK, ITEM)
    const input = { reason: '申请人户籍不在本街道', ground: 'not-competent' }
    expect(await doing(CLERK, no, 'propose-refusal', input)).toBe('refused: competent-body-missing')
    expect(await doing(CLERK, no, 'propose-refusal', { ...input, competentBody: '城东街道办事处' })).toBe(
      'refusal-proposed',
    )
    town.clock.set(at('2026-11-24T09:00'))
    const { clocks } = await town.detailOf(APPROVER, no)
    expect(clocks.find(({ clock }) => clock === 'at-once')).toMatchObject({ standing: 'late' })
    const basis = '行政许可法第三十二条第一款第二项'
    expect(await doing(APPROVER, no, 'refuse-acceptance', { reason: input.reason, basis })).toBe(
      'not-accepted',
    )
    await town.work()
    const text = await town.paperText(CLERK, no, 'not-accepted')
    for (const said of ['不予受理决定书', '可以向城东街道办事处提出申请', '行政复议', '决定人'])
      expect(text).toContain(said)
  }, 60_000)

  test('虚假材料 in a matter of public safety: warned, and barred for a year, also through another’s account', async () => {
    const values = { applicantKind: 'household', creditCode: syntheticCreditCode(71) }
    const no = await town.fileAtWindow(HALL, LICENCE, { values })
    const reason = '提交的健康证明经核对系伪造'
    expect(await doing(HALL, no, 'propose-refusal', { reason, ground: 'false-materials' })).toBe(
      'refusal-proposed',
    )
    expect(await doing(BUREAU, no, 'refuse-acceptance', { reason, basis: '行政许可法第七十八条' })).toBe(
      'not-accepted',
    )
    await town.work()
    const text = await town.paperText(HALL, no, 'not-accepted')
    for (const said of ['不予受理', '给予警告', '第七十八条', '2027年11月24日', '不得再次申请'])
      expect(text).toContain(said)
    expect((await town.applicantsView(no)).parts.find(({ key }) => key === 'barred')!.lines[0]).toContain(
      '2027年11月24日',
    )
    const again = await town.tryAtWindow(HALL, LICENCE, { values })
    expect(again).toMatchObject({
      code: 'barred-78',
      facts: { until: '2027-11-24' },
      basis: '行政许可法第七十八条',
    })
    // Another household may apply, and so may this one for something else.
    const other = { ...values, creditCode: syntheticCreditCode(72) }
    expect(await town.tryAtWindow(HALL, LICENCE, { values: other })).toEqual(expect.stringMatching(/^3703/))
    town.clock.set(at('2027-11-25T09:00'))
    expect(await town.tryAtWindow(HALL, LICENCE, { values })).toEqual(expect.stringMatching(/^3703/))
    await town.work()
  }, 90_000)
})

describe('what ends without a decision has its paper', () => {
  test('退件: the applicant gave it up, and is told what was recorded', async () => {
    const no = await town.file(zhang, ITEM)
    await town.work()
    const input = { how: 'by-phone', reason: '老人搬到外地，不再申请' }
    expect(await doing(CLERK, no, 'return-application', input)).toBe('returned')
    await town.work()
    const text = await town.paperText(CLERK, no, 'return-notice')
    for (const said of ['退件通知书', '申请人来电说明', input.reason, '请马上与收件的窗口联系'])
      expect(text).toContain(said)
    expect([await told(no), await resultOf(no)]).toEqual([expect.arrayContaining(['returned-at-window']), 5])
    expect((await town.applicantsView(no)).allowed).toEqual([])
  }, 60_000)

  test('退件 from a window lists the originals that go back', async () => {
    const no = await town.fileAtWindow(CLERK, ITEM)
    await doing(CLERK, no, 'return-application', { how: 'in-person', reason: '申请人当面说不办了' })
    await town.work()
    expect(await town.paperText(CLERK, no, 'return-notice')).toMatch(/领回.*1份/su)
  }, 60_000)

  test('撤回: confirmed in writing', async () => {
    const no = await town.file(zhang, ITEM)
    expect(await town.portal.withdraw(zhang.visitor, no, '暂时不办了', newId())).toBeUndefined()
    await town.work()
    const text = await town.paperText(CLERK, no, 'withdrawal')
    for (const said of ['终止办理（撤回）确认书', '在网上撤回', '暂时不办了']) expect(text).toContain(said)
    expect(await resultOf(no)).toBe(5)
  }, 60_000)

  test('逾期未补正: the notice of what the one-time notice announced', async () => {
    const no = await town.file(zhang, ITEM)
    const { materials } = await town.detailOf(CLERK, no)
    const { id } = materials.find(({ necessity, fromForm }) => necessity === 'required' && !fromForm)!
    const judged = (await town.goodChecklist(CLERK, no)).checklist.map((line) =>
      line.material === id ? { ...line, verdict: 'missing' } : line,
    )
    const lines = [{ material: id, problem: '没有提供', remedy: '请提供原件照片' }]
    expect(await doing(CLERK, no, 'notify-supplement', { lines, checklist: judged })).toBe('supplementing')
    town.clock.advance({ days: 40 })
    await town.work()
    const text = await town.paperText(CLERK, no, 'lapse-notice')
    for (const said of ['视为撤回申请通知书', '期限内没有收到补正的材料', '补正告知书', '最后一天是'])
      expect(text).toContain(said)
    expect(await resultOf(no)).toBe(5)
  }, 60_000)

  test('终止: by somebody with power, for a stated ground, with the ways to contest it', async () => {
    town.clock.set(at('2028-01-04T09:00'))
    const no = await town.file(zhang, ITEM)
    expect(await doing(CLERK, no, 'accept', await town.goodChecklist(CLERK, no))).toBe('accepted')
    const input = {
      ground: 'applicant-ended',
      reason: '申请人已于本月去世，没有可以发放的对象',
      basis: '参照行政许可法第七十条第二项',
      document: '死亡证明，示例区医院',
    }
    expect(await doing(CLERK, no, 'terminate', input)).toBe('refused: not-your-step')
    const { document, ...unproved } = input
    expect(await doing(APPROVER, no, 'terminate', unproved)).toBe('refused: ending-unproved')
    expect(await doing(APPROVER, no, 'terminate', input)).toBe('terminated')
    await town.work()
    const text = await town.paperText(CLERK, no, 'termination')
    for (const said of [
      '终止办理通知书',
      document,
      input.reason,
      input.basis,
      '行政复议',
      '行政诉讼',
      '终止〔2028〕',
      '决定人',
    ])
      expect(text).toContain(said)
    const { parts, summary } = await town.applicantsView(no)
    expect(summary.state).toBe('terminated')
    expect(parts.find(({ key }) => key === 'termination')!.lines[0]).toContain('死亡')
    expect([(await told(no)).includes('terminated'), await resultOf(no)]).toEqual([true, 2])
  }, 60_000)
})

test('C5 转报: the opinion and all papers go up, and nobody asks the applicant again', async () => {
  const { item } = (await town.catalogue.itemInForce(town.area, ITEM, '2028-01-10'))!
  const process = { ...item.process, forwardsTo: { body: '淄博市民政局' } }
  const next: ItemVersion = { ...item, version: item.version + 1, process }
  await town.publish(next)
  const no = await town.file(zhang, ITEM)
  expect(await doing(CLERK, no, 'accept', await town.goodChecklist(CLERK, no))).toBe('accepted')
  const { clocks } = await town.applicantsView(no)
  expect(clocks.find(({ kind }) => kind === 'statutory')!.sentence).toContain('第四十三条：20个工作日')
  expect(await doing('reviewer.shantou', no, 'review', { opinion: 'grant', text: '材料齐全' })).toBe(
    'reviewed',
  )
  expect(await doing(APPROVER, no, 'grant', { conclusion: '准予' })).toBe('refused: forward-only')
  const opinion = '初步审查：年龄、户籍符合条件，建议准予。'
  // Pushing up stays what it is: refused and on record, also where an item is lawfully sent up.
  expect(await doing(APPROVER, no, 'transfer-up', { opinion })).toBe('refused: no-upward-transfer')
  expect(await doing(APPROVER, no, 'forward', { opinion })).toBe('forwarded')
  await town.work()
  const text = await town.paperText(CLERK, no, 'forwarding')
  for (const said of [
    '转报告知书',
    '淄博市民政局不得要求你重复提供申请材料',
    '第三十五条',
    item.materials[0]!.name,
  ])
    expect(text).toContain(said)
  const own = await town.applicantsView(no)
  expect(own.summary.stateText).toBe('已转报上级机关决定')
  expect(JSON.stringify(own.parts)).not.toContain(opinion)
  expect(JSON.stringify((await town.detailOf(APPROVER, no)).parts)).toContain(opinion)
  expect([(await told(no)).includes('forwarded'), await resultOf(no)]).toEqual([true, 4])
}, 60_000)

test('a licence got by deceit: looked at again, revoked, barred for three years, and the credit restored at last', async () => {
  town.clock.set(at('2028-02-14T09:00'))
  const values = { applicantKind: 'household', creditCode: syntheticCreditCode(79), name: '博山区示例面馆' }
  const receiver = { receiver: '测试甲', relation: 'self', identified: '营业执照和居民身份证' }
  const broken = { checkers: ['测试甲', '测试乙'], result: 'broken', text: '设备清单系伪造，与承诺不符' }
  const no = await town.fileAtWindow(HALL, LICENCE, { values, commitment: true })
  expect(await doing(HALL, no, 'accept', await town.goodChecklist(HALL, no))).toBe('accepted')
  expect(await doing(BUREAU, no, 'grant', { conclusion: '准予从事热食类食品制售' })).toBe('decided')
  expect(await doing('issuer.hall', no, 'seal')).toBe('issued')
  await town.work()
  expect(await doing(HALL, no, 'deliver-at-window', receiver)).toBe('under-check')
  expect(await doing('reviewer.approval-bureau', no, 'record-check', broken)).toBe('check-failed')
  expect(await doing(BUREAU, no, 'return-to-check', { reason: '没有听取当事人的说明，重新核查' })).toBe(
    'under-check',
  )
  expect(await town.workList('reviewer.approval-bureau')).toContain(no)
  expect(await doing('reviewer.approval-bureau', no, 'record-check', broken)).toBe('check-failed')
  const revoke = {
    reason: '以伪造的设备清单骗取许可，核查属实',
    basis: '行政许可法第六十九条第二款',
    deceit: true,
  }
  expect(await doing(BUREAU, no, 'revoke', revoke)).toBe('refused: party-not-heard')
  const { deceit: _deceit, ...meant } = revoke
  expect(await doing('reviewer.approval-bureau', no, 'tell-revocation', meant)).toBe('check-failed')
  await town.work()
  expect(await doing(HALL, no, 'serve-notice', { mode: 'window', ...receiver })).toBe('check-failed')
  const heard = {
    ...{ result: 'stated', form: 'signed', record: 'read-back', text: '称不知情，不予采纳' },
    ...{ signer: '测试甲', signedOn: '2028-02-14', kept: '案卷第6页' },
  }
  expect(await doing('reviewer.approval-bureau', no, 'hear-party', heard)).toBe('check-failed')
  expect((await town.applicantsView(no)).story.at(-1)!.text).toBe('听取了当事人的陈述申辩')
  expect(await doing(BUREAU, no, 'revoke', revoke)).toBe('revoking')
  await town.work()
  expect(await town.paperText(HALL, no, 'revocation')).toContain('听取了你单位的陈述申辩')
  expect(await doing(HALL, no, 'serve-revocation', receiver)).toBe('revoked')
  await town.work()
  expect(await town.tryAtWindow(HALL, LICENCE, { values })).toMatchObject({
    code: 'barred-79',
    facts: { until: '2031-02-14' },
    basis: '行政许可法第七十九条',
  })
  town.clock.set(at('2031-02-17T09:00'))
  expect(await town.tryAtWindow(HALL, LICENCE, { values, commitment: true })).toMatchObject({
    code: 'commitment-blocked',
  })
  expect(await doing(BUREAU, no, 'restore-credit', { reason: '已经接受处理，三年内没有再犯' })).toBe(
    'revoked',
  )
  expect(await town.tryAtWindow(HALL, LICENCE, { values, commitment: true })).toEqual(
    expect.stringMatching(/^3703/),
  )
  await town.work()
}, 90_000)

test('rebuilding from the facts finds every one of these cases as it is stored', async () => {
  const { cases, mended } = await rebuildCaseViews(town, () => {})
  expect([cases > 9, mended]).toEqual([true, []])
})
