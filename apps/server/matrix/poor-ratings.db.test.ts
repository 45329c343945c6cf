import { beforeAll, describe, expect, test } from 'vitest'
import type { RectificationDetail, RectificationSummary } from '#capabilities/evaluation/contract.ts'
import type { IndicatorView } from '#capabilities/supervision/contract.ts'
import { hidden } from '../../citizen-web/walk.ts'
import type { Reply, Signed } from '../testing/signed.ts'
import { later, startStage, type Citizen, type Stage } from './stage.ts'

// Real: the citizen's pages, the server's routes and gate, the outbox, the procedure and the database.

const DAY = 86_400
const COMMENT = '王某某在窗口说材料不全，让我跑了三趟'

let stage: Stage
let director: Signed
let supervisor: Signed

beforeAll(async () => {
  stage = await startStage()
  director = await stage.as('director.shantou')
  supervisor = await stage.as('supervisor')
}, 120_000)

async function press(login: string, no: string, act: string, input: unknown): Promise<void> {
  const reply = await (await stage.as(login)).call('POST', `/cases/${no}/acts/${act}`, { input })
  expect([act, reply.status, reply.body]).toMatchObject([act, 200, {}])
}

/** A case of a fresh citizen, filed, granted and handed over at the window, then rated on the citizen's own page. */
async function rated(stars: string, anonymous: 'yes' | 'no'): Promise<{ who: Citizen; no: string }> {
  const who = await stage.citizen()
  const no = await stage.file(who)
  const { materials } = (await who.call('GET', `/cases/${no}`)).body as {
    materials: { id: string; necessity: string }[]
  }
  const checklist = materials.map(({ id, necessity }) => ({
    material: id,
    verdict: necessity === 'required' ? 'ok' : 'not-applicable',
  }))
  await press('clerk.shantou', no, 'accept', { checklist })
  await press('reviewer.shantou', no, 'review', { opinion: 'grant', text: '符合条件' })
  await press('approver.shantou', no, 'grant', { conclusion: '准予' })
  await press('issuer.shantou', no, 'seal', {})
  await stage.settle()
  await press('clerk.shantou', no, 'deliver-at-window', {
    ...{ receiver: who.person.name, relation: 'self', identified: '居民身份证' },
  })
  const page = await who.walker.get(`/my/cases/${no}/rating`)
  const posted = await who.walker.post(`/my/cases/${no}/rating`, {
    ...{ csrf: hidden(page, 'csrf'), requestId: hidden(page, 'requestId') },
    ...{ stars, comment: COMMENT, anonymous },
  })
  expect(posted.status).toBe(303)
  await stage.settle()
  return { who, no }
}

/** A session does not last overnight. */
async function tomorrow(): Promise<void> {
  stage.clock.set(later(stage.clock.now(), DAY))
  await stage.settle()
  director = await stage.as('director.shantou')
  supervisor = await stage.as('supervisor')
}

async function listOf(who: Signed, query = ''): Promise<RectificationSummary[]> {
  const reply = await who.call('GET', `/rectifications${query}`)
  expect([reply.status, reply.body]).toMatchObject([200, {}])
  return (reply.body as { items: RectificationSummary[] }).items
}

async function detailOf(who: Signed, id: string): Promise<RectificationDetail> {
  const reply = await who.call('GET', `/rectifications/${id}`)
  expect([reply.status, reply.body]).toMatchObject([200, {}])
  return reply.body
}

async function take(who: Signed, id: string, act: string, input: unknown): Promise<Reply> {
  return who.call('POST', `/rectifications/${id}/acts/${act}`, { input })
}

async function indicator(who: Signed, query = 'from=2026-03-01&to=2026-03-31'): Promise<IndicatorView> {
  const { indicators } = (await who.call('GET', `/indicators?${query}`)).body as {
    indicators: IndicatorView[]
  }
  return indicators.find(({ id }) => id === 'poor-rating-rectified-rate')!
}

describe('a named poor rating from the star to the answer', () => {
  let who: Citizen
  let no: string
  let id: string

  test('EVA-01/b a poor rating opens a rectification, and the director of the place finds it with its day', async () => {
    await rated('3', 'no')
    expect(await listOf(director)).toEqual([])
    ;({ who, no } = await rated('1', 'no'))
    const [found, ...others] = await listOf(director)
    expect(others).toEqual([])
    expect(found).toMatchObject({
      ...{ state: 'to-verify', stateText: '待核实', stars: 1, anonymous: false, standing: 'in-time' },
      ...{
        place: '山头街道便民服务中心',
        ratedOn: '2026-03-16',
        dueDay: '2026-03-17',
        waitsFor: '场所负责人',
      },
    })
    id = found!.id
    expect(id).not.toBe(
      (await stage.house.db.query<{ id: string }>('SELECT id FROM evaluation.rating WHERE stars = 1'))[0]!.id,
    )
  })

  test('only the director of the place and supervisors find it', async () => {
    expect(await listOf(await stage.as('director.boshan'))).toEqual([])
    expect((await (await stage.as('director.boshan')).call('GET', `/rectifications/${id}`)).status).toBe(404)
    for (const login of ['clerk.shantou', 'approver.shantou', 'admin.system'])
      expect((await (await stage.as(login)).call('GET', '/rectifications')).status).toBe(403)
    expect((await who.call('GET', '/rectifications')).status).toBe(403)
    expect(await listOf(supervisor)).toEqual([])
    expect((await listOf(supervisor, '?queue=open')).map((line) => line.id)).toEqual([id])
  })

  test('the director reads it masked, and every act that is allowed comes with its form', async () => {
    const detail = await detailOf(director, id)
    expect(detail).toMatchObject({ comment: COMMENT, rater: { no } })
    expect(JSON.stringify(detail)).not.toContain(who.person.name)
    expect(detail.rater!.name).toMatch(/^.\*+/)
    expect(detail.allowed.map(({ act }) => act)).toEqual(['verify'])
    expect(detail.allowed[0]!.choices!['finding']!.map(({ label }) => label)).toEqual([
      '属实',
      '不属实',
      '误评',
    ])
    expect(detail.clocks.map(({ title, day }) => [title, day])).toEqual([
      ['联系核实期限', '2026-03-17'],
      ['整改答复期限', '2026-03-23'],
    ])
    expect((await detailOf(supervisor, id)).allowed.map(({ act }) => act)).toEqual(['hand-over'])
  })

  test('whoever has to call reads name and phone for a reason that is on record; nobody else does', async () => {
    const reason = { reason: '电话核实评价人反映的情况' }
    const path = `/rectifications/${id}/reveal`
    const { name, phone } = who.person
    expect((await director.call('POST', path, reason)).body).toEqual({ name, phone })
    const { items } = (await (await stage.as('admin.audit')).call('GET', '/audit')).body as {
      items: { event: string; object?: string }[]
    }
    expect(items.find(({ event }) => event === 'rater-revealed')).toMatchObject({
      object: `rectification:${id}`,
    })
    expect((await supervisor.call('POST', path, reason)).status).toBe(403)
    expect((await (await stage.as('director.boshan')).call('POST', path, reason)).status).toBe(404)
  })

  test('refusals say in Chinese what to do', async () => {
    const found = { finding: 'true', text: '情况属实' }
    expect(await take(director, id, 'verify', found)).toMatchObject({
      status: 409,
      body: { code: 'contact-missing', detail: expect.stringContaining('先联系评价人') },
    })
    expect(await take(director, id, 'verify', { ...found, contact: 'by-phone', text: '好' })).toMatchObject({
      status: 400,
      body: { detail: expect.stringContaining('核实情况：至少4个字') },
    })
    expect(await take(supervisor, id, 'verify', { ...found, contact: 'by-phone' })).toMatchObject({
      body: { code: 'rectification-not-your-step' },
    })
    expect(await take(director, id, 'mark-overdue', {})).toMatchObject({ body: { code: 'action-unknown' } })
    expect(await take(director, id, 'answer', { measures: '培训窗口人员', text: '已经整改' })).toMatchObject({
      body: { code: 'rectification-moved-on' },
    })
  })

  test('verified, answered and called back; the rater reads that it is followed up, and then the answer', async () => {
    const casePage = async () => (await who.walker.get(`/my/cases/${no}`)).html
    expect(await casePage()).toContain('已经转给负责人核实')
    const verified = await take(director, id, 'verify', {
      ...{ contact: 'by-phone', finding: 'true', text: '窗口没有一次说清' },
    })
    expect([verified.status, verified.body]).toEqual([200, { id, state: 'rectifying', version: 2 }])
    const answered = { measures: '重新培训窗口人员', text: '让您多跑了，对不起，已经改正' }
    expect((await take(director, id, 'answer', answered)).body).toMatchObject({ state: 'revisit' })
    const html = await casePage()
    expect(html).toContain('让您多跑了，对不起，已经改正')
    expect(html).not.toContain('重新培训窗口人员')
    expect(
      (await take(director, id, 'record-revisit', { result: 'satisfied', text: '满意' })).body,
    ).toMatchObject({
      state: 'closed',
    })
    expect(await listOf(director)).toEqual([])
    expect(await listOf(director, '?queue=all')).toMatchObject([
      { id, state: 'closed', standing: 'none', wasLate: false },
    ])
    const { story } = await detailOf(director, id)
    expect(story.map(({ text }) => text)).toEqual([
      ...['收到实名差评', '核实完毕，结论：属实', '作出整改答复', '回访评价人：满意'],
    ])
  })

  test('nothing anybody said stands in the clear in ledger or view', async () => {
    const [row] = await stage.house.db.query<{ all: string }>(
      `SELECT string_agg(f.body || ' ' || r.dossier::text, ' ') AS all FROM evaluation.rectification r
        JOIN ledger.fact f ON f.area_code = r.area_code AND f.stream = r.stream WHERE r.id = $1`,
      [id],
    )
    for (const said of [COMMENT, '窗口没有一次说清', '重新培训窗口人员', '让您多跑了', who.person.name])
      expect(row!.all).not.toContain(said)
  })
})

describe('an anonymous poor rating', () => {
  let id: string
  let who: Citizen
  let no: string

  test('says nothing of who gave it or of which case, and asks nobody to look', async () => {
    ;({ who, no } = await rated('2', 'yes'))
    const [found] = await listOf(director)
    id = found!.id
    const reader = await director.call('GET', `/rectifications/${id}`)
    const detail = reader.body as RectificationDetail
    const text = JSON.stringify([found, detail])
    const party = (await stage.house.cases.find(await partyOf(who), no))!
    for (const secret of [no, who.person.name, party.id, party.dossier.party])
      expect(text).not.toContain(secret)
    expect(detail.rater).toBeUndefined()
    // The day, never the minute at which somebody pressed the star.
    expect(detail.story[0]).toMatchObject({ day: '2026-03-16' })
    expect(detail.story[0]!.at).toBeUndefined()
    const [verify] = detail.allowed
    expect(Object.keys(verify!.choices!)).toEqual(['finding'])
    expect(Object.keys((verify!.input as { properties: object }).properties)).toEqual(['finding', 'text'])
    const revealed = await director.call('POST', `/rectifications/${id}/reveal`, { reason: '想知道是谁评的' })
    expect(revealed.body).toMatchObject({ code: 'rater-anonymous' })
    const looked = await take(director, id, 'verify', {
      contact: 'by-phone',
      finding: 'true',
      text: '找到了本人',
    })
    expect(looked.body).toMatchObject({ code: 'rater-anonymous' })
  })

  test('called untrue, it goes to a supervisor; upheld, it leaves the scores', async () => {
    const before = await indicator(supervisor)
    expect(
      (await take(director, id, 'verify', { finding: 'not-true', text: '监控没有这样的事' })).body,
    ).toMatchObject({
      state: 'appeal-review',
    })
    expect((await take(director, id, 'uphold-appeal', { text: '自己同意自己' })).body).toMatchObject({
      code: 'rectification-not-your-step',
    })
    expect((await listOf(supervisor)).map((line) => line.id)).toEqual([id])
    expect((await take(supervisor, id, 'uphold-appeal', { text: '看过监控，确无此事' })).body).toMatchObject({
      state: 'excluded',
    })
    const after = await indicator(supervisor)
    expect([after.numerator, after.denominator]).toEqual([before.numerator, before.denominator])
    expect((await who.walker.get(`/my/cases/${no}`)).html).toContain('这条评价不计入评分')
  })
})

async function partyOf(who: Citizen) {
  const session = await stage.house.sessions.find(who.session)
  const { citizenActor } = await import('#capabilities/portal/index.ts')
  return citizenActor(session!.subject)
}

test('EVA-02 an unhandled poor rating past its limit lowers the rate and is listed', async () => {
  expect(await indicator(supervisor)).toMatchObject({ numerator: 1, denominator: 1, listed: [] })
  await rated('1', 'no')
  const [open] = await listOf(director)
  // On its last day it is not late yet.
  await tomorrow()
  expect(await indicator(supervisor)).toMatchObject({ numerator: 1, denominator: 1, listed: [] })
  await tomorrow()
  const late = await indicator(supervisor)
  expect(late).toMatchObject({
    ...{ name: '差评回访整改率', counts: 'ratings', numerator: 1, denominator: 2, clauses: ['DW-3.8.19-16'] },
    listed: [{ id: open!.id, name: expect.stringContaining('山头街道便民服务中心') }],
  })
  expect(late.listed![0]!.name).toContain('最迟应于2026年3月17日处理，至今没有办结')
  expect(await listOf(director)).toMatchObject([
    { id: open!.id, standing: 'late', workingDaysLeft: -1, wasLate: true },
  ])
  expect(await indicator(await stage.as('director.boshan'))).toMatchObject({ denominator: 0, listed: [] })
  // Done late it stays a late one, for good.
  await take(director, open!.id, 'verify', { contact: 'by-phone', finding: 'true', text: '情况属实' })
  await take(director, open!.id, 'answer', { measures: '已经培训人员', text: '已经整改完毕' })
  await take(director, open!.id, 'record-revisit', { result: 'satisfied', text: '满意' })
  const done = await indicator(supervisor, 'from=2026-03-01&to=2026-03-31&by=place')
  expect(done).toMatchObject({
    ...{ numerator: 1, denominator: 2 },
    groups: [{ name: '山头街道便民服务中心', numerator: 1, denominator: 2 }],
  })
  expect(done.listed![0]!.name).toContain('逾期后才办结')
  expect(stage.faults).toEqual([])
})
