import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { hash } from 'node:crypto'
import { isRefused, type Refusal } from '../refusal.ts'
import { mayCall, type CallBase } from './call.ts'
import type { Contract, ReplyOf, RouteContract, Shape } from './contract.ts'
import { problem, type Sentences } from './problem.ts'

export interface Call<R extends RouteContract> extends CallBase {
  params: Shape<R['params']>
  query: Shape<R['query']>
  body: Shape<R['body']>
  requestHash: string
}

export type Handlers<C extends Contract> = {
  [K in keyof C]: (call: Call<C[K]>) => Promise<ReplyOf<C[K]> | Refusal>
}

export interface Gate {
  /** Reads the session cookie; refuses a write without its CSRF token. */
  call(request: FastifyRequest): Promise<CallBase | Refusal>
  sentences: Sentences
  /** Puts on record that a list leaves the house: by whom, narrowed how, how long. Gives back the name of who took it. */
  taken(call: CallBase, list: TakenList): Promise<string>
}

export interface TakenList {
  list: string
  filter: Readonly<Record<string, unknown>>
  format: string
  lines: number
}

export const API = '/api/v1'

/** Binds a contract to its handlers: check who, check shape, one call, one answer. */
export function bind<const C extends Contract>(
  app: FastifyInstance,
  routes: C,
  handlers: Handlers<C>,
  gate: Gate,
): void {
  for (const [name, route] of Object.entries(routes)) {
    const handler = handlers[name as keyof C] as (call: Call<RouteContract>) => Promise<unknown>
    app.route({
      method: route.method,
      url: API + route.path,
      schema: {
        ...(route.params ? { params: route.params } : {}),
        ...(route.query ? { querystring: route.query } : {}),
        ...(route.body ? { body: route.body } : {}),
      },
      handler: (request, reply) => answer(route, handler, gate, request, reply),
    })
  }
}

async function answer(
  route: RouteContract,
  handler: (call: Call<RouteContract>) => Promise<unknown>,
  gate: Gate,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<unknown> {
  const base = await gate.call(request)
  if (isRefused(base)) return refuse(reply, base, gate.sentences)
  if (!mayCall(route.who, base.caller)) {
    const code = base.caller === undefined ? 'signed-out' : 'forbidden'
    return refuse(reply, { refused: true, code }, gate.sentences)
  }
  const result = await handler({
    ...base,
    params: request.params as never,
    query: request.query as never,
    body: request.body as never,
    requestHash: route.method === 'GET' ? '' : hashOf(request),
  })
  if (isRefused(result)) return refuse(reply, result, gate.sentences)
  return withEtag(route, request, reply, result)
}

/** A client that already holds this version is told so without the body. */
function withEtag(
  route: RouteContract,
  request: FastifyRequest,
  reply: FastifyReply,
  result: unknown,
): unknown {
  reply.header('cache-control', 'no-store')
  if (route.method !== 'GET' || typeof result !== 'object' || result === null) return result
  const version = 'version' in result ? result.version : undefined
  if (typeof version !== 'number') return result
  const etag = `W/"${version}"`
  reply.header('etag', etag)
  if (request.headers['if-none-match'] !== etag) return result
  return reply.code(304).send()
}

export function refuse(reply: FastifyReply, refused: Refusal, sentences: Sentences): FastifyReply {
  const body = problem(refused, sentences)
  return reply.code(body.status).type('application/problem+json').send(body)
}

function hashOf(request: FastifyRequest): string {
  return hash(
    'sha256',
    `${request.method} ${request.url}\n${JSON.stringify(request.body ?? null)}`,
    'base64url',
  )
}
