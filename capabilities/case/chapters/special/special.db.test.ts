import { afterAll, beforeAll, expect, test } from 'vitest'
import { isRefusal } from '#engine/refusal.ts'
import type { ItemVersion } from '#capabilities/catalogue/contract.ts'
import { at, startTown, type Town } from '#capabilities/testing/town.ts'

/** 临时用地审批 of the pack: its guide names a review by experts (土地复垦方案评审). */
const LAND = 'temporary-land-use'
/** Within the four years the rule allows. */
const UNTIL = '2028-11-30'
const FOOD = 'food-business-licence'
const CLERK = 'clerk.hall'

// Real: pack, database, ledger, due jobs, papers. Moved by hand: the clock.
let town: Town
let reviewer: string
let approver: string
beforeAll(async () => {
  town = await startTown({ clock: at('2026-11-23T09:00') })
  const { item } = (await town.catalogue.itemInForce(town.area, LAND, '2026-11-23'))!
  const body = deciding(item)
  reviewer = `reviewer.${body}`
  approver = `approver.${body}`
})
afterAll(() => town.stop())

const deciding = ({ decidingBody }: ItemVersion): string => decidingBody.body!

const doing = async (who: string, no: string, act: string, input: Record<string, unknown> = {}) => {
  const done = await town.act(who, no, act, input)
  return isRefusal(done) ? `refused: ${done.code}` : (done.answer as { state: string }).state
}
const RECEIVER = { receiver: '测试甲', relation: 'self', identified: '居民身份证' }
const BASIS = '《测试食品条例》第九条'
const REVIEW = {
  ...{ kind: 'expert-review', why: '土地复垦方案需要专家评审', doneBy: '土地复垦专家组' },
  ...{ amount: 10, unit: 'working-day', preparation: '复垦方案纸质版三份' },
}
const clockOf = async (no: string, clock: string) =>
  (await town.detailOf(CLERK, no)).clocks.find((one) => one.clock === clock)!

async function accepted(item: string, delivery: 'window' | 'electronic' = 'window'): Promise<string> {
  const no = await town.fileAtWindow(CLERK, item, { delivery })
  expect(await doing(CLERK, no, 'accept', await town.goodChecklist(CLERK, no))).toBe('accepted')
  await town.work()
  return no
}

test('C6 a review by experts: told in writing, served at a window, and only then the clocks stand still', async () => {
  town.clock.set(at('2026-11-23T09:00'))
  const no = await accepted(LAND)
  const { day: before } = await clockOf(no, 'statutory')
  expect(await doing(reviewer, no, 'start-special', { ...REVIEW, kind: 'tender' })).toBe(
    'refused: special-not-lawful',
  )
  expect(await doing(reviewer, no, 'start-special', REVIEW)).toBe('accepted')
  expect(await doing(CLERK, no, 'serve-special', { kind: 'expert-review', ...RECEIVER })).toBe(
    'refused: notice-not-ready',
  )
  await town.work()
  expect(await clockOf(no, 'statutory')).toMatchObject({ state: 'running', day: before })

  const paper = await town.paperText(CLERK, no, 'special-procedure')
  for (const said of [
    '专家评审',
    '10个工作日',
    '自本告知书送达次日起算',
    '土地复垦专家组',
    '复垦方案纸质版三份',
  ])
    expect(paper).toContain(said)
  expect(paper).toMatch(/特别程序〔2026〕1号/)

  // A day later it is handed over; the buttons ask who took it.
  town.clock.set(at('2026-11-24T09:00'))
  const { allowed } = await town.detailOf(CLERK, no)
  expect(allowed.find(({ act }) => act === 'serve-special')?.fields?.map(({ name }) => name)).toEqual([
    ...['kind', 'receiver', 'relation', 'identified'],
  ])
  expect(await doing(CLERK, no, 'serve-special', { kind: 'expert-review', ...RECEIVER })).toBe('accepted')
  const stopped = await clockOf(no, 'statutory')
  expect(stopped).toMatchObject({ state: 'stopped' })
  expect(stopped.sentence).toContain('因专家评审依法暂停计时（行政许可法第四十五条）')
  expect(await clockOf(no, 'special-expert-review')).toMatchObject({ kind: 'special', day: '2026-12-08' })
  expect(await doing(reviewer, no, 'review', { opinion: 'grant', text: '符合条件' })).toBe(
    'refused: special-running',
  )
  const mine = await town.applicantsView(no)
  expect(mine.parts).toMatchObject([{ title: '特别程序：专家评审', tag: { text: '进行中' } }])
  expect(mine.clocks.find(({ clock }) => clock === 'statutory')?.sentence).toBe(stopped.sentence)

  // Longer than was told: a job says so, nobody else has to notice, and the limits run again from the last day that was told.
  town.clock.set(at('2026-12-09T09:00'))
  await town.work()
  expect((await town.applicantsView(no)).parts[0]?.tag?.text).toBe('超过告知的时间')
  const running = await clockOf(no, 'statutory')
  expect(running).toMatchObject({ state: 'running' })
  expect(running.sentence).toContain('2026年11月24日（星期二）至2026年12月8日（星期二）因专家评审不计入期限')

  town.clock.set(at('2026-12-10T09:00'))
  expect(
    await doing(reviewer, no, 'end-special', { kind: 'expert-review', result: 'met', text: '方案可行' }),
  ).toBe('accepted')
  const after = await clockOf(no, 'statutory')
  expect(after.day).toBe(running.day)
  const survey = { surveyors: ['测试甲', '测试乙'], day: '2026-12-10', result: 'met', text: '与图纸一致' }
  expect(await doing(reviewer, no, 'record-survey', survey)).toBe('accepted')
  expect(await doing(reviewer, no, 'review', { opinion: 'grant', text: '符合条件' })).toBe('reviewed')
  expect(await doing(approver, no, 'grant', { conclusion: '准予临时使用土地', validUntil: UNTIL })).toBe(
    'decided',
  )
}, 60_000)

test('C6 who chose electronic delivery has the notice in the inbox and the clocks stopped by a due job', async () => {
  town.clock.set(at('2026-12-11T09:00'))
  const { item } = (await town.catalogue.itemInForce(town.area, FOOD, '2026-12-11'))!
  const who = `reviewer.${deciding(item)}`
  const no = await accepted(FOOD, 'electronic')
  const appraisal = { kind: 'appraisal', why: '设备情况需要鉴定', doneBy: '示例鉴定所', basis: BASIS }
  const told = { ...appraisal, amount: 5, unit: 'working-day' }
  expect(await doing(who, no, 'start-special', told)).toBe('accepted')
  await town.work()
  await town.work()
  expect(await clockOf(no, 'statutory')).toMatchObject({ state: 'stopped' })
  const { story } = await town.applicantsView(no)
  expect(story.map(({ text }) => text)).toContain('特别程序告知书已送达申请人的网上账户，办理期限暂停')
}, 60_000)

test('C10 two officers by name, and the standard they measured by; a failed test denies', async () => {
  town.clock.set(at('2026-12-14T09:00'))
  const { item } = (await town.catalogue.itemInForce(town.area, FOOD, '2026-12-14'))!
  const [who, head] = [`reviewer.${deciding(item)}`, `approver.${deciding(item)}`]
  const no = await accepted(FOOD)
  const water = { kind: 'testing', why: '直饮水设备需要检测', doneBy: '示例检测站', basis: BASIS }
  expect(await doing(who, no, 'start-special', { ...water, amount: 5, unit: 'working-day' })).toBe('accepted')
  expect(await clockOf(no, 'inspection')).toMatchObject({ state: 'running', day: '2026-12-21' })
  await town.work()
  expect(await doing(CLERK, no, 'serve-special', { kind: 'testing', ...RECEIVER })).toBe('accepted')
  expect(await doing(who, no, 'assign-inspectors', { kind: 'testing', people: ['测试甲'] })).toBe(
    'refused: inspectors-two',
  )
  const failed = { kind: 'testing', result: 'not-met', text: '菌落总数超标', standard: 'GB 19298-2014' }
  expect(await doing(who, no, 'end-special', failed)).toBe('refused: inspectors-missing')
  expect(await doing(who, no, 'assign-inspectors', { kind: 'testing', people: ['测试甲', '测试乙'] })).toBe(
    'accepted',
  )
  expect(await doing(who, no, 'end-special', failed)).toBe('accepted')

  // C12: the place is looked at by two officers or more, and its days count.
  const alone = { surveyors: ['测试甲'], day: '2026-12-14', result: 'met', text: '场所与图纸一致' }
  expect(await doing(who, no, 'record-survey', alone)).toBe('refused: input-invalid')
  expect(await doing(who, no, 'record-survey', { ...alone, surveyors: ['测试甲', '测试乙'] })).toBe(
    'accepted',
  )

  expect(await doing(who, no, 'review', { opinion: 'deny', text: '检测不合格' })).toBe('reviewed')
  expect(await doing(head, no, 'grant', { conclusion: '准予' })).toBe('refused: inspection-failed')
  const no1 = { reason: '直饮水设备检测不合格，不符合许可条件', basis: '食品安全法第三十五条' }
  expect(await doing(head, no, 'deny', no1)).toBe('decided')
  expect(await doing('issuer.hall', no, 'seal')).toBe('issued')
  await town.work()
  const denial = await town.paperText(CLERK, no, 'denial')
  expect(denial).toContain('检测结果：不合格，所依据的技术标准、技术规范：GB19298-2014')
}, 60_000)

test('C12 现场核查: two or more officers, by two different names, or it is no survey', async () => {
  town.clock.set(at('2026-12-15T09:00'))
  const { item } = (await town.catalogue.itemInForce(town.area, FOOD, '2026-12-15'))!
  const who = `reviewer.${deciding(item)}`
  const no = await accepted(FOOD)
  const seen = { day: '2026-12-15', result: 'met', text: '场所与图纸一致' }
  for (const surveyors of [[], ['测试甲'], ['测试甲', '测试甲']])
    expect(await doing(who, no, 'record-survey', { ...seen, surveyors })).toBe('refused: input-invalid')
  const before = await clockOf(no, 'statutory')
  expect(await doing(who, no, 'record-survey', { ...seen, surveyors: ['测试甲', '测试乙'] })).toBe('accepted')
  // 现场勘验 is not in article 45: the day of the law does not move.
  expect(await clockOf(no, 'statutory')).toMatchObject({ state: 'running', day: before.day })
}, 60_000)

test('C6 told in time that it needs longer, once more only on the head’s word: each with its own paper', async () => {
  town.clock.set(at('2027-01-04T09:00'))
  const no = await accepted(LAND)
  expect(await doing(reviewer, no, 'start-special', { ...REVIEW, amount: 3 })).toBe('accepted')
  await town.work()
  expect(await doing(CLERK, no, 'serve-special', { kind: 'expert-review', ...RECEIVER })).toBe('accepted')
  const longer = { kind: 'expert-review', amount: 2, why: '专家要求补充踏勘' }
  expect(await doing(approver, no, 'extend-special', longer)).toBe('accepted')
  await town.work()
  const paper = await town.paperText(CLERK, no, 'special-extension')
  for (const said of [
    '特别程序延长告知书',
    '所需时间延长2个工作日',
    '专家要求补充踏勘',
    '行政许可法第四十五条',
  ])
    expect(paper).toContain(said)
  expect(await clockOf(no, 'special-expert-review')).toMatchObject({ day: '2027-01-07' })
  expect(await doing(CLERK, no, 'serve-special', { kind: 'expert-review', ...RECEIVER })).toBe('accepted')
  expect(await clockOf(no, 'special-expert-review')).toMatchObject({ day: '2027-01-11' })
  const ending = { kind: 'expert-review', result: 'met', text: '方案可行' }
  expect(await doing(reviewer, no, 'end-special', ending)).toBe('accepted')

  const head = approver.replace('approver', 'head')
  expect(await doing(reviewer, no, 'start-special', REVIEW)).toBe('refused: special-once')
  const again = { kind: 'expert-review', fact: '申请人换了复垦方案，与评审过的不同' }
  expect(await doing(reviewer, no, 'ask-special-again', again)).toBe('accepted')
  const { actor, now } = await town.looking(head)
  const { items } = await town.cases.list(actor, now, { queue: 'mine' })
  expect(items.find((one) => one.no === no)?.owed).toMatchObject({ what: '批准或不批准再次进行特别程序' })
  expect(await doing(reviewer, no, 'answer-special-again', { approved: true, reason: '同意再评' })).toBe(
    'refused: not-your-step',
  )
  expect(await doing(head, no, 'answer-special-again', { approved: true, reason: '方案有实质变化' })).toBe(
    'accepted',
  )
  expect((await town.applicantsView(no)).parts.map(({ title }) => title)).toContain('再次进行专家评审')
  expect(await doing(reviewer, no, 'start-special', REVIEW)).toBe('accepted')
}, 60_000)
