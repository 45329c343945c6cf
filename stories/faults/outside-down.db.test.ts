import { afterAll, beforeAll, expect, test } from 'vitest'
import type { CaseDetail } from '#capabilities/case/contract.ts'
import { httpCarrier } from '#capabilities/exchange/index.ts'
import type { Clock } from '#platform/clock.ts'
import { startHouse, type TestHouse } from '../../apps/server/testing/house.ts'
import { carrierSimulator, type CarrierSimulator } from '../../simulators/carrier/server.ts'
import { act, application, checklist } from '../testing/filing.ts'
import { shanghai } from '../testing/shanghai.ts'

// Real: routes over HTTP, PostgreSQL, the worker, a carrier on a port of its own. Moved by hand: the clock.
const SECRET = 'shared-with-the-post'
const ADDRESS = { url: '' }
let house: TestHouse
let post: CarrierSimulator

beforeAll(async () => {
  house = await startHouse({
    at: shanghai('2026-11-23T09:00'),
    outside: async (clock) => {
      post = await opened(clock)
      return { carrier: httpCarrier({ url: ADDRESS.url, secret: SECRET }) }
    },
  })
})
afterAll(() => post.close())

async function opened(clock: Clock): Promise<CarrierSimulator> {
  const simulator = carrierSimulator({ clock, secret: SECRET })
  const port = ADDRESS.url === '' ? 0 : Number(new URL(ADDRESS.url).port)
  ADDRESS.url = await simulator.listen(port)
  return simulator
}

const POSTAL = { receiver: '测试甲', phone: '19900000101', address: '博山区山头街道演示路1号' }

/** From the counter to the post, as far as people go. */
async function handedToPost(freight: 'collect' | 'prepaid'): Promise<string> {
  const clerk = await house.as('clerk.shantou')
  const wish = { ...application({ name: '测试甲' }), delivery: 'post', postal: POSTAL }
  const filed = await clerk.call('POST', '/cases', wish)
  expect(filed).toMatchObject({ status: 200 })
  const { no } = filed.body as { no: string }
  const steps: [string, string, object][] = [
    ['clerk.shantou', 'accept', { checklist: checklist() }],
    ['reviewer.shantou', 'review', { opinion: 'grant', text: '材料齐全' }],
    ['approver.shantou', 'grant', { conclusion: '准予发给' }],
    ['issuer.shantou', 'seal', {}],
  ]
  for (const [login, name, input] of steps)
    expect(await act(await house.as(login), no, name, input)).toMatchObject({ status: 200 })
  await house.settle()
  expect(await act(clerk, no, 'hand-to-post', { freight })).toMatchObject({ status: 200 })
  return no
}

async function seen(no: string): Promise<CaseDetail> {
  return (await (await house.as('clerk.shantou')).call('GET', `/cases/${no}`)).body as CaseDetail
}

/** The clock moves in steps of an hour, and at each whatever is due is tried; what fails comes again by itself. */
async function hours(count: number): Promise<unknown[]> {
  const failed: unknown[] = []
  for (let hour = 0; hour < count; hour++) {
    house.clock.set(new Date(Date.parse(house.clock.now()) + 3_600_000).toISOString())
    const round = await house.house.worker.runUntilIdle()
    failed.push(...round.failed)
  }
  house.faults.splice(0)
  return failed
}

test('LIC-09 a result goes by post from decision to delivered, freight collect marked and the receipt stored', async () => {
  const no = await handedToPost('collect')
  await house.settle()
  const { posting, summary } = await seen(no)
  expect([summary.state, posting]).toEqual([
    'in-post',
    { freight: 'collect', carrier: '邮政特快专递（模拟）', waybill: expect.stringMatching(/^EM/), track: [] },
  ])
  expect(post.parcels().at(-1)!.order).toMatchObject({ freight: 'collect', receiver: { name: '测试甲' } })
  expect(await hours(8)).toEqual([])
  expect((await seen(no)).posting!.track.map(({ text }) => text)).toContain('邮政人员已揽收')
  expect(await hours(20)).toEqual([])
  const arrived = await seen(no)
  expect(arrived.summary.state).toBe('closed')
  expect(arrived.story.map(({ text }) => text)).toContain('邮件已签收')
  const receipt = arrived.posting!.receiptUrl!
  const { cookie } = await house.as('clerk.shantou')
  const picture = await house.app.inject({ method: 'GET', url: receipt, headers: { cookie } })
  expect([picture.statusCode, picture.headers['content-type']]).toEqual([200, 'image/png'])
})

test('a carrier that is down for a day: nothing is lost or ordered twice, and the window goes on working', async () => {
  const before = post.parcels().length
  await post.close()
  const no = await handedToPost('prepaid')
  expect((await hours(26)).length).toBeGreaterThan(3)
  const waiting = await seen(no)
  expect([waiting.summary.state, waiting.posting!.waybill]).toEqual(['in-post', undefined])
  // People read what is so, and are not told of somebody else's server.
  expect(waiting.story.at(-1)!.text).toBe('决定书已交付邮寄')
  const silent = await handedToPost('collect')

  post = await opened(house.clock)
  expect(before).toBeGreaterThan(0)
  await hours(4)
  expect((await seen(no)).posting!.waybill).toMatch(/^EM/)
  expect((await seen(silent)).posting!.waybill).toMatch(/^EM/)
  expect(
    post
      .parcels()
      .map(({ order }) => order.freight)
      .toSorted(),
  ).toEqual(['collect', 'prepaid'])
  expect(await hours(30)).toEqual([])
  expect([(await seen(no)).summary.state, (await seen(silent)).summary.state]).toEqual(['closed', 'closed'])
})

test('a parcel nobody takes comes back, and the result waits at the window', async () => {
  const no = await handedToPost('collect')
  await house.settle()
  post.move(post.parcels().at(-1)!.order.order, { state: 'returned', text: '收件人拒收，退回寄件人' })
  expect(await hours(3)).toEqual([])
  expect((await seen(no)).summary.state).toBe('issued')
  const receiver = { receiver: '测试甲', relation: 'self', identified: '看过身份证原件' }
  expect((await act(await house.as('clerk.shantou'), no, 'deliver-at-window', receiver)).body).toMatchObject({
    state: 'closed',
  })
})
