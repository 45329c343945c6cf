import type { FastifyInstance } from 'fastify'
import { bind, type Gate } from '#platform/http/bind.ts'
import type { CallBase } from '#platform/http/call.ts'
import { serveList } from '#platform/http/list-file.ts'
import { sinkingFiles, sinkingRoutes } from '../contract/sinking-routes.ts'
import type { SinkingMeans } from './read.ts'
import { sinkingFile, sinkingView } from './view.ts'

/** What to bring to stations, and who was asked; both are acted on in their books. */
export function sinkingHttp(app: FastifyInstance, means: SinkingMeans, gate: Gate): void {
  bind(app, sinkingRoutes, { sinking: (call) => sinkingView(means, whenOf(call)) }, gate)
  serveList(app, gate, sinkingFiles.sinkingFile, { file: 'huanjie-xiachen', list: 'sinking' }, (call) =>
    sinkingFile(means, whenOf(call)),
  )
}

function whenOf({ caller, now }: CallBase) {
  if (caller?.kind !== 'staff') throw new Error('a route for staff let somebody else through')
  return { area: caller.area, now }
}
