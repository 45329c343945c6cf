import type { FastifyInstance } from 'fastify'
import type { StaffActor } from '#engine/actor.ts'
import { legalDay } from '#engine/day.ts'
import { bind, type Call, type Gate } from '#platform/http/bind.ts'
import type { RouteContract } from '#platform/http/contract.ts'
import { portalRoutes } from './contract/routes.ts'
import type { Asking } from './counter.ts'
import type { PortalOffice } from './index.ts'

/** JSON routes for officers; citizens have pages. */
export function portalHttp(app: FastifyInstance, { counter, reuseReport }: PortalOffice, gate: Gate): void {
  bind(
    app,
    portalRoutes,
    {
      pickUp: (call) => counter.pickUp(asking(call), call.body),
      heldDrafts: async (call) => ({ items: await counter.mine(asking(call)) }),
      heldDraft: (call) => counter.held(asking(call), call.params.id),
      fileDraft: (call) => counter.file(asking(call), call.params.id, call.body),
      giveBack: (call) => counter.giveBack(asking(call), call.params.id),
      saveForPerson: (call) => counter.saveForPerson(asking(call), call.body),
      nameDiffers: (call) => counter.nameDiffers(asking(call), call.body),
      reuse: (call) => {
        const today = legalDay(call.now)
        const { from = `${today.slice(0, 7)}-01`, to = today } = call.query
        return reuseReport(staffOf(call).area, from, to)
      },
    },
    gate,
  )
}

function staffOf({ caller }: Call<RouteContract>): StaffActor {
  if (caller?.kind !== 'staff') throw new Error('a route for officers was passed by somebody else')
  return { ...caller, roles: [...caller.roles] }
}

function asking(call: Call<RouteContract>): Asking {
  const { ip, requestId, session } = call
  return { actor: staffOf(call), ip, requestId, reliesOn: session?.reliesOn ?? [] }
}
