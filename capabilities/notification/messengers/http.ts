import { signature } from '#capabilities/exchange/index.ts'
import type { Channel, Messenger } from '../contract.ts'

export interface GatewayAddress {
  /** Without a slash at the end. */
  url: string
  /** Shared with the gateway; signs what we hand over. */
  secret: string
}

const ANSWER_MS = 10_000
/** The gateway understood and will never deliver it: no such number, no such mailbox. */
const UNDELIVERABLE = 422

/**
 * A gateway over HTTP: `POST <url>/v1/<channel>` with `{ id, to, subject?, text }`, signed. The gateway knows a message by its
 * id and sends it once, so whatever is no answer is thrown and asked again.
 */
export function httpMessenger(channel: Channel, { url, secret }: GatewayAddress): Messenger {
  const path = `/v1/${channel}`
  return {
    channel,
    async send({ id, to, subject, text }) {
      const body = JSON.stringify({ id, to, ...(subject === undefined ? {} : { subject }), text })
      const answer = await fetch(`${url}${path}`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'x-signature': signature(secret, 'POST', path, body),
        },
        redirect: 'error',
        signal: AbortSignal.timeout(ANSWER_MS),
        body,
      })
      await answer.body?.cancel()
      if (answer.status === UNDELIVERABLE) return 'refused'
      if (!answer.ok) throw new Error(`the ${channel} gateway answered ${answer.status}`)
      return 'sent'
    },
  }
}
