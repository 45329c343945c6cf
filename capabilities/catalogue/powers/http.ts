import type { FastifyInstance } from 'fastify'
import type { StaffActor } from '#engine/actor.ts'
import { legalDay } from '#engine/day.ts'
import { refusal, type Refusal } from '#engine/refusal.ts'
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
      grantPower: async (call) =>
        (await onlyByBatch(means, call)) ?? grantPower(means, request(call), call.body),
      amendPower: (call) => amendPower(means, request(call), call.params.id, call.body),
      takeBack: (call) => takeBack(means, request(call), call.params.id, call.body),
    },
    gate,
  )
  serveList(app, gate, powerFiles.powersFile, { file: 'quanze', list: 'powers' }, (call) =>
    powersFile(means, staffOf(call).area, legalDay(call.now), call.query),
  )
}

/** Where the plan has batches (成熟一批、赋予一批), nobody gives a decision past the opinions it asks for (BS-2.1-02, BS-4.1-10). */
async function onlyByBatch(
  { organisation }: RegisterMeans,
  call: CallBase & { body: { powers: readonly string[] } },
): Promise<Refusal | undefined> {
  if (!call.body.powers.includes('decide')) return undefined
  const plan = (await organisation.pack(staffOf(call).area))?.body.parameters.delegationBatches
  return plan && refusal('power-only-by-batch', { basis: plan.clauses.join('、') })
}

function request(call: Call<RouteContract>): RegisterRequest {
  const { now, requestId } = call
  return { actor: staffOf(call), now, requestId, reliesOn: call.session?.reliesOn ?? [] }
}

function staffOf({ caller }: CallBase): StaffActor {
  if (caller?.kind !== 'staff') throw new Error('a route for staff let somebody else through')
  return caller
}
