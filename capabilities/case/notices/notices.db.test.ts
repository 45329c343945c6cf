import { afterAll, beforeAll, expect, test } from 'vitest'
import { isRefusal } from '#engine/refusal.ts'
import { at, startTown, syntheticCreditCode, type Town } from '#capabilities/testing/town.ts'

// Real: pack, posts, database, ledger, worker. Moved by hand: the clock.
let town: Town
beforeAll(async () => {
  town = await startTown({ clock: at('2026-11-23T09:00') })
})
afterAll(() => town.stop())

const CLERK = 'clerk.shantou'
const COLLEAGUE = 'clerk.shantou2'

let filed = 0
async function filedHere(): Promise<string> {
  filed += 1
  const values = {
    applicantKind: 'household',
    creditCode: syntheticCreditCode(300 + filed),
    name: '博山区示例小吃店',
  }
  return town.fileAtWindow(CLERK, 'food-business-licence', { values })
}

async function done(who: string, no: string, act: string, input = {}): Promise<void> {
  const answer = await town.act(who, no, act, input)
  if (isRefusal(answer)) throw new Error(`${act}: ${answer.code}`)
  await town.work()
}

async function noticesOf(who: string, page: { cursor?: string; limit?: number } = {}) {
  const { actor, now } = await town.looking(who)
  return town.cases.notices.list(actor, now, page)
}
async function unreadOf(who: string): Promise<number> {
  const { actor, now } = await town.looking(who)
  return (await town.cases.counts(actor, now)).unread
}
const postOf = async (who: string) => (await town.as(who)).post

test('whoever is handed a case hears of it once, and whoever handed it over does not', async () => {
  const no = await filedHere()
  await done(CLERK, no, 'claim')
  await done(CLERK, no, 'hand-over', { to: await postOf(COLLEAGUE), reason: '下午要去参加培训' })
  const { items } = await noticesOf(COLLEAGUE)
  expect(items).toMatchObject([{ no, kind: 'handed-over', text: '同事移交给您办', unread: true }])
  expect(items[0]!.itemName).toBe('食品经营许可（新办）')
  expect((await noticesOf(CLERK)).items).toEqual([])
  expect(await unreadOf(COLLEAGUE)).toBe(1)
  await town.work()
  expect((await noticesOf(COLLEAGUE)).items).toHaveLength(1)
})

test('what was seen is marked on the server for that post alone, and what is told later is unread again', async () => {
  const { actor, now } = await town.looking(COLLEAGUE)
  const { upTo } = await noticesOf(COLLEAGUE)
  town.clock.advance({ minutes: 5 })
  const no = await filedHere()
  await done('director.shantou', no, 'assign', { to: await postOf(COLLEAGUE) })
  await town.cases.notices.read(actor, upTo, now)
  expect((await noticesOf(COLLEAGUE)).items.map(({ kind, unread }) => [kind, unread])).toEqual([
    ['assigned', true],
    ['handed-over', false],
  ])
  expect(await unreadOf(COLLEAGUE)).toBe(1)
})

test('the list comes page by page, each line once', async () => {
  const first = await noticesOf(COLLEAGUE, { limit: 1 })
  const second = await noticesOf(COLLEAGUE, { limit: 1, cursor: first.nextCursor! })
  expect([...first.items, ...second.items].map(({ kind }) => kind)).toEqual(['assigned', 'handed-over'])
  expect(second.nextCursor).toBeUndefined()
  expect((await noticesOf(COLLEAGUE, { cursor: 'x' })).items).toHaveLength(2)
})

test('an approver hears that a review ended, the reviewer that it came back', async () => {
  const no = await filedHere()
  const { materials } = await town.detailOf(CLERK, no)
  const checklist = materials.map(({ id, necessity }) => ({
    material: id,
    verdict: necessity === 'required' ? 'ok' : 'not-applicable',
  }))
  await done(CLERK, no, 'accept', { checklist })
  const surveyors = ['测试甲', '测试乙']
  await done('reviewer.approval-bureau', no, 'record-survey', {
    ...{ day: '2026-11-23', result: 'met', text: '场所与申请一致。', surveyors },
  })
  await done('reviewer.approval-bureau', no, 'review', { opinion: 'grant', text: '材料齐全，符合条件。' })
  const waiting = (await noticesOf('approver.approval-bureau')).items
  expect(waiting[0]).toMatchObject({ no, kind: 'approve', text: '等您审批' })
  await done('approver.approval-bureau', no, 'return-to-review', { reason: '请补充说明场地情况' })
  expect((await noticesOf('reviewer.approval-bureau')).items[0]).toMatchObject({ no, kind: 'returned' })
})

test('a notice goes to nobody outside the office', async () => {
  const { actor, now } = await town.looking('director.badou')
  expect((await town.cases.notices.list(actor, now, {})).items).toEqual([])
})

test('the bell costs one statement, and its number none of its own', async () => {
  const { actor, now } = await town.looking(COLLEAGUE)
  await town.cases.counts(actor, now)
  const sent: string[] = []
  const { query } = town.db
  town.db.query = (statement, values) => {
    sent.push(typeof statement === 'string' ? statement : (statement.name ?? ''))
    return query(statement, values)
  }
  await town.cases.notices.list(actor, now, {})
  expect(sent.splice(0)).toEqual(['cases.notices'])
  await town.cases.counts(actor, now)
  town.db.query = query
  expect(sent.filter((name) => name.startsWith('cases.'))).toHaveLength(1)
  expect(sent.length).toBeLessThanOrEqual(4)
})
