import { createHash } from 'node:crypto'
import QRCode from 'qrcode'
import Fastify, { type FastifyInstance } from 'fastify'
import { signature } from '#capabilities/exchange/index.ts'
import type { ParcelOrder } from '#capabilities/exchange/index.ts'
import type { Clock } from '#platform/clock.ts'
import { parcelAt, type Travelling } from './parcel.ts'

export interface CarrierSimulator {
  app: FastifyInstance
  /** The address once it listens. */
  listen(port?: number): Promise<string>
  move(order: string, to: Omit<Travelling['moves'][number], 'at'>): void
  parcels(): readonly Travelling[]
  close(): Promise<void>
}

/** A carrier that carries nothing: it answers like one, remembers in memory, and believes the clock it is given. */
export function carrierSimulator({
  clock,
  secret,
  hourMs,
}: {
  clock: Clock
  secret: string
  /** How long an hour on the road takes; a demo makes it short. */
  hourMs?: number
}): CarrierSimulator {
  const travelling = new Map<string, Travelling>()
  const app = Fastify({ logger: false, forceCloseConnections: true })
  let raw = ''
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, body, done) => {
    raw = String(body)
    done(null, raw === '' ? {} : JSON.parse(raw))
  })
  app.addHook('preValidation', async (request, reply) => {
    if (!request.url.startsWith('/v1/')) return
    const body = request.method === 'POST' ? raw : ''
    const expected = signature(secret, request.method, request.url, body)
    if (request.headers['x-signature'] !== expected) await reply.code(401).send({ error: 'unsigned' })
  })

  app.post<{ Body: ParcelOrder }>('/v1/orders', async ({ body }) => {
    const known = travelling.get(body.order)
    const taken = known ?? {
      order: body,
      waybill: `EM${createHash('sha256').update(body.order).digest('hex').slice(0, 11).toUpperCase()}`,
      orderedAt: clock.now(),
      moves: [],
    }
    travelling.set(body.order, taken)
    return parcelAt(taken, clock.now(), hourMs)
  })
  app.get<{ Params: { order: string } }>('/v1/orders/:order', async ({ params }, reply) => {
    const known = travelling.get(params.order)
    return known ? parcelAt(known, clock.now(), hourMs) : reply.code(404).send({ error: 'unknown order' })
  })
  app.get<{ Params: { order: string } }>('/v1/orders/:order/receipt', async ({ params }, reply) => {
    const known = travelling.get(params.order)
    if (known === undefined) return reply.code(404).send({ error: 'unknown order' })
    const { waybill, signed } = parcelAt(known, clock.now(), hourMs)
    // A real carrier sends a photograph of the slip; ours a picture that says what it stands for.
    const picture = await QRCode.toBuffer(`模拟回执 ${waybill} ${signed?.by ?? ''} ${signed?.on ?? ''}`)
    return reply.type('image/png').send(picture)
  })
  app.get('/simulator/parcels', async () => [...travelling.values()])
  app.post<{ Params: { order: string }; Body: Omit<Travelling['moves'][number], 'at'> }>(
    '/simulator/parcels/:order',
    async ({ params, body }) => {
      move(params.order, body)
      return { moved: true }
    },
  )

  function move(order: string, to: Omit<Travelling['moves'][number], 'at'>): void {
    const known = travelling.get(order)
    if (known === undefined) throw new Error(`no parcel with the order ${order}`)
    travelling.set(order, { ...known, moves: [...known.moves, { ...to, at: clock.now() }] })
  }

  return {
    app,
    move,
    parcels: () => [...travelling.values()],
    listen: (port = 0) => app.listen({ host: '127.0.0.1', port }),
    close: () => app.close(),
  }
}
