import Fastify, { type FastifyInstance } from 'fastify'
import { signature } from '#capabilities/exchange/index.ts'

export interface Delivered {
  channel: 'sms' | 'email'
  id: string
  to: string
  subject?: string
  text: string
}

export interface MessageGateway {
  app: FastifyInstance
  /** The address once it listens. */
  listen(port?: number): Promise<string>
  /** What really went out, each message once, in the order of its first arrival. */
  delivered(): readonly Delivered[]
  /** How often something was handed over, repetitions and failures included. */
  asked(): number
  /** Until told otherwise every question is answered with 503. */
  fail(failing: boolean): void
  /** The next message is taken, but the answer gets lost on the way: the sender has to ask again. */
  loseNextAnswer(): void
  /** A number or mailbox that does not exist. */
  refuse(to: string): void
  close(): Promise<void>
}

/** A gateway that sends nothing: it takes signed messages, knows each by its id, and remembers them in memory. */
export function messageGateway({ secret }: { secret: string }): MessageGateway {
  const taken = new Map<string, Delivered>()
  const refused = new Set<string>()
  let asked = 0
  let failing = false
  let losing = false
  const app = Fastify({ logger: false, forceCloseConnections: true })
  let raw = ''
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, body, done) => {
    raw = String(body)
    done(null, raw === '' ? {} : JSON.parse(raw))
  })
  app.addHook('preValidation', async ({ url, method, headers }, reply) => {
    if (!url.startsWith('/v1/')) return
    if (headers['x-signature'] !== signature(secret, method, url, raw))
      await reply.code(401).send({ error: 'unsigned' })
  })
  for (const channel of ['sms', 'email'] as const) {
    app.post<{ Body: Omit<Delivered, 'channel'> }>(`/v1/${channel}`, async ({ body }, reply) => {
      asked += 1
      if (failing) return reply.code(503).send({ error: 'out of order' })
      if (refused.has(body.to)) return reply.code(422).send({ error: 'undeliverable' })
      const key = `${channel} ${body.id}`
      if (!taken.has(key)) taken.set(key, { channel, ...body })
      if (losing) {
        losing = false
        reply.raw.destroy()
        return reply
      }
      return { taken: true }
    })
  }
  app.get('/simulator/messages', async () => [...taken.values()])
  app.post<{ Body: { failing: boolean } }>('/simulator/failing', async ({ body }) => {
    failing = body.failing
    return { failing }
  })
  return {
    app,
    delivered: () => [...taken.values()],
    asked: () => asked,
    fail: (now) => void (failing = now),
    loseNextAnswer: () => void (losing = true),
    refuse: (to) => void refused.add(to),
    listen: (port = 0) => app.listen({ host: '127.0.0.1', port }),
    close: () => app.close(),
  }
}
