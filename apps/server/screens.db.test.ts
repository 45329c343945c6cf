import { beforeAll, beforeEach, expect, test } from 'vitest'
import type { ScreenView } from '#capabilities/case/index.ts'
import { demoPerson } from './demo/people.ts'
import { allInOrder, does, handIn } from './testing/at-window.ts'
import { startHouse, type TestHouse } from './testing/house.ts'
import { inject, type Signed } from './testing/signed.ts'

const SHANTOU = { place: 'centre-370304004', region: '370304004207' }
const BADOU = { place: 'centre-370304106', region: '370304106000' }
const MONDAY = '2026-11-23T01:30:00.000Z'
const PLAIN = 'resident-pension-claim'
const SENSITIVE = 'elderly-allowance'

// Real: every route over HTTP, PostgreSQL. Moved by hand: the clock.
let house: TestHouse
let clerk: Signed

beforeAll(async () => {
  house = await startHouse({ at: MONDAY })
})
beforeEach(async () => {
  if (house.faults.length > 0) throw new Error(String(house.faults.splice(0)))
  clerk = await house.as('clerk.shantou')
})

/** A second later, when the copy that all screens share is over. */
async function wall(place = SHANTOU.place): Promise<ScreenView> {
  secondLater()
  const reply = await inject(house.app, { method: 'GET', url: `/api/v1/screen/${place}` })
  expect(reply.status).toBe(200)
  return reply.body
}

const secondLater = () => house.clock.set(new Date(Date.parse(house.clock.now()) + 1000).toISOString())

const item = async (id: string) => (await house.house.catalogue.itemInForce('370304', id, '2026-11-23'))!.item
const lineOf = (view: ScreenView, no: string) =>
  [...view.underWay, ...view.ready].find(({ number }) => number === no.slice(-7))

test('HAL-12 a state change shows on the wall of the place that took the case in, with the name masked', async () => {
  const person = demoPerson(1)
  const no = await handIn(house, clerk, { item: PLAIN, person, ...SHANTOU })
  const before = await wall()
  expect(lineOf(before, no)).toEqual({
    number: no.slice(-7),
    applicant: '测**一',
    item: (await item(PLAIN)).name,
    step: '已收件',
    stage: 1,
    dueDay: '2026-11-30',
    standing: 'in-time',
    changedAt: '2026-11-23T09:30:00.000+08:00',
  })
  expect(before.counts).toMatchObject({ receivedToday: 1, closedToday: 0, underWay: 1, ready: 0 })

  house.clock.set('2026-11-23T01:45:00.000Z')
  expect(await does(clerk, no, 'accept', { checklist: allInOrder(await item(PLAIN)) })).toBe('accepted')
  const after = await wall()
  expect(lineOf(after, no)).toMatchObject({
    step: '审查中',
    stage: 2,
    changedAt: '2026-11-23T09:45:00.000+08:00',
  })
  expect(after.version).not.toBe(before.version)
  expect(after.underWay[0]).toEqual(lineOf(after, no))
})

test('what would tell of need, illness or status shows neither the name nor the item', async () => {
  const no = await handIn(house, clerk, { item: SENSITIVE, person: demoPerson(2), ...SHANTOU })
  expect(lineOf(await wall(), no)).toMatchObject({
    applicant: '申请人**',
    item: '民生保障事项',
    step: '已收件',
  })
})

test('a result is waited for, collected, and stays three days', async () => {
  const no = await handIn(house, clerk, { item: SENSITIVE, person: demoPerson(3), ...SHANTOU })
  const [reviewer, approver, issuer] = [
    await house.as('reviewer.shantou'),
    await house.as('approver.shantou'),
    await house.as('issuer.shantou'),
  ]
  await does(clerk, no, 'accept', { checklist: allInOrder(await item(SENSITIVE)) })
  await does(reviewer, no, 'review', { opinion: 'grant', text: '材料齐全，符合条件，建议准予。' })
  expect(lineOf(await wall(), no)).toMatchObject({ step: '待决定', stage: 3 })
  await does(approver, no, 'grant', { conclusion: '经审查，申请符合规定条件，准予办理。' })
  expect(await does(issuer, no, 'seal', {})).toBe('issued')
  await house.settle()
  const waiting = await wall()
  expect(waiting.ready).toEqual([
    expect.objectContaining({ number: no.slice(-7), step: '请来领取', standing: 'none' }),
  ])
  expect(waiting.counts.ready).toBe(1)
  const collected = { receiver: demoPerson(3).name, relation: 'self', identified: '核对居民身份证原件' }
  expect(await does(clerk, no, 'deliver-at-window', collected)).toBe('closed')
  await house.settle()
  expect((await wall()).counts).toMatchObject({ closedToday: 1, ready: 0 })
  expect(lineOf(await wall(), no)).toMatchObject({ step: '已办结', stage: 6 })
  house.clock.set('2026-11-25T15:59:00.000Z')
  expect(lineOf(await wall(), no)).toBeDefined()
  house.clock.set('2026-11-25T16:00:00.000Z')
  expect(lineOf(await wall(), no)).toBeUndefined()
  house.clock.set('2026-11-26T02:00:00.000Z')
})

test('nothing of another place, of another area, of a withdrawn case, and no place that has no screen', async () => {
  const there = await handIn(house, await house.as('clerk.badou'), {
    item: PLAIN,
    person: demoPerson(4),
    ...BADOU,
  })
  const elsewhere = await handIn(house, clerk, { item: PLAIN, person: demoPerson(5), ...SHANTOU })
  const gone = await handIn(house, clerk, { item: PLAIN, person: demoPerson(6), ...SHANTOU })
  // The same case as a neighbouring area on this database would hold it, under the same name of a place.
  await house.house.db.query(
    `UPDATE cases.case_view SET area_code = '370303' WHERE area_code = '370304' AND no = $1`,
    [elsewhere],
  )
  expect(await does(clerk, gone, 'withdraw', { reason: '申请人书面提出撤回。', signed: true })).toBe(
    'withdrawn',
  )
  const [here, badou] = [await wall(), await wall(BADOU.place)]
  for (const no of [there, elsewhere, gone]) expect(lineOf(here, no)).toBeUndefined()
  expect(badou.underWay.map(({ number }) => number)).toEqual([there.slice(-7)])
  for (const place of ['nowhere', 'station-370304004207', "x'--", '..'])
    expect(
      (await inject(house.app, { method: 'GET', url: `/api/v1/screen/${encodeURIComponent(place)}` })).status,
    ).not.toBe(200)
})

test('the answer holds no name, no number of a person, no whole case number, no sealed text and no id', async () => {
  const view = await wall()
  const text = JSON.stringify(view)
  expect(view.underWay.length).toBeGreaterThan(1)
  for (const { name, citizenId, phone } of [1, 2, 3, 4, 6].map(demoPerson))
    for (const secret of [name, citizenId, phone]) expect(text).not.toContain(secret)
  expect(text).not.toMatch(/\d{24}[0-9A-Z]|sm4gcm|[0-9a-f]{8}-[0-9a-f]{4}-|party|dossier/)
  const keys = new Set([...view.underWay, ...view.ready].flatMap((line) => Object.keys(line)))
  expect([...keys].toSorted()).toEqual([
    'applicant',
    'changedAt',
    'dueDay',
    'item',
    'number',
    'stage',
    'standing',
    'step',
  ])
})

test('fifty screens at once cost one reading, and who has the picture gets 304', async () => {
  secondLater()
  let readings = 0
  const { cases } = house.house
  const read = cases.publicity
  cases.publicity = (...asked) => ((readings += 1), read(...asked))
  const url = `/api/v1/screen/${SHANTOU.place}`
  const replies = await Promise.all(
    Array.from({ length: 50 }, () => house.app.inject({ method: 'GET', url })),
  )
  cases.publicity = read
  expect([readings, new Set(replies.map(({ headers }) => headers['etag'])).size]).toEqual([1, 1])
  const again = await house.app.inject({
    method: 'GET',
    url,
    headers: { 'if-none-match': String(replies[0]!.headers['etag']) },
  })
  expect([again.statusCode, again.body]).toEqual([304, ''])
})

test('while the database is away the wall gets a page that waits, and the interface says to come back', async () => {
  secondLater()
  const { cases } = house.house
  const read = cases.publicity
  cases.publicity = () => Promise.reject(Object.assign(new Error('shutting down'), { code: '57P01' }))
  const page = await inject(house.app, { method: 'GET', url: `/screen/${SHANTOU.place}` })
  const answer = await inject(house.app, { method: 'GET', url: `/api/v1/screen/${SHANTOU.place}` })
  cases.publicity = read
  expect([page.status, answer.status, answer.headers['retry-after']]).toEqual([503, 503, '5'])
  expect(page.body).toContain('正在连接')
  expect(page.body).toMatch(/<script defer src="\/assets\/screen-\w+\.js">/)
  expect((await wall()).place.id).toBe(SHANTOU.place)
  // Whoever runs the house reads of it; the wall did not.
  expect(house.faults.splice(0)).toHaveLength(1)
})

test('a place without a screen is answered with the list to choose from, and nothing of the address comes back', async () => {
  for (const place of ['nowhere', '\0', '<script>alert(1)</script>', 'station-370304004207']) {
    const page = await inject(house.app, { method: 'GET', url: `/screen/${encodeURIComponent(place)}` })
    expect(page.status).toBe(404)
    expect(page.body).toContain('没有公示屏')
    expect(page.body).not.toContain('alert(1)')
  }
})
