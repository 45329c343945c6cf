import fastify, { type FastifyError, type FastifyInstance } from 'fastify'
import cookie from '@fastify/cookie'
import multipart from '@fastify/multipart'
import { Ajv } from 'ajv'
import addFormats from 'ajv-formats'
import { isUnavailable } from '../db/unavailable.ts'
import type { Log } from '../log/log.ts'
import { acceptBodies, isText } from './bodies.ts'
import { compressAnswers } from './compression.ts'
import { faultyField, inputFault } from './input-fault.ts'
import { isLegalDay } from '../legal-day.ts'
import { problem, type Sentences } from './problem.ts'
import { isBrokenOff } from './whole-file.ts'

export interface HttpOptions {
  /** Nobody, this many proxies before us, or these addresses. */
  trustProxy: false | number | string[]
  /** Largest JSON or form body in bytes; files go through multipart with their own limit. */
  bodyLimit?: number
  fileLimit: number
  sentences: Sentences
  log: Pick<Log, 'fault'>
  /** Reached by HTTPS only: browsers are told to keep to it (等保: 传输保密). */
  https?: boolean
}

/** The HTTP server with what every answer needs: headers, cookies, forms, one place for faults. */
export async function createHttpServer(options: HttpOptions): Promise<FastifyInstance> {
  const app = fastify({
    trustProxy: trusted(options.trustProxy),
    bodyLimit: options.bodyLimit ?? 1_048_576,
    requestTimeout: 60_000,
    keepAliveTimeout: 65_000,
    // The shapes say how long a part may be and refuse it in words; nothing longer than Node's 16 KB of headers arrives.
    routerOptions: { maxParamLength: 16_384 },
    rewriteUrl: ({ url = '/' }) => (isReadable(url) ? url : unreadable(url)),
  })
  await app.register(cookie)
  const limits = { fileSize: options.fileLimit, files: 60, fields: 200, fieldSize: 20_000 }
  await app.register(multipart, { limits })
  compressAnswers(app)
  acceptBodies(app)
  validateExactly(app)
  refuseUnreadableAddresses(app)
  const headers = {
    ...SECURITY_HEADERS,
    ...(options.https ? { 'strict-transport-security': 'max-age=31536000' } : {}),
  }
  // First of all, so that a route that needs another value simply sets it.
  app.addHook('onRequest', (_request, reply, done) => {
    reply.headers(headers)
    done()
  })
  // An answer may come before the whole upload has arrived (a full disk, a file that is too large). What still comes is
  // thrown away: left unread, it would hold up the next request on this connection until its time is over.
  app.addHook('onResponse', ({ raw }, _reply, done) => {
    if (!raw.complete) raw.unpipe().resume()
    done()
  })
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const refused = expected(error)
    if (refused === undefined) {
      options.log.fault('fault', error, { method: request.method, route: request.routeOptions.url ?? '' })
    }
    const code = isUnavailable(error) ? 'database-unavailable' : 'fault'
    if (refused === undefined && code !== 'fault') reply.header('retry-after', RETRY_AFTER_SECONDS)
    const body = problem(refused ?? { refused: true, code }, options.sentences)
    return reply.code(body.status).type('application/problem+json').send(body)
  })
  return app
}

// An embedded database that died is back within about this time.
const RETRY_AFTER_SECONDS = 5

/** A path whose percent signs make no text would be answered by the router itself, in English and without our headers. */
function isReadable(url: string): boolean {
  if (!url.includes('%')) return true
  try {
    decodeURIComponent(url.split(/[?#;]/, 1)[0]!)
    return true
  } catch {
    return false
  }
}

/** An address under which there is nothing, in the same house: the interface answers as the interface, a page as a page. */
function unreadable(url: string): string {
  return url.startsWith('/api/') ? '/api/unreadable' : '/unreadable'
}

/** A count of proxies as a question about each hop, the nearest being number 0. */
function trusted(proxies: HttpOptions['trustProxy']) {
  return typeof proxies === 'number' ? (_address: string, hop: number) => hop < proxies : proxies
}

/** What the HTTP layer itself refuses: a wrong shape, a body that is too large, a broken JSON text. */
function expected(error: FastifyError) {
  if (error.validation !== undefined) {
    const problems = error.validation.slice(0, 10).map((line) => `${faultyField(line)}：${inputFault(line)}`)
    return { refused: true, code: 'input-invalid', facts: { problems } } as const
  }
  if (isBrokenOff(error)) return { refused: true, code: 'input-invalid' } as const
  if (error.statusCode === 413) return { refused: true, code: 'file-too-large' } as const
  if (error.statusCode !== undefined && error.statusCode < 500)
    return { refused: true, code: 'input-invalid' } as const
  return undefined
}

/** A query is all text, so numbers are read out of it and a single value becomes a list; a JSON body says what it means. */
function validateExactly(app: FastifyInstance): void {
  const exact = new Ajv({ allErrors: true })
  // `1e309` becomes infinity, which strict numbers would let past every maximum.
  const lenient = new Ajv({ allErrors: true, coerceTypes: 'array', strictNumbers: false })
  for (const ajv of [exact, lenient]) {
    addFormats.default(ajv)
    ajv.addFormat('date', isLegalDay)
  }
  app.setValidatorCompiler(({ schema, httpPart }) =>
    (httpPart === 'body' ? exact : lenient).compile(schema as object),
  )
}

function refuseUnreadableAddresses(app: FastifyInstance): void {
  app.addHook('preValidation', (request, _reply, done) => {
    // Where nothing is, nothing is read; a page says so as a page.
    if (request.is404) return done()
    const parts = [...Object.values(request.params ?? {}), ...Object.values(request.query ?? {})].flat()
    if (parts.every((part) => typeof part !== 'string' || isText(part))) return done()
    done(Object.assign(new Error('the address holds what no page of ours sends'), { statusCode: 400 }))
  })
}

const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy':
    "default-src 'self'; img-src 'self' data: blob:; style-src 'self' 'unsafe-inline'; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  // Whatever does not say otherwise is somebody's own page or an answer that may be about them.
  'cache-control': 'no-store',
  'permissions-policy': 'geolocation=(), microphone=(), payment=()',
}
