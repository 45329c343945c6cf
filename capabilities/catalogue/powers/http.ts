import type { FastifyInstance } from 'fastify'
import type { StaffActor } from '#engine/actor.ts'
import { legalDay } from '#engine/day.ts'
import type { RegisterRequest } from '#capabilities/acts/on-register.ts'
import { bind, type Call, type Gate } from '#platform/http/bind.ts'
import type { CallBase } from '#platform/http/call.ts'
import type { RouteContract } from '#platform/http/contract.ts'
import { serveList } from '#platform/http/list-file.ts'
import { powerFiles, powerRoutes } from '../contract/power-routes.ts'
import { power, powerChoices, powers, powersFile, type ListMeans } from './list.ts'
import { amendPower, grantPower, takeBack, type RegisterMeans } from './register.ts'

/** The register of powers (权责清单) for every post of the area; only the registrar writes in it. */
export function powerHttp(app: FastifyInstance, means: ListMeans & RegisterMeans, gate: Gate): void {
  bind(
    app,
    powerRoutes,
    {
      powers: (call) => powers(means, staffOf(call).area, legalDay(call.now), call.query),
      powerChoices: (call) => powerChoices(means, staffOf(call).area, legalDay(call.now)),
      power: (call) => power(means, staffOf(call).area, legalDay(call.now), call.params.id),
      grantPower: (call) => grantPower(means, request(call), call.body),
      amendPower: (call) => amendPower(means, request(call), call.params.id, call.body),
      takeBack: (call) => takeBack(means, request(call), call.params.id, call.body),
    },
    gate,
  )
  serveList(app, gate, powerFiles.powersFile, { file: 'quanze', list: 'powers' }, (call) =>
    powersFile(means, staffOf(call).area, legalDay(call.now), call.query),
  )
}

function request(call: Call<RouteContract>): RegisterRequest {
  const { now, requestId } = call
  return { actor: staffOf(call), now, requestId, reliesOn: call.session?.reliesOn ?? [] }
}

function staffOf({ caller }: CallBase): StaffActor {
  if (caller?.kind !== 'staff') throw new Error('a route for staff let somebody else through')
  return caller
}
