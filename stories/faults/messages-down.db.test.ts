import { afterAll, beforeAll, expect, test } from 'vitest'
import { httpMessenger } from '#capabilities/notification/index.ts'
import { parkedTasks } from '#platform/jobs/backlog.ts'
import { startHouse, type TestHouse } from '../../apps/server/testing/house.ts'
import { messageGateway, type MessageGateway } from '../../simulators/message-gateway/server.ts'
import { inventedId } from '../testing/citizen.ts'
import { act, application, checklist } from '../testing/filing.ts'
import { shanghai } from '../testing/shanghai.ts'

// Real: routes over HTTP, PostgreSQL, the worker, a gateway on a port of its own. Moved by hand: the clock.
const SECRET = 'shared-with-the-gateway'
let house: TestHouse
let gateway: MessageGateway
let url: string

beforeAll(async () => {
  gateway = messageGateway({ secret: SECRET })
  url = await gateway.listen()
  const address = { url, secret: SECRET }
  house = await startHouse({
    at: shanghai('2026-11-23T09:00'),
    outside: async () => ({ messengers: [httpMessenger('sms', address), httpMessenger('email', address)] }),
  })
})
afterAll(() => gateway.close())

/** Taken in at the counter and accepted: one short message for each case. */
async function accepted(name: string, citizenId: string): Promise<string> {
  const clerk = await house.as('clerk.shantou')
  const filed = await clerk.call('POST', '/cases', application({ name, citizenId }))
  expect(filed).toMatchObject({ status: 200 })
  const { no } = filed.body as { no: string }
  expect(await act(clerk, no, 'accept', { checklist: checklist() })).toMatchObject({ status: 200 })
  return no
}

async function hours(count: number): Promise<number> {
  let failed = 0
  for (let hour = 0; hour < count; hour += 1) {
    house.clock.set(new Date(Date.parse(house.clock.now()) + 3_600_000).toISOString())
    failed += (await house.house.worker.runUntilIdle()).failed.length
  }
  house.faults.splice(0)
  return failed
}

const person = (index: number) => inventedId('1904-03-05', String(200 + index))
const told = () => gateway.delivered().map(({ text }) => /尾号(.{4})/u.exec(text)![1]!)

test('a message goes out signed; a stranger’s does not', async () => {
  const no = await accepted('测试甲', person(1))
  await house.settle()
  expect(gateway.delivered()).toEqual([
    {
      channel: 'sms',
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      to: '19900000101',
      text: expect.stringMatching(/^【博山政务服务】您的办件（尾号.{4}）已经受理/u),
    },
  ])
  expect(told()).toEqual([no.slice(-4)])
  const forged = await fetch(`${url}/v1/sms`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-signature': 'forged' },
    body: JSON.stringify({ id: 'x', to: '19900000101', text: '请转账' }),
  })
  expect([forged.status, gateway.delivered().length]).toEqual([401, 1])
})

test('a gateway that is down for a day: the counter goes on, nothing is lost, nothing is said twice', async () => {
  const before = told()
  gateway.fail(true)
  const numbers: string[] = []
  for (let index = 2; index < 5; index += 1) {
    numbers.push(await accepted(`测试乙${index}`, person(index)))
    expect(await hours(8)).toBeGreaterThan(0)
  }
  expect(told()).toEqual(before)
  // Whoever looks into the inbox knows all the same.
  const kinds = await house.house.db.query<{ kind: string }>(
    `SELECT kind FROM notification.message WHERE area_code = $1 AND case_no = $2 ORDER BY seq`,
    [house.onboarded.area, numbers[0]],
  )
  expect(kinds.map(({ kind }) => kind)).toEqual(['received', 'accepted'])

  gateway.fail(false)
  await hours(13)
  expect(told().toSorted()).toEqual([...before, ...numbers.map((no) => no.slice(-4))].toSorted())
  expect(await hours(12)).toBe(0)
  expect(told()).toHaveLength(before.length + numbers.length)
  expect(await parkedTasks(house.house.db, house.onboarded.area)).toEqual([])
})

test('an answer that gets lost on the way back makes no second message', async () => {
  const before = gateway.delivered().length
  const asked = gateway.asked()
  house.clock.set(shanghai('2026-11-26T10:00'))
  gateway.loseNextAnswer()
  await accepted('测试丙', person(9))
  await house.house.worker.runUntilIdle()
  await hours(1)
  expect([gateway.delivered().length - before, gateway.asked() - asked]).toEqual([1, 2])
})

test('a number that does not exist is written down as such and not tried again', async () => {
  const asked = gateway.asked()
  gateway.refuse('19900000101')
  house.clock.set(shanghai('2026-11-26T14:00'))
  await accepted('测试丁', person(10))
  await house.settle()
  expect(await hours(3)).toBe(0)
  expect(gateway.asked() - asked).toBe(1)
  const states = await house.house.db.query<{ state: string }>(
    `SELECT DISTINCT state FROM notification.dispatch WHERE area_code = $1 ORDER BY state`,
    [house.onboarded.area],
  )
  expect(states).toEqual([{ state: 'refused' }, { state: 'sent' }])
})
