import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { screenEventRoutes, screenRoutes } from '#capabilities/case/index.ts'
import { API, bind, refuse as answerRefusal } from '#platform/http/bind.ts'
import { isRefused, refuse } from '#platform/refusal.ts'
import type { ServerGate } from './gate.ts'
import type { Screens } from './screens.ts'

const HEARTBEAT_MS = 15_000
/** What a browser waits before it comes back by itself. */
const RETRY_MS = 3000
/** A whole county's centres may reach us through one address of the government network. */
const PER_ADDRESS = 64
const TOGETHER = 2000
/** A screen that takes nothing any more is let go before it fills our memory. */
const UNREAD_BYTES_MAX = 64 * 1024

/** The picture of a place and the events that say when to look again: public, masked, without a session. */
export function mountScreenApi(app: FastifyInstance, screens: Screens, gate: ServerGate): void {
  const screen = async (place: string) => (await screens.picture(place)) ?? refuse('not-found')
  bind(app, screenRoutes, { screen: ({ params }) => screen(params.place) }, gate)
  eventRoute(app, screens, gate)
}

function eventRoute(app: FastifyInstance, screens: Screens, gate: ServerGate): void {
  const { events } = screenEventRoutes
  const open = new Map<string, number>()
  const streams = new Set<EventStream>()
  // A stream never ends by itself; a server that waited for it would never stop.
  app.addHook('preClose', async () => {
    for (const stream of streams) stream.end()
  })
  app.route<{ Params: { place: string }; Querystring: { seen?: number } }>({
    method: 'GET',
    url: API + events.path,
    schema: { params: events.params, querystring: events.query },
    async handler(request, reply) {
      const { place } = request.params
      const call = await gate.call(request)
      if (isRefused(call)) return answerRefusal(reply, call, gate.sentences)
      const picture = await screens.picture(place)
      if (picture === undefined) return answerRefusal(reply, refuse('not-found'), gate.sentences)
      // Whoever left while we looked is not heard leaving any more and would be counted for ever.
      if (reply.raw.destroyed) return reply.hijack()
      const { version } = picture
      const already = open.get(call.ip) ?? 0
      if (already >= PER_ADDRESS || streams.size >= TOGETHER)
        return answerRefusal(reply.header('retry-after', '60'), refuse('too-many-attempts'), gate.sentences)
      const stream = openStream(request, reply, place)
      open.set(call.ip, already + 1)
      streams.add(stream)
      const leave = screens.watch(place, version, (moved) => stream.moved(moved))
      stream.onEnd(() => {
        leave()
        streams.delete(stream)
        const left = (open.get(call.ip) ?? 1) - 1
        if (left === 0) open.delete(call.ip)
        else open.set(call.ip, left)
      })
      const seen = seenBy(request)
      if (seen === undefined || seen === version) stream.moved(version)
      else stream.lookAgain(version)
      return reply
    },
  })
}

/** What the screen last held: told by the browser that comes back by itself, else by our script in the address. */
function seenBy(request: FastifyRequest<{ Querystring: { seen?: number } }>): number | undefined {
  const last = [request.headers['last-event-id']].flat()[0]
  if (last !== undefined && /^\d{1,16}$/.test(last)) return Number(last)
  return request.query.seen
}

interface EventStream {
  moved(version: number): void
  /** Something was missed since the version the screen named. */
  lookAgain(version: number): void
  end(): void
  onEnd(heard: () => void): void
}

function openStream(request: FastifyRequest, reply: FastifyReply, place: string): EventStream {
  reply.hijack()
  const { raw } = reply
  raw.writeHead(200, {
    ...(reply.getHeaders() as Record<string, string>),
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store, no-transform',
    // nginx would keep events until its buffer is full.
    'x-accel-buffering': 'no',
  })
  request.raw.socket.setKeepAlive(true, HEARTBEAT_MS)
  const send = (text: string) => {
    if (raw.destroyed || raw.writableEnded) return
    if (raw.writableLength > UNREAD_BYTES_MAX) raw.destroy()
    else raw.write(text)
  }
  const beating = setInterval(() => send(': here\n\n'), HEARTBEAT_MS)
  const frame = (event: string, version: number) =>
    send(
      `id: ${version}\nevent: ${event}\ndata: ${JSON.stringify({ stream: `screen:${place}`, version })}\n\n`,
    )
  send(`retry: ${RETRY_MS}\n\n`)
  return {
    moved: (version) => frame('moved', version),
    lookAgain: (version) => frame('look-again', version),
    end: () => raw.end(),
    onEnd: (heard) =>
      raw.once('close', () => {
        clearInterval(beating)
        heard()
      }),
  }
}
