import { createHash } from 'node:crypto'
import Fastify, { type FastifyInstance } from 'fastify'
import {
  signature,
  type StatementLine,
  type Utility,
  type UtilityBill,
} from '#capabilities/exchange/index.ts'
import { legalDay, type Clock } from '#platform/clock.ts'

export interface UtilitiesSimulator {
  app: FastifyInstance
  /** The address once it listens. */
  listen(port?: number): Promise<string>
  /** What was really taken, each order once. */
  taken(): readonly Taken[]
  /** How often a payment was asked for, repetitions and failures included. */
  asked(): number
  fail(failing: boolean): void
  /** The next payment is taken, but its answer gets lost on the way. */
  loseNextAnswer(): void
  /** What a supplier says of a day is changed before it leaves. */
  alterStatement(alter: ((lines: StatementLine[]) => StatementLine[]) | undefined): void
  close(): Promise<void>
}

interface Taken extends StatementLine {
  bill: string
  utility: Utility
  on: string
  at: string
}

const digest = (text: string): string => createHash('sha256').update(text).digest('hex')

/** Suppliers that supply nothing: they know what every account owes, take payments once, and render their account of a day. */
export function utilitiesSimulator({ clock, secret }: { clock: Clock; secret: string }): UtilitiesSimulator {
  const bills = new Map<string, UtilityBill>()
  const taken = new Map<string, Taken>()
  let asked = 0
  let failing = false
  let losing = false
  let alter: ((lines: StatementLine[]) => StatementLine[]) | undefined
  const app = Fastify({ logger: false, forceCloseConnections: true })
  let raw = ''
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, body, done) => {
    raw = String(body)
    done(null, raw === '' ? {} : JSON.parse(raw))
  })
  app.addHook('preValidation', async ({ url, method, headers }, reply) => {
    if (headers['x-signature'] !== signature(secret, method, url, method === 'POST' ? raw : ''))
      return reply.code(401).send({ error: 'unsigned' })
    return failing ? reply.code(503).send({ error: 'out of order' }) : undefined
  })

  app.post<{ Body: { utility: Utility; account: string } }>('/v1/owed', async ({ body }, reply) => {
    const { utility, account } = body
    const bill = owedBy(utility, account, legalDay(clock.now()).slice(0, 7))
    const paid = bill && [...taken.values()].some((payment) => payment.bill === bill.bill)
    if (bill === undefined || paid) return reply.code(404).send({ error: 'nothing owed' })
    bills.set(bill.bill, bill)
    return bill
  })
  app.get<{ Params: { bill: string } }>(
    '/v1/bills/:bill',
    async ({ params }, reply) => bills.get(params.bill) ?? reply.code(404).send({ error: 'unknown bill' }),
  )
  app.post<{ Body: { order: string; bill: string; amountFen: number } }>(
    '/v1/payments',
    async ({ body }, reply) => {
      asked += 1
      const answer = pay(body)
      if (losing) {
        losing = false
        reply.raw.destroy()
        return reply
      }
      return answer
    },
  )
  app.get<{ Params: { utility: Utility; day: string } }>(
    '/v1/statements/:utility/:day',
    async ({ params }) => {
      const lines = [...taken.values()]
        .filter(({ utility, on }) => utility === params.utility && on === params.day)
        .map(({ order, supplierNo, amountFen }) => ({ order, supplierNo, amountFen }))
      return alter ? alter(lines) : lines
    },
  )

  function pay({ order, bill: id, amountFen }: { order: string; bill: string; amountFen: number }) {
    const before = taken.get(order)
    if (before) return { taken: true, supplierNo: before.supplierNo, at: before.at }
    const bill = bills.get(id)
    if (bill === undefined) return { taken: false, reason: '没有这张账单' }
    if (bill.amountFen !== amountFen) return { taken: false, reason: '金额与账单不符' }
    if ([...taken.values()].some((payment) => payment.bill === id))
      return { taken: false, reason: '账单已经缴清' }
    const supplierNo = `${bill.utility.slice(0, 1).toUpperCase()}${digest(order).slice(0, 12).toUpperCase()}`
    const at = clock.now()
    taken.set(order, { order, supplierNo, amountFen, bill: id, utility: bill.utility, on: legalDay(at), at })
    return { taken: true, supplierNo, at }
  }

  return {
    app,
    taken: () => [...taken.values()],
    asked: () => asked,
    fail: (now) => void (failing = now),
    loseNextAnswer: () => void (losing = true),
    alterStatement: (how) => void (alter = how),
    listen: (port = 0) => app.listen({ host: '127.0.0.1', port }),
    close: () => app.close(),
  }
}

/** Every account owes something each month, always the same. */
function owedBy(utility: Utility, account: string, month: string): UtilityBill | undefined {
  if (!/^\d{8,12}$/.test(account) || account.endsWith('0000')) return undefined
  const mark = digest(`${utility} ${account} ${month}`)
  return {
    bill: `${utility.slice(0, 1).toUpperCase()}${mark.slice(0, 12)}`,
    utility,
    accountMasked: `${account.slice(0, 2)}****${account.slice(-2)}`,
    holderMasked: '测*',
    period: month,
    amountFen: 1000 + (Number.parseInt(mark.slice(12, 17), 16) % 20_000),
  }
}
