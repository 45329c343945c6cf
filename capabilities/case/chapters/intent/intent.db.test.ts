import { afterAll, beforeAll, expect, test } from 'vitest'
import { isRefusal } from '#engine/refusal.ts'
import { rebuildCaseViews } from '#capabilities/case/index.ts'
import {
  at,
  startTown,
  syntheticCreditCode,
  type TestCitizen,
  type Town,
} from '#capabilities/testing/town.ts'
import { newId } from '#platform/id.ts'

const ITEM = 'elderly-allowance'
const CLERK = 'clerk.shantou'
const REVIEWER = 'reviewer.shantou'
const APPROVER = 'approver.shantou'
const RECEIVER = { mode: 'window', receiver: '张示例', relation: 'self', identified: '居民身份证' }

// Real: the town's services from ledger to portal, papers, messages, due jobs. Moved by hand: the clock.
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
const online = (no: string, act: string, input: Record<string, unknown>) =>
  town.portal.actOnCase(zhang.visitor, no, { act, input }, newId())
const messages = async (no: string) => {
  const page = await town.portal.messages(zhang.visitor)
  if ('refused' in page) throw new Error(page.code)
  return page.items.filter((message) => message.no === no).map(({ kind }) => kind)
}
const partOf = async (who: string, no: string) =>
  (await town.detailOf(who, no)).parts.find(({ key }) => key === 'intent')

const ENDING = {
  ground: 'other-procedure',
  reason: '同一补助已经由社会保险机构按另一程序发放',
  basis: '参照行政许可法第七十条第六项',
}

async function accepted(): Promise<string> {
  const no = await town.file(zhang, ITEM, { delivery: 'window' })
  expect(await doing(CLERK, no, 'accept', await town.goodChecklist(CLERK, no))).toBe('accepted')
  return no
}

/** Told, and the notice handed over at the window. */
async function told(no: string): Promise<void> {
  expect(await doing(REVIEWER, no, 'tell-ending', ENDING)).toBe('accepted')
  await town.work()
  expect(await doing(CLERK, no, 'serve-notice', RECEIVER)).toBe('accepted')
  await town.work()
}

test('拟终止: the applicant is told, served, answers online, and is right: the matter goes on', async () => {
  const no = await accepted()
  expect(await doing(APPROVER, no, 'terminate', ENDING)).toBe('refused: party-not-heard')
  expect(await doing(REVIEWER, no, 'tell-ending', { ...ENDING, basis: '没有依据' })).toBe(
    'refused: basis-not-law',
  )
  expect(await doing(REVIEWER, no, 'tell-ending', ENDING)).toBe('accepted')
  await town.work()
  const paper = await town.paperText(CLERK, no, 'intent-notice')
  for (const said of [
    '拟终止办理告知书',
    ENDING.reason,
    ENDING.basis,
    '第七条',
    '5个工作日内',
    '拟终止〔2026〕',
  ])
    expect(paper).toContain(said)
  expect(await messages(no)).toContain('notice-to-fetch')
  // Somebody has to serve it, and the page says who.
  expect(await town.workList(CLERK)).toContain(no)
  expect((await partOf(APPROVER, no))!.lines!.at(-1)).toContain('现在由窗口登记送达')
  expect(await online(no, 'hear-party', { result: 'stated', text: '我没有领过那笔补助' })).toMatchObject({
    code: 'intent-not-served',
  })
  expect(await doing(CLERK, no, 'serve-notice', RECEIVER)).toBe('accepted')
  await town.work()
  expect(await town.workList(CLERK)).not.toContain(no)
  expect(await messages(no)).toContain('intent-told')
  expect(await town.paperText(CLERK, no, 'notice-service')).toContain('☑直接送达')
  const own = await town.applicantsView(no)
  expect(own.allowed.map(({ act }) => act)).toContain('hear-party')
  expect(own.clocks.find(({ clock }) => clock === 'statement')).toMatchObject({ day: '2026-11-30' })
  expect(own.parts.find(({ key }) => key === 'intent')!.lines!.at(-1)).toContain('现在由您陈述、申辩')

  const answer = '我没有领过那笔补助，附社保机构的证明'
  expect(await online(no, 'hear-party', { result: 'stated', text: answer })).toBeUndefined()
  expect(JSON.stringify(await partOf(APPROVER, no))).toContain(answer)
  // What is read at the window of another town does not say it.
  expect(await doing(APPROVER, no, 'drop-intent', { reason: '核对属实，继续办理' })).toBe('accepted')
  expect(await partOf(APPROVER, no)).toBeUndefined()
  expect(await doing(APPROVER, no, 'terminate', ENDING)).toBe('refused: party-not-heard')
  expect(await doing(REVIEWER, no, 'review', { opinion: 'grant', text: '符合条件' })).toBe('reviewed')
}, 60_000)

test('拟终止: nobody answers, the days end by themselves, and the paper says so', async () => {
  town.clock.set(at('2026-12-01T09:00'))
  const no = await accepted()
  await told(no)
  expect(await doing(APPROVER, no, 'terminate', ENDING)).toBe('refused: statement-days-running')
  town.clock.set(at('2026-12-09T01:00'))
  await town.work()
  expect((await town.applicantsView(no)).story.at(-1)!.text).toBe(
    '到2026年12月8日（星期二）当事人没有提出陈述申辩',
  )
  expect(await doing(APPROVER, no, 'terminate', { ...ENDING, ground: 'subject-gone' })).toBe(
    'refused: party-not-heard',
  )
  expect(await doing(APPROVER, no, 'terminate', ENDING)).toBe('terminated')
  await town.work()
  const paper = await town.paperText(CLERK, no, 'termination')
  for (const said of ['书面告知了拟终止办理', '在告知的期限内没有提出陈述申辩', '行政复议'])
    expect(paper).toContain(said)
}, 60_000)

test('拟撤销 of somebody who is not found: announced, and only then the days to answer run', async () => {
  const [hall, bureau, reviewer] = [
    'clerk.hall',
    'approver.approval-bureau',
    'reviewer.approval-bureau',
  ] as const
  town.clock.set(at('2027-03-01T09:00'))
  const values = { applicantKind: 'household', creditCode: syntheticCreditCode(91), name: '博山区示例面馆' }
  const no = await town.fileAtWindow(hall, 'food-business-licence', { values, commitment: true })
  expect(await doing(hall, no, 'accept', await town.goodChecklist(hall, no))).toBe('accepted')
  expect(await doing(bureau, no, 'grant', { conclusion: '准予从事热食类食品制售' })).toBe('decided')
  expect(await doing('issuer.hall', no, 'seal')).toBe('issued')
  await town.work()
  const { mode: _mode, ...receiver } = RECEIVER
  expect(await doing(hall, no, 'deliver-at-window', receiver)).toBe('under-check')
  const broken = { checkers: ['测试甲', '测试乙'], result: 'broken', text: '设备清单与现场不符' }
  expect(await doing(reviewer, no, 'record-check', broken)).toBe('check-failed')
  const meant = { reason: '设备清单与现场不符，不符合承诺', basis: '行政许可法第六十九条第二款' }
  expect(await doing(reviewer, no, 'tell-revocation', meant)).toBe('check-failed')
  await town.work()
  // Nobody is found: announced, and it counts thirty days later; then the days to answer run.
  const announced = {
    mode: 'announcement',
    announcedAt: '区政府网站',
    reason: '住所查无此人',
    announcedOn: '2027-03-01',
  }
  expect(await doing(hall, no, 'serve-notice', announced)).toBe('check-failed')
  expect(await doing(bureau, no, 'revoke', meant)).toBe('refused: intent-not-served')
  town.clock.set(at('2027-04-01T01:00'))
  await town.work()
  expect((await town.detailOf(bureau, no)).clocks.find(({ clock }) => clock === 'statement')!.state).toBe(
    'running',
  )
  expect(await doing(bureau, no, 'revoke', meant)).toBe('refused: statement-days-running')
  town.clock.set(at('2027-04-09T01:00'))
  await town.work()
  expect(await doing(bureau, no, 'revoke', meant)).toBe('revoking')
  await town.work()
}, 60_000)

test('rebuilding from the facts finds every one of these cases as it is stored', async () => {
  const { cases, mended } = await rebuildCaseViews(town, () => {})
  expect([cases > 2, mended]).toEqual([true, []])
})
