import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { StaffActor } from '#engine/actor.ts'
import { isRefusal, type Refusal } from '#engine/refusal.ts'
import { legalDay, type Instant } from '#engine/day.ts'
import { API, bind, refuse as answerRefusal, type Gate } from '#platform/http/bind.ts'
import { mayCall, type CallBase, type Caller } from '#platform/http/call.ts'
import type { RouteContract } from '#platform/http/contract.ts'
import { supervisionFiles, supervisionRoutes } from './contract/routes.ts'
import type { Supervision } from './index.ts'
import type { Asking } from './service/means.ts'

/** Indicators, their cases, alerts and attempts; the same lists as files. */
export function supervisionHttp(app: FastifyInstance, supervision: Supervision, gate: Gate): void {
  bind(
    app,
    supervisionRoutes,
    {
      indicators: (call) => supervision.indicators(asking(call), call.query),
      indicatorCases: (call) => supervision.cases(asking(call), call.params.id, call.query),
      alerts: (call) => supervision.alerts(asking(call), call.query),
      attempts: (call) => supervision.attempts(asking(call), call.query),
    },
    gate,
  )
  const { indicatorsFile, indicatorCasesFile, alertsFile, attemptsFile } = supervisionFiles
  const { files } = supervision
  serveFile(app, gate, indicatorsFile, 'zhibiao', (who, { query }) => files.indicators(who, query))
  serveFile(app, gate, indicatorCasesFile, 'banjian', (who, { query, params }) =>
    files.cases(who, params.id, query),
  )
  serveFile(app, gate, alertsFile, 'yujing', (who, { query }) => files.alerts(who, query))
  serveFile(app, gate, attemptsFile, 'yuequan', (who, { query }) => files.attempts(who, query))
}

interface FileRequest {
  query: Record<string, never>
  params: { id: string }
}

function serveFile(
  app: FastifyInstance,
  gate: Gate,
  route: RouteContract,
  name: string,
  make: (who: Asking, request: FileRequest) => Promise<string | Refusal>,
): void {
  const schema = {
    ...(route.params ? { params: route.params } : {}),
    ...(route.query ? { querystring: route.query } : {}),
  }
  app.get(API + route.path, { schema }, async (request, reply) => {
    const call = await gate.call(request)
    if (isRefusal(call)) return answerRefusal(reply, call, gate.sentences)
    const { caller, now } = call as CallBase
    if (!mayCall(route.who, caller)) {
      const code = caller === undefined ? 'signed-out' : 'forbidden'
      return answerRefusal(reply, { refused: true, code }, gate.sentences)
    }
    const made = await make({ actor: staffOf(caller), now }, request as FastifyRequest & FileRequest)
    return isRefusal(made) ? answerRefusal(reply, made, gate.sentences) : sent(reply, name, now, made)
  })
}

function sent(reply: FastifyReply, name: string, now: Instant, text: string): FastifyReply {
  return reply
    .headers({
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${name}-${legalDay(now)}.csv"`,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    })
    .send(text)
}

function asking({ caller, now }: CallBase): Asking {
  return { actor: staffOf(caller), now }
}

/** Every route here names roles of staff, so nobody else passes the gate. */
function staffOf(caller: Caller | undefined): StaffActor {
  if (caller?.kind !== 'staff') throw new Error('supervision was reached by somebody without a post')
  return caller
}
