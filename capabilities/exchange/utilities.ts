import { Type as T, type Static } from 'typebox'
import { Value } from 'typebox/value'
import { signature } from './carrier.ts'
import type { CarrierAddress } from './carrier.ts'

/** 水、电、气、暖: the four that stations take payments for (LC-3.4-09). */
export const UTILITIES = ['water', 'electricity', 'gas', 'heating'] as const
export type Utility = (typeof UTILITIES)[number]

/** What somebody owes; the household is named as far as its own supplier shows it. */
export const UtilityBill = T.Object({
  bill: T.String({ pattern: '^[A-Za-z0-9-]{4,40}$' }),
  utility: T.Enum([...UTILITIES]),
  accountMasked: T.String({ minLength: 1, maxLength: 40 }),
  holderMasked: T.String({ minLength: 1, maxLength: 40 }),
  period: T.String({ maxLength: 40 }),
  amountFen: T.Integer({ minimum: 1, maximum: 100_000_000 }),
})
export type UtilityBill = Static<typeof UtilityBill>

/** What became of a payment: taken with the supplier's own number, or refused for a reason. */
export const UtilityPayment = T.Union([
  T.Object({ taken: T.Literal(true), supplierNo: T.String({ minLength: 1, maxLength: 60 }), at: T.String() }),
  T.Object({ taken: T.Literal(false), reason: T.String({ minLength: 1, maxLength: 200 }) }),
])
export type UtilityPayment = Static<typeof UtilityPayment>

/** One line of the supplier's account of a day. */
export const StatementLine = T.Object({
  order: T.String({ maxLength: 60 }),
  supplierNo: T.String({ maxLength: 60 }),
  amountFen: T.Integer({ minimum: 0 }),
})
export type StatementLine = Static<typeof StatementLine>

/** The suppliers as a station needs them. `order` is ours and says the same payment however often it is sent. */
export interface UtilityGateway {
  /** What is owed under an account number; nothing when it owes nothing or does not exist. */
  owed(utility: Utility, account: string): Promise<UtilityBill | undefined>
  bill(bill: string): Promise<UtilityBill | undefined>
  pay(payment: { order: string; bill: string; amountFen: number }): Promise<UtilityPayment>
  statement(utility: Utility, day: string): Promise<StatementLine[]>
}

const ANSWER_MS = 10_000

/** Suppliers over HTTP. Whatever is not a proper answer is thrown, so that the task that asked comes again. */
export function httpUtilities({ url, secret }: CarrierAddress): UtilityGateway {
  async function ask(method: 'GET' | 'POST', path: string, body?: object): Promise<unknown> {
    const text = body === undefined ? '' : JSON.stringify(body)
    const answer = await fetch(`${url}${path}`, {
      method,
      headers: {
        'content-type': 'application/json',
        'x-signature': signature(secret, method, path, text),
      },
      redirect: 'error',
      signal: AbortSignal.timeout(ANSWER_MS),
      ...(body === undefined ? {} : { body: text }),
    })
    if (answer.status === 404) return undefined
    if (!answer.ok) throw new Error(`the utility gateway answered ${answer.status} to ${method} ${path}`)
    return answer.json()
  }
  async function billFrom(said: Promise<unknown>): Promise<UtilityBill | undefined> {
    const answer = await said
    if (answer === undefined) return undefined
    if (!Value.Check(UtilityBill, answer))
      throw new Error('the utility gateway said something that is no bill')
    return answer
  }
  return {
    // The account number travels in the body: addresses end up in logs.
    owed: (utility, account) => billFrom(ask('POST', '/v1/owed', { utility, account })),
    bill: (bill) => billFrom(ask('GET', `/v1/bills/${encodeURIComponent(bill)}`)),
    async pay(payment) {
      const answer = await ask('POST', '/v1/payments', payment)
      if (!Value.Check(UtilityPayment, answer))
        throw new Error('the utility gateway said something that is no answer to a payment')
      return answer
    },
    async statement(utility, day) {
      const answer = await ask('GET', `/v1/statements/${utility}/${day}`)
      if (!Value.Check(T.Array(StatementLine, { maxItems: 100_000 }), answer))
        throw new Error('the utility gateway said something that is no statement')
      return answer
    },
  }
}
