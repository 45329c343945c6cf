import { afterAll, beforeAll, expect, test } from 'vitest'
import { isRefusal } from '#engine/refusal.ts'
import { appointPost, endPost } from '#capabilities/staff/index.ts'
import { at, startTown, type Town } from '#capabilities/testing/town.ts'
import { newId } from '#platform/id.ts'
import type { GapView } from './contract/gaps.ts'
import { keepWatch } from './index.ts'
import { stretch } from './service/watch.ts'

// Real: cases of a town, its roster, grants and seals, the worker that walks over them all day.

let town: Town
const ITEM = 'temporary-assistance-small'
const SYSTEM = { kind: 'system', job: 'test' } as const

beforeAll(async () => {
  town = await startTown({ clock: at('2026-03-16T09:00') })
  await keepWatch(town.db, town.clock)
})
afterAll(() => town.stop())

async function gaps() {
  const found = await town.supervision.gaps({ actor: await town.as('supervisor'), now: town.clock.now() }, {})
  if (isRefusal(found)) throw new Error(found.code)
  return found
}
const told = (items: readonly GapView[]) => items.map(({ no, code }) => [no, code])

/** A quarter of an hour later the next walk is over. */
async function later(minutes = 15) {
  town.clock.advance({ minutes })
  await town.work()
  return gaps()
}

async function reviewed(): Promise<string> {
  const no = await town.fileAtWindow('clerk.shantou', ITEM)
  await town.act('clerk.shantou', no, 'accept', await town.goodChecklist('clerk.shantou', no))
  await town.act('reviewer.shantou', no, 'review', { opinion: 'grant', text: '符合条件' })
  await town.work()
  return no
}

const asking = () => ({ actor: SYSTEM, at: town.clock.now(), requestId: newId() })
const registry = () => ({ db: town.db, ledger: town.ledger })

let stuck: string

test('a case that waits for a role nobody holds any more is named, and goes on when somebody is appointed', async () => {
  stuck = await reviewed()
  const well = await later()
  expect(well).toMatchObject({ items: [], counts: [], openCases: 1 })

  const approvers = (await town.staff.postsOfArea(town.area)).filter(
    ({ body, roles }) => body === 'town-370304004' && roles.includes('approver'),
  )
  for (const { id } of approvers) {
    const done = await endPost(registry(), town.area, { post: id, lastDay: '2026-03-15' }, asking())
    expect(isRefusal(done)).toBe(false)
  }
  const { items, counts, checkedAt } = await later()
  expect(told(items)).toEqual([[stuck, 'nobody-holds-the-role']])
  expect(items[0]!.sentence).toMatch(/^这件事等.*山头街道办事处的.*，但现在没有人担任。请设置岗位。$/)
  expect(counts).toEqual([{ code: 'nobody-holds-the-role', title: '岗位空缺', count: 1 }])
  expect(Date.parse(checkedAt!)).toBe(Date.parse(town.clock.now()))
  // Found again, it is the same gap since the same moment.
  expect((await later()).items[0]!.since).toBe(items[0]!.since)

  const { id: _old, stream: _stream, version: _version, packDigest: _digest, ...post } = approvers[0]!
  const { person, title, roles, place, body, window } = post
  const fresh = { id: 'approver-again', person, title, roles, place, body, window, validFrom: '2026-03-16' }
  const done = await appointPost(registry(), town.area, fresh, asking())
  expect([isRefusal(done), done]).toMatchObject([false, {}])
  expect((await later()).items).toEqual([])
  const closed = await town.db.query(
    'SELECT code FROM supervision.gap WHERE area_code = $1 AND closed_at IS NOT NULL',
    [town.area],
  )
  expect(closed).toEqual([{ code: 'nobody-holds-the-role' }])
})

test('a power that ended and a missing seal are named, and a case that is over is stuck no more', async () => {
  await town.db.query(
    `UPDATE catalogue.power_grant SET valid_to = '2026-03-10' WHERE area_code = $1 AND item = $2 AND body = 'town-370304004'`,
    [town.area, ITEM],
  )
  const { items } = await later()
  expect(told(items)).toEqual([[stuck, 'power-not-in-force']])
  expect(items[0]!.sentence).toContain('授权已经到期')
  await town.db.query('UPDATE catalogue.power_grant SET valid_to = NULL WHERE area_code = $1 AND item = $2', [
    town.area,
    ITEM,
  ])
  expect((await later()).items).toEqual([])
})

test('a paper that is not made within ten minutes is named until it is made', async () => {
  const no = await town.fileAtWindow('clerk.shantou', ITEM)
  await town.db.query(
    `UPDATE ledger.outbox SET parked_at = $2 WHERE area_code = $1 AND subscriber = 'case.papers'`,
    [town.area, town.clock.now()],
  )
  const { items } = await later()
  expect(told(items)).toEqual([[no, 'paper-not-made']])
  await town.db.query(
    `UPDATE ledger.outbox SET parked_at = NULL, next_at = $2 WHERE area_code = $1 AND subscriber = 'case.papers'`,
    [town.area, town.clock.now()],
  )
  await later(1)
  expect((await later()).items).toEqual([])
})

test('a walk goes on where it was stopped and looks at each case once', async () => {
  const now = town.clock.now()
  const means = { ...town, posts: town.staff }
  const rounds: boolean[] = []
  for (let at_ = 0; at_ < 5 && rounds.at(-1) !== true; at_ += 1)
    rounds.push(await stretch(means, town.area, now, { page: 1, run: 1 }))
  // Two open cases, one a stretch, and a last look that finds the end.
  expect(rounds).toEqual([false, false, true])
  expect(await gaps()).toMatchObject({ openCases: 2, items: [] })
})
