import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'

/**
 * Pages, styles, scripts and JSON go out as brotli or gzip where the browser takes it: on 400 kbit/s the guide of a licence comes in a
 * quarter of a second instead of 1.2 s. Files and streams stay as they are; a PDF or a photo is compressed already.
 */
export function compressAnswers(app: FastifyInstance): void {
  const kept = keptForever()
  // With a callback, because most answers pass unchanged, and a promise for each of them would be felt.
  app.addHook('onSend', (request, reply, payload, done) => {
    if (!isText(payload) || !mayBeCompressed(reply)) return done(null, payload)
    alsoVaries(reply)
    const coding = codingFor(request)
    if (coding === undefined) return done(null, payload)
    const forever = String(reply.getHeader('cache-control') ?? '').includes('immutable')
    const small = forever
      ? kept(`${coding} ${request.url.replace(/\?.*$/s, '')}`, () => compress(payload, coding, BEST))
      : compress(payload, coding, QUICK)
    small.then((compressed) => {
      reply.header('content-encoding', coding).removeHeader('content-length')
      done(null, compressed)
    }, done)
  })
}

type Coding = 'br' | 'gzip'
type Text = string | Buffer

/** Below this a compressed answer fills the same packet. */
const WORTH_BYTES = 1024
/** Half a millisecond for 30 kB of page, outside the event loop; the best quality takes forty times as long for a fifth less. */
const QUICK = { br: 4, gzip: 5 }
const BEST = { br: 11, gzip: 9 }
const TEXTS = /^(?:text\/|image\/svg|application\/(?:[\w.-]+\+)?(?:json|xml|javascript))/

const isText = (payload: unknown): payload is Text =>
  (typeof payload === 'string' || Buffer.isBuffer(payload)) && payload.length >= WORTH_BYTES

function mayBeCompressed(reply: FastifyReply): boolean {
  const type = String(reply.getHeader('content-type') ?? '')
  // A stream of events must arrive as it happens.
  return TEXTS.test(type) && !type.startsWith('text/event-stream') && !reply.hasHeader('content-encoding')
}

/**
 * The length of a compressed answer can tell what is in it to whoever makes a browser ask for it again and again with guesses in the
 * address (BREACH). So a page with a cookie that another site had opened goes out uncompressed. Browsers too old to say who asked are
 * guarded by the form token, which reads differently on every page, and by cookies that follow no request of another site but a click.
 */
function codingFor({ headers }: FastifyRequest): Coding | undefined {
  const fromElsewhere = ['cross-site', 'same-site'].includes(String(headers['sec-fetch-site'] ?? ''))
  if (fromElsewhere && headers.cookie !== undefined) return undefined
  const taken = [headers['accept-encoding'] ?? []].flat().join(',').toLowerCase()
  return (['br', 'gzip'] as const).find((coding) =>
    new RegExp(`\\b${coding}\\b(?!\\s*;\\s*q=0(?:\\.0*)?\\s*(?:,|$))`).test(taken),
  )
}

function alsoVaries(reply: FastifyReply): void {
  const before = String(reply.getHeader('vary') ?? '')
  if (!before.includes('accept-encoding'))
    reply.header('vary', before === '' ? 'accept-encoding' : `${before}, accept-encoding`)
}

const brotli = promisify(brotliCompress)
const zip = promisify(gzip)

function compress(text: Text, coding: Coding, quality: Readonly<Record<Coding, number>>): Promise<Buffer> {
  if (coding === 'gzip') return zip(text, { level: quality.gzip })
  return brotli(text, { params: { [constants.BROTLI_PARAM_QUALITY]: quality.br } })
}

/** What is named by its content is compressed once; the query of an address is no part of a name. */
function keptForever() {
  const kept = new Map<string, Promise<Buffer>>()
  return (name: string, make: () => Promise<Buffer>): Promise<Buffer> => {
    const known = kept.get(name)
    if (known !== undefined) return known
    const made = make()
    kept.set(name, made)
    made.catch(() => kept.delete(name))
    return made
  }
}
