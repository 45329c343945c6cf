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

const HOLDER = { name: '测试甲', idNumber: '370304190001010013', phone: '19900000001' }
const certificate = {
  ...{ type: 'guardian-appointed', holder: HOLDER, purpose: '办理监护人变更登记' },
  content: '经本村村民委员会研究，指定测试乙为测试丙的监护人。',
}
const LIST = '/books/certificate-list'

describe('certificates at a station (开具证明)', () => {
  test('CAT-15/a, CAT-15/b a type not on the list cannot be issued; every issue has a number', async () => {
    await moveTo('2026-11-25T01:00:00.000Z')
    expect(codeOf(await post(AGENT, '/certificates', certificate))).toBe('certificate-not-listed')
    // The county puts up its list; what the State has struck off cannot be on it.
    const draft = { title: '村（社区）出具证明事项清单', from: '2026-11-25', start: 'catalogue' }
    const { id } = bodyOf<{ id: string }>(
      await post('author.civil-affairs', `${LIST}/begin/draft`, { input: draft }),
    )
    const put = { name: '亲属关系证明', law: '《测试办法》第一条', states: '写明亲属关系' }
    const act = async (who: string, name: string, input: object) =>
      codeOf(await post(who, `${LIST}/entries/${id}/acts/${name}`, { input }))
    expect(await act('author.civil-affairs', 'put', put)).toBe('certificate-struck-off')
    expect(await act('author.civil-affairs', 'submit', {})).toBe('done')
    expect(await act('items.approval-bureau', 'approve', {})).toBe('done')
    const notice = { on: '2026-11-25', channel: 'village', documentNo: '博民字〔2026〕8号' }
    expect(await act('items.approval-bureau', 'announce', notice)).toBe('done')

    for (const type of ['亲属关系证明', '健在证明'])
      expect(codeOf(await post(AGENT, '/certificates', { ...certificate, type }))).toBe(
        'certificate-struck-off',
      )
    expect(codeOf(await post(AGENT, '/certificates', { ...certificate, type: '好人证明' }))).toBe(
      'certificate-not-listed',
    )
    expect(codeOf(await post('clerk.hall', '/certificates', certificate))).toBe('certificate-not-here')

    const key = { 'idempotency-key': newId() }
    const first = await post(AGENT, '/certificates', certificate, key)
    expect((await post(AGENT, '/certificates', certificate, key)).body).toEqual(first.body)
    const both = await Promise.all([1, 2].map(() => post(AGENT, '/certificates', certificate)))
    const elsewhere = await post('agent.heishan', '/certificates', certificate)
    const nos = [first, ...both, elsewhere].map((reply) => bodyOf<{ no: string }>(reply).no)
    // One series a place, without gaps: neither the refusals nor the double click took a number.
    expect(nos.toSorted()).toEqual([
      '证〔2026〕370304004207-0001',
      '证〔2026〕370304004207-0002',
      '证〔2026〕370304004207-0003',
      '证〔2026〕370304106026-0001',
    ])
    const register = bodyOf<{ items: { no: string; holder: string; basis: string }[] }>(
      await get(AGENT, '/certificates'),
    )
    expect(register.items).toHaveLength(3)
    expect(register.items[0]).toMatchObject({
      holder: '测*甲',
      basis: '《中华人民共和国民法典》第三十一条第一款',
    })
    expect(bodyOf<{ items: unknown[] }>(await get('supervisor', '/certificates')).items).toHaveLength(4)
    expect(String((await get('supervisor', '/certificates/export')).body)).toContain('370304106026-0001')
  })

  test('the paper says who, what, what for and by which law; a clerk of another place does not get it', async () => {
    const { items } = bodyOf<{ items: { id: string; no: string }[] }>(await get(AGENT, '/certificates'))
    const { id, no } = items[0]!
    const path = `/certificates/${id}/paper`
    const paper = await house.app.inject({
      method: 'GET',
      url: `/api/v1${path}`,
      headers: { cookie: (await as(AGENT)).cookie },
    })
    const text = (await pdfText(paper.rawPayload)).join('').replaceAll(/\s/g, '')
    for (const words of [no, '测试甲', HOLDER.idNumber, '指定测试乙为测试丙的监护人', '民法典', '秋谷'])
      expect(text).toContain(words)
    expect((await get('agent.heishan', path)).status).toBe(404)
    // Nothing of a person stands in the facts in the clear.
    const facts = await house.house.db.query<{ body: string }>(
      `SELECT body::text AS body FROM ledger.fact WHERE kind = 'certificate-issued'`,
    )
    expect(facts.some(({ body }) => body.includes(HOLDER.idNumber) || body.includes('测试丙'))).toBe(false)
  })
})
