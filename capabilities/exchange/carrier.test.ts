import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { httpCarrier } from './carrier.ts'

const MOVE = { status: 'in-transit', text: '到达处理中心', at: '2026-11-23T10:00:00+08:00' }
const PARCEL = {
  ...{ order: 'o-1', carrier: '示例快递', waybill: 'EM0000001', state: 'in-transit', freight: 'collect' },
  events: [MOVE],
}

let answer: { status: number; body: unknown }
let server: Server
let url: string

beforeAll(async () => {
  server = createServer((_request, response) => {
    response.writeHead(answer.status, { 'content-type': 'application/json' }).end(JSON.stringify(answer.body))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => server.close())

const track = () => httpCarrier({ url, secret: 'a-secret-of-the-test' }).track('o-1')

test('a parcel is believed as the carrier tells it', async () => {
  answer = { status: 200, body: PARCEL }
  expect(await track()).toEqual(PARCEL)
})

test.each([
  ['a moment in words', { events: [{ ...MOVE, at: '昨天下午' }] }],
  ['a moment that does not exist', { events: [{ ...MOVE, at: '2026-13-45T99:00:00Z' }] }],
  ['a state nobody knows', { state: 'lost' }],
  ['a waybill with signs in it', { waybill: '=1+1' }],
])('%s is no answer, and the task that asked comes again', async (_, change) => {
  answer = { status: 200, body: { ...PARCEL, ...change } }
  await expect(track()).rejects.toThrow('the carrier')
})

test('a carrier that is down is no answer either', async () => {
  answer = { status: 503, body: {} }
  await expect(track()).rejects.toThrow('503')
})
