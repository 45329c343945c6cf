import { afterAll, beforeAll, expect, test } from 'vitest'
import { isRefusal } from '#engine/refusal.ts'
import { newId } from '#platform/id.ts'
import { at, startTown, type TestCitizen, type Town } from '#capabilities/testing/town.ts'

const LAND = 'temporary-land-use'
/** Within the four years the rule allows. */
const UNTIL = '2028-11-30'
const CLERK = 'clerk.hall'

// Real: pack, database, ledger, due jobs, papers, an applicant with an account. Moved by hand: the clock.
let town: Town
let body: string
let zhang: TestCitizen
beforeAll(async () => {
  town = await startTown({ clock: at('2026-11-23T09:00') })
  const { item } = (await town.catalogue.itemInForce(town.area, LAND, '2026-11-23'))!
  body = item.decidingBody.body!
  zhang = await town.citizen('张示例')
})
afterAll(() => town.stop())

const doing = async (who: string, no: string, act: string, input: Record<string, unknown> = {}) => {
  const done = await town.act(who, no, act, input)
  return isRefusal(done) ? `refused: ${done.code}` : (done.answer as { state: string }).state
}
/** What the applicant does herself, online. */
const asks = async (no: string, act: string, input: Record<string, unknown> = {}) => {
  const requestId = newId()
  const done = await town.cases.act({
    ...{ no, act, input, requestId, requestHash: requestId, reliesOn: [] },
    ...{ actor: zhang.actor, now: town.clock.now() },
  })
  return isRefusal(done) ? `refused: ${done.code}` : (done.answer as { state: string }).state
}
const RECEIVER = { receiver: '测试甲', relation: 'self', identified: '居民身份证' }
const SURVEY = { surveyors: ['测试甲', '测试乙'], result: 'met', text: '与图纸一致' }
const view = async (no: string) => {
  const detail = await town.cases.detail(no, { actor: zhang.actor, now: town.clock.now(), reliesOn: [] })
  if (isRefusal(detail)) throw new Error(detail.code)
  return detail
}

/** Filed online, accepted, looked at and reviewed; the right to a hearing told with another concerned. */
async function told(day: string, delivery: 'window' | 'electronic', others: string[]): Promise<string> {
  town.clock.set(at(`${day}T09:00`))
  const no = await town.file(zhang, LAND, { delivery, place: 'hall-370304' })
  expect(await doing(CLERK, no, 'accept', await town.goodChecklist(CLERK, no))).toBe('accepted')
  expect(await doing(`reviewer.${body}`, no, 'record-survey', { ...SURVEY, day })).toBe('accepted')
  expect(await doing(`reviewer.${body}`, no, 'review', { opinion: 'grant', text: '符合条件' })).toBe(
    'reviewed',
  )
  const right = { ground: 'interests', why: '临时用地影响相邻地块的出入', others }
  expect(await doing(`approver.${body}`, no, 'notify-hearing-right', right)).toBe('reviewed')
  await town.work()
  return no
}

test('C8 C9 a hearing from the notice of the right to a decision that rests on its record', async () => {
  const no = await told('2026-11-23', 'window', ['李示例'])
  const paper = await town.paperText(CLERK, no, 'hearing-right')
  for (const said of [
    '听证告知书',
    '5个工作日内提出',
    '照常计算在办理期限内',
    '20个工作日内组织听证',
    '不承担组织听证的费用',
    '利害关系人',
    '李示例',
  ])
    expect(paper).toContain(said)
  expect(await asks(no, 'request-hearing', { reason: '希望当面说明' })).toBe('refused: not-for-this-dossier')
  expect(await doing(CLERK, no, 'serve-hearing-notice', RECEIVER)).toBe('reviewed')
  await town.work()

  // The applicant reads until when, and has the button.
  const mine = await view(no)
  expect(mine.clocks.find(({ clock }) => clock === 'hearing-request')).toMatchObject({ day: '2026-11-30' })
  // Being told stops nothing: the days to ask are counted.
  expect(mine.clocks.find(({ clock }) => clock === 'statutory')).toMatchObject({ state: 'running' })
  expect(mine.allowed.map(({ act }) => act)).toEqual(
    expect.arrayContaining(['request-hearing', 'waive-hearing']),
  )
  expect(mine.allowed.find(({ act }) => act === 'request-hearing')?.fields?.map(({ name }) => name)).toEqual([
    'reason',
  ])
  expect(mine.parts.find(({ key }) => key === 'hearing')?.lines[0]).toContain(
    '您可以要求听证，最晚2026年11月30日',
  )
  expect(await doing(`approver.${body}`, no, 'grant', { conclusion: '准予' })).toBe(
    'refused: hearing-not-held',
  )

  town.clock.set(at('2026-11-25T09:00'))
  expect(await asks(no, 'request-hearing', { reason: '希望当面说明用地的安排' })).toBe('reviewed')
  const asked = (await view(no)).clocks.find(({ clock }) => clock === 'statutory')!
  expect(asked).toMatchObject({ state: 'stopped' })
  expect(asked.sentence).toContain('2026年11月25日（星期三）起因听证依法暂停计时')
  // Who may preside is offered by name: everybody of the body but whoever reviewed.
  const { allowed } = await town.detailOf(`approver.${body}`, no)
  const fields = allowed.find(({ act }) => act === 'convene-hearing')!.fields!
  const posts = fields.find(({ name }) => name === 'presider')!.options!.map(({ value }) => value)
  expect(posts).not.toContain(`post-370304-reviewer-${body}`)
  const call = { day: '2026-12-04', time: '09:30', place: '区政务服务中心三楼会议室' }
  const presider = `post-370304-head-${body}`
  expect(posts).toContain(presider)
  const by = `approver.${body}`
  expect(await doing(by, no, 'convene-hearing', { ...call, presider: `post-370304-reviewer-${body}` })).toBe(
    'refused: presider-reviewed',
  )
  expect(await doing(by, no, 'convene-hearing', { ...call, presider, day: '2026-12-03' })).toBe(
    'refused: hearing-notice-short',
  )
  expect(await doing(by, no, 'convene-hearing', { ...call, presider, day: '2026-12-24' })).toBe(
    'refused: hearing-too-late',
  )
  expect(await doing(by, no, 'convene-hearing', { ...call, presider })).toBe('reviewed')
  await town.work()
  const notice = await town.paperText(CLERK, no, 'hearing-notice')
  for (const said of ['听证通知书', '2026年12月4日', '09:30', '三楼会议室', '公开举行', '申请回避'])
    expect(notice).toContain(said)
  expect(notice).toMatch(/听证主持人演示负责人\d+/)
  expect(await doing(CLERK, no, 'serve-hearing-notice', RECEIVER)).toBe('reviewed')

  town.clock.set(at('2026-12-04T16:00'))
  const record = {
    people: ['张示例（申请人）', '李示例（利害关系人）'],
    evidence: '勘验笔录和宗地图，通行道路宽四米。',
    record: '申请人陈述：保留道路。\n李示例陈述：没有异议。',
    signed: false,
    refused: ['李示例：当场离开，未说明理由'],
  }
  expect(await doing(by, no, 'record-hearing', record)).toBe('refused: not-your-step')
  expect(await doing(`head.${body}`, no, 'record-hearing', record)).toBe('reviewed')
  await town.work()
  const minutes = await town.paperText(CLERK, no, 'hearing-record')
  for (const said of [
    '听证笔录',
    '2026年12月4日',
    '09:30',
    '三楼会议室',
    '通行道路宽四米',
    '李示例陈述：没有异议',
  ])
    expect(minutes).toContain(said)
  expect(minutes).toMatch(/听证主持人演示负责人\d+/)
  expect(minutes).toContain('没有签字：李示例：当场离开，未说明理由')
  for (const said of ['张示例（申请人）', '确认无误，签字或者盖章']) expect(minutes).toContain(said)
  expect(await doing(by, no, 'grant', { conclusion: '准予' })).toBe('refused: hearing-not-weighed')
  expect(await doing(by, no, 'weigh-hearing', { text: '采纳双方关于保留通行道路的一致意见' })).toBe(
    'reviewed',
  )
  expect(await doing(by, no, 'grant', { conclusion: '准予临时使用土地', validUntil: UNTIL })).toBe('decided')
  expect(await doing(`issuer.${body}`, no, 'seal')).toBe('issued')
  await town.work()
  expect(await town.paperText(CLERK, no, 'grant')).toContain(
    '举行了听证，并根据听证笔录作出本决定。采纳双方关于保留通行道路的一致意见。',
  )
  const statutory = (await town.detailOf(CLERK, no)).clocks.find(({ clock }) => clock === 'statutory')!
  expect(statutory.sentence).toContain('2026年11月25日（星期三）至2026年12月4日（星期五）因听证不计入期限')
}, 90_000)

test('C8 nobody asks: a due job lets the right lapse, and the limits ran all the time', async () => {
  const no = await told('2026-12-07', 'electronic', [])
  await town.work()
  const before = (await view(no)).clocks.find(({ clock }) => clock === 'statutory')!
  expect(before).toMatchObject({ state: 'running' })
  town.clock.set(at('2026-12-14T23:00'))
  await town.work()
  expect((await view(no)).parts.find(({ key }) => key === 'hearing')?.tag?.text).toBe('可以要求听证')
  town.clock.set(at('2026-12-15T08:00'))
  await town.work()
  const after = await view(no)
  expect(after.parts.find(({ key }) => key === 'hearing')?.tag?.text).toBe('视为放弃')
  expect(after.clocks.find(({ clock }) => clock === 'statutory')).toMatchObject({ day: before.day })
  expect(await asks(no, 'request-hearing', { reason: '现在想要听证' })).toBe('refused: not-for-this-dossier')
}, 60_000)

test('C8 the applicant alone concerned declines online', async () => {
  const no = await told('2026-12-16', 'electronic', [])
  await town.work()
  expect(await asks(no, 'waive-hearing')).toBe('reviewed')
  expect((await view(no)).clocks.find(({ clock }) => clock === 'statutory')).toMatchObject({
    state: 'running',
  })
  expect(
    await doing(`approver.${body}`, no, 'grant', { conclusion: '准予临时使用土地', validUntil: UNTIL }),
  ).toBe('decided')
}, 60_000)
