import type { FastifyInstance } from 'fastify'
import { legalDay } from '#engine/day.ts'
import { bind, type Gate } from '#platform/http/bind.ts'
import { serveList } from '#platform/http/list-file.ts'
import { residencyFiles, residencyRoutes } from '../contract/residency-routes.ts'
import { staffOf } from '../lists/http.ts'
import type { ResidencyMeans } from './read.ts'
import { residency, residencyFile, unitEntry } from './view.ts'

/** Rates of residency and of units in the hall, for whoever answers for them. */
export function residencyHttp(app: FastifyInstance, means: ResidencyMeans, gate: Gate): void {
  bind(
    app,
    residencyRoutes,
    {
      residency: (call) => residency(means, staffOf(call).area, call.query.day ?? legalDay(call.now)),
      unitEntry: (call) => unitEntry(means, staffOf(call).area, call.query.day ?? legalDay(call.now)),
    },
    gate,
  )
  serveList(app, gate, residencyFiles.residencyFile, { file: 'jinzhu', list: 'residency' }, (call) =>
    residencyFile(means, staffOf(call).area, call.query.day ?? legalDay(call.now), call.query.list ?? 'gaps'),
  )
}
