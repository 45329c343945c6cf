import type { FastifyInstance } from 'fastify'
import type { StaffActor } from '#engine/actor.ts'
import { isRefusal } from '#engine/refusal.ts'
import { bind, type Call, type Gate } from '#platform/http/bind.ts'
import type { ReplyOf, RouteContract } from '#platform/http/contract.ts'
import { rectificationRoutes } from './contract/routes.ts'
import type { Rectifications } from './rectifications.ts'
import type { Looking } from './service/detail.ts'

/** Poor ratings for directors and supervisors: list, one of them, one act. */
export function rectificationHttp(app: FastifyInstance, rectifications: Rectifications, gate: Gate): void {
  bind(
    app,
    rectificationRoutes,
    {
      list: (call) => rectifications.list(staffOf(call), call.now, call.query),
      detail: (call) => rectifications.detail(call.params.id, looking(call)),
      reveal: (call) =>
        rectifications.reveal({
          ...{ actor: staffOf(call), id: call.params.id, reason: call.body.reason, ip: call.ip },
        }),
      act: async (call) => {
        const { version, input } = call.body
        const done = await rectifications.act({
          ...looking(call),
          ...{ id: call.params.id, act: call.params.act, input },
          ...{ requestId: call.requestId, requestHash: call.requestHash },
          ...(version === undefined ? {} : { seenVersion: version }),
        })
        return isRefusal(done) ? done : (done.answer as ReplyOf<typeof rectificationRoutes.act>)
      },
    },
    gate,
  )
}

function looking(call: Call<RouteContract>): Looking {
  return { actor: staffOf(call), now: call.now, reliesOn: call.session?.reliesOn ?? [] }
}

/** Every route here names roles of staff, so nobody else passes the gate. */
function staffOf({ caller }: Call<RouteContract>): StaffActor {
  if (caller?.kind !== 'staff') throw new Error('rectifications were reached by somebody without a post')
  return caller
}
