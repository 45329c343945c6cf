import { afterEach, beforeAll, expect, test } from 'vitest'
import type { CaseDetail } from '#capabilities/case/contract.ts'
import { readText } from '#platform/documents/reading.ts'
import { startHouse, type TestHouse } from '../apps/server/testing/house.ts'
import { inject, type Reply } from '../apps/server/testing/signed.ts'
import { act, application, checklist, comeBack, register } from './testing/filing.ts'
import { shanghai } from './testing/shanghai.ts'

const BADOU = 'centre-370304106'

// Real: every route over HTTP, PostgreSQL, due jobs, papers. Moved by hand: the clock, always forwards.
let house: TestHouse

beforeAll(async () => {
  house = await startHouse({ at: shanghai('2026-11-23T09:00') })
})
afterEach(() => {
  if (house.faults.length > 0) throw new Error(String(house.faults.splice(0)))
})

const at = (local: string) => house.clock.set(shanghai(local))
const body = <T>(reply: Reply): T => reply.body as T
const outcome = ({ status, body: answer }: Reply): string => {
  const { state, code } = answer as { state?: string; code?: string }
  return state ?? `${status} ${code}`
}

/** A clerk takes the application down at the window. */
async function filedAtWindow(
  wish: Parameters<typeof application>[0],
  login = 'clerk.shantou',
): Promise<string> {
  return filed(await (await house.as(login)).call('POST', '/cases', application(wish)))
}

/** The number of what has just been filed. */
function filed(reply: Reply): string {
  expect([reply.status, reply.body]).toEqual([200, expect.anything()])
  return body<{ no: string }>(reply).no
}

async function seen(login: string, no: string): Promise<CaseDetail> {
  const reply = await (await house.as(login)).call('GET', `/cases/${no}`)
  expect(reply.status).toBe(200)
  return body<CaseDetail>(reply)
}

const doing = async (login: string, no: string, name: string, input: unknown) =>
  outcome(await act(await house.as(login), no, name, input))
const dayOf = ({ clocks }: CaseDetail, clock: string) => clocks.find((one) => one.clock === clock)?.day

async function paperText(login: string, no: string, kind: string): Promise<string> {
  const { papers } = await seen(login, no)
  const { cookie } = await house.as(login)
  const reply = await house.app.inject({
    method: 'GET',
    url: papers.find((paper) => paper.kind === kind)!.url!,
    headers: { cookie },
  })
  return readText(reply.rawPayload)
}

test('at a window, too, somebody is asked before the same is applied for once more, and the reason stands on the case', async () => {
  const clerk = await house.as('clerk.shantou')
  const { again, ...once } = application({ name: '测试丁' })
  const first = filed(await clerk.call('POST', '/cases', once))
  const told = await clerk.call('POST', '/cases', once)
  expect(outcome(told)).toBe('409 already-applied')
  expect(body<{ detail: string }>(told).detail).toContain(first)
  const second = filed(await clerk.call('POST', '/cases', { ...once, again }))
  const [received] = (await seen('clerk.shantou', second)).story
  expect(received!.details.join()).toContain(again.reason)
  for (const no of [first, second])
    expect(await doing('clerk.shantou', no, 'withdraw', { reason: '写错了，不办了', signed: true })).toBe(
      'withdrawn',
    )
})

test('a clerk who works in two centres sees in each what belongs there', async () => {
  const here = await filedAtWindow({ name: '测试甲' })
  const there = await filedAtWindow({ name: '测试乙', place: BADOU, region: '370304106000' }, 'clerk.badou')
  const clerk = await house.as('clerk.shantou')
  const seenWith = async (cookie: string) => {
    const get = (url: string) =>
      inject(house.app, { method: 'GET', url: `/api/v1${url}`, headers: { cookie } })
    const listed = body<{ items: { no: string }[] }>(await get('/cases?queue=open')).items.map(({ no }) => no)
    return [listed, (await get(`/cases/${here}`)).status, (await get(`/cases/${there}`)).status]
  }
  expect(await seenWith(clerk.cookie)).toEqual([[here], 200, 404])
  const { id } = clerk.session.posts.find(({ place }) => place === BADOU)!
  const switched = await clerk.call('PUT', '/session/post', { post: id })
  expect(await seenWith(String(switched.headers['set-cookie']))).toEqual([[there], 404, 200])
})

test('nobody applies online in the name of another, unless the form names them as the agent', async () => {
  const resident = await register(house.app, '测试辛', '105')
  const forFather = application({ name: '测试老辛', papers: [] })
  expect(outcome(await resident.call('POST', '/cases', forFather))).toBe('409 applicant-other')
  const agent = {
    byAgent: 'yes',
    agentName: resident.name,
    agentCitizenId: resident.citizenId,
    agentPhone: '19900000105',
    agentRelation: 'child',
  }
  filed(await resident.call('POST', '/cases', { ...forFather, form: { ...forFather.form, ...agent } }))
})

test('an applicant changes their mind and the matter is over', async () => {
  const resident = await register(house.app, '测试丙', '103')
  const no = filed(await resident.call('POST', '/cases', application({ ...resident, papers: [] })))
  expect(outcome(await act(resident, no, 'withdraw', { reason: '老人搬到外地去了' }))).toBe('withdrawn')
  const { clocks, allowed, story } = body<CaseDetail>(await resident.call('GET', `/cases/${no}`))
  expect([clocks.filter(({ state }) => state === 'running'), allowed]).toEqual([[], []])
  expect(story.at(-1)).toMatchObject({ who: '您', text: '申请人撤回申请', details: ['老人搬到外地去了'] })
  expect(await doing('clerk.shantou', no, 'accept', { checklist: checklist() })).toBe('409 not-in-this-state')
})

test('a window proposes not to accept, and only the office decides so, in writing', async () => {
  at('2026-11-24T09:00')
  const no = await filedAtWindow({ name: '测试丁' })
  const reason = { reason: '申请人的户籍不在本街道', basis: '《山东省高龄津贴申领示例办法》第三条' }
  const said = { ...reason, ground: 'other' }
  const wanting = { ...said, reason: '户口簿没有带' }
  expect(await doing('clerk.shantou', no, 'propose-refusal', wanting)).toBe('409 refusal-is-supplement')
  expect(await doing('clerk.shantou', no, 'propose-refusal', { ...said, basis: '没有依据' })).toBe(
    '409 refusal-law-missing',
  )
  expect(await doing('clerk.shantou', no, 'propose-refusal', said)).toBe('refusal-proposed')
  expect(await doing('clerk.shantou2', no, 'refuse-acceptance', reason)).toBe('403 not-your-step')
  expect(await doing('approver.shantou', no, 'refuse-acceptance', reason)).toBe('not-accepted')
  await house.settle()
  const text = await paperText('clerk.shantou', no, 'not-accepted')
  for (const part of ['不予受理', reason.reason, '行政复议', '行政诉讼', '〔2026〕'])
    expect(text).toContain(part)
  const receiver = { receiver: '测试丁', relation: 'self', identified: '看过身份证原件' }
  expect(await doing('clerk.shantou', no, 'deliver-at-window', receiver)).toBe('closed')
})

test('a denial gives its reasons and says where to turn', async () => {
  at('2026-11-25T09:00')
  const no = await filedAtWindow({ name: '测试戊' })
  expect(await doing('clerk.shantou', no, 'accept', { checklist: checklist() })).toBe('accepted')
  expect(
    await doing('reviewer.shantou', no, 'review', { opinion: 'deny', text: '已在外地领取同类津贴。' }),
  ).toBe('reviewed')
  const denial = { reason: '经核对，申请人已在外地领取同类津贴。', basis: '示例办法第五条' }
  expect(await doing('reviewer.shantou', no, 'deny', denial)).toBe('403 not-your-step')
  expect(await doing('approver.shantou', no, 'deny', denial)).toBe('decided')
  expect(await doing('issuer.shantou', no, 'seal', {})).toBe('issued')
  await house.settle()
  const text = await paperText('clerk.shantou', no, 'denial')
  for (const part of [
    denial.reason,
    denial.basis,
    '博山区人民政府',
    '六十日',
    '六个月',
    '淄博市博山区人民法院',
  ])
    expect(text).toContain(part)
  expect((await seen('clerk.shantou', no)).decision).toMatchObject({
    result: 'denied',
    reason: denial.reason,
    day: '2026-11-25',
  })
})

test('a window that stays silent for five working days has accepted, from the day of receipt', async () => {
  at('2026-11-30T15:00')
  const no = await filedAtWindow({ name: '测试己' })
  at('2026-12-07T23:59')
  await house.settle()
  expect((await seen('clerk.shantou', no)).summary.state).toBe('received')
  at('2026-12-08T00:00')
  await house.settle()
  const accepted = await seen('clerk.shantou', no)
  expect([accepted.summary.state, dayOf(accepted, 'promised')]).toEqual(['accepted', '2026-12-14'])
  expect(accepted.story.map(({ text }) => text)).toContain(
    '五个工作日内没有一次告知，依法自2026年11月30日（星期一）收到材料之日起视为受理',
  )
  const late = {
    lines: [{ material: 'household-register', problem: '缺少', remedy: '补交' }],
    checklist: checklist({ 'household-register': 'missing' }),
  }
  expect(await doing('clerk.shantou', no, 'notify-supplement', late)).toBe('409 not-in-this-state')
  expect(await paperText('clerk.shantou', no, 'acceptance')).toContain('视为受理')
})

test('a notice nobody answers in fifteen working days lapses the matter', async () => {
  at('2026-12-08T09:00')
  const resident = await register(house.app, '测试庚', '104')
  const no = filed(await resident.call('POST', '/cases', application({ ...resident, papers: [] })))
  const missing = Object.fromEntries(
    ['identity-card', 'household-register', 'social-security-card'].map((id) => [id, 'missing']),
  )
  const lines = Object.keys(missing).map((material) => ({
    material,
    problem: '没有收到',
    remedy: '请上传照片',
  }))
  const notice = { lines: lines.slice(0, 2), checklist: checklist(missing) }
  expect(await doing('clerk.shantou', no, 'notify-supplement', notice)).toBe('409 checklist-incomplete')
  expect(await doing('clerk.shantou', no, 'notify-supplement', { ...notice, lines })).toBe('supplementing')
  at('2026-12-29T23:59')
  await house.settle()
  const open = body<CaseDetail>(
    await (await comeBack(house.app, '测试庚', '104')).call('GET', `/cases/${no}`),
  )
  expect([open.summary.state, open.supplement?.dueDay]).toEqual(['supplementing', '2026-12-29'])
  at('2026-12-30T00:00')
  await house.settle()
  const lapsed = body<CaseDetail>(
    await (await comeBack(house.app, '测试庚', '104')).call('GET', `/cases/${no}`),
  )
  expect([lapsed.summary.state, lapsed.allowed]).toEqual(['lapsed', []])
})
