import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { isRefusal } from '#engine/refusal.ts'
import { sealUses } from '#capabilities/licence-seal/index.ts'
import { NO_AREA, subjectOf } from '#capabilities/party/index.ts'
import { citizenActor } from '#capabilities/portal/index.ts'
import { at, startTown, syntheticCreditCode } from '#capabilities/testing/town.ts'
import type { TestCitizen, Town } from '#capabilities/testing/town.ts'
import type { Sealed } from '#platform/crypto/sealed.ts'
import { newId } from '#platform/id.ts'

// Real: pack, posts, database, ledger, due jobs, papers. Moved by hand: the clock.
let town: Town
beforeAll(async () => {
  town = await startTown({ clock: at('2026-11-23T09:00') })
}, 120_000)
afterAll(() => town.stop())

/** A licence decided by the bureau of human resources, taken in at the hall. */
const AGENCY = 'human-resources-service-licence'
const CLERK = 'clerk.hall'
const REVIEWER = 'reviewer.human-resources'
const LEAD = 'approver.human-resources'
const ASKED = 'approver.health'
const STRANGER = 'approver.civil-affairs'
const AGREED = { verdict: 'agree', text: '没有意见。' }

async function doing(
  who: string,
  no: string,
  act: string,
  input: Record<string, unknown> = {},
): Promise<string> {
  const done = await town.act(who, no, act, input)
  return isRefusal(done) ? `refused: ${done.code}` : (done.answer as { state: string }).state
}

const received = () => town.fileAtWindow(CLERK, AGENCY)
async function accepted(): Promise<string> {
  const no = await received()
  expect(await doing(CLERK, no, 'accept', await town.goodChecklist(CLERK, no))).toBe('accepted')
  return no
}
const clockOf = async (no: string, name: string) =>
  (await town.detailOf(CLERK, no)).clocks.find(({ clock }) => clock === name)

describe('a department that was asked for its opinion', () => {
  const asking = { bodies: ['health'], question: '场所是否符合卫生要求' }

  test('gives it and nothing else: it neither decides, nor asks on, nor passes on, nor sees who applies', async () => {
    const no = await accepted()
    expect(await doing(ASKED, no, 'give-opinion', AGREED)).toBe('refused: case-not-found')
    await doing(LEAD, no, 'ask-opinions', asking)
    await doing(REVIEWER, no, 'review', { opinion: 'grant', text: '符合条件。' })
    const seen = await town.detailOf(ASKED, no)
    expect(seen.allowed.map(({ act }) => act)).toEqual(['give-opinion'])
    expect(seen.applicant.masked).toBe(true)
    const reason = '想知道是谁申请的'
    const { actor } = await town.looking(ASKED)
    expect(await town.cases.reveal(actor, no, reason, '192.0.2.1')).toMatchObject({ refused: true })
    for (const [act, input] of [
      ['grant', { conclusion: '准予。' }],
      [
        'terminate',
        { ground: 'subject-gone', reason: '申请人已经办理注销登记', basis: '行政许可法第七十条' },
      ],
      ['refer', { toBody: 'health', reason: '这件由我局办理' }],
      ['ask-opinions', asking],
      ['withdraw-question', { body: 'health', reason: '不需要意见' }],
      ['call-meeting', { kind: 'coordination', time: '10:00', where: '会议室', ...asking }],
      ['claim', {}],
      ['assign', { to: actor.kind === 'staff' ? actor.post : '' }],
      ['propose-extension', { code: 'complex', text: '情况复杂' }],
    ] as const)
      expect([act, await doing(ASKED, no, act, input)]).toEqual([
        act,
        expect.stringMatching(/^refused: (not-your-step|power-none|nothing-to-claim)$/),
      ])
    expect(await doing(ASKED, no, 'give-opinion', AGREED)).toBe('reviewed')
    expect(await doing(ASKED, no, 'give-opinion', AGREED)).toBe('refused: not-your-step')
  })

  test('sees nothing any more once the question was taken back', async () => {
    const no = await accepted()
    await doing(LEAD, no, 'ask-opinions', asking)
    await doing(LEAD, no, 'withdraw-question', { body: 'health', reason: '另一个部门才有职责' })
    expect(await doing(ASKED, no, 'give-opinion', AGREED)).toBe('refused: case-not-found')
  })

  test('nobody is asked twice, the own body not at all, and a name that is no body not either', async () => {
    const no = await accepted()
    for (const body of ['human-resources', 'nowhere', "health' OR 1=1"])
      expect(await doing(LEAD, no, 'ask-opinions', { ...asking, bodies: [body] })).toBe(
        'refused: body-unknown',
      )
    await doing(LEAD, no, 'ask-opinions', asking)
    expect(await doing(LEAD, no, 'ask-opinions', asking)).toBe('refused: opinion-asked-already')
  })
})

describe('whoever is urged (催办)', () => {
  const urging = { to: 'step', text: '快到期了，请今天办完' }
  const urged = ['supervisor', 'head.human-resources']

  test('is urged by supervision and by the own head, once a day, and by nobody else', async () => {
    const no = await accepted()
    const began = town.clock.now()
    expect(await doing('supervisor', no, 'urge', urging)).toBe('refused: urge-early')
    town.clock.set(at('2026-12-21T09:00'))
    for (const [who, gives] of [
      [CLERK, 'not-your-step'],
      [REVIEWER, 'not-your-step'],
      [LEAD, 'not-your-step'],
      [STRANGER, 'case-not-found'],
      ['head.health', 'case-not-found'],
      ['director.hall', 'urge-nobody'],
    ] as const)
      expect([who, await doing(who, no, 'urge', urging)]).toEqual([who, `refused: ${gives}`])
    expect(await doing(urged[0]!, no, 'urge', urging)).toBe('accepted')
    for (const who of urged)
      expect([who, await doing(who, no, 'urge', urging)]).toEqual([who, 'refused: urge-once'])
    // A body or a post somebody names by hand is nobody who owes anything.
    for (const to of ['health', 'head:government', 'nobody', "step' OR 1=1"])
      expect(await doing('supervisor', no, 'urge', { ...urging, to })).toMatch(
        /^refused: urge-(nobody|once)$/,
      )
    for (const who of [CLERK, LEAD, ...urged])
      expect([who, await doing(who, no, 'answer-urge', { text: '今天就办' })]).toEqual([
        who,
        'refused: not-your-step',
      ])
    expect(await doing(REVIEWER, no, 'answer-urge', { text: '今天下午办完' })).toBe('accepted')
    town.clock.set(began)
  })
})

test('a case is not given to a post of another body, nor by an officer of one', async () => {
  const no = await accepted()
  const { post } = await town.as(STRANGER)
  expect(await doing(LEAD, no, 'assign', { to: post })).toBe('refused: colleague-unfit')
  expect(await doing(LEAD, no, 'assign', { to: 'no-such-post' })).toBe('refused: colleague-unknown')
  expect(await doing(STRANGER, no, 'assign', { to: post })).toBe('refused: case-not-found')
})

test('what follows from the register or the clock is nobody’s to press by name', async () => {
  const no = await accepted()
  const acts = [
    'reassign-deciding-body',
    'take-over-decision',
    'deem-renewed',
    'gap-lapse',
    'opinion-overdue',
  ]
  for (const act of [...acts, 'close-publicity', 'lapse-hearing-right', 'flag-over-told', 'file-at-station'])
    expect([act, await doing(LEAD, no, act, { body: 'health' })]).toEqual([act, 'refused: action-unknown'])
})

test('a request id does its act once, and no other act', async () => {
  const no = await accepted()
  const id = newId()
  const first = await town.act(LEAD, no, 'ask-opinions', { bodies: ['health'], question: '有无意见' }, id)
  const again = await town.act(LEAD, no, 'ask-opinions', { bodies: ['health'], question: '有无意见' }, id)
  expect(again).toMatchObject({ answer: (first as { answer: unknown }).answer })
  const reason = { body: 'health', reason: '不再需要' }
  expect(await town.act(LEAD, no, 'withdraw-question', reason, id)).toMatchObject({ code: 'request-reused' })
})

test('one key with another content hears that before anything about the case, whatever came meanwhile', async () => {
  const no = await received()
  const id = newId()
  const checklist = await town.goodChecklist(CLERK, no)
  expect(await town.act(CLERK, no, 'accept', checklist, id)).toMatchObject({ done: true })
  // Refused by the state, by its content, and by a case that is none: the key is spent in each of them.
  for (const [act, input] of [
    ['propose-refusal', { reason: '不属于职权范围' }],
    ['notify-supplement', { lines: 'no list' }],
  ] as const)
    expect(await town.act(CLERK, no, act, input, id)).toMatchObject({ code: 'request-reused' })
  expect(await doing(CLERK, no, 'propose-refusal', { reason: '不属于职权范围' })).toBe(
    'refused: not-in-this-state',
  )
})

describe('a firm’s licence', () => {
  const item = 'publications-retail-licence'
  const shop = (count: number) => ({
    ...{ applicantKind: 'household', creditCode: syntheticCreditCode(count), name: '博山区示例书店' },
  })
  async function licensed(no: string): Promise<string> {
    await doing(CLERK, no, 'accept', await town.goodChecklist(CLERK, no))
    await doing('reviewer.approval-bureau', no, 'review', { opinion: 'grant', text: '符合条件。' })
    await doing('approver.approval-bureau', no, 'grant', { conclusion: '准予', validUntil: '2030-02-28' })
    await doing('issuer.hall', no, 'seal')
    await town.work()
    const { items } = await town.cases.licences.list(town.area, await town.looking(CLERK), { item })
    return items[0]!.number
  }
  /** The form of another case sent as an application about a licence, as anybody can who writes the request by hand. */
  async function filedOnline(who: TestCitizen, like: string, licence: string, values = {}) {
    const party = await partyOf(like)
    const { dossier } = (await town.cases.find(citizenActor(party), like))!
    const form = JSON.parse((await town.sealing.open(NO_AREA, subjectOf(party), dossier.form as Sealed))!)
    const requestId = newId()
    return town.cases.file({
      ...{ area: town.area, actor: who.actor, now: town.clock.now(), reliesOn: [] },
      ...{ requestId, requestHash: requestId },
      filing: {
        ...{ item, itemVersion: dossier.item.version, acceptPlace: dossier.acceptPlace },
        ...{ form: { ...form, ...values }, region: dossier.region, materials: [], delivery: 'window' },
        about: { licence, kind: 'cancel' },
      },
    })
  }

  test('is not given up by a stranger who reads code and number off the wall of the shop', async () => {
    const no = await town.fileAtWindow(CLERK, item, { values: shop(901) })
    const number = await licensed(no)
    const stranger = await town.citizen('王示例')
    expect(await filedOnline(stranger, no, number)).toMatchObject({ code: 'licence-not-found' })
  }, 60_000)

  test('is applied for by its own account, and passes to no other firm that account files for (第九条)', async () => {
    const owner = await town.citizen('李示例')
    const hall = (await town.portal.places(item, '370304004207')).find(({ tier }) => tier === 'hall')!
    const no = await town.file(owner, item, { place: hall.id, values: shop(902) })
    const number = await licensed(no)
    const other = await filedOnline(owner, no, number, { creditCode: syntheticCreditCode(903) })
    expect(other).toMatchObject({ code: 'licence-not-found' })
    expect(await filedOnline(owner, no, number)).toMatchObject({ answer: { state: 'received' } })
  }, 60_000)
})

async function partyOf(no: string): Promise<string> {
  const [row] = await town.db.query<{ party: string }>(
    'SELECT party FROM cases.case_view WHERE area_code = $1 AND no = $2',
    [town.area, no],
  )
  return row!.party
}

/** The fact that refused the acceptance of a case. */
async function refusedFact(no: string): Promise<Record<string, unknown>> {
  const [row] = await town.db.query<{ body: string }>(
    `SELECT f.body FROM ledger.fact f JOIN cases.case_view v ON v.area_code = f.area_code AND v.stream = f.stream
      WHERE v.area_code = $1 AND v.no = $2 AND f.kind = 'acceptance-refused'`,
    [town.area, no],
  )
  return JSON.parse(row!.body) as Record<string, unknown>
}

describe('C1 补正告知', () => {
  const line = (material: string) => ({ material, problem: '没有提供', remedy: '请提供原件' })

  test('C1 what is missing is told once and all together, and a second notice names nothing new', async () => {
    const no = await received()
    const { checklist } = await town.goodChecklist(CLERK, no)
    const [one, other] = checklist.filter(({ verdict }) => verdict === 'ok').map(({ material }) => material)
    const missing = (...ids: string[]) =>
      checklist.map((each) => (ids.includes(each.material) ? { ...each, verdict: 'missing' } : each))
    const half = { lines: [line(one!)], checklist: missing(one!, other!) }
    expect(await doing(CLERK, no, 'notify-supplement', half)).toBe('refused: checklist-incomplete')
    const whole = { lines: [line(one!)], checklist: missing(one!) }
    expect(await doing(CLERK, no, 'notify-supplement', whole)).toBe('supplementing')
    const handed = { material: one!, files: [], paperOriginals: 1, paperCopies: 0 }
    expect(await doing(CLERK, no, 'supply-at-window', { materials: [handed] })).toBe('received')
    const later = { lines: [line(other!)], checklist: missing(other!) }
    expect(await doing(CLERK, no, 'notify-supplement', later)).toBe('refused: second-notice-new-point')
  })

  test('C1 five working days without a word: accepted from the day of receipt, and too late to say anything', async () => {
    const before = town.clock.now()
    const no = await received()
    expect(await clockOf(no, 'notice')).toMatchObject({ day: '2026-11-30' })
    town.clock.set(at('2026-12-01T08:59'))
    await town.work()
    const { checklist } = await town.goodChecklist(CLERK, no)
    expect((await town.detailOf(CLERK, no)).summary.state).toBe('accepted')
    expect((await clockOf(no, 'statutory'))!.sentence).toContain('11月23日')
    expect(await doing(CLERK, no, 'accept', { checklist })).toBe('refused: not-in-this-state')
    town.clock.set(before)
  })
})

test('C2 不予受理 is given by somebody with power, the same day, in writing under seal and with where to go', async () => {
  const no = await received()
  const not = { reason: '这项不归本局办理', ground: 'not-competent' }
  expect(await doing(CLERK, no, 'propose-refusal', not)).toBe('refused: competent-body-missing')
  const named = { ...not, competentBody: '淄博市人力资源和社会保障局' }
  expect(await doing(CLERK, no, 'propose-refusal', named)).toBe('refusal-proposed')
  expect(await clockOf(no, 'at-once')).toMatchObject({ day: '2026-11-23' })
  const decision = { reason: '依法由市级机关决定', basis: '人力资源市场暂行条例第十八条' }
  expect(await doing(CLERK, no, 'refuse-acceptance', decision)).toMatch(/^refused: /)
  expect(await doing(LEAD, no, 'refuse-acceptance', decision)).toBe('not-accepted')
  await town.work()
  const paper = await town.paperText(CLERK, no, 'not-accepted')
  for (const part of ['2026年11月23日', '淄博市人力资源和社会保障局', '行政复议'])
    expect(paper).toContain(part)
  // 加盖本行政机关专用印章: the seal of the body that refuses, used with the act and by whoever refused.
  const today = town.clock.now().slice(0, 10)
  const { items } = await sealUses({ ...town, posts: town.staff }, town.area, today, { item: AGENCY })
  const { actor } = await town.looking(LEAD)
  const row = await town.cases.find((await town.looking(CLERK)).actor, no)
  expect(items.filter((use) => use.no === no)).toMatchObject([
    {
      seal: `${row!.dossier.decidingBody}.decision`,
      paperText: '不予受理决定书',
      at: expect.stringContaining(today),
    },
  ])
  expect((await refusedFact(no))['seal']).toBe(`${row!.dossier.decidingBody}.decision`)
  expect(row!.dossier.decision!.by).toMatchObject({ person: actor.kind === 'staff' ? actor.person : '' })
})

test('C2 缺材料 is no reason to refuse, and a refusal stands in a law', async () => {
  const no = await received()
  const said = { ground: 'other', reason: '申请人没有提供场所证明', basis: '人力资源市场暂行条例第十八条' }
  expect(await doing(CLERK, no, 'propose-refusal', said)).toBe('refused: refusal-is-supplement')
  const lawless = { ...said, reason: '不符合本局的要求', basis: '内部规定第三条' }
  expect(await doing(CLERK, no, 'propose-refusal', lawless)).toBe('refused: refusal-law-missing')
  const lawful = { ...said, reason: '申请人一年内不得再次申请' }
  expect(await doing(CLERK, no, 'propose-refusal', lawful)).toBe('refusal-proposed')
  for (const [input, gives] of [
    [{ reason: '材料不齐全', basis: lawful.basis }, 'refused: refusal-is-supplement'],
    [{ reason: lawful.reason, basis: '行政许可法第三十二条第一款第四项' }, 'refused: refusal-is-supplement'],
    [{ reason: lawful.reason, basis: '局长办公会议纪要第二条' }, 'refused: refusal-law-missing'],
  ] as const)
    expect(await doing(LEAD, no, 'refuse-acceptance', input)).toBe(gives)
})

test('C7 the result is handed over within ten working days of the decision, and the limit ends with it', async () => {
  const no = await accepted()
  expect(await doing(REVIEWER, no, 'review', { opinion: 'grant', text: '符合条件。' })).toBe('reviewed')
  expect(await doing(LEAD, no, 'grant', { conclusion: '准予。' })).toBe('decided')
  const limit = (await clockOf(no, 'delivery'))!
  // Decided on the 23rd of November, a Monday: the tenth working day, no earlier and no later.
  expect(limit).toMatchObject({ day: '2026-12-07', standing: 'in-time' })
  for (const part of ['第四十四条', '10个工作日', '2026年11月23日']) expect(limit.sentence).toContain(part)
  const before = town.clock.now()
  for (const [at, standing] of [
    [`2026-12-07T15:59:00.000Z`, 'soon'],
    [`2026-12-07T16:00:00.000Z`, 'late'],
  ] as const) {
    town.clock.set(at)
    expect([at, await clockOf(no, 'delivery')]).toMatchObject([at, { day: '2026-12-07', standing }])
  }
  town.clock.set(before)
  await doing('issuer.human-resources', no, 'seal')
  await town.work()
  const receiver = { receiver: '测试甲', relation: 'self', identified: '营业执照' }
  expect(await doing(CLERK, no, 'deliver-at-window', receiver)).toBe('closed')
  expect(await clockOf(no, 'delivery')).toMatchObject({ state: 'ended' })
})

test('C7 an area may promise less than ten days and never more', async () => {
  const decidedBy = async (no: string) => {
    await doing(REVIEWER, no, 'review', { opinion: 'grant', text: '符合条件。' })
    await doing(LEAD, no, 'grant', { conclusion: '准予。' })
    return (await clockOf(no, 'delivery'))!.day
  }
  for (const [days, last] of [
    [15, '2026-12-07'],
    [3, '2026-11-26'],
  ] as const) {
    await town.plan('deliveryWorkingDays.value', days)
    town.clock.advance({ minutes: 1 })
    expect([days, await decidedBy(await accepted())]).toEqual([days, last])
  }
})
