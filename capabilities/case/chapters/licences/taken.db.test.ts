import { afterAll, beforeAll, expect, test } from 'vitest'
import { legalDay } from '#engine/day.ts'
import { licenceDesk } from '#capabilities/testing/licence-desk.ts'
import { at, startTown, syntheticCreditCode, type Town } from '#capabilities/testing/town.ts'
import { rebuildLicenceRegister } from '../../index.ts'

const FOOD = 'food-business-licence'
const BOOKS = 'publications-retail-licence'
const CLERK = 'clerk.hall'
const REVIEWER = 'reviewer.approval-bureau'
const APPROVER = 'approver.approval-bureau'
const HANDED = { mode: 'window', receiver: '测试甲', relation: 'self', identified: '居民身份证' }
const UNTIL = '2030-02-28'

// Real: pack, database, ledger, due jobs, papers. Moved by hand: the clock.
let town: Town
beforeAll(async () => {
  town = await startTown({ clock: at('2026-11-23T09:00') })
})
afterAll(() => town.stop())

const bureau = licenceDesk(() => town, {
  ...{ clerk: CLERK, reviewer: REVIEWER, approver: APPROVER, issuer: 'issuer.hall' },
})
const street = licenceDesk(() => town, {
  ...{ clerk: 'clerk.shantou', approver: 'approver.shantou', issuer: 'issuer.shantou' },
})
const village = licenceDesk(() => town, {
  ...{ clerk: 'clerk.shima', reviewer: 'reviewer.shima', approver: 'approver.shima', issuer: 'clerk.shima' },
})

let shops = 0
/** A shop with a licence, and the answers it was granted on. */
async function shop(item = BOOKS) {
  shops += 1
  const creditCode = syntheticCreditCode(900 + shops)
  const values = { applicantKind: 'household', creditCode, name: `博山区示例书店${shops}号` }
  return { values, ...(await bureau.licensed(item, { values }, { validUntil: UNTIL })) }
}

const { licenceAct } = bureau
const signed = (signedOn: string) => ({
  ...{ form: 'signed', record: 'read-back', signer: '测试甲', signedOn, kept: '案卷第3页' },
})

/** Told what is meant, and the notice handed over. */
async function told(number: string, input: Record<string, unknown>) {
  const basis = '《中华人民共和国行政许可法》第六十九条'
  expect(
    await licenceAct(REVIEWER, number, 'intend', { reason: '经核查情况属实，拟作处理', basis, ...input }),
  ).toBe('valid')
  await town.work()
  expect(await licenceAct(CLERK, number, 'serve-intent', HANDED)).toBe('valid')
  await town.work()
}

test('第七十条第二项: a card of old people is cancelled when its holder has died, and not for losing capacity', async () => {
  const { number } = await street.licensed('senior-preferential-card')
  const conclusion = '经核查户籍和医学证明情况属实'
  const cancelled = (input: object) =>
    street.licenceAct('approver.shantou', number, 'cancel', { ground: 'person-gone', conclusion, ...input })
  expect(await cancelled({ befell: 'incapacity', document: '认定行为能力的判决书' })).toBe(
    'refused: cancel-not-personal',
  )
  expect(await cancelled({ document: '死亡医学证明' })).toBe('refused: cancel-document-missing')
  expect(await cancelled({ befell: 'death', document: '居民死亡医学证明书' })).toBe('ending')
}, 60_000)

test('第七十条第二项: a permit to fell trees does not die with the farmer', async () => {
  const grant = { validUntil: '2027-12-31' }
  const { number } = await village.licensed('tree-felling-permit', { region: '370304108201' }, grant)
  const input = { ground: 'person-gone', befell: 'death', document: '居民死亡医学证明书' }
  const conclusion = '经核查户籍和医学证明情况属实'
  expect(await village.licenceAct('approver.shima', number, 'cancel', { ...input, conclusion })).toBe(
    'refused: cancel-not-personal',
  )
  const { summary, allowed } = await village.detail(number)
  expect(summary.state).toBe('valid')
  const [ground] = allowed.find(({ act }) => act === 'cancel')!.fields!
  expect(ground!.options!.map(({ value }) => value)).toEqual(['force-majeure', 'other-law'])
}, 60_000)

test('第六十九条第二款: whoever asked to cancel before being told of fraud is revoked all the same, and stays away', async () => {
  const { number, no, values } = await shop(FOOD)
  const cancel = await town.fileAtWindow(CLERK, FOOD, { values, about: { licence: number, kind: 'cancel' } })
  await town.work()
  await told(number, { ground: 'fraud' })
  await bureau.decided(cancel)
  expect((await bureau.detail(number)).summary).toMatchObject({ state: 'given-up', waitsFor: '审批人员' })
  expect(await bureau.verified(no)).toBe('持证人已放弃，不能再使用')
  const decision = { publicInterest: 'no-grave-harm', conclusion: '陈述申辩不成立，决定撤销' }
  expect(await licenceAct(APPROVER, number, 'revoke', decision)).toBe('refused: statement-days-running')
  const day = (await bureau.detail(number)).clocks.find(({ clock }) => clock === 'statement')!.day!
  town.clock.set(at(`${day}T23:00`))
  expect(await licenceAct(APPROVER, number, 'revoke', decision)).toBe('refused: statement-days-running')
  town.clock.advance({ days: 1 })
  expect(await licenceAct(APPROVER, number, 'revoke', decision)).toBe('ending')
  await town.work()
  expect(await licenceAct(CLERK, number, 'serve', HANDED)).toBe('revoked')
  await town.work()
  expect(await bureau.verified(no)).toBe('已撤销，不能再使用')
  const row = await town.cases.licences.find(town.area, number, (await town.looking(CLERK)).actor)
  expect(row!.dossier.fraudOn).toBeDefined()
  expect(await town.tryAtWindow(CLERK, FOOD, { values })).toMatchObject({ code: 'barred-79' })
}, 60_000)

test('第六十九条第二款: a licence that another organ took is not closed before the fraud is decided', async () => {
  const { number } = await shop()
  await told(number, { ground: 'fraud' })
  const forfeited = {
    ...{ organ: '示例区市场监督管理局', document: '示例罚〔2026〕5号' },
    on: legalDay(town.clock.now()),
  }
  expect(await licenceAct(APPROVER, number, 'record-forfeiture', forfeited)).toBe('forfeited')
  const taken = { ground: 'taken-away', conclusion: '许可证已经依法吊销，办理注销' }
  expect(await licenceAct(APPROVER, number, 'cancel', taken)).toBe('refused: intent-running')
  const acts = (await bureau.detail(number)).allowed.map(({ act }) => act)
  expect(acts).toEqual(['hear', 'drop-intent', 'revoke'])
  expect((await bureau.detail(number)).parts.map(({ key }) => key)).toContain('intent')
}, 60_000)

test('第七条: a waiver on the phone ends nothing; signed after service it does, and the story says how', async () => {
  const { number } = await shop()
  await told(number, { ground: 'not-qualified' })
  const today = legalDay(town.clock.now())
  const waived = { result: 'waived', text: '表示不再陈述、申辩' }
  const decision = {
    ...{
      publicInterest: 'no-grave-harm',
      conclusion: '不符合法定条件，决定撤销',
      compensation: '没有造成损失',
    },
  }
  expect(await licenceAct(REVIEWER, number, 'hear', { ...waived, form: 'oral' })).toBe(
    'refused: waiver-unsigned',
  )
  expect(await licenceAct(REVIEWER, number, 'hear', { ...waived, form: 'signed' })).toBe(
    'refused: answer-record-incomplete',
  )
  expect(await licenceAct(REVIEWER, number, 'hear', { ...waived, ...signed('2026-11-01') })).toBe(
    'refused: answer-day-other',
  )
  expect(await licenceAct(APPROVER, number, 'revoke', decision)).toBe('refused: statement-days-running')
  expect(await licenceAct(REVIEWER, number, 'hear', { ...waived, ...signed(today) })).toBe('valid')
  const line = (await bureau.detail(number)).story.find(({ text }) => text === '持证人放弃陈述申辩')!
  expect(line.details).toEqual(
    expect.arrayContaining(['口头提出，当场作笔录，宣读核对无误', '签名人：测试甲']),
  )
  expect(await licenceAct(APPROVER, number, 'revoke', decision)).toBe('ending')
}, 60_000)

test('第八条第二款: 依职权变更 is told, heard, made good, sealed, served, and then stands on the register', async () => {
  const { number, no } = await shop()
  const ground = 'change-circumstances-changed'
  expect(
    await licenceAct(REVIEWER, number, 'intend', {
      ...{ ground, reason: '所在楼宇疏散通道改造，面积不再符合要求', basis: '行政许可法第八条第二款' },
    }),
  ).toBe('refused: change-unsaid')
  await told(number, { ground, change: '营业面积由120平方米改为90平方米' })
  const notice = (await bureau.detail(number)).papers[0]!
  expect(notice.title).toBe('拟处理告知书')
  const today = legalDay(town.clock.now())
  const stated = { result: 'stated', text: '同意，要求补偿拆改费用', ...signed(today) }
  expect(await licenceAct(REVIEWER, number, 'hear', stated)).toBe('valid')
  const altered = {
    ...{ what: ['营业面积：120平方米 → 90平方米'], validUntil: '2029-12-31' },
    conclusion: '为了公共安全的需要缩减营业面积，决定变更',
  }
  expect(await licenceAct(APPROVER, number, 'alter', altered)).toBe('refused: compensation-unsaid')
  expect(
    await licenceAct(APPROVER, number, 'alter', { ...altered, compensation: '补偿拆改费用2000元' }),
  ).toBe('valid')
  const making = await bureau.detail(number)
  expect(making.making?.map(({ title }) => title)).toEqual(['变更、更正决定书'])
  expect(making.summary).toMatchObject({
    stateText: '有效，变更决定待送达',
    waitsFor: '窗口人员',
    validUntil: UNTIL,
  })
  await town.work()
  expect((await bureau.detail(number)).making).toBeUndefined()
  const paper = await bureau.paperOf(number)
  for (const part of [
    '变更行政许可决定书',
    '第八条第二款',
    '120平方米',
    '2000元',
    '2029年12月31日',
    '行政复议',
    '变更〔',
  ])
    expect(paper).toContain(part)
  expect(await licenceAct(CLERK, number, 'serve-amendment', HANDED)).toBe('valid')
  await town.work()
  const then = await bureau.detail(number)
  expect(then.summary).toMatchObject({ stateText: '有效', waitsFor: '', validUntil: '2029-12-31' })
  expect(then.parts.find(({ key }) => key === 'amendments')!.lines[0]).toContain(
    '变更：营业面积：120平方米 → 90平方米',
  )
  expect(await bureau.paperOf(number)).toContain('变更行政许可决定书')
  expect(await bureau.verified(no)).toBe('有效，有效期至2029年12月31日')
}, 60_000)

test('更正: a wrong character is written right under the seal, and the notice says that nothing granted changed', async () => {
  const { number, no } = await shop()
  const slip = { found: 'holder', wrong: '示列路8号', right: '示例路8号', shownBy: '申请表第3项和场所证明' }
  expect(await licenceAct(REVIEWER, number, 'correct', slip)).toBe('refused: licence-not-your-step')
  expect(await licenceAct(APPROVER, number, 'correct', { ...slip, right: slip.wrong })).toBe(
    'refused: correction-same',
  )
  expect(await licenceAct(APPROVER, number, 'correct', slip)).toBe('valid')
  await town.work()
  const paper = await bureau.paperOf(number)
  for (const part of ['更正行政许可决定书', '示列路8号→示例路8号', '许可的内容不变', '换发不收费'])
    expect(paper).toContain(part)
  expect(await licenceAct(APPROVER, number, 'correct', slip)).toBe('refused: amendment-unserved')
  expect(await licenceAct(CLERK, number, 'serve-amendment', HANDED)).toBe('valid')
  await town.work()
  expect((await bureau.detail(number)).summary).toMatchObject({ stateText: '有效', validUntil: UNTIL })
  expect(await bureau.verified(no)).toBe(`有效，有效期至2030年2月28日`)
}, 60_000)

test('each such decision stands in the log of seals, and the register is folded again without a difference', async () => {
  const uses = await town.db.query<{ onPaper: string }>(
    `SELECT on_paper AS "onPaper" FROM licence_seal.use WHERE area_code = $1 AND stream LIKE 'licence:%'`,
    [town.area],
  )
  expect([...new Set(uses.map(({ onPaper }) => onPaper))].toSorted()).toEqual([
    ...['cancelled', 'changed', 'corrected', 'revoked'],
  ])
  expect(await rebuildLicenceRegister(town)).toMatchObject({ mended: [] })
}, 60_000)
