import { beforeAll, beforeEach, expect, test } from 'vitest'
import { legalDay } from '#engine/day.ts'
import type { dutyRoutes } from '#capabilities/staff/index.ts'
import type { ReplyOf } from '#platform/http/contract.ts'
import { startHouse, type TestHouse } from './testing/house.ts'
import type { Signed } from './testing/signed.ts'

// Real: every route over HTTP, PostgreSQL, the roster of the pack. Moved by hand: the clock.
let house: TestHouse
const MONDAY = '2026-11-23T01:30:00.000Z'
const [A, B] = ['post-370304-clerk-shantou', 'post-370304-clerk-shantou2']

beforeAll(async () => {
  house = await startHouse({ at: MONDAY })
})
beforeEach(() => {
  if (house.faults.length > 0) throw new Error(String(house.faults.splice(0)))
})

const leave = (who: Signed, post: string, from: string, to: string) =>
  who.call('POST', `/duty/${post}/absences`, { from, to, kind: 'leave' })

type Alerts = ReplyOf<typeof dutyRoutes.duty>['alerts']
const alerts = async (who: Signed): Promise<Alerts> =>
  ((await who.call('GET', '/duty')).body as { alerts: Alerts }).alerts

test('STA-02/a A’s leave puts B on duty', async () => {
  const director = await house.as('director.shantou')
  expect((await leave(director, A!, '2026-11-30', '2026-12-04')).status).toBe(200)
  expect(await alerts(director)).toEqual([])
  const { place, body } = director.session.post
  const desk = await house.house.posts.deskOf('370304', { post: B!, place, body }, '2026-12-01')
  expect(desk.covering).toEqual([A])
})

test('STA-02/b with both to be away, director and supervision are told the same day, a week before', async () => {
  const director = await house.as('director.shantou')
  expect((await leave(director, B!, '2026-12-03', '2026-12-10')).status).toBe(200)
  expect(legalDay(house.clock.now())).toBe('2026-11-23')
  const told = { post: A, from: '2026-12-03', to: '2026-12-04' }
  for (const who of ['director.shantou', 'supervisor'])
    expect([who, await alerts(await house.as(who))]).toMatchObject([who, [told]])
  expect(await alerts(await house.as('director.badou'))).toEqual([])
})
