import type { FastifyInstance } from 'fastify'
import { legalDay } from '#engine/day.ts'
import { bind, type Gate } from '#platform/http/bind.ts'
import type { CallBase } from '#platform/http/call.ts'
import { elementRoutes } from '../contract/element-routes.ts'
import { elementsInUse, papersInUse, touchedByElement, touchedByPaper, type TouchMeans } from './touches.ts'

/** The register of data elements and of standard papers, and what hangs on each. */
export function elementHttp(app: FastifyInstance, means: TouchMeans, gate: Gate): void {
  bind(
    app,
    elementRoutes,
    {
      dataElements: async (call) => ({
        elements: await elementsInUse(means, areaOf(call), legalDay(call.now), call.query.q),
      }),
      touchedByElement: (call) => touchedByElement(means, areaOf(call), legalDay(call.now), call.params.id),
      standardPapers: async (call) => ({
        papers: await papersInUse(means, areaOf(call), legalDay(call.now), call.query.q),
      }),
      touchedByPaper: (call) => touchedByPaper(means, areaOf(call), legalDay(call.now), call.query.name),
    },
    gate,
  )
}

function areaOf({ caller }: CallBase): string {
  if (caller?.kind !== 'staff') throw new Error('a route for staff let somebody else through')
  return caller.area
}
