import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { legalDay } from '#engine/day.ts'
import { licenceDesk } from '#capabilities/testing/licence-desk.ts'
import { at, startTown, syntheticCreditCode, type Town } from '#capabilities/testing/town.ts'
import { rebuildCaseViews, rebuildLicenceRegister } from '../../index.ts'

const ITEM = 'publications-retail-licence'
const CLERK = 'clerk.hall'
const REVIEWER = 'reviewer.approval-bureau'
const APPROVER = 'approver.approval-bureau'
const ISSUER = 'issuer.hall'
/** Signed by the holder, as the file shows. */
const signed = (on: string) => ({
  form: 'signed',
  record: 'written',
  signer: '测试甲',
  signedOn: on,
  kept: '案卷第2页',
})
const HANDED = { mode: 'window', receiver: '测试甲', relation: 'self', identified: '居民身份证' }
/** A Sunday, so that the day after the last day is a Monday and the office was shut when the term ran out. */
const UNTIL = '2027-01-31'

// Real: pack, database, ledger, due jobs, papers. Moved by hand: the clock.
let town: Town
beforeAll(async () => {
  town = await startTown({ clock: at('2026-11-23T09:00') })
})
afterAll(() => town.stop())

const desk = licenceDesk(() => town, { clerk: CLERK, reviewer: REVIEWER, approver: APPROVER, issuer: ISSUER })
const { decided, detail, doing, licenceAct, paperOf, state, verified } = desk

const shop = (count: number, name = `博山区示例书店${count}号`) => ({
  ...{ applicantKind: 'household', creditCode: syntheticCreditCode(700 + count), name },
})

const area = () => town.area
const register = () => town.cases.licences
const looking = async (who: string) => town.looking(who)

/** A shop with a licence: the case that granted it, and its number on the register. */
const licensed = (values: Record<string, string>, validUntil?: string) =>
  desk.licensed(ITEM, { values }, validUntil ? { validUntil } : {})

test('a sealed grant opens one licence, and a denial none', async () => {
  const { no, number } = await licensed(shop(1), UNTIL)
  const found = await detail(number)
  expect(found.summary).toMatchObject({
    ...{ name: '出版物经营许可证', state: 'valid', grantedOn: '2026-11-23', validUntil: UNTIL, daysLeft: 69 },
  })
  expect(found.summary.holder).toContain('*')
  expect(found.cases).toEqual([{ no, text: '发证' }])
  expect(found.applications.map(({ kind, notNow }) => [kind, notNow === undefined])).toEqual([
    ['change', true],
    ['renew', true],
    ['cancel', true],
  ])
  expect(found.applications[1]!.hint).toMatch(/最晚2027年1月1日（星期五）申请。$/)
  expect(await verified(no)).toBe('有效')
  const denied = await town.fileAtWindow(CLERK, ITEM, { values: shop(2) })
  expect(await doing(CLERK, denied, 'accept', await town.goodChecklist(CLERK, denied))).toBe('accepted')
  await doing(REVIEWER, denied, 'review', { opinion: 'deny', text: '场所证明不符。' })
  const reason = { reason: '经营场所不能用于出版物零售', basis: '出版管理条例第三十五条' }
  expect(await doing(APPROVER, denied, 'deny', reason)).toBe('decided')
  await doing(ISSUER, denied, 'seal')
  await town.work()
  const { items } = await register().list(area(), await looking(CLERK), {})
  expect(items.map((line) => line.number)).toEqual([number])
}, 60_000)

describe('C11 renewal', () => {
  test('C11 filed thirty days before the last day it is taken in, twenty-nine days before it is refused', async () => {
    const first = await licensed(shop(3), UNTIL)
    const second = await licensed(shop(4), UNTIL)
    town.clock.set(at('2027-01-01T10:00'))
    const about = { licence: first.number, kind: 'renew' as const }
    const no = await town.fileAtWindow(CLERK, ITEM, { values: shop(3), about })
    const twice = await town.tryAtWindow(CLERK, ITEM, { values: shop(3), about })
    expect(twice).toMatchObject({ code: 'about-running' })
    const { clocks, parts, materials } = await town.detailOf(CLERK, no)
    // The last working day of the term: the 31st of January is a Sunday.
    expect(clocks.find(({ clock }) => clock === 'renewal')).toMatchObject({
      kind: 'statutory',
      day: '2027-01-29',
    })
    expect(parts.map(({ key }) => key)).toContain('about-licence')
    expect(materials.map(({ id }) => id)).toContain('current-licence')
    town.clock.set(at('2027-01-02T10:00'))
    const late = await town.tryAtWindow(CLERK, ITEM, {
      ...{ values: shop(4), about: { licence: second.number, kind: 'renew' } },
    })
    expect(late).toMatchObject({ code: 'renewal-late', facts: { day: '2027-01-01' } })
  }, 60_000)

  test('C11 what was promised never ends after the licence', async () => {
    const values = shop(5)
    const { number } = await licensed(values, '2027-02-10')
    town.clock.set(at('2027-01-08T10:00'))
    const no = await town.fileAtWindow(CLERK, ITEM, { values, about: { licence: number, kind: 'renew' } })
    expect(await doing(CLERK, no, 'accept', await town.goodChecklist(CLERK, no))).toBe('accepted')
    const day = (clock: string, all: { clock: string; day?: string }[]) =>
      all.find((each) => each.clock === clock)?.day
    const { clocks } = await town.detailOf(CLERK, no)
    expect(day('promised', clocks)! <= day('renewal', clocks)!).toBe(true)
    expect(await doing(REVIEWER, no, 'review', { opinion: 'grant', text: '符合条件。' })).toBe('reviewed')
    expect(await doing(APPROVER, no, 'grant', { conclusion: '准予延续' })).toBe(
      'refused: renewal-term-missing',
    )
    const until = '2028-02-10'
    expect(await doing(APPROVER, no, 'grant', { conclusion: '准予延续', validUntil: until })).toBe('decided')
    expect(await doing(ISSUER, no, 'seal')).toBe('issued')
    await town.work()
    expect((await detail(number)).summary).toMatchObject({ state: 'valid', validUntil: until })
  }, 60_000)

  test('C11 undecided when the term ran out on a Sunday, it counts as granted from the Monday on', async () => {
    const { items } = await register().list(area(), await looking(CLERK), {})
    const { number } = items.find(({ validUntil, application }) => validUntil === UNTIL && application)!
    const no = (await detail(number)).cases.at(-1)!.no
    town.clock.set(at('2027-01-04T10:00'))
    expect(await doing(CLERK, no, 'accept', await town.goodChecklist(CLERK, no))).toBe('accepted')
    town.clock.set(at('2027-01-31T23:00'))
    await town.work()
    expect((await town.detailOf(CLERK, no)).summary.state).toBe('accepted')
    expect(await state(number)).toBe('valid')
    town.clock.set(at('2027-02-01T00:05'))
    await town.work()
    const then = await town.detailOf(CLERK, no)
    expect(then.summary.state).toBe('decided')
    expect(then.decision).toMatchObject({ result: 'granted', day: '2027-02-01' })
    // Granted on the 23rd of November to the 31st of January: no whole years, so as many days again.
    expect((await detail(number)).summary).toMatchObject({ state: 'valid', validUntil: '2027-04-10' })
    expect((await detail(number)).cases.map(({ text }) => text)).toEqual(['发证', '视为准予延续'])
    expect(await doing(ISSUER, no, 'seal')).toBe('issued')
    await town.work()
    const paper = await town.paperText(CLERK, no, 'grant')
    for (const part of ['第五十条第二款', '视为准予延续', '2027年1月31日']) expect(paper).toContain(part)
    // Nobody did it: supervision has the overrun limit of the law on its list.
    const late = await town.db.query<{ red: string }>(
      `SELECT c->>'late' AS red FROM supervision.case_line v, jsonb_array_elements(v.clocks) c
        WHERE v.area_code = $1 AND v.no = $2 AND c->>'clock' = 'renewal'`,
      [area(), no],
    )
    expect(late.map(({ red }) => red)).toEqual(['true'])
  }, 60_000)

  test('C11 a licence nobody renewed expires on the morning after its last day, and waits to be cancelled', async () => {
    const { items } = await register().list(area(), await looking(CLERK), { state: 'expired' })
    expect(items).toHaveLength(2)
    const { number } = items[0]!
    const { clocks, summary } = await detail(number)
    expect(summary.waitsFor).toBe('审批人员')
    expect(clocks.find(({ clock }) => clock === 'cancellation')).toMatchObject({ state: 'running' })
    const input = { ground: 'not-renewed', conclusion: '有效期届满，持证人没有申请延续' }
    expect(await licenceAct(APPROVER, number, 'cancel', input)).toBe('ending')
    await town.work()
    const paper = await paperOf(number)
    for (const part of ['注销行政许可决定书', '第七十条', '有效期届满未延续', number])
      expect(paper).toContain(part)
    const serving = {
      ...{ mode: 'announcement', announcedAt: '区政府网站', reason: '登记的住所查无此人，邮件退回' },
      announcedOn: '2027-02-01',
    }
    expect(await licenceAct(CLERK, number, 'serve', serving)).toBe('ending')
    const waiting = await detail(number)
    expect(waiting.summary).toMatchObject({ stateText: '决定公告送达中', waitsFor: '' })
    expect(waiting.clocks.find(({ clock }) => clock === 'announcement')).toMatchObject({ day: '2027-03-03' })
    town.clock.set(at('2027-03-03T23:00'))
    await town.work()
    expect(await state(number)).toBe('ending')
    town.clock.set(at('2027-03-04T00:05'))
    await town.work()
    expect(await state(number)).toBe('cancelled')
    await town.work()
    const record = await paperOf(number)
    for (const part of ['送达回证', '公告送达', '注销行政许可决定书', '查无此人', '2027年3月3日'])
      expect(record).toContain(part)
  }, 60_000)
})

test('变更 and 注销 on application move the licence and say what changed', async () => {
  town.clock.set(at('2027-03-05T09:00'))
  const values = shop(6)
  const { no, number } = await licensed(values, '2030-02-28')
  const renamed = { ...values, name: '博山区新名书店', premisesAddress: '博山区示例路9号' }
  const change = await town.fileAtWindow(CLERK, ITEM, {
    values: renamed,
    about: { licence: number, kind: 'change' },
  })
  await decided(change)
  const then = await detail(number)
  const changed = then.story.find(({ text }) => text === '变更登记')!
  expect(changed.details.join()).toContain('博山区新名书店')
  expect(changed.details.join()).toContain('→ 博山区示例路9号')
  const cancel = await town.fileAtWindow(CLERK, ITEM, {
    values: renamed,
    about: { licence: number, kind: 'cancel' },
  })
  await decided(cancel)
  expect(await state(number)).toBe('cancelled')
  expect(await verified(no)).toBe('已注销，不能再使用')
  const again = await town.tryAtWindow(CLERK, ITEM, {
    values: renamed,
    about: { licence: number, kind: 'change' },
  })
  expect(again).toMatchObject({ code: 'about-not-in-force' })
  const others = await town.tryAtWindow(CLERK, ITEM, {
    values: shop(7),
    about: { licence: number, kind: 'change' },
  })
  expect(others).toMatchObject({ code: 'licence-not-found' })
}, 60_000)

test('an application that is withdrawn leaves the licence as it was', async () => {
  const values = shop(8)
  const { number } = await licensed(values, '2030-02-28')
  const no = await town.fileAtWindow(CLERK, ITEM, { values, about: { licence: number, kind: 'cancel' } })
  await town.work()
  expect((await detail(number)).summary.application).toMatchObject({ kind: 'cancel' })
  expect((await detail(number)).cases.at(-1)).toEqual({ no, text: '注销办理中' })
  expect(await doing(CLERK, no, 'withdraw', { reason: '不注销了', signed: true })).toBe('withdrawn')
  await town.work()
  expect((await detail(number)).summary).toMatchObject({ state: 'valid' })
  expect((await detail(number)).summary.application).toBeUndefined()
}, 60_000)

test('撤销: announced, heard, decided by somebody else, served; /verify and the paper say so', async () => {
  const { no, number } = await licensed(shop(9), '2030-02-28')
  const intent = {
    ...{ ground: 'fraud', reason: '提交的营业场所证明是伪造的', basis: '行政许可法第六十九条第二款' },
  }
  expect(await licenceAct(CLERK, number, 'intend', intent)).toBe('refused: licence-not-your-step')
  expect(await licenceAct(REVIEWER, number, 'intend', intent)).toBe('valid')
  expect((await detail(number)).summary.stateText).toMatch(/^有效，拟/)
  await town.work()
  expect(await paperOf(number)).toContain('拟撤销行政许可告知书')
  const decision = { publicInterest: 'no-grave-harm', conclusion: '陈述申辩不成立，决定撤销' }
  expect(await licenceAct(APPROVER, number, 'revoke', decision)).toBe('refused: intent-not-served')
  const told = HANDED
  expect(await licenceAct(CLERK, number, 'serve-intent', told)).toBe('valid')
  expect(await licenceAct(APPROVER, number, 'revoke', decision)).toBe('refused: statement-days-running')
  expect(
    await licenceAct(REVIEWER, number, 'hear', {
      result: 'stated',
      text: '持证人称不知情',
      ...signed('2027-03-05'),
    }),
  ).toBe('valid')
  expect(await licenceAct(APPROVER, number, 'revoke', decision)).toBe('ending')
  await town.work()
  expect(await verified(no)).toBe('有效')
  const paper = await paperOf(number)
  for (const part of ['撤销行政许可决定书', '第六十九条', '行政复议', '〔2027〕'])
    expect(paper).toContain(part)
  expect(await licenceAct(CLERK, number, 'serve', { mode: 'window' })).toBe('refused: serving-incomplete')
  expect(await licenceAct(CLERK, number, 'serve', HANDED)).toBe('revoked')
  await town.work()
  const record = await paperOf(number)
  for (const part of ['送达回证', '撤销行政许可决定书', '☑直接送达', '测试甲']) expect(record).toContain(part)
  expect(await licenceAct(REVIEWER, number, 'intend', intent)).toBe('refused: licence-moved-on')
  expect(await verified(no)).toBe('已撤销，不能再使用')
  expect((await detail(number)).summary.waitsFor).toBe('审批人员')
}, 60_000)

/** A promise found broken, its party told and heard, and the revocation decided. */
async function revoking(values: Record<string, string>): Promise<string> {
  const no = await town.fileAtWindow(CLERK, 'food-business-licence', { values, commitment: true })
  expect(await doing(CLERK, no, 'accept', await town.goodChecklist(CLERK, no))).toBe('accepted')
  expect(await doing(APPROVER, no, 'grant', { conclusion: '准予', validUntil: '2032-02-28' })).toBe('decided')
  expect(await doing(ISSUER, no, 'seal')).toBe('issued')
  await town.work()
  const receiver = { receiver: '测试甲', relation: 'self', identified: '营业执照' }
  expect(await doing(CLERK, no, 'deliver-at-window', receiver)).toBe('under-check')
  const found = { checkers: ['测试甲', '测试乙'], text: '没有冷藏设备', result: 'broken' }
  expect(await doing(REVIEWER, no, 'record-check', found)).toBe('check-failed')
  const reason = { reason: '核查发现没有承诺的冷藏设备', basis: '行政许可法第六十九条' }
  expect(await doing(REVIEWER, no, 'tell-revocation', reason)).toBe('check-failed')
  await town.work()
  expect(await doing(CLERK, no, 'serve-notice', HANDED)).toBe('check-failed')
  const today = legalDay(town.clock.now())
  const heard = { result: 'waived', text: '表示不再陈述、申辩', ...signed(today) }
  expect(await doing(REVIEWER, no, 'hear-party', heard)).toBe('check-failed')
  expect(await doing(APPROVER, no, 'revoke', reason)).toBe('revoking')
  await town.work()
  return no
}

test('CAS-20 a promise that did not hold takes the licence along, by post too', async () => {
  const values = {
    applicantKind: 'household',
    creditCode: syntheticCreditCode(790),
    name: '博山区示例小吃店',
  }
  const no = await revoking(values)
  const posted = { mode: 'post', waybill: 'XA00000000037', signer: '测试甲', receivedOn: '2027-03-08' }
  expect(await doing(CLERK, no, 'serve-revocation', posted)).toBe('refused: serving-day-other')
  town.clock.set(at('2027-03-09T09:00'))
  expect(await doing(CLERK, no, 'serve-revocation', { mode: 'post', waybill: 'XA00000000037' })).toBe(
    'refused: serving-incomplete',
  )
  expect(await doing(CLERK, no, 'serve-revocation', posted)).toBe('revoked')
  await town.work()
  const { items } = await register().list(area(), await looking(CLERK), { item: 'food-business-licence' })
  expect(items[0]).toMatchObject({ state: 'revoked', stateText: '已撤销' })
  // It took effect with the return receipt, not with the day somebody put that on record.
  const row = await town.cases.licences.find(area(), items[0]!.number, (await looking(CLERK)).actor)
  expect(row!.dossier.over).toMatchObject({ how: 'revoked', on: '2027-03-08' })
  const { papers } = await town.detailOf(CLERK, no)
  expect(papers.filter(({ kind }) => kind === 'delivery')).toHaveLength(2)
}, 60_000)

test('a renewal asked for too late for its rule is taken in, but holds nothing while it is decided', async () => {
  const values = { applicantKind: 'company', creditCode: syntheticCreditCode(791), name: '博山区示例餐馆' }
  const food = 'food-business-licence'
  const no = await town.fileAtWindow(CLERK, food, { values })
  expect(await doing(CLERK, no, 'accept', await town.goodChecklist(CLERK, no))).toBe('accepted')
  const survey = { surveyors: ['测试甲', '测试乙'], day: '2027-03-09', result: 'met', text: '场所与图纸一致' }
  expect(await doing(REVIEWER, no, 'record-survey', survey)).toBe('accepted')
  expect(await doing(REVIEWER, no, 'review', { opinion: 'grant', text: '符合条件。' })).toBe('reviewed')
  expect(await doing(APPROVER, no, 'grant', { conclusion: '准予', validUntil: '2027-03-16' })).toBe('decided')
  expect(await doing(ISSUER, no, 'seal')).toBe('issued')
  await town.work()
  const { items } = await register().list(area(), await looking(CLERK), { item: food, state: 'valid' })
  const { number } = items[0]!
  town.clock.set(at('2027-03-10T09:00'))
  const renewal = await town.fileAtWindow(CLERK, food, { values, about: { licence: number, kind: 'renew' } })
  await town.work()
  expect(await doing(CLERK, renewal, 'accept', await town.goodChecklist(CLERK, renewal))).toBe('accepted')
  town.clock.set(at('2027-03-17T00:10'))
  await town.work()
  // 原食品经营许可有效期届满后暂停经营: nothing is deemed, and the licence is out of force meanwhile.
  expect(await state(number)).toBe('expired')
  expect((await town.detailOf(CLERK, renewal)).summary.state).toBe('accepted')
  const early = { ground: 'not-renewed', conclusion: '有效期届满没有延续，办理注销' }
  expect(await licenceAct(APPROVER, number, 'cancel', early)).toBe('refused: application-running')
  const again = { ...survey, day: '2027-03-17' }
  expect(await doing(REVIEWER, renewal, 'record-survey', again)).toBe('accepted')
  expect(await doing(REVIEWER, renewal, 'review', { opinion: 'grant', text: '符合条件。' })).toBe('reviewed')
  const grant = { conclusion: '准予延续', validUntil: '2032-03-16' }
  expect(await doing(APPROVER, renewal, 'grant', grant)).toBe('decided')
  expect(await doing(ISSUER, renewal, 'seal')).toBe('issued')
  await town.work()
  expect((await detail(number)).summary).toMatchObject({ state: 'valid', validUntil: '2032-03-16' })
  expect(await verified(no)).toBe('有效，有效期至2032年3月16日')
}, 60_000)

test('a revocation that no other way would bring takes effect thirty days after it was announced', async () => {
  const values = { applicantKind: 'household', creditCode: syntheticCreditCode(792), name: '博山区示例面馆' }
  const no = await revoking(values)
  const announced = {
    ...{ mode: 'announcement', announcedAt: '区政府网站', reason: '经营场所已经关闭，邮件退回' },
    announcedOn: '2027-03-17',
  }
  expect(await doing(CLERK, no, 'serve-revocation', announced)).toBe('revoking')
  expect(await doing(CLERK, no, 'serve-revocation', announced)).toBe('refused: announcement-running')
  const told = (await town.detailOf(CLERK, no)).story.find(({ text }) => text.startsWith('撤销决定公告送达'))!
  expect(told.text).toContain('2027年4月16日')
  town.clock.set(at('2027-04-16T23:00'))
  await town.work()
  expect((await town.detailOf(CLERK, no)).summary.state).toBe('revoking')
  town.clock.set(at('2027-04-17T00:05'))
  await town.work()
  expect((await town.detailOf(CLERK, no)).summary.state).toBe('revoked')
}, 60_000)

test('each decision over a licence is in the log of seals with the licence it ended', async () => {
  const uses = await town.db.query<{ ref: string; onPaper: string }>(
    `SELECT ref, on_paper AS "onPaper" FROM licence_seal.use WHERE area_code = $1 AND stream LIKE 'licence:%'`,
    [area()],
  )
  expect(uses.map(({ onPaper }) => onPaper).toSorted()).toEqual(['cancelled', 'revoked'])
})

test('the register is found by number, holder, item and day, exported, and folded again without a difference', async () => {
  const all = await register().list(area(), await looking(CLERK), { limit: 3 })
  expect(all.items).toHaveLength(3)
  const next = await register().list(area(), await looking(CLERK), { limit: 100, cursor: all.nextCursor! })
  expect(next.items.some(({ number }) => number === all.items[0]!.number)).toBe(false)
  const [one] = (await register().list(area(), await looking(CLERK), { words: all.items[0]!.number })).items
  expect(one).toMatchObject({ number: all.items[0]!.number })
  const soon = await register().list(area(), await looking(CLERK), { within: 60 })
  expect(soon.items.every(({ state: now, daysLeft }) => now === 'valid' && daysLeft! <= 60)).toBe(true)
  const file = await register().file(area(), await looking(CLERK), {})
  expect(file.csv()).toContain('证照编号')
  expect(file.csv()).toContain(one!.number)
  // Another department's officers do not see it, and cannot act on it.
  const [foreign] = all.items
  expect(await register().detail(area(), foreign!.number, await looking('reviewer.shantou'))).toMatchObject({
    code: 'licence-not-found',
  })
  expect(await rebuildLicenceRegister(town)).toMatchObject({ mended: [] })
  expect((await rebuildCaseViews(town, () => {})).mended).toEqual([])
  // What /verify finds comes back from the facts as well.
  await town.db.query(`DELETE FROM cases.paper WHERE area_code = $1 AND kind LIKE 'licence-%'`, [area()])
  expect((await rebuildLicenceRegister(town)).mended.length).toBeGreaterThan(0)
  expect((await rebuildLicenceRegister(town)).mended).toEqual([])
}, 60_000)
