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
import { sm3 } from '#platform/ledger/canonical.ts'
import type { Reform } from '../contract/reform.ts'
import { changeBody, changePlace, changeServed, changeStandard, foundOffice } from './acts.ts'
import { change, type GroundMeans } from './change.ts'
import { withdraw } from './coming.ts'
import { groundFile } from './file.ts'
import { reform } from './reform.ts'
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
        // A director sees the pictures of the own place, as in the book they stand in.
        const { roles, place } = staffOf(call)
        const shown =
          place === call.params.id || roles.some((role) => role === 'organiser' || role === 'supervisor')
        const walls = found.walls.map(({ photo, ...wall }) => (shown && photo ? { ...wall, photo } : wall))
        return {
          ...found,
          walls,
          mine: await keeps(means, staffOf(call), found.place.owner, legalDay(call.now)),
        }
      },
      groundDuties: async (call) => ({
        day: dayOf(call),
        items: await dutyLines(organisation, call.area, dayOf(call)),
      }),
      groundSuccessions: async (call) => ({ items: await successionLines(organisation, call.area) }),
      changePlace: (call) => change(means, request(call), changePlace, call.params.id, call.body),
      changeBody: (call) => change(means, request(call), changeBody, call.params.id, call.body),
      changeStandard: (call) => change(means, request(call), changeStandard, call.params.id, call.body),
      foundOffice: (call) => change(means, request(call), foundOffice, call.body.town, call.body),
      changeServed: (call) => change(means, request(call), changeServed, call.body.region, call.body),
      reform: (call) => {
        const wish = named(call.body, call.requestId)
        return change(means, request(call), reform, wish.of[0] ?? wish.into[0]?.id ?? '', wish)
      },
      withdrawChange: (call) => withdraw(means, request(call), call.params.id, call.body),
    },
    gate,
  )
  serveList(app, gate, groundFiles.groundFile, { file: 'jigou', list: 'ground' }, (call) =>
    groundFile(means, staffOf(call).area, dayOf(call), call.query.list ?? 'places'),
  )
}

/** A new place or body is given its id here, the same for every press of one button; a region renamed without a code keeps its own. */
function named(wish: Reform, requestId: string): Reform {
  const [old] = wish.of
  const keepsCode = wish.subject === 'region' && wish.kind === 'rename' && old !== undefined
  const id = (index: number) =>
    keepsCode ? old : `${wish.subject}-${sm3(`${requestId}/${index}`).slice(0, 12)}`
  return { ...wish, into: wish.into.map((successor, index) => ({ id: id(index), ...successor })) }
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
