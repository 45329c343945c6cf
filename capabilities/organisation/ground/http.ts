import type { FastifyInstance } from 'fastify'
import type { StaffActor } from '#engine/actor.ts'
import { legalDay } from '#engine/day.ts'
import { isRefusal } from '#engine/refusal.ts'
import type { RegisterRequest } from '#capabilities/acts/on-register.ts'
import { bind, type Call, type Gate } from '#platform/http/bind.ts'
import type { CallBase } from '#platform/http/call.ts'
import type { RouteContract } from '#platform/http/contract.ts'
import { serveList } from '#platform/http/list-file.ts'
import { groundFiles, groundRoutes } from '../contract/ground-routes.ts'
import { actProblem } from '../model/duties.ts'
import { changeBody, changePlace, changeServed, changeStandard, type GroundMeans } from './change.ts'
import { foundOffice } from './found-office.ts'
import { groundFile } from './file.ts'
import { dutyLines, groundView, placeView, successionLines, type GroundViewMeans } from './views.ts'

/** The ground (场所和机构) as it stood on any day, and what an office changes in it by hand. */
export function groundHttp(app: FastifyInstance, means: GroundMeans & GroundViewMeans, gate: Gate): void {
  const { organisation } = means
  bind(
    app,
    groundRoutes,
    {
      ground: (call) => groundView(means, call.area, dayOf(call)),
      groundPlace: async (call) => {
        const found = await placeView(means, call.area, call.params.id, dayOf(call))
        if (isRefusal(found)) return found
        return { ...found, mine: await keeps(means, staffOf(call), found.place.owner, legalDay(call.now)) }
      },
      groundDuties: async (call) => ({
        day: dayOf(call),
        items: await dutyLines(organisation, call.area, dayOf(call)),
      }),
      groundSuccessions: async (call) => ({ items: await successionLines(organisation, call.area) }),
      changePlace: (call) => changePlace(means, request(call), call.params.id, call.body),
      changeBody: (call) => changeBody(means, request(call), call.params.id, call.body),
      changeStandard: (call) => changeStandard(means, request(call), call.params.id, call.body),
      foundOffice: (call) => foundOffice(means, request(call), call.body),
      changeServed: (call) => changeServed(means, request(call), call.body),
    },
    gate,
  )
  serveList(app, gate, groundFiles.groundFile, { file: 'jigou', list: 'ground' }, (call) =>
    groundFile(means, staffOf(call).area, dayOf(call), call.query.list ?? 'places'),
  )
}

/** Whether the page offers this post a change; the act itself is judged again. */
async function keeps(
  { organisation }: GroundViewMeans,
  actor: StaffActor,
  owner: string,
  today: string,
): Promise<boolean> {
  if (!actor.roles.includes('organiser')) return false
  const [[body], duties] = await Promise.all([
    organisation.bodiesByIds(actor.area, [actor.body]),
    organisation.duties(actor.area, today),
  ])
  return body !== undefined && actProblem(duties, body, 'places', owner) === undefined
}

const dayOf = ({ query, now }: CallBase & { query: { day?: string } }): string => query.day ?? legalDay(now)

function request(call: Call<RouteContract>): RegisterRequest {
  const { now, requestId } = call
  return { actor: staffOf(call), now, requestId, reliesOn: call.session?.reliesOn ?? [] }
}

function staffOf({ caller }: CallBase): StaffActor {
  if (caller?.kind !== 'staff') throw new Error('a route for staff let somebody else through')
  return caller
}
