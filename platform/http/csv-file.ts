import type { FastifyInstance, FastifyRequest } from 'fastify'
import { legalDay } from '../clock.ts'
import { isRefused, refuse as refused, type Refusal } from '../refusal.ts'
import { API, refuse, type Gate } from './bind.ts'
import { mayCall, type CallBase } from './call.ts'
import type { RouteContract, Shape } from './contract.ts'

type FileCall<R extends RouteContract> = CallBase & { query: Shape<R['query']>; params: Shape<R['params']> }

/** A list as a file for a spreadsheet, behind the same gate as every other route; `name` begins the file's name. */
export function serveCsv<R extends RouteContract>(
  app: FastifyInstance,
  gate: Gate,
  route: R,
  name: string,
  make: (call: FileCall<R>) => Promise<string | Refusal>,
): void {
  const schema = {
    ...(route.params ? { params: route.params } : {}),
    ...(route.query ? { querystring: route.query } : {}),
  }
  app.get(API + route.path, { schema }, async (request: FastifyRequest, reply) => {
    const call = await gate.call(request)
    if (isRefused(call)) return refuse(reply, call, gate.sentences)
    const { caller, now } = call as CallBase
    if (!mayCall(route.who, caller)) {
      return refuse(reply, refused(caller === undefined ? 'signed-out' : 'forbidden'), gate.sentences)
    }
    const { query, params } = request as never as Pick<FileCall<R>, 'query' | 'params'>
    const made = await make({ ...(call as CallBase), query, params })
    if (isRefused(made)) return refuse(reply, made, gate.sentences)
    return reply
      .headers({
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename="${name}-${legalDay(now)}.csv"`,
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
      })
      .send(made)
  })
}
