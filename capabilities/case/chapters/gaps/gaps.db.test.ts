import { Readable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { isRefusal } from '#engine/refusal.ts'
import { rebuildCaseViews } from '#capabilities/case/index.ts'
import { at, paperScan, startTown, type TestCitizen, type Town } from '#capabilities/testing/town.ts'
import { newId } from '#platform/id.ts'

const ITEM = 'temporary-assistance-small'
const CARD = '收款人社会保障卡或银行卡'
const CLERK = 'clerk.shantou'

// Real: the town's services from ledger to portal, papers, messages. Moved by hand: the clock.
let town: Town
let zhang: TestCitizen
beforeAll(async () => {
  town = await startTown({ clock: at('2026-11-23T09:00') })
  zhang = await town.citizen('张示例')
})
afterAll(() => town.stop())

const doing = async (who: string, no: string, act: string, input: Record<string, unknown> = {}) => {
  const done = await town.act(who, no, act, input)
  return isRefusal(done) ? `refused: ${done.code}` : (done.answer as { state: string }).state
}
function sure<T>(answer: T): Exclude<T, { refused: true }> {
  if (typeof answer === 'object' && answer !== null && 'refused' in answer)
    throw new Error(String((answer as { code?: string }).code))
  return answer as Exclude<T, { refused: true }>
}
/** What the applicant does online: the code of the refusal, or nothing. */
const online = async (no: string, act: string, input: Record<string, unknown>) => {
  const answer = await town.portal.actOnCase(zhang.visitor, no, { act, input }, newId())
  return answer === undefined ? 'done' : `refused: ${answer.code}`
}
const told = async (no: string) =>
  sure(await town.portal.messages(zhang.visitor))
    .items.filter((message) => message.no === no)
    .map(({ kind }) => kind)
    .toReversed()
const part = async (no: string) => (await town.applicantsView(no)).parts.find(({ key }) => key === 'gaps')

const PROMISE = { gaps: ['bank-card'], days: 5, how: 'upload', confirmed: true }
const REVIEW = { opinion: 'grant', text: '家庭情况属实，符合条件。' }

describe('CAS-19/a promised online and not kept', () => {
  let no: string
  beforeAll(async () => {
    no = await town.file(zhang, ITEM)
    await town.work()
  })

  test('the applicant sees what may follow, and promises it', async () => {
    const { allowed } = await town.applicantsView(no)
    const { fields } = allowed.find(({ act }) => act === 'promise-gap')!
    expect(fields!.find(({ name }) => name === 'gaps')!.options).toEqual([
      { value: 'bank-card', label: CARD },
    ])
    expect(fields!.find(({ name }) => name === 'days')).toMatchObject({ maximum: 7, sent: 'number' })
    expect((await part(no))!.lines[0]).toContain(CARD)
    expect(await online(no, 'promise-gap', { ...PROMISE, days: 8 })).toBe('refused: gap-too-late')
    expect(await online(no, 'promise-gap', { ...PROMISE, gaps: ['id-card'] })).toBe(
      'refused: gap-main-missing',
    )
    expect(await online(no, 'promise-gap', PROMISE)).toBe('done')
    expect(await part(no)).toMatchObject({ title: '容缺承诺', tag: { text: '待窗口受理' } })
  }, 60_000)

  test('accepted with the gap, told once and on the spot in a paper of its own', async () => {
    expect(await doing(CLERK, no, 'accept-with-gaps', { inOrder: true })).toBe('accepted')
    await town.work()
    const notice = await town.paperText(CLERK, no, 'gap-notice')
    for (const said of [
      '容缺受理告知书',
      CARD,
      '2026年11月30日',
      '送到',
      '邮寄',
      '上传',
      '视为撤回申请',
      '张示例',
    ])
      expect(notice).toContain(said)
    const acceptance = await town.paperText(CLERK, no, 'acceptance')
    for (const said of ['容缺受理', CARD, '2026年11月30日', '承诺办结时限'])
      expect(acceptance).toContain(said)
    const { clocks, summary } = await town.applicantsView(no)
    expect(summary.state).toBe('accepted')
    expect(clocks.find(({ kind }) => kind === 'gap')).toMatchObject({ state: 'running', day: '2026-11-30' })
    expect((await told(no)).at(-1)).toBe('accepted-with-gaps')
  }, 60_000)

  test('the review begins, the decision waits', async () => {
    expect(await doing('reviewer.shantou', no, 'review', REVIEW)).toBe('reviewed')
    const { allowed } = await town.detailOf('approver.shantou', no)
    expect(allowed.map(({ act }) => act)).not.toEqual(expect.arrayContaining(['grant']))
    expect(await doing('approver.shantou', no, 'grant', { conclusion: '准予' })).toBe('refused: gap-open')
    expect(
      await doing('approver.shantou', no, 'deny', {
        reason: '材料没有补齐，不予批准',
        basis: '社会救助暂行办法',
      }),
    ).toBe('refused: gap-open')
  }, 60_000)

  test('reminded three working days before, lapsed the day after, and not believed a second time', async () => {
    town.clock.set(at('2026-11-25T08:59'))
    await town.work()
    expect((await told(no)).at(-1)).toBe('accepted-with-gaps')
    town.clock.set(at('2026-11-25T09:00'))
    await town.work()
    expect((await told(no)).at(-1)).toBe('gap-reminder')
    town.clock.set(at('2026-12-01T00:01'))
    await town.work()
    const { summary, story, allowed, clocks } = await town.applicantsView(no)
    expect([summary.state, allowed]).toEqual(['lapsed', []])
    expect(clocks.filter(({ state }) => state === 'running')).toEqual([])
    expect(story.map(({ text }) => text)).toContain('约定的日子过了，承诺补交的材料没有补齐')
    expect((await told(no)).at(-1)).toBe('gap-lapsed')
    expect(await part(no)).toMatchObject({ tag: { text: '没有按期补齐', tone: 'bad' } })

    town.clock.set(at('2026-12-01T09:00'))
    const again = await town.file(zhang, ITEM)
    expect(await online(again, 'promise-gap', PROMISE)).toBe('refused: gap-blocked')
    // Nor does it help to say so oneself.
    expect(await online(again, 'promise-gap', { ...PROMISE, blocked: false })).toBe('refused: gap-blocked')
    const { confirmed: _online, ...terms } = PROMISE
    const onPaper = { ...terms, signed: 'on-paper', inOrder: true }
    expect(await doing(CLERK, again, 'accept-with-gaps', onPaper)).toBe('refused: gap-blocked')
    // Nobody but the applicant's word is doubted, until an approver restores the credit.
    expect(await doing(CLERK, no, 'restore-credit', { reason: '材料已经另行提交' })).toBe(
      'refused: not-your-step',
    )
    expect(
      await doing('approver.shantou', no, 'restore-credit', { reason: '因住院没有按期补交，已经核实' }),
    ).toBe('lapsed')
    expect(await doing(CLERK, again, 'accept-with-gaps', onPaper)).toBe('accepted')
  }, 60_000)
})

describe('kept', () => {
  test('signed at the window, uploaded by the applicant, mended, verified, granted', async () => {
    town.clock.set(at('2026-12-02T09:00'))
    const li = await town.citizen('李示例')
    const no = await town.file(li, ITEM)
    const signed = { gaps: ['bank-card'], days: 5, how: 'at-window', signed: 'on-paper', inOrder: true }
    expect(await doing(CLERK, no, 'accept-with-gaps', signed)).toBe('accepted')
    expect(await doing('reviewer.shantou', no, 'review', REVIEW)).toBe('reviewed')
    expect(await town.workList(CLERK)).not.toContain(no)
    const { allowed } = await town.applicantsView(no)
    expect(allowed.find(({ act }) => act === 'supply-gap')!.papers).toMatchObject([
      { material: 'bank-card', name: CARD },
    ])
    const row = await town.cases.find(li.actor, no)
    const file = sure(
      await town.cases.attachments.upload(
        row!.area,
        li.actor,
        'card.pdf',
        Readable.from([paperScan('card')]),
      ),
    )
    const line = { material: 'bank-card', files: [file.id], paperOriginals: 0, paperCopies: 0 }
    const handIn = { act: 'supply-gap', input: { materials: [line] } }
    expect(await town.portal.actOnCase(li.visitor, no, handIn, newId())).toBeUndefined()
    expect((await town.detailOf(CLERK, no)).allowed.map(({ act }) => act)).toContain('verify-gap')
    // The paper waits for the window, the case for its approver: each finds it in the own list.
    for (const who of [CLERK, 'approver.shantou']) expect(await town.workList(who)).toContain(no)
    const wrong = { defective: ['bank-card'], note: '卡号看不清，请重新拍照' }
    expect(await doing(CLERK, no, 'verify-gap', wrong)).toBe('reviewed')
    expect((await town.applicantsView(no)).story.at(-1)!.details).toContain('卡号看不清，请重新拍照')
    const brought = { materials: [{ ...line, files: [], paperCopies: 1 }] }
    expect(await doing(CLERK, no, 'supply-gap-at-window', brought)).toBe('reviewed')
    expect(await doing('approver.shantou', no, 'grant', { conclusion: '准予' })).toBe('refused: gap-open')
    expect(await doing(CLERK, no, 'verify-gap', { ok: ['bank-card'] })).toBe('reviewed')
    expect(await doing('approver.shantou', no, 'grant', { conclusion: '准予给予临时救助' })).toBe('decided')
    await town.work()
    expect((await town.applicantsView(no)).materials.find(({ id }) => id === 'bank-card')).toMatchObject({
      verdict: 'ok',
      paperCopies: 1,
      files: [{ id: file.id }],
    })
  }, 60_000)

  test('CAS-19/b an item without a tolerable list offers nothing of the kind', async () => {
    const no = await town.fileAtWindow(CLERK, 'elderly-allowance')
    const { allowed, parts } = await town.detailOf(CLERK, no)
    expect(allowed.map(({ act }) => act)).not.toContain('accept-with-gaps')
    expect(parts).toEqual([])
    const input = { gaps: ['id-card'], days: 3, how: 'at-window', signed: 'on-paper', inOrder: true }
    expect(await doing(CLERK, no, 'accept-with-gaps', input)).toBe('refused: gap-not-offered')
    await town.work()
  }, 60_000)
})

test('rebuilding from the facts finds every one of these cases as it is stored', async () => {
  const { cases, mended } = await rebuildCaseViews(town, () => {})
  expect([cases > 3, mended]).toEqual([true, []])
})
