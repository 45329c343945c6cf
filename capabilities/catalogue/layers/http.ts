import type { FastifyInstance } from 'fastify'
import { legalDay } from '#engine/day.ts'
import { bind, type Gate } from '#platform/http/bind.ts'
import type { CallBase } from '#platform/http/call.ts'
import { serveList } from '#platform/http/list-file.ts'
import { layerFiles, layerRoutes } from '../contract/layer-routes.ts'
import {
  boundaryFile,
  differencesFile,
  itemDifferences,
  itemLineage,
  powerBoundary,
  type LayerMeans,
} from './view.ts'

/** Who set what in an item, whose power it is, and where it differs from the tiers above; for every post of the area. */
export function layerHttp(app: FastifyInstance, means: LayerMeans, gate: Gate): void {
  bind(
    app,
    layerRoutes,
    {
      itemLineage: (call) =>
        itemLineage(means, areaOf(call), call.params.id, {
          day: legalDay(call.now),
          ...(call.query.version === undefined ? {} : { version: call.query.version }),
        }),
      powerBoundary: async (call) => ({
        tiers: await powerBoundary(means, areaOf(call), legalDay(call.now)),
      }),
      itemDifferences: (call) => itemDifferences(means, areaOf(call), legalDay(call.now)),
    },
    gate,
  )
  serveList(app, gate, layerFiles.boundaryFile, { file: 'shiquan', list: 'power-boundary' }, (call) =>
    boundaryFile(means, areaOf(call), legalDay(call.now)),
  )
  serveList(app, gate, layerFiles.differencesFile, { file: 'chayi', list: 'item-differences' }, (call) =>
    differencesFile(means, areaOf(call), legalDay(call.now)),
  )
}

function areaOf({ caller }: CallBase): string {
  if (caller?.kind !== 'staff') throw new Error('a route for staff let somebody else through')
  return caller.area
}
