import { afterAll, beforeAll, expect, test } from 'vitest'
import { isRefusal } from '#engine/refusal.ts'
import { at, startTown, type Town } from '#capabilities/testing/town.ts'
import { rebuildCaseViews } from '../../index.ts'

const ITEM = 'temporary-assistance-small'
const CLERK = 'clerk.shantou'
const REVIEWER = 'reviewer.shantou'

// Real: pack, posts, database, ledger, jobs, supervision. Moved by hand: the clock.
let town: Town
let older: string
let newer: string
beforeAll(async () => {
  town = await startTown({ clock: at('2026-11-23T09:00') })
  older = await town.file(await town.citizen('张示例'), ITEM)
  town.clock.set(at('2026-11-24T09:00'))
  newer = await town.file(await town.citizen('李示例'), ITEM)
  await town.work()
})
afterAll(() => town.stop())

const doing = async (who: string, no: string, act: string, input: Record<string, unknown> = {}) => {
  const done = await town.act(who, no, act, input)
  await town.work()
  return isRefusal(done) ? `refused: ${done.code}` : (done.answer as { state: string }).state
}
const listOf = async (who: string) => {
  const { actor, now } = await town.looking(who)
  return (await town.cases.list(actor, now, { queue: 'mine' })).items
}
const bellOf = async (who: string) => {
  const { actor, now } = await town.looking(who)
  return (await town.cases.notices.list(actor, now, {})).items.map(({ no, kind }) => [no, kind])
}
const newsOf = async (who: string) => {
  const { actor, now } = await town.looking(who)
  return (await town.cases.notices.list(actor, now, {})).items.filter(({ kind }) => kind.startsWith('urge'))
}
const urging = { to: 'step', text: '快到期了，请今天核对完材料' }

test('SUP-03 a supervisor urges the counter on a case near its limit: told, on top of the list, on the case', async () => {
  expect((await listOf(CLERK)).map(({ no }) => no)).toEqual([older, newer])
  expect(await doing('supervisor', newer, 'urge', urging)).toBe('refused: urge-early')
  town.clock.set(at('2026-11-30T09:00'))
  expect(await doing(CLERK, newer, 'urge', urging)).toBe('refused: not-your-step')
  const { allowed } = await town.detailOf('supervisor', newer)
  const { fields } = allowed.find(({ act }) => act === 'urge')!
  expect(fields!.find(({ name }) => name === 'to')!.options![0]!.label).toMatch(
    /^窗口人员：办这一步（.*到期）$/,
  )
  expect(await doing('supervisor', newer, 'urge', urging)).toBe('received')
  expect(await doing('supervisor', newer, 'urge', urging)).toBe('refused: urge-once')

  const [first, second] = await listOf(CLERK)
  expect([first!.no, second!.no]).toEqual([newer, older])
  expect(first).toMatchObject({
    urges: { times: 1, answered: false },
    owed: { what: '办理，并答复催办', urged: true },
  })
  expect(first!.owed!.dueDay).toBe('2026-12-01')
  expect(second!.urges).toBeUndefined()
  for (const who of [CLERK, 'clerk.shantou2']) expect(await bellOf(who)).toContainEqual([newer, 'urged'])
  const [news] = await newsOf(CLERK)
  expect(news).toMatchObject({ says: urging.text, by: expect.any(String), unread: true })
  expect(await bellOf(REVIEWER)).not.toContainEqual([newer, 'urged'])
  const detail = await town.detailOf(CLERK, newer)
  expect(detail.parts.find(({ key }) => key === 'urging')).toMatchObject({
    tag: { text: '1次等答复' },
    table: { rows: [[expect.any(String), expect.any(String), '窗口人员', urging.text, '等答复']] },
  })
  const answer = detail.allowed.find(({ act }) => act === 'answer-urge')
  expect(answer).toMatchObject({ group: 'forward', fields: [{ name: 'text' }] })
  expect(answer!.fields![0]!.hint).toContain(urging.text)
  // Nothing of it is the applicant's, and nothing of a count turns urgent work into late work.
  const own = await town.applicantsView(newer)
  expect(JSON.stringify([own.parts, own.story, own.summary])).not.toContain('催')
  const { actor, now } = await town.looking(CLERK)
  expect((await town.cases.counts(actor, now)).late).toBe(0)
})

test('SUP-03 it is answered in words, and supervision counts the answers', async () => {
  const rate = async () => {
    const { actor, now } = await town.looking('supervisor')
    const days = { from: '2026-11-01', to: '2026-12-31' }
    const found = await town.supervision.indicators({ actor, now }, days)
    if (isRefusal(found)) throw new Error(found.code)
    return found.indicators.find(({ id }) => id === 'urge-answer-rate')!
  }
  expect(await rate()).toMatchObject({ numerator: 0, denominator: 1 })
  expect(await doing('clerk.shantou2', newer, 'answer-urge', { text: '下午核对完，今天受理' })).toBe(
    'received',
  )
  expect(await bellOf('supervisor')).toContainEqual([newer, 'urge-answered'])
  // What was answered is new to nobody any more, seen or not; the answer itself is.
  expect(await newsOf(CLERK)).toMatchObject([{ unread: false }])
  expect(await newsOf('supervisor')).toMatchObject([{ says: '下午核对完，今天受理', unread: true }])
  const lines = await listOf(CLERK)
  expect(lines.map(({ no }) => no)).toEqual([older, newer])
  // The word is given and the work is not done: the list tells the one from the other.
  expect(lines[1]!.urges).toEqual({ times: 1, answered: true })
  expect(lines[1]!.owed).toBeUndefined()
  expect(await rate()).toMatchObject({ numerator: 1, denominator: 1 })
  const { parts } = await town.detailOf('supervisor', newer)
  const [row] = parts.find(({ key }) => key === 'urging')!.table!.rows
  expect(row!.at(-1)).toContain('下午核对完，今天受理')
})

test('SUP-03 the director urges the own counter, and doing the work is the answer', async () => {
  expect(await doing('director.shantou', older, 'urge', urging)).toBe('received')
  expect(await doing(CLERK, older, 'accept', await town.goodChecklist(CLERK, older))).toBe('accepted')
  const { parts, summary } = await town.detailOf(CLERK, older)
  expect(summary.urges).toBeUndefined()
  expect(parts.find(({ key }) => key === 'urging')!.table!.rows[0]!.at(-1)).toContain('已经办理')
})

test('an office that is urged is named, on the card and in what happened, never by its code', async () => {
  town.clock.set(at('2027-01-20T09:00'))
  const long = { to: 'step', text: '请今天办完。'.repeat(160) }
  expect(await doing('supervisor', older, 'urge', long)).toBe('accepted')
  // A long urge is quoted as far as a hint goes; the card has all of it.
  const { allowed } = await town.detailOf(REVIEWER, older)
  const hint = allowed.find(({ act }) => act === 'answer-urge')!.fields![0]!.hint!
  expect(hint).toMatch(/请今天办完。.*……”，全文看“催办”一栏$/)
  expect(hint.length).toBeLessThanOrEqual(200)
  const { parts, story } = await town.detailOf('supervisor', older)
  const urged = story.findLast(({ text }) => text.startsWith('催办：'))!.text
  expect(urged).toMatch(/^催办：山头[^a-z]*审查人员办这一步$/)
  expect(urged).toContain(parts.find(({ key }) => key === 'urging')!.table!.rows.at(-1)![2])
})

test('the case folds to the same view from its facts', async () => {
  expect((await rebuildCaseViews(town, () => {})).mended).toEqual([])
})
