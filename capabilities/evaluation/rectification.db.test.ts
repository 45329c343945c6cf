import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { isRefusal, type Refusal } from '#engine/refusal.ts'
import { at, startTown, type TestCitizen, type Town } from '#capabilities/testing/town.ts'
import { newId } from '#platform/id.ts'
import { rebuildRectifications } from './service/rebuild.ts'
import type { RectificationPage } from './service/list.ts'

// Real: the town with its database, ledger, outbox and worker; the clock moves.

let town: Town
let zhang: TestCitizen

beforeAll(async () => {
  town = await startTown({ clock: at('2026-11-23T09:00') })
  zhang = await town.citizen('张示例')
})
afterAll(() => town.stop())

async function poorlyRated(anonymous = false, stars: 1 | 2 = 1): Promise<string> {
  const no = await town.file(zhang, 'elderly-allowance', { delivery: 'electronic' })
  await town.carryThrough(no, 'shantou')
  const input = { stars, options: [], comment: '等了一上午', anonymous }
  const rated = await town.evaluation.rate({
    ...{ no, actor: zhang.actor, input, now: town.clock.now(), requestId: newId() },
  })
  expect(rated).toEqual({ rated: true })
  return no
}

async function list(
  who: string,
  more: { limit?: number; cursor?: string; queue?: 'mine' | 'open' | 'all' } = {},
) {
  const { actor, now } = await town.looking(who)
  return town.rectifications.list(actor, now, more)
}

const act = async (
  who: string,
  id: string,
  name: string,
  input: Record<string, unknown>,
  requestId = newId(),
) =>
  town.rectifications.act({
    ...(await town.looking(who)),
    ...{ id, act: name, input, requestId, requestHash: `${id}/${name}/${requestId}` },
  })

const codeOf = (answer: unknown) => (isRefusal(answer) ? (answer as Refusal).code : undefined)
const VERIFIED = { contact: 'by-phone', finding: 'true', text: '情况属实' }

const factsOf = (id: string) =>
  town.db.query<{ kind: string; at: string }>(
    `SELECT f.kind, f.at FROM ledger.fact f JOIN evaluation.rectification r
      ON r.area_code = f.area_code AND r.stream = f.stream WHERE r.area_code = $1 AND r.id = $2 ORDER BY f.seq`,
    [town.area, id],
  )

describe('taken up by the outbox', () => {
  let id: string

  test('a poor rating is taken up once, however often the fact is delivered', async () => {
    const no = await poorlyRated()
    await town.work()
    const { items } = await list('director.shantou')
    expect(items).toHaveLength(1)
    id = items[0]!.id
    // What a crash between commit and settlement leaves behind: the fact comes again.
    await town.db.query(
      `INSERT INTO ledger.outbox (area_code, stream, seq, subscriber, kind, next_at)
        SELECT area_code, stream, 1, 'evaluation.poor-ratings', 'rated', $2 FROM evaluation.rating WHERE area_code = $1 AND no = $3`,
      [town.area, town.clock.now(), no],
    )
    await town.work()
    expect((await list('director.shantou')).items).toHaveLength(1)
    expect(await factsOf(id)).toMatchObject([{ kind: 'rectification-opened' }])
  })

  test('two presses at once are one act, and an act on an older picture is not guessed at', async () => {
    const requestId = newId()
    const press = () => act('director.shantou', id, 'verify', VERIFIED, requestId)
    const both = await Promise.all([press(), press()])
    expect(both).toMatchObject([{ done: true }, { done: true }])
    expect((await factsOf(id)).map(({ kind }) => kind)).toEqual(['rectification-opened', 'rating-verified'])
    const late = await town.rectifications.act({
      ...(await town.looking('director.shantou')),
      ...{ id, act: 'answer', input: { measures: '重新培训', text: '已经整改' } },
      ...{ requestId: newId(), requestHash: 'x', seenVersion: 1 },
    })
    expect(codeOf(late)).toBe('rectification-moved-on')
  })

  test('a limit that passes is on record the morning after, by itself', async () => {
    town.clock.set(at('2026-11-30T23:00'))
    await town.work()
    expect((await list('director.shantou')).items[0]).toMatchObject({ standing: 'soon', wasLate: false })
    town.clock.set(at('2026-12-01T00:30'))
    await town.work()
    expect((await list('director.shantou')).items[0]).toMatchObject({ standing: 'late', wasLate: true })
    expect((await factsOf(id)).at(-1)).toMatchObject({ kind: 'rectification-overdue' })
  })

  test('a row that was lost or spoilt is folded again from its facts', async () => {
    const before = (await list('director.shantou')).items
    await town.db.query(
      `UPDATE evaluation.rectification SET state = 'closed', dossier = '{}' WHERE id = $1`,
      [id],
    )
    expect((await rebuildRectifications(town)).mended).toHaveLength(1)
    await town.db.query('DELETE FROM evaluation.rectification WHERE id = $1', [id])
    expect((await rebuildRectifications(town)).mended).toHaveLength(1)
    expect(await rebuildRectifications(town)).toEqual({ rectifications: 1, mended: [] })
    expect((await list('director.shantou')).items).toEqual(before)
  })
})

test('handed over, another place’s director works on it and the first one finds it no more', async () => {
  const [open] = (await list('director.shantou')).items
  const { place } = await town.as('director.boshan')
  const given = { place, reason: '负责人当天在窗口' }
  expect(await act('supervisor', open!.id, 'hand-over', given)).toMatchObject({ done: true })
  expect(await list('director.shantou')).toEqual({ items: [] })
  expect((await list('director.boshan')).items).toMatchObject([
    { id: open!.id, place: '山头街道便民服务中心', handlingPlace: expect.stringContaining('博山') },
  ])
  expect(codeOf(await act('director.shantou', open!.id, 'answer', {}))).toBe('rectification-not-found')
  const answered = { measures: '重新培训', text: '已经整改' }
  expect(await act('director.boshan', open!.id, 'answer', answered)).toMatchObject({ done: true })
})

test('whoever was rated at the window does not handle it, whatever other post they hold', async () => {
  const { person } = await town.as('clerk.shantou')
  await poorlyRated(true, 2)
  await town.work()
  const [open] = (await list('director.shantou')).items
  const looking = await town.looking('director.shantou')
  const both = { ...looking, actor: { ...looking.actor, person } }
  expect((await town.rectifications.detail(open!.id, both)) as object).toMatchObject({ allowed: [] })
  const done = await town.rectifications.act({
    ...both,
    ...{ id: open!.id, act: 'verify', input: { finding: 'true', text: '情况属实' } },
    ...{ requestId: newId(), requestHash: 'y' },
  })
  expect(codeOf(done)).toBe('rated-yourself')
})

test('the list goes page by page in the order of the due days, and a broken cursor begins at the beginning', async () => {
  town.clock.advance({ days: 1 })
  await poorlyRated()
  town.clock.advance({ days: 1 })
  await poorlyRated()
  await town.work()
  const whole = await list('supervisor', { queue: 'open' })
  expect(whole.items.length).toBeGreaterThanOrEqual(4)
  const days = whole.items.map(({ dueDay }) => dueDay!)
  expect(days).toEqual(days.toSorted())
  for (const queue of ['open', 'all'] as const) {
    const { items } = await list('supervisor', { queue })
    const found: string[] = []
    let page: RectificationPage | undefined
    do {
      page = await list('supervisor', {
        queue,
        limit: 1,
        ...(page?.nextCursor ? { cursor: page.nextCursor } : {}),
      })
      found.push(...page.items.map(({ id }) => id))
    } while (page.nextCursor !== undefined)
    expect(found).toEqual(items.map(({ id }) => id))
    expect((await list('supervisor', { queue, cursor: 'nonsense' })).items).toHaveLength(items.length)
  }
})

test('what a supervisor finds untrue leaves the score of the body, and what was settled waits for nobody', async () => {
  const { body } = await town.as('approver.shantou')
  const before = await town.evaluation.summaryOf(town.area, body)
  const open = (await list('director.shantou')).items.at(-1)!
  const found = { contact: 'by-phone', finding: 'not-true', text: '没有这样的事' }
  expect(await act('director.shantou', open.id, 'verify', found)).toMatchObject({ done: true })
  expect(await town.evaluation.summaryOf(town.area, body)).toEqual(before)
  const upheld = await act('supervisor', open.id, 'uphold-appeal', { text: '看过监控，确无此事' })
  expect(upheld).toMatchObject({ done: true })
  const after = await town.evaluation.summaryOf(town.area, body)
  expect(after).toMatchObject({ count: before.count - 1, needsFollowUp: before.needsFollowUp - 1 })
})
