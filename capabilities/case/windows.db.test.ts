import { afterAll, beforeAll, expect, test } from 'vitest'
import { isRefusal } from '#engine/refusal.ts'
import { at, startTown, syntheticCreditCode, type Town } from '#capabilities/testing/town.ts'
import { caseRefusalWords } from './index.ts'

/** Decided by the town or street, in the general way. */
const ALLOWANCE = 'elderly-allowance'
/** Decided by the approval bureau; the guide offers window, post and electronic delivery. */
const LICENCE = 'food-business-licence'
const company = (count: number) => ({ applicantKind: 'company', creditCode: syntheticCreditCode(count) })

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
const receiver = { receiver: '测试甲', relation: 'self', identified: '居民身份证' }
const opinion = { opinion: 'grant', text: '材料齐全，符合条件。' }
const grant = { conclusion: '准予发放' }
const proposal = { reason: '申请人的户籍不在本区', basis: '《山东省高龄津贴申领示例办法》第三条' }
const refusing = {
  reason: '申请人的户籍不在本区，不属于本机关职权范围',
  basis: '《山东省高龄津贴申领示例办法》第三条',
}
const denial = { reason: '经核对，申请人已在外地领取同类津贴', basis: '示例办法第五条' }

const SIX: readonly [step: string, who: string, act: string, input?: Record<string, unknown>][] = [
  ['受理', 'clerk.shantou', 'accept'],
  ['审核', 'reviewer.shantou', 'review', opinion],
  ['批准', 'approver.shantou', 'grant', grant],
  ['签章', 'issuer.shantou', 'seal'],
  ['发文', 'system', 'record-paper'],
  ['发件', 'clerk.shantou', 'deliver-at-window', receiver],
]

/** Takes the first steps of the six, at ten past nine, twenty past nine … */
async function sixSteps(count: number): Promise<string> {
  const no = await town.fileAtWindow('clerk.shantou', ALLOWANCE)
  for (const [step, who, act, input] of SIX.slice(0, count)) {
    town.clock.advance({ minutes: 10 })
    if (who === 'system') await town.work()
    else {
      const given = act === 'accept' ? await town.goodChecklist(who, no) : (input ?? {})
      expect([step, await doing(who, no, act, given)]).not.toEqual([step, expect.stringMatching(/^refused/)])
    }
  }
  return no
}

test('CAS-01 six steps at the town, each with its operator and time, and none of them can be left out', async () => {
  const started = Date.parse(town.clock.now())
  const no = await sixSteps(6)
  const { story, summary } = await town.detailOf('clerk.shantou', no)
  expect(summary.state).toBe('closed')
  const told = ['予以受理', '审查完成', '作出准予决定', '加盖印章', '生成文书：准予决定书', '在窗口送达']
  const lines = told.map((text) => story.find((line) => line.text.includes(text))!)
  expect(lines.map(({ at: when }) => (Date.parse(when) - started) / 60_000)).toEqual([10, 20, 30, 40, 50, 60])
  const people = await Promise.all(
    SIX.map(async ([, who]) => {
      if (who === 'system') return '系统'
      const { post } = await town.as(who)
      return (await town.staff.namesOf(town.area, [post])).get(post)!
    }),
  )
  expect(lines.map(({ who }) => who)).toEqual(people)
  expect(new Set(people).size).toBe(5)
  // Leaving one out: whoever comes next is refused, whichever step is skipped.
  for (const [skipped, [step]] of SIX.entries()) {
    if (step === '发件') continue
    const before = await sixSteps(skipped)
    for (const [, who, act, input] of SIX.slice(skipped + 1))
      if (who !== 'system')
        expect([step, act, await doing(who, before, act, input)]).toEqual([
          ...[step, act, expect.stringMatching(/^refused: (not-in-this-state|decision-paper-not-ready)$/)],
        ])
    await town.work()
  }
  // Without the sixth the matter is not over.
  expect((await town.detailOf('clerk.shantou', await sixSteps(5))).summary).toMatchObject({
    ...{ state: 'issued', waitsFor: '窗口' },
  })
}, 120_000)

test('CAS-03 the front accepts and hands out, the back decides, and every item reaches its own queue', async () => {
  const hall = 'clerk.hall'
  const food = await town.fileAtWindow(hall, LICENCE, { values: company(11) })
  const filing = await town.fileAtWindow(hall, 'prepackaged-food-filing', { values: company(12) })
  const aid = await town.fileAtWindow(hall, 'legal-aid')
  const all = [food, filing, aid]

  // A back-office account can neither accept …
  for (const who of ['reviewer.approval-bureau', 'approver.approval-bureau'])
    expect(await doing(who, food, 'accept', await town.goodChecklist(hall, food))).toBe(
      'refused: not-your-step',
    )
  for (const no of all)
    expect(await doing(hall, no, 'accept', await town.goodChecklist(hall, no))).toBe('accepted')

  // Routed by item: the licence to its bureau's reviewer, the filing on the spot to the market approver, legal aid to justice.
  const QUEUES: readonly [who: string, waits: string[]][] = [
    ['reviewer.approval-bureau', [food]],
    ['approver.approval-bureau', []],
    ['approver.market-supervision', [filing]],
    ['reviewer.market-supervision', []],
    ['reviewer.justice', [aid]],
    ['approver.justice', []],
    [hall, []],
  ]
  for (const [who, waits] of QUEUES) {
    const found = (await town.workList(who)).filter((no) => all.includes(no))
    expect([who, found]).toEqual([who, waits])
  }

  // A front account cannot decide, in any of its forms.
  const survey = { surveyors: ['测试甲', '测试乙'], day: '2026-11-23', result: 'met', text: '场所与图纸一致' }
  const FRONT: readonly [string, string, Record<string, unknown>][] = [
    [food, 'record-survey', survey],
    [food, 'review', opinion],
    [filing, 'grant', grant],
    [filing, 'deny', denial],
  ]
  for (const [no, act, input] of FRONT)
    expect([act, await doing(hall, no, act, input)]).toEqual([act, 'refused: not-your-step'])
  expect((await town.detailOf(hall, filing)).allowed.map(({ act }) => act)).toEqual([
    'withdraw',
    'leave-open',
  ])

  expect(await doing('approver.market-supervision', filing, 'grant', grant)).toBe('decided')
  expect(await doing('issuer.market-supervision', filing, 'seal')).toBe('issued')
  await town.work()
  // … nor hand out what it decided.
  for (const who of ['reviewer.market-supervision', 'approver.market-supervision'])
    expect(await doing(who, filing, 'deliver-at-window', receiver)).toBe('refused: not-your-step')
  expect(await town.workList(hall)).toContain(filing)
  expect(await doing(hall, filing, 'deliver-at-window', receiver)).toBe('closed')
  await town.work()
}, 60_000)

test.each([
  ['window', '请凭本通知书或者有效身份证件到博山区政务服务中心领取'],
  ['electronic', '办理结果将以电子文书送达，可在https://example.invalid/my查看和下载'],
  ['post', '办理结果将邮寄至山东省淄博市博山区示例路1号（张示例收）'],
] as const)(
  'CAS-16 the acceptance paper names the due day and how the result arrives: %s',
  async (delivery, way) => {
    const hall = 'clerk.hall'
    const values = company({ window: 21, electronic: 22, post: 23 }[delivery])
    const no = await town.fileAtWindow(hall, LICENCE, { values, delivery })
    expect(await doing(hall, no, 'accept', await town.goodChecklist(hall, no))).toBe('accepted')
    await town.work()
    const text = await town.paperText(hall, no, 'acceptance')
    const { clocks } = await town.detailOf(hall, no)
    const chinese = (day: string) =>
      `${day.slice(0, 4)}年${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`
    for (const name of ['statutory', 'promised'])
      expect(text).toContain(`至${chinese(clocks.find(({ clock }) => clock === name)!.day!)}届满`)
    expect(text).toContain(way)
    // Without a way to get the result, or without an address for the post, nothing is taken in that could be accepted.
    const { actor, now, reliesOn } = await town.looking(hall)
    const { item } = (await town.catalogue.itemInForce(town.area, LICENCE, '2026-11-23'))!
    const filing = {
      item: LICENCE,
      itemVersion: item.version,
      acceptPlace: actor.place,
      form: {},
      materials: [],
    }
    const [none, noAddress] = await Promise.all(
      [undefined, 'post'].map(async (mode) =>
        town.cases.file({
          ...{
            area: town.area,
            actor,
            now,
            reliesOn,
            requestId: `${no}-${mode}`,
            requestHash: `${no}-${mode}`,
          },
          filing: { ...filing, ...(await formOf(no)), delivery: mode as 'post' },
        }),
      ),
    )
    expect([none, noAddress]).toMatchObject([
      { code: 'delivery-mode-other' },
      { code: 'postal-address-missing' },
    ])
  },
  60_000,
)

/** The answers of a case, to be filed once more. */
async function formOf(no: string): Promise<{ form: Record<string, string | string[]> }> {
  const { actor } = await town.looking('clerk.hall')
  const { area, dossier } = (await town.cases.find(actor, no))!
  const text = await town.sealing.open('000000', `party:${dossier.party}`, dossier.form as never)
  if (text === null) throw new Error(`${area}: ${no} has no form`)
  return { form: JSON.parse(text) as Record<string, string> }
}

test('SUP-08/a a window account has no refusing act: not as a button, not by its name, not in any state', async () => {
  const clerk = 'clerk.shantou'
  const REFUSING = { 'refuse-acceptance': refusing, deny: denial, revoke: denial }
  const seen = async (no: string, state: string) => {
    const { allowed, summary } = await town.detailOf(clerk, no)
    expect(summary.state).toBe(state)
    expect(allowed.map(({ act }) => act).filter((act) => act in REFUSING)).toEqual([])
    for (const [act, input] of Object.entries(REFUSING))
      expect([state, act, await doing(clerk, no, act, input)]).toEqual([
        ...[state, act, expect.stringMatching(/^refused: (not-your-step|not-in-this-state|action-unknown)$/)],
      ])
  }
  const no = await town.fileAtWindow(clerk, ALLOWANCE)
  await seen(no, 'received')
  await doing(clerk, no, 'propose-refusal', proposal)
  await seen(no, 'refusal-proposed')
  await doing('approver.shantou', no, 'return-to-window', { reason: '属于本机关职权，请受理' })
  await doing(clerk, no, 'accept', await town.goodChecklist(clerk, no))
  await seen(no, 'accepted')
  await doing('reviewer.shantou', no, 'review', opinion)
  await seen(no, 'reviewed')
  expect(caseRefusalWords['window-never-refuses']).toContain('窗口没有否决权')
  await town.work()
}, 60_000)

test.each<[string, 'not-accepted' | 'denial', string]>([
  ['a refusal to accept', 'not-accepted', '不予受理'],
  ['a denial', 'denial', '不予'],
])(
  'SUP-08/b %s shows who decided and why: to the applicant, in the story, on the paper',
  async (_what, kind) => {
    const clerk = 'clerk.shantou'
    const approver = 'approver.shantou'
    const no = await town.fileAtWindow(clerk, ALLOWANCE)
    const said = kind === 'denial' ? denial : refusing
    if (kind === 'not-accepted') {
      expect(await doing(clerk, no, 'propose-refusal', proposal)).toBe('refusal-proposed')
      expect(await doing(approver, no, 'refuse-acceptance', said)).toBe('not-accepted')
    } else {
      await doing(clerk, no, 'accept', await town.goodChecklist(clerk, no))
      await doing('reviewer.shantou', no, 'review', { opinion: 'deny', text: '在外地领取同类津贴。' })
      expect(await doing(approver, no, 'deny', said)).toBe('decided')
      expect(await doing('issuer.shantou', no, 'seal')).toBe('issued')
    }
    await town.work()
    const { post } = await town.as(approver)
    const name = (await town.staff.namesOf(town.area, [post])).get(post)!
    const { decision, story } = await town.applicantsView(no)
    expect(decision).toMatchObject({
      result: kind === 'denial' ? 'denied' : 'refused',
      reason: said.reason,
      by: name,
    })
    expect(story.find(({ details }) => details.includes(said.reason))).toMatchObject({
      ...{ who: name, as: '审批人员', details: [said.reason, said.basis] },
    })
    const paper = await town.paperText(clerk, no, kind)
    for (const part of [said.reason, said.basis, `决定人：${name}`, '行政复议', '行政诉讼'])
      expect(paper.replaceAll(/\s/g, '')).toContain(part)
  },
  60_000,
)
