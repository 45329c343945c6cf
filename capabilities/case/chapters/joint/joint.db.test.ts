import { afterAll, beforeAll, expect, test } from 'vitest'
import { isRefusal } from '#engine/refusal.ts'
import { at, startTown, type Town } from '#capabilities/testing/town.ts'

/** Decided by the bureau of human resources. */
const AGENCY = 'human-resources-service-licence'
const LEAD = 'approver.human-resources'
const HEALTH = 'health'
const MARKET = 'market-supervision'

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

async function accepted(): Promise<string> {
  const no = await town.fileAtWindow('clerk.hall', AGENCY)
  expect(await doing('clerk.hall', no, 'accept', await town.goodChecklist('clerk.hall', no))).toBe('accepted')
  return no
}

async function reviewed(no: string): Promise<void> {
  const opinion = { opinion: 'grant', text: '材料齐全，符合条件。' }
  expect(await doing('reviewer.human-resources', no, 'review', opinion)).toBe('reviewed')
}

const part = async (who: string, no: string, key: string) =>
  (await town.detailOf(who, no)).parts.find((one) => one.key.startsWith(key))!

test('CAS-14 several departments give opinions in the limit, one stays silent and is flagged, and one joint result lists every opinion', async () => {
  const no = await accepted()
  const asking = { bodies: [HEALTH, MARKET], question: '场所是否符合卫生要求，有无同名机构', workingDays: 3 }
  expect(await doing(LEAD, no, 'ask-opinions', asking)).toBe('accepted')
  await reviewed(no)
  await town.work()
  // Each finds it in its own queue, with the question and the day; nobody else does.
  expect(await town.workList('reviewer.health')).toContain(no)
  expect(await town.workList('approver.market-supervision')).toContain(no)
  expect(await town.workList('reviewer.civil-affairs')).not.toContain(no)
  const asked = await part('reviewer.health', no, 'joint')
  expect(asked.lines.join()).toContain('场所是否符合卫生要求')
  expect(asked.table!.rows.map(([name, , day]) => [name, day])).toEqual([
    ['区卫生健康局', '2026年11月26日'],
    ['区市场监督管理局', '2026年11月26日'],
  ])
  const letter = await town.paperText(LEAD, no, 'opinion-request')
  for (const words of [
    '征求意见函',
    '区卫生健康局、区市场监督管理局',
    '场所是否符合卫生要求',
    '第二十六条第二款',
  ])
    expect(letter).toContain(words)

  town.clock.set(at('2026-11-24T10:00'))
  const agrees = { verdict: 'conditions', text: '符合要求，应当加装通风。' }
  expect(await doing('reviewer.health', no, 'give-opinion', agrees)).toBe('reviewed')
  expect(await town.workList('reviewer.health')).not.toContain(no)
  expect(await doing(LEAD, no, 'grant', { conclusion: '准予从事职业中介。' })).toBe(
    'refused: opinions-missing',
  )

  // The night after the last day.
  town.clock.set(at('2026-11-27T00:01'))
  await town.work()
  const late = await part(LEAD, no, 'joint')
  expect(late.tag).toEqual({ text: '1个部门逾期未答复', tone: 'bad' })
  const { story } = await town.detailOf(LEAD, no)
  expect(story.filter(({ text }) => text === '区市场监督管理局逾期没有答复')).toHaveLength(1)
  town.clock.set(at('2026-11-27T09:00'))
  expect(await doing(LEAD, no, 'grant', { conclusion: '准予从事职业中介。' })).toBe(
    'refused: opinions-missing',
  )
  const reason = { body: MARKET, reason: '登记系统里没有同名机构，现有材料足以作出决定。' }
  expect(await doing(LEAD, no, 'decide-without', reason)).toBe('reviewed')
  expect(await doing(LEAD, no, 'grant', { conclusion: '准予从事职业中介。' })).toBe('decided')
  expect(await doing('issuer.human-resources', no, 'seal')).toBe('issued')
  await town.work()
  const result = (await town.paperText('clerk.hall', no, 'grant')).replaceAll(/\s/g, '')
  expect(result).toContain('区卫生健康局意见有条件同意：符合要求，应当加装通风')
  expect(result).toContain('区市场监督管理局意见逾期未答复，不再等待：登记系统里没有同名机构')
})

test('CAS-14 a joint no lists every opinion too, with the answer to an objection', async () => {
  const no = await accepted()
  expect(
    await doing(LEAD, no, 'ask-opinions', { bodies: [HEALTH, MARKET], question: '场所是否符合卫生要求' }),
  ).toBe('accepted')
  await doing('approver.health', no, 'give-opinion', { verdict: 'object', text: '场所是地下室。' })
  await doing('reviewer.market-supervision', no, 'give-opinion', { verdict: 'agree', text: '没有意见。' })
  await reviewed(no)
  expect(await doing(LEAD, no, 'grant', { conclusion: '准予从事职业中介。' })).toBe(
    'refused: objection-unanswered',
  )
  expect(await doing(LEAD, no, 'answer-objection', { body: HEALTH, text: '意见采纳。' })).toBe('reviewed')
  const denial = { reason: '场所是地下室，不符合开办条件', basis: '就业促进法第四十条' }
  expect(await doing(LEAD, no, 'deny', denial)).toBe('decided')
  expect(await doing('issuer.human-resources', no, 'seal')).toBe('issued')
  await town.work()
  // A department that took part sees the case until it has ended, and nothing of it afterwards (个人信息保护法第六条、第三十四条).
  expect((await town.detailOf('approver.health', no)).allowed).toEqual([])
  const receiver = { receiver: '测试甲', relation: 'self', identified: '营业执照' }
  expect(await doing('clerk.hall', no, 'deliver-at-window', receiver)).toBe('closed')
  for (const who of ['approver.health', 'reviewer.market-supervision']) {
    const looking = await town.looking(who)
    expect(await town.cases.detail(no, looking)).toMatchObject({ code: 'case-not-found' })
    const { items } = await town.cases.list(looking.actor, looking.now, { queue: 'all' })
    expect(items.map((line) => line.no)).not.toContain(no)
  }
  const result = (await town.paperText('clerk.hall', no, 'denial')).replaceAll(/\s/g, '')
  expect(result).toContain('（一）区卫生健康局意见：不同意：场所是地下室；本机关答复：意见采纳。')
  expect(result).toContain('（二）区市场监督管理局意见：同意：没有意见。')
})

test('a department that is asked sees the folder and its files, never the applicant unmasked, and other departments see nothing', async () => {
  const no = await accepted()
  const actor = await town.as('reviewer.health')
  const outside = await town.cases.detail(no, await town.looking('reviewer.health'))
  expect(outside).toMatchObject({ refused: true, code: 'case-not-found' })
  await doing(LEAD, no, 'ask-opinions', { bodies: [HEALTH], question: '场所是否符合卫生要求' })
  const seen = await town.detailOf('reviewer.health', no)
  expect(seen.applicant.masked).toBe(true)
  expect(seen.allowed.map(({ act }) => act)).toEqual(['give-opinion'])
  expect(await town.cases.reveal(actor, no, '想看看是谁', '192.0.2.1')).toMatchObject({
    code: 'case-not-found',
  })
  const lead = await town.as('reviewer.human-resources')
  expect(await town.cases.reveal(lead, no, '核对营业执照', '192.0.2.1')).toMatchObject({ masked: false })
  expect(await town.cases.detail(no, await town.looking('reviewer.civil-affairs'))).toMatchObject({
    code: 'case-not-found',
  })
  // What departments write to each other is not the applicant's paper.
  await town.work()
  expect((await town.applicantsView(no)).papers.map(({ kind }) => kind)).not.toContain('opinion-request')
  const letter = (await town.detailOf(LEAD, no)).papers.find(({ kind }) => kind === 'opinion-request')!
  const [{ party }] = (await town.db.query<{ party: string }>(
    'SELECT party FROM cases.case_view WHERE area_code = $1 AND no = $2',
    [town.area, no],
  )) as [{ party: string }]
  const applicant = { kind: 'citizen' as const, person: party, party }
  expect(await town.cases.paper(applicant, no, letter.id)).toMatchObject({ code: 'case-not-found' })
  expect((await town.applicantsView(no)).parts.find(({ key }) => key === 'joint')).toMatchObject({
    lines: [],
    table: { head: ['部门', '意见', '答复期限'] },
  })
})
