import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { keepReconciling } from '#capabilities/agency/index.ts'
import { httpUtilities, type StatementLine } from '#capabilities/exchange/index.ts'
import { newId } from '#platform/id.ts'
import { pdfText } from '#platform/testing/pdf.ts'
import { utilitiesSimulator, type UtilitiesSimulator } from '../../../simulators/utilities/server.ts'
import { startHouse, type TestHouse } from '../testing/house.ts'
import type { Reply, Signed } from '../testing/signed.ts'

// Real: database, the pack of 博山, routes as the server answers them, worker, typesetter; the suppliers are the simulator, asked over HTTP.
const SECRET = 'shared-with-the-suppliers'
let house: TestHouse
let suppliers: UtilitiesSimulator
const signed = new Map<string, Promise<Signed>>()
const as = (login: string): Promise<Signed> => {
  if (!signed.has(login)) signed.set(login, house.as(login))
  return signed.get(login)!
}
async function moveTo(wall: string): Promise<void> {
  house.clock.set(wall)
  signed.clear()
  await house.settle()
}
beforeAll(async () => {
  house = await startHouse({
    at: '2026-11-23T01:00:00.000Z',
    outside: async (clock) => {
      suppliers = utilitiesSimulator({ clock, secret: SECRET })
      return { utilities: httpUtilities({ url: await suppliers.listen(), secret: SECRET }) }
    },
  })
  // The server does this when it starts its background work.
  await keepReconciling(house.house.db, house.clock)
}, 120_000)
afterAll(() => suppliers.close())

const AGENT = 'agent.qiugu'
const codeOf = ({ body }: Reply) => (body as { code?: string }).code ?? 'done'
const bodyOf = <T>({ body }: Reply) => body as T
const post = async (who: string, path: string, body: object, headers?: Record<string, string>) =>
  (await as(who)).call('POST', path, body, headers)
const get = async (who: string, path: string) => (await as(who)).call('GET', path)

interface Row {
  id: string
  state: string
  title: string
  cells: string[]
}
const rows = async (who: string, book: string) =>
  bodyOf<{ items: Row[] }>(await get(who, `/books/${book}?queue=all`)).items

async function bill(utility: string, account: string): Promise<string> {
  const reply = await post(AGENT, '/utilities/owed', { utility, account })
  expect(reply.status, JSON.stringify(reply.body)).toBe(200)
  return bodyOf<{ bill: string }>(reply).bill
}
const order = async (utility: string, account: string, key = newId()) =>
  post(
    AGENT,
    '/books/utility-payment/begin/order',
    { input: { utility, bill: await bill(utility, account), how: 'cash' } },
    { 'idempotency-key': key },
  )
const stateOf = async (reply: Reply) => {
  const { id } = bodyOf<{ id: string }>(reply)
  return (await rows(AGENT, 'utility-payment')).find((row) => row.id === id)?.state
}

describe('payments at a station (水电气暖缴费)', () => {
  test('CAT-16 a simulated payment of each of the four yields a receipt and reconciles', async () => {
    const paid: string[] = []
    for (const utility of ['water', 'electricity', 'gas', 'heating']) {
      const reply = await order(utility, '37030412')
      expect(codeOf(reply)).toBe('done')
      await house.settle()
      expect(await stateOf(reply)).toBe('paid')
      paid.push(bodyOf<{ id: string }>(reply).id)
    }
    const receipt = await house.app.inject({
      method: 'GET',
      url: `/api/v1/utilities/payments/${paid[0]}/receipt`,
      headers: { cookie: (await as(AGENT)).cookie },
    })
    expect(receipt.headers['content-type']).toBe('application/pdf')
    const text = (await pdfText(receipt.rawPayload)).join('')
    for (const words of ['代收费收据', '水费', '37****12', '秋谷'])
      expect(text.replaceAll(/\s/g, '')).toContain(words)
    // Nobody at another place reads it.
    expect((await get('agent.heishan', `/utilities/payments/${paid[0]}/receipt`)).status).toBe(404)

    await moveTo('2026-11-23T16:05:00.000Z')
    const days = await rows('supervisor', 'utility-reconciliation')
    expect(days).toHaveLength(4)
    expect(new Set(days.map(({ state }) => state))).toEqual(new Set(['balanced']))
  })

  test('a double click, a lost answer and a supplier that is down are one payment each; nothing is lost and nothing kept twice', async () => {
    await moveTo('2026-11-24T01:00:00.000Z')
    const before = suppliers.taken().length
    const key = newId()
    const input = { utility: 'water', bill: await bill('water', '37030499'), how: 'code' }
    const path = '/books/utility-payment/begin/order'
    const first = await post(AGENT, path, { input }, { 'idempotency-key': key })
    const again = await post(AGENT, path, { input }, { 'idempotency-key': key })
    expect(again.body).toEqual(first.body)
    // The supplier takes it and the answer is lost: the task asks again under the same order.
    suppliers.loseNextAnswer()
    expect((await house.house.worker.runUntilIdle()).failed).toHaveLength(1)
    expect(suppliers.taken()).toHaveLength(before + 1)
    house.faults.length = 0
    await moveTo('2026-11-24T02:00:00.000Z')
    expect(await stateOf(first)).toBe('paid')
    expect(suppliers.taken()).toHaveLength(before + 1)

    const next = await bill('gas', '37030498')
    suppliers.fail(true)
    const down = { utility: 'gas', bill: next, how: 'cash' }
    expect(codeOf(await post(AGENT, path, { input: down }))).toBe('utility-gateway-down')
    suppliers.fail(false)
    expect(codeOf(await post(AGENT, path, { input: { ...down, utility: 'water' } }))).toBe(
      'utility-bill-unknown',
    )
    expect(codeOf(await post(AGENT, '/utilities/owed', { utility: 'gas', account: '37030000' }))).toBe(
      'utility-nothing-owed',
    )
  })

  test('what the supplier says otherwise stands in a list until somebody has settled it', async () => {
    const reply = await order('electricity', '37030455')
    await house.settle()
    expect(await stateOf(reply)).toBe('paid')
    suppliers.alterStatement((lines: StatementLine[]) =>
      lines.map((line) => ({ ...line, amountFen: line.amountFen + 1 })),
    )
    await moveTo('2026-11-24T16:05:00.000Z')
    suppliers.alterStatement(undefined)
    const differing = (await rows('director.shantou', 'utility-reconciliation')).filter(
      ({ state }) => state === 'differing',
    )
    expect(differing.map(({ title }) => title)).toContain('电费 2026-11-24')
    expect(differing[0]!.cells.join()).toContain('金额不同')
    const settle = { settlement: '供应单位更正账单，差额已退' }
    const path = `/books/utility-reconciliation/entries/${differing[0]!.id}/acts/settle`
    expect(codeOf(await post('director.shantou', path, { input: settle }))).toBe('done')
  })
})
