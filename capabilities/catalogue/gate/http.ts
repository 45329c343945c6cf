import type { FastifyInstance } from 'fastify'
import { legalDay } from '#engine/day.ts'
import { bind, type Gate } from '#platform/http/bind.ts'
import type { CallBase } from '#platform/http/call.ts'
import { serveList } from '#platform/http/list-file.ts'
import { gateFiles, gateRoutes } from '../contract/gate-routes.ts'
import { itemChecks, itemQuality, qualityFile, qualityOfItem, type GateMeans } from './quality.ts'

/** What the quality gate finds on the items in force, for whoever answers for them. */
export function gateHttp(app: FastifyInstance, means: GateMeans, gate: Gate): void {
  bind(
    app,
    gateRoutes,
    {
      itemQuality: (call) => itemQuality(means, areaOf(call), legalDay(call.now), call.query),
      qualityOfItem: (call) => qualityOfItem(means, areaOf(call), legalDay(call.now), call.params.id),
      itemChecks: (call) => itemChecks(means, areaOf(call), legalDay(call.now)),
    },
    gate,
  )
  serveList(app, gate, gateFiles.qualityFile, { file: 'shixiang-zhiliang', list: 'item-quality' }, (call) =>
    qualityFile(means, areaOf(call), legalDay(call.now), call.query),
  )
}

function areaOf({ caller }: CallBase): string {
  if (caller?.kind !== 'staff') throw new Error('a route for staff let somebody else through')
  return caller.area
}
