import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { isRefusal } from '#engine/refusal.ts'
import { at, startTown, syntheticCreditCode, type Town } from '#capabilities/testing/town.ts'
import { rebuildCaseViews } from './index.ts'

/** 食品经营许可 of the pack, in force as published: BS-2.2-05 lets a household promise instead of being looked at. */
const LICENCE = 'food-business-licence'
const HOUSEHOLD = { applicantKind: 'household', creditCode: syntheticCreditCode(1), name: '博山区示例小吃店' }
const COMPANY = {
  applicantKind: 'company',
  creditCode: syntheticCreditCode(2),
  name: '博山区示例餐饮有限公司',
}
const CLERK = 'clerk.hall'
const REVIEWER = 'reviewer.approval-bureau'
const APPROVER = 'approver.approval-bureau'
const ISSUER = 'issuer.hall'

// Real: pack, database, ledger, due jobs, papers. Moved by hand: the clock.
let town: Town
beforeAll(async () => {
  town = await startTown({ clock: at('2026-11-23T09:00') })
})
afterAll(() => town.stop())

const doing = async (who: string, no: string, act: string, input: Record<string, unknown> = {}) => {
  const done = await town.act(who, no, act, input)
  return isRefusal(done) ? `refused: ${done.code}` : (done.answer as { state: string }).state
}
const titles = async (no: string) => (await town.detailOf(CLERK, no)).steps.map(({ title }) => title)
/** What anybody who checks the grant's code is told of it. */
const verified = async (no: string) => {
  const { papers } = await town.detailOf(CLERK, no)
  const url = papers.find(({ kind }) => kind === 'grant')!.verifyUrl!
  return (await town.portal.verify(url.slice(url.lastIndexOf('/') + 1))).status
}
const receiver = { receiver: '测试甲', relation: 'self', identified: '营业执照和居民身份证' }

/** Taken in, accepted and granted in one visit on a promise, sealed and handed over. */
async function grantedOnPromise(values: Record<string, string>): Promise<string> {
  const no = await town.fileAtWindow(CLERK, LICENCE, { values, commitment: true })
  expect(await doing(CLERK, no, 'accept', await town.goodChecklist(CLERK, no))).toBe('accepted')
  expect(await doing(APPROVER, no, 'grant', { conclusion: '准予从事热食类食品制售' })).toBe('decided')
  expect(await doing(ISSUER, no, 'seal')).toBe('issued')
  await town.work()
  expect(await doing(CLERK, no, 'deliver-at-window', receiver)).toBe('under-check')
  await town.work()
  return no
}

test('CAS-21 a household’s case has no survey of the place, a company’s case still has one', async () => {
  const household = await town.fileAtWindow(CLERK, LICENCE, { values: HOUSEHOLD, commitment: true })
  const company = await town.fileAtWindow(CLERK, LICENCE, { values: COMPANY })
  expect(await titles(household)).not.toContain('现场勘验')
  expect(await titles(company)).toContain('现场勘验')
  for (const no of [household, company])
    expect(await doing(CLERK, no, 'accept', await town.goodChecklist(CLERK, no))).toBe('accepted')
  // The household goes straight to the approver; the company's review is refused until two officers have looked.
  const mayReview = (await town.detailOf(REVIEWER, household)).allowed.map(({ act }) => act)
  for (const act of ['record-survey', 'review']) expect(mayReview).not.toContain(act)
  expect(await doing(REVIEWER, household, 'record-survey')).toBe('refused: input-invalid')
  const opinion = { opinion: 'grant', text: '材料符合要求。' }
  expect(await doing(REVIEWER, company, 'review', opinion)).toBe('refused: survey-missing')
  // So no button invites to it; the page says what it waits for.
  const waits = async () =>
    (await town.detailOf(REVIEWER, company)).allowed.find(({ act }) => act === 'review')!.waits
  expect(await waits()).toBe('要先由两名以上工作人员现场勘验并登记。')
  const alone = { surveyors: ['测试甲'], day: '2026-11-23', result: 'met', text: '场所与图纸一致' }
  expect(await doing(REVIEWER, company, 'record-survey', alone)).toBe('refused: input-invalid')
  const twice = { ...alone, surveyors: ['测试甲', '测试甲'] }
  expect(await doing(REVIEWER, company, 'record-survey', twice)).toBe('refused: input-invalid')
  const survey = { ...alone, surveyors: ['测试甲', '测试乙'] }
  expect(await doing(REVIEWER, company, 'record-survey', survey)).toBe('accepted')
  expect(await waits()).toBeUndefined()
  expect(await doing(REVIEWER, company, 'review', opinion)).toBe('reviewed')
  // Nor can a company have the household's way, at the window or by saying so.
  const refused = await town.tryAtWindow(CLERK, LICENCE, { values: COMPANY, commitment: true })
  expect(refused).toMatchObject({ code: 'commitment-not-offered' })
  expect(await doing(APPROVER, household, 'grant', { conclusion: '准予' })).toBe('decided')
}, 60_000)

test('CAS-20 decided on the spot, checked afterwards, found false, revoked in writing', async () => {
  const values = { ...HOUSEHOLD, creditCode: syntheticCreditCode(3) }
  const no = await grantedOnPromise(values)
  const then = await town.detailOf(REVIEWER, no)
  expect(then).toMatchObject({
    procedure: 'commitment',
    summary: { state: 'under-check', waitsFor: '审查人员' },
    decision: { result: 'granted', day: '2026-11-23' },
    promise: { how: 'on-paper', withdrawn: false },
    afterCheck: { dueDay: '2027-01-05' },
  })
  expect(then.clocks.find(({ clock }) => clock === 'promised')!.sentence).toContain('当日办结')
  // The after-check is a task in the reviewer's own list, and in nobody else's.
  expect(await town.workList(REVIEWER)).toContain(no)
  for (const other of [CLERK, ISSUER]) expect(await town.workList(other)).not.toContain(no)
  const promise = await town.paperText(CLERK, no, 'commitment')
  for (const part of ['告知承诺书', values.name, '核查', '申请人（签名或者盖章）', '撤销', '撤回承诺'])
    expect(promise).toContain(part)
  expect(await town.paperText(CLERK, no, 'acceptance')).toContain('当场办结')
  expect(await town.paperText(CLERK, no, 'grant')).toContain('书面承诺')

  town.clock.set(at('2026-12-07T10:00'))
  const found = { checkers: ['测试甲', '测试乙'], text: '冷藏设备没有安装，与承诺不符' }
  expect(await doing(CLERK, no, 'record-check', { ...found, result: 'broken' })).toBe(
    'refused: not-your-step',
  )
  expect(await doing(REVIEWER, no, 'record-check', { ...found, result: 'rectify' })).toBe('rectifying')
  expect((await town.applicantsView(no)).afterCheck).toMatchObject({ result: 'rectify', text: found.text })
  await town.work()
  const notice = await town.paperText(CLERK, no, 'rectification')
  for (const part of ['责令限期整改通知书', found.text, '自本通知书送达之日起10个工作日内改正'])
    expect(notice).toContain(part)
  // Nothing runs against the holder before the notice is served: the window is asked to, and nobody has failed meanwhile.
  const rectifyClock = async () =>
    (await town.detailOf(CLERK, no)).clocks.find(({ clock }) => clock === 'rectify')
  expect(await rectifyClock()).toBeUndefined()
  expect(await town.workList(CLERK)).toContain(no)
  expect(await doing(REVIEWER, no, 'record-check', { ...found, result: 'broken' })).toBe(
    'refused: rectification-not-served',
  )
  expect(await doing(CLERK, no, 'serve-notice', { mode: 'window', ...receiver })).toBe('rectifying')
  expect(await town.workList(CLERK)).not.toContain(no)
  expect(await rectifyClock()).toMatchObject({ day: '2026-12-21' })
  await town.work()
  expect(await town.paperText(CLERK, no, 'notice-service')).toContain('责令限期整改通知书')
  // Ten working days go by and nobody recorded that it was put right.
  town.clock.set(at('2026-12-22T01:00'))
  await town.work()
  expect((await town.detailOf(APPROVER, no)).summary.state).toBe('check-failed')
  expect(await town.workList(APPROVER)).toContain(no)

  const reason = { reason: '核查发现没有承诺的冷藏设备，限期内没有改正', basis: '行政许可法第六十九条第二款' }
  expect(await doing(REVIEWER, no, 'revoke', reason)).toBe('refused: not-your-step')
  expect(await doing(APPROVER, no, 'revoke', reason)).toBe('refused: party-not-heard')
  // 拟撤销: told in writing, served, and the days to answer run from there.
  expect(await doing(REVIEWER, no, 'tell-revocation', reason)).toBe('check-failed')
  await town.work()
  const told = await town.paperText(CLERK, no, 'intent-notice')
  for (const part of [
    '拟撤销行政许可告知书',
    reason.reason,
    reason.basis,
    '送达之日起5个工作日',
    '拟撤销〔2026〕',
  ])
    expect(told).toContain(part)
  const spoken = { result: 'waived', form: 'oral', text: '电话里说不提出了' }
  expect(await doing(REVIEWER, no, 'hear-party', spoken)).toBe('refused: intent-not-served')
  expect(await doing(APPROVER, no, 'revoke', reason)).toBe('refused: intent-not-served')
  expect(await doing(CLERK, no, 'serve-notice', { mode: 'window', ...receiver })).toBe('check-failed')
  expect(await doing(REVIEWER, no, 'hear-party', spoken)).toBe('refused: waiver-unsigned')
  const waits = async () =>
    (await town.detailOf(APPROVER, no)).allowed.find(({ act }) => act === 'revoke')!.waits
  expect(await waits()).toContain('2026年12月29日')
  town.clock.set(at('2026-12-29T17:00'))
  await town.work()
  expect(await doing(APPROVER, no, 'revoke', reason)).toBe('refused: statement-days-running')
  // Silence ends by itself, and then the decision waits for nobody else.
  town.clock.set(at('2026-12-30T01:00'))
  await town.work()
  expect((await town.applicantsView(no)).story.at(-1)!.text).toContain('没有提出陈述申辩')
  expect(await waits()).toBeUndefined()
  expect(await doing(APPROVER, no, 'revoke', reason)).toBe('revoking')
  await town.work()
  const paper = await town.paperText(CLERK, no, 'revocation')
  for (const part of [
    ...['撤销行政许可决定书', reason.reason, reason.basis, '行政复议', '决定人', '〔2026〕'],
    '在告知的期限内没有提出陈述申辩',
  ])
    expect(paper).toContain(part)
  expect(await doing(CLERK, no, 'serve-revocation', receiver)).toBe('revoked')
  expect(await verified(no)).toBe('有效')
  await town.work()
  expect(await verified(no)).toBe('已撤销，不能再使用')
  await town.work()
  expect(await town.paperText(CLERK, no, 'delivery')).toContain('撤销决定书')
  const end = await town.applicantsView(no)
  expect(end).toMatchObject({
    summary: { state: 'revoked' },
    revocation: { reason: reason.reason, day: '2026-12-30' },
    allowed: [],
  })
  expect(end.clocks.filter(({ state }) => state === 'running')).toEqual([])
  expect(end.steps.map(({ title, state }) => [title, state]).slice(-2)).toEqual([
    ['事后核查', 'done'],
    ['撤销', 'done'],
  ])
  // Whoever promised and did not keep it is not offered a second promise; the general way stays open.
  const second = await town.tryAtWindow(CLERK, LICENCE, { values, commitment: true })
  expect(second).toMatchObject({ code: 'commitment-blocked', basis: '国办发〔2020〕42号' })
  expect(await town.tryAtWindow(CLERK, LICENCE, { values })).toEqual(expect.stringMatching(/^3703/))
}, 90_000)

describe('a promise that holds, or is taken back', () => {
  test('the check finds it kept and the case is closed, and may be rated from the day of delivery', async () => {
    const no = await grantedOnPromise({ ...HOUSEHOLD, creditCode: syntheticCreditCode(4) })
    const before = (await town.detailOf(CLERK, no)).steps.find(({ title }) => title === '事后核查')
    expect(before!.state).toBe('current')
    const [row] = await town.db.query<{ party: string }>(
      'SELECT party FROM cases.case_view WHERE area_code = $1 AND no = $2',
      [town.area, no],
    )
    const applicant = { kind: 'citizen', person: row!.party, party: row!.party } as const
    expect(await town.evaluation.ofCase(applicant, no, town.clock.now())).toEqual({ open: true })
    const found = { checkers: ['测试甲', '测试乙'], result: 'met', text: '与承诺一致' }
    expect(await doing(REVIEWER, no, 'record-check', found)).toBe('closed')
  }, 60_000)

  test('withdrawn after acceptance: the same case with survey, review and the paper it had spared', async () => {
    const values = { ...HOUSEHOLD, creditCode: syntheticCreditCode(5) }
    const no = await town.fileAtWindow(CLERK, LICENCE, { values, commitment: true })
    await doing(CLERK, no, 'accept', await town.goodChecklist(CLERK, no))
    expect((await town.detailOf(CLERK, no)).materials.map(({ id }) => id)).not.toContain('food-safety-rules')
    const asked = { reason: '想请人上门看看' }
    expect(await doing(CLERK, no, 'withdraw-commitment', asked)).toBe('refused: withdrawal-unsigned')
    expect(await doing(CLERK, no, 'withdraw-commitment', { ...asked, signed: true })).toBe('received')
    const { steps, materials, promise, procedure } = await town.applicantsView(no)
    expect([procedure, promise!.withdrawn]).toEqual(['approval', true])
    expect(steps.map(({ title, state }) => [title, state]).slice(0, 3)).toEqual([
      ['收件', 'done'],
      ['受理', 'current'],
      ['现场勘验', 'coming'],
    ])
    expect(materials.map(({ id }) => id)).toContain('food-safety-rules')
    expect(await doing(CLERK, no, 'accept', await town.goodChecklist(CLERK, no))).toBe('accepted')
    expect(await town.workList(REVIEWER)).toContain(no)
    expect(await doing(APPROVER, no, 'grant', { conclusion: '准予' })).toBe('refused: not-in-this-state')
    await town.work()
  }, 60_000)
})

test('rebuilding from the facts finds every one of these cases as it is stored', async () => {
  const { cases, mended } = await rebuildCaseViews(town, () => {})
  expect([cases > 4, mended]).toEqual([true, []])
})
