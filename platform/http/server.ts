import fastify, { type FastifyError, type FastifyInstance } from 'fastify'
import cookie from '@fastify/cookie'
import multipart from '@fastify/multipart'
import type { Log } from '../log/log.ts'
import { problem, type Sentences } from './problem.ts'

export interface HttpOptions {
  /** Nobody, this many proxies before us, or these addresses. */
  trustProxy: false | number | string[]
  /** Largest JSON or form body in bytes; files go through multipart with their own limit. */
  bodyLimit?: number
  fileLimit: number
  sentences: Sentences
  log: Pick<Log, 'fault'>
}

/** The HTTP server with what every answer needs: headers, cookies, forms, one place for faults. */
export async function createHttpServer(options: HttpOptions): Promise<FastifyInstance> {
  const app = fastify({
    trustProxy: trusted(options.trustProxy),
    bodyLimit: options.bodyLimit ?? 1_048_576,
    // One value of a repeated query key becomes a list where a list is declared.
    ajv: { customOptions: { removeAdditional: false, allErrors: true, coerceTypes: 'array' } },
    requestTimeout: 60_000,
    keepAliveTimeout: 65_000,
  })
  await app.register(cookie)
  const limits = { fileSize: options.fileLimit, files: 60, fields: 200, fieldSize: 20_000 }
  await app.register(multipart, { limits })
  acceptForms(app)
  app.addHook('onSend', async (_request, reply) => {
    for (const [name, value] of Object.entries(SECURITY_HEADERS)) {
      if (!reply.hasHeader(name)) reply.header(name, value)
    }
  })
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const refused = expected(error)
    if (refused === undefined) {
      options.log.fault('fault', error, { method: request.method, route: request.routeOptions.url ?? '' })
    }
    const body = problem(refused ?? { refused: true, code: 'fault' }, options.sentences)
    return reply.code(body.status).type('application/problem+json').send(body)
  })
  return app
}

/** A count of proxies as a question about each hop, the nearest being number 0. */
function trusted(proxies: HttpOptions['trustProxy']) {
  return typeof proxies === 'number' ? (_address: string, hop: number) => hop < proxies : proxies
}

/** What the HTTP layer itself refuses: a wrong shape, a body that is too large, a broken JSON text. */
function expected(error: FastifyError) {
  if (error.validation !== undefined) {
    const problems = error.validation.slice(0, 10).map((line) => `${line.instancePath || '内容'}：${line.message ?? ''}`)
    return { refused: true, code: 'input-invalid', facts: { problems } } as const
  }
  if (error.statusCode === 413) return { refused: true, code: 'file-too-large' } as const
  if (error.statusCode !== undefined && error.statusCode < 500) return { refused: true, code: 'input-invalid' } as const
  return undefined
}

/** HTML forms: `a=1&a=2` becomes a list, everything else one text. */
function acceptForms(app: FastifyInstance): void {
  app.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_request, body, done) => {
    const values: Record<string, string | string[]> = Object.create(null)
    for (const [name, value] of new URLSearchParams(String(body))) {
      const before = values[name]
      values[name] = before === undefined ? value : Array.isArray(before) ? [...before, value] : [before, value]
    }
    done(null, values)
  })
}

const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy':
    "default-src 'self'; img-src 'self' data: blob:; style-src 'self' 'unsafe-inline'; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': 'geolocation=(), microphone=(), payment=()',
}
