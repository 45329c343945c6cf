import multipart from '@fastify/multipart'
import fastify, { type FastifyReply, type FastifyRequest } from 'fastify'
import fs from 'node:fs'
import path from 'node:path'
import type { Problem } from '#platform/http/problem.ts'
import { serveWorkbench } from '../workbench.ts'
import { detail, facts, summary, worklist } from './canned-case.ts'
import { guideReplies } from './canned-guides.ts'
import {
  accounts,
  audit,
  demoAccounts,
  officeNotices,
  item,
  items,
  places,
  posts,
  regions,
  session,
} from './canned-office.ts'

export type Canned = Readonly<Record<string, unknown>>

export interface CannedServer {
  url: string
  /** Replies that take the place of the usual ones, by `GET /cases`; a function is asked, a problem refuses. */
  replies: Record<string, unknown>
  /** Writes as they came in. */
  received: { call: string; body: unknown; requestId: string | undefined; csrf: string | undefined }[]
  close(): Promise<void>
}

const DIST = path.join(import.meta.dirname, '../dist')
const CONTENT_SECURITY =
  "default-src 'self'; img-src 'self' data: blob:; style-src 'self' 'unsafe-inline'; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'"

/** The built workbench before a server that answers from a table; the real server's content policy applies. */
export async function cannedServer(port = 0): Promise<CannedServer> {
  if (!fs.existsSync(path.join(DIST, 'index.html')))
    throw new Error('build the workbench first: npm run build:staff')
  const app = fastify()
  const canned: CannedServer = { url: '', replies: {}, received: [], close: () => app.close() }
  await app.register(multipart)
  app.addHook(
    'onSend',
    async (_request, reply) => void reply.header('content-security-policy', CONTENT_SECURITY),
  )
  app.get('/canned/paper.png', (_request, reply) => reply.type('image/png').send(PAPER))
  serveWorkbench(app)
  app.all('/api/v1/*', (request, reply) => answer(canned, request, reply))
  canned.url = await app.listen({ port, host: '127.0.0.1' })
  return canned
}

async function answer(canned: CannedServer, request: FastifyRequest, reply: FastifyReply) {
  const call = `${request.method} ${request.url.replace('/api/v1', '').replace(/\?.*/, '')}`
  if (request.method !== 'GET' && !ASKING.has(call)) {
    canned.received.push({
      call,
      body: request.body,
      requestId: request.headers['idempotency-key'] as string | undefined,
      csrf: request.headers['x-csrf-token'] as string | undefined,
    })
  }
  const wanted = canned.replies[call] ?? USUAL[call]
  const body: unknown = typeof wanted === 'function' ? await wanted(request, reply) : wanted
  if (reply.sent) return reply
  if (body === undefined) return reply.code(404).send(refused('not-found', '没有找到您要的内容。', 404))
  if (isProblem(body)) return reply.code(body.status).type('application/problem+json').send(body)
  return reply.send(body)
}

export function refused(code: string, detail: string, status = 409, basis?: string): Problem {
  return {
    type: 'about:blank',
    title: '未能办理',
    status,
    code,
    detail,
    ...(basis === undefined ? {} : { basis }),
  }
}

function isProblem(body: unknown): body is Problem {
  return typeof body === 'object' && body !== null && 'type' in body && body.type === 'about:blank'
}

/** They ask and write nothing. */
const ASKING: ReadonlySet<string> = new Set(['POST /applicants/name-check'])

const USUAL: Canned = {
  'GET /session': session('window-clerk'),
  'POST /session': session('window-clerk'),
  'DELETE /session': { done: true },
  'PUT /session/post': session('reviewer'),
  'GET /demo/accounts': demoAccounts,
  'GET /regions': regions,
  'GET /places': places,
  'GET /items': { items },
  'GET /items/elderly-allowance': item,
  'GET /cases': { items: worklist, nextCursor: 'more' },
  'GET /cases/counts': {
    ...{ mine: 4, soon: 1, late: 1, open: 23, approvals: 0, licences: 0, next: 2, unread: 2 },
  },
  'GET /saved-lists': { lists: [], columns: {} },
  'GET /notices': officeNotices,
  'POST /notices/read': { done: true },
  'POST /applicants/name-check': { differs: false },
  'POST /cases': { no: summary.no, version: 1 },
  [`GET /cases/${summary.no}`]: detail,
  [`GET /cases/${summary.no}/facts`]: facts,
  ...guideReplies,
  'GET /accounts': accounts,
  'GET /posts': posts,
  'GET /audit': audit,
}

const PAPER = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8Dwn4EIwDiqEAQAGnkDAfF6x2kAAAAASUVORK5CYII=',
  'base64',
)
