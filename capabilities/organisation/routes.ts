import type { FastifyInstance } from 'fastify'
import { legalDay } from '#engine/day.ts'
import { bind, type Gate } from '#platform/http/bind.ts'
import { organisationRoutes } from './contract/routes.ts'
import type { Organisation } from './index.ts'

/** Regions and places are public: people choose where to go before they sign in. */
export function organisationHttp(app: FastifyInstance, organisation: Organisation, gate: Gate): void {
  bind(
    app,
    organisationRoutes,
    {
      regions: async (call) => ({
        regions: await organisation.regionDirectory(call.area, legalDay(call.now)),
      }),
      places: async (call) => ({
        places: await organisation.placeDirectory(call.area, legalDay(call.now), call.query.region),
      }),
    },
    gate,
  )
}
