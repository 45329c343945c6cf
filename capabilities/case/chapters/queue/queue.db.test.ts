import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { isRefusal } from '#engine/refusal.ts'
import { legalDay } from '#engine/day.ts'
import { endAbsence, endPost, setAbsence, setCover } from '#capabilities/staff/index.ts'
import { at, startTown, syntheticCreditCode, type Town } from '#capabilities/testing/town.ts'
import { newId } from '#platform/id.ts'

// Real: pack, posts, database, ledger, due jobs. Moved by hand: the clock.
let town: Town
beforeAll(async () => {
  town = await startTown({ clock: at('2026-11-23T09:00') })
})
afterAll(() => town.stop())

const CLERK = 'clerk.shantou'
const COLLEAGUE = 'clerk.shantou2'
const DIRECTOR = 'director.shantou'
const APPROVER = 'approver.approval-bureau'
const DEPUTY = 'approver2.approval-bureau'
const REVIEWER = 'reviewer.approval-bureau'

let filed = 0
async function filedHere(): Promise<string> {
  filed += 1
  const values = {
    applicantKind: 'household',
    creditCode: syntheticCreditCode(100 + filed),
    name: '博山区示例小吃店',
  }
  return town.fileAtWindow(CLERK, 'food-business-licence', { values })
}

async function refusedOf(who: string, no: string, act: string, input = {}) {
  const done = await town.act(who, no, act, input)
  return isRefusal(done) ? done : { code: 'done', facts: {} }
}

async function mine(
  who: string,
  more: { holder?: 'mine' | 'nobody' | 'other'; queue?: 'mine' | 'open' } = {},
) {
  const { actor, now } = await town.looking(who)
  return (await town.cases.list(actor, now, { queue: 'mine', limit: 100, ...more })).items
}
const numbers = async (...of: Parameters<typeof mine>) => (await mine(...of)).map(({ no }) => no)

const postOf = async (who: string) => (await town.as(who)).post
const asking = async (who: string) => ({
  actor: await town.as(who),
  at: town.clock.now(),
  requestId: newId(),
})
const registry = () => ({ db: town.db, ledger: town.ledger })
const toTheBureau = async () => {
  const no = await filedHere()
  const { materials } = await town.detailOf(CLERK, no)
  const checklist = materials.map(({ id, necessity }) => ({
    material: id,
    verdict: necessity === 'required' ? 'ok' : 'not-applicable',
  }))
  await town.act(CLERK, no, 'accept', { checklist })
  return no
}

describe('a claim in the queue', () => {
  test('stands in the holder’s list and in nobody else’s, and the list names the holder', async () => {
    const no = await filedHere()
    expect(await numbers(CLERK)).toContain(no)
    expect(await numbers(COLLEAGUE)).toContain(no)
    expect((await refusedOf(CLERK, no, 'claim')).code).toBe('done')
    expect((await mine(CLERK)).find((one) => one.no === no)?.holder).toEqual({
      name: '演示窗口05',
      mine: true,
    })
    expect(await numbers(COLLEAGUE)).not.toContain(no)
    expect(await numbers(COLLEAGUE, { queue: 'open', holder: 'other' })).toContain(no)
    expect(await numbers(COLLEAGUE, { queue: 'open', holder: 'nobody' })).not.toContain(no)
    expect(await numbers(CLERK, { holder: 'mine' })).toContain(no)
    const refused = await refusedOf(COLLEAGUE, no, 'pre-review', { passed: true })
    expect(refused).toMatchObject({
      code: 'claimed-by-other',
      facts: { name: expect.stringContaining('演示窗口05') },
    })
    const { actor, now } = await town.looking(CLERK)
    const counts = await town.cases.counts(actor, now)
    expect(counts.mine).toBe((await mine(CLERK)).length)
  })

  test('two who claim at the same moment: one holds it', async () => {
    const no = await filedHere()
    const both = await Promise.all([refusedOf(CLERK, no, 'claim'), refusedOf(COLLEAGUE, no, 'claim')])
    expect(both.map(({ code }) => code).toSorted()).toEqual(['claimed-by-other', 'done'])
  })

  test('is drawn with the colleagues who may be given it', async () => {
    const no = await filedHere()
    const { allowed } = await town.detailOf(DIRECTOR, no)
    const [to] = allowed.find(({ act }) => act === 'assign')!.fields!
    expect(to!.options!.map(({ value }) => value)).toEqual([await postOf(CLERK), await postOf(COLLEAGUE)])
    expect((await refusedOf(DIRECTOR, no, 'assign', { to: await postOf(COLLEAGUE) })).code).toBe('done')
    const { parts, story } = await town.detailOf(CLERK, no)
    expect(parts.find(({ key }) => key === 'holder')?.title).toContain('演示窗口06')
    expect(story.at(-1)?.text).toContain('指派演示窗口06')
    expect((await refusedOf(CLERK, no, 'pre-review', { passed: true })).code).toBe('claimed-by-other')
  })
})

test('会签: the decision waits, the signers have it in their lists, and the papers follow', async () => {
  const no = await toTheBureau()
  const seen = { day: '2026-11-23', result: 'met', text: '场所与申请一致。', surveyors: ['测试甲', '测试乙'] }
  expect((await refusedOf(REVIEWER, no, 'record-survey', seen)).code).toBe('done')
  expect((await refusedOf(REVIEWER, no, 'review', { opinion: 'grant', text: '符合条件。' })).code).toBe(
    'done',
  )
  const deputy = await postOf(DEPUTY)
  expect(
    (await refusedOf(APPROVER, no, 'ask-countersign', { signers: [deputy], matter: '请看经营场所' })).code,
  ).toBe('done')
  expect(await refusedOf(APPROVER, no, 'grant', { conclusion: '准予。' })).toMatchObject({
    code: 'countersign-missing',
    facts: { names: ['演示审批副手11'] },
  })
  expect(await numbers(DEPUTY)).toContain(no)
  expect(
    (await refusedOf(DEPUTY, no, 'countersign', { opinion: 'disagree', text: '场所与图纸不符' })).code,
  ).toBe('done')
  expect((await refusedOf(APPROVER, no, 'grant', { conclusion: '准予。' })).code).toBe(
    'disagreement-unanswered',
  )
  const { parts } = await town.detailOf(APPROVER, no)
  expect(parts.find(({ key }) => key === 'countersign')?.table?.rows).toEqual([
    [expect.stringContaining('演示审批副手11'), '不同意', '场所与图纸不符'],
  ])
  const settled = await refusedOf(APPROVER, no, 'settle-disagreement', { reason: '已到现场复核，与图纸一致' })
  expect(settled.code).toBe('done')
  expect((await town.applicantsView(no)).story.some(({ text }) => text.includes('会签'))).toBe(false)
})

test('转办 takes a case to the town that should have had it: its people see it, the first town’s reviewer no longer', async () => {
  const no = await town.fileAtWindow(CLERK, 'elderly-allowance')
  const { materials } = await town.detailOf(CLERK, no)
  const checklist = materials.map(({ id, necessity }) => ({
    material: id,
    verdict: necessity === 'required' ? 'ok' : 'not-applicable',
  }))
  await town.act(CLERK, no, 'accept', { checklist })
  const reviewer = 'reviewer.shantou'
  const [to] = (await town.detailOf(reviewer, no)).allowed.find(({ act }) => act === 'refer')!.fields!
  expect(to!.options!.map(({ value }) => value)).toContain('town-370304106')
  const up = await refusedOf(reviewer, no, 'refer', { toBody: 'civil-affairs', reason: '请区局决定这一件' })
  expect(up.code).toBe('no-upward-transfer')
  const wrong = { toBody: 'town-370304106', reason: '申请人户籍在八陡镇，收件时选错了街道' }
  // Whose matter it is follows from where it lies, whatever a browser says of it.
  const forged = { ...wrong, town: 'town-370304106' }
  expect((await refusedOf(reviewer, no, 'refer', forged)).code).toBe('refer-beyond-region')
  const third = { ...wrong, region: '370304105000' }
  expect((await refusedOf(reviewer, no, 'refer', third)).code).toBe('refer-beyond-region')
  const right = { ...wrong, region: '370304106000' }
  // Whoever saw no answer presses again, and hears it, though the case is out of their sight by now.
  const pressed = { no, act: 'refer', input: right, requestId: newId(), requestHash: 'refer' }
  const first = await town.cases.act({ ...(await town.looking(reviewer)), ...pressed })
  expect(first).toMatchObject({ done: true })
  expect(await town.cases.act({ ...(await town.looking(reviewer)), ...pressed })).toEqual(first)
  expect(await numbers('reviewer.badou')).toContain(no)
  expect((await refusedOf(reviewer, no, 'review', { opinion: 'grant', text: '符合。' })).code).toBe(
    'case-not-found',
  )
  expect((await refusedOf('reviewer.badou', no, 'review', { opinion: 'grant', text: '符合。' })).code).toBe(
    'done',
  )
  const told = (await town.applicantsView(no)).story.map(({ text }) => text)
  expect(told).toContain('由博山区人民政府山头街道办事处转办博山区八陡镇人民政府，办理期限照常计算')
  await town.work()
  const rows = await town.db.query<{ body: string }>(
    `SELECT deciding_body AS body FROM supervision.case_line WHERE area_code = $1 AND no = $2`,
    [town.area, no],
  )
  expect(rows).toEqual([{ body: 'town-370304106' }])
})

describe('away and covered (A、B角)', () => {
  test('the cover sees and does the holder’s claims while away, and the story says for whom', async () => {
    const no = await filedHere()
    await town.act(CLERK, no, 'claim')
    const today = legalDay(town.clock.now())
    const absent = await setAbsence(
      registry(),
      town.area,
      { post: await postOf(CLERK), from: today, to: today, kind: 'leave' },
      await asking(CLERK),
    )
    if (isRefusal(absent)) throw new Error(absent.code)
    expect((await mine(COLLEAGUE)).find((one) => one.no === no)?.holder).toEqual({
      name: '演示窗口05',
      mine: true,
      away: true,
    })
    expect((await refusedOf(COLLEAGUE, no, 'pre-review', { passed: true })).code).toBe('done')
    const { story } = await town.detailOf(COLLEAGUE, no)
    expect(story.some(({ who, text }) => who.includes('演示窗口06') && text.includes('代演示窗口05'))).toBe(
      true,
    )
    const back = await endAbsence(
      registry(),
      town.area,
      { post: await postOf(CLERK), absence: absent.absences.at(-1)!.id },
      await asking(DIRECTOR),
    )
    expect(isRefusal(back)).toBe(false)
    expect(await numbers(COLLEAGUE)).not.toContain(no)
  })

  test('without a cover nobody stands in; the director assigns', async () => {
    const no = await filedHere()
    await town.act(CLERK, no, 'claim')
    const nobody = { post: await postOf(CLERK), cover: null }
    await setCover(registry(), town.area, nobody, await asking(CLERK))
    const today = legalDay(town.clock.now())
    const absence = { post: await postOf(CLERK), from: today, to: today, kind: 'training' as const }
    await setAbsence(registry(), town.area, absence, await asking(DIRECTOR))
    expect(await numbers(COLLEAGUE)).not.toContain(no)
    expect((await refusedOf(DIRECTOR, no, 'assign', { to: await postOf(COLLEAGUE) })).code).toBe('done')
    expect(await numbers(COLLEAGUE)).toContain(no)
  })

  test('what somebody held whose post has ended is everybody’s again', async () => {
    const no = await toTheBureau()
    const row = async () => (await mine(REVIEWER, { queue: 'open' })).find((one) => one.no === no)
    if ((await row()) === undefined) throw new Error('the bureau does not decide this item')
    await town.act(REVIEWER, no, 'claim')
    const gone = await town.as(REVIEWER)
    const end = { post: gone.post, lastDay: '2026-11-22' }
    await endPost(registry(), town.area, end, await asking('admin.security'))
    expect((await row())?.holder).toBeUndefined()
  })
})
