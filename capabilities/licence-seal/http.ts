import type { FastifyInstance } from 'fastify'
import type { StaffActor } from '#engine/actor.ts'
import { legalDay } from '#engine/day.ts'
import type { RegisterRequest } from '#capabilities/acts/on-register.ts'
import { bind, type Call, type Gate } from '#platform/http/bind.ts'
import type { CallBase } from '#platform/http/call.ts'
import type { RouteContract } from '#platform/http/contract.ts'
import { serveList } from '#platform/http/list-file.ts'
import { sealFiles, sealRoutes, type SealView } from './contract/seal-routes.ts'
import { bindSeal, issueSeal, moveSeal, type SealRegisterMeans } from './register.ts'
import { sealReader } from './store.ts'
import { sealUses, sealUsesFile, type UseMeans, type UsesRequest } from './use-log.ts'
import { SEAL_KIND_TITLES, SEAL_STATE_TITLES } from './words.ts'

type Means = SealRegisterMeans & UseMeans

/** The register of seals and the log of their use. */
export function sealHttp(app: FastifyInstance, means: Means, gate: Gate): void {
  bind(
    app,
    sealRoutes,
    {
      seals: async (call) => ({ items: await registered(means, staffOf(call).area, legalDay(call.now)) }),
      issueSeal: (call) => issueSeal(means, request(call), call.body),
      bindSeal: (call) => bindSeal(means, request(call), call.params.id, call.body),
      suspendSeal: (call) => moveSeal(means, request(call), call.params.id, 'suspend', call.body),
      resumeSeal: (call) => moveSeal(means, request(call), call.params.id, 'resume', call.body),
      retireSeal: (call) => moveSeal(means, request(call), call.params.id, 'retire', call.body),
      uses: (call) => sealUses(means, staffOf(call).area, legalDay(call.now), within(call, call.query)),
    },
    gate,
  )
  serveList(app, gate, sealFiles.usesFile, { file: 'yongyin', list: 'seal-uses' }, (call) =>
    sealUsesFile(means, staffOf(call).area, legalDay(call.now), within(call, call.query)),
  )
}

/** Whoever answers for one place reads what was sealed there. */
function within(call: CallBase, query: UsesRequest): UsesRequest {
  const { roles, place } = staffOf(call)
  const whole = roles.some((role) => role === 'power-registrar' || role === 'supervisor')
  return whole ? query : { ...query, place }
}

async function registered(
  { db, organisation, catalogue }: Means,
  area: string,
  today: string,
): Promise<SealView[]> {
  const seals = await sealReader(db).all(area)
  const [bodies, items] = await Promise.all([
    organisation.bodiesByIds(area, [...new Set(seals.flatMap(({ body, holder }) => [body, holder]))]),
    catalogue.itemsInForce(area, today),
  ])
  const bodyName = new Map(bodies.map(({ id, shortName }) => [id, shortName]))
  const itemName = new Map(items.map(({ item }) => [item.id, item.name]))
  return seals.map(({ id, kind, name, body, holder, purpose, number, items: bound, state, from, to }) => ({
    ...{ id, kind, name, body, holder, purpose, state, from },
    kindText: SEAL_KIND_TITLES[kind],
    bodyName: bodyName.get(body) ?? body,
    holderName: bodyName.get(holder) ?? holder,
    stateText: SEAL_STATE_TITLES[state],
    ...(number === undefined ? {} : { number }),
    ...(bound === undefined
      ? {}
      : { items: bound.map((item) => ({ id: item, name: itemName.get(item) ?? item })) }),
    ...(to === undefined ? {} : { to }),
  }))
}

function request(call: Call<RouteContract>): RegisterRequest {
  const { now, requestId } = call
  return { actor: staffOf(call), now, requestId, reliesOn: call.session?.reliesOn ?? [] }
}

function staffOf({ caller }: CallBase): StaffActor {
  if (caller?.kind !== 'staff')
    throw new Error('the register of seals was reached by somebody without a post')
  return caller
}
