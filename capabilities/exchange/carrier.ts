import { createHmac } from 'node:crypto'
import { Value } from 'typebox/value'
import { Parcel, type Carrier } from './contract.ts'

export interface CarrierAddress {
  /** Without a slash at the end. */
  url: string
  /** Shared with the carrier; signs every question. */
  secret: string
}

/** A carrier that does not answer within this time is asked again by the task that asked. */
const ANSWER_MS = 10_000
/** A receipt is one picture. */
const RECEIPT_BYTES_MAX = 5 * 1024 * 1024

/** A carrier over HTTP. Whatever is not a proper answer is thrown, so that the task that asked comes again. */
export function httpCarrier({ url, secret }: CarrierAddress): Carrier {
  async function ask(method: 'GET' | 'POST', path: string, body?: object): Promise<Response> {
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
    if (!answer.ok) throw new Error(`the carrier answered ${answer.status} to ${method} ${path}`)
    return answer
  }

  async function parcel(answer: Response): Promise<Parcel> {
    const said: unknown = await answer.json()
    if (!Value.Check(Parcel, said)) throw new Error('the carrier said something that is no parcel')
    // Once recorded it stands for good, and a page could not say when it was.
    if (said.events.some(({ at }) => Number.isNaN(Date.parse(at))))
      throw new Error('the carrier named a moment that is none')
    return said
  }

  return {
    order: async (order) => parcel(await ask('POST', '/v1/orders', order)),
    track: async (order) => parcel(await ask('GET', `/v1/orders/${encodeURIComponent(order)}`)),
    async receipt({ order, signed }) {
      if (signed?.receipt === undefined) return undefined
      const answer = await ask('GET', `/v1/orders/${encodeURIComponent(order)}/receipt`)
      return { fileName: signed.receipt, bytes: bounded(answer) }
    },
  }
}

/** HMAC over what is asked, so that neither side takes orders from a stranger. */
export function signature(secret: string, method: string, path: string, body: string): string {
  return createHmac('sha256', secret).update(`${method}\n${path}\n${body}`).digest('hex')
}

async function* bounded(answer: Response): AsyncIterable<Uint8Array> {
  let size = 0
  for await (const chunk of answer.body ?? []) {
    size += chunk.byteLength
    if (size > RECEIPT_BYTES_MAX) throw new Error('the carrier sent a receipt that is too large')
    yield chunk
  }
}
