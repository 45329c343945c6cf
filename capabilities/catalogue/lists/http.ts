import type { FastifyInstance } from 'fastify'
import type { StaffActor } from '#engine/actor.ts'
import { legalDay } from '#engine/day.ts'
import { bind, type Gate } from '#platform/http/bind.ts'
import type { CallBase } from '#platform/http/call.ts'
import { serveList } from '#platform/http/list-file.ts'
import { listFiles, listRoutes } from '../contract/list-routes.ts'
import { allLists } from './kinds.ts'
import type { ListMeans } from './kinds/means.ts'
import { listVersion, listVersionFile, listViews } from './view.ts'

/** Lists by version, read by every post; they are worked on as books. */
export function listHttp(app: FastifyInstance, given: ListMeans, gate: Gate): void {
  const means = { db: given.db, lists: allLists(given) }
  bind(
    app,
    listRoutes,
    {
      lists: async (call) => ({ items: await listViews(means, staffOf(call), legalDay(call.now)) }),
      listVersion: (call) =>
        listVersion(means, staffOf(call), legalDay(call.now), {
          ...{ list: call.params.list, no: Number(call.params.version) },
          ...(call.query.against === undefined ? {} : { against: call.query.against }),
        }),
    },
    gate,
  )
  serveList(app, gate, listFiles.listFile, { file: 'qingdan', list: 'list-version' }, (call) =>
    listVersionFile(means, staffOf(call), legalDay(call.now), {
      list: call.params.list,
      ...(call.query.no === undefined ? {} : { no: call.query.no }),
    }),
  )
}

export function staffOf({ caller }: CallBase): StaffActor {
  if (caller?.kind !== 'staff') throw new Error('a route for staff let somebody else through')
  return caller
}
