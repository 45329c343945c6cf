import type { FastifyInstance } from 'fastify'
import { legalDay } from '#engine/day.ts'
import type { Catalogue } from '#capabilities/catalogue/index.ts'
import { bind, type Gate } from '#platform/http/bind.ts'
import { guideRoutes } from './contract/routes.ts'
import { DISCLOSURE_GROUPS, DISCLOSURE_TITLES, disclosureGaps } from './model.ts'

export function guideHttp(app: FastifyInstance, catalogue: Catalogue, gate: Gate): void {
  bind(
    app,
    guideRoutes,
    {
      disclosureGaps: async (call) => {
        const items = (await catalogue.itemsInForce(call.area, legalDay(call.now))).map(({ item }) => item)
        return {
          groups: DISCLOSURE_GROUPS.map((group) => ({ group, title: DISCLOSURE_TITLES[group] })),
          checked: items.length,
          gaps: disclosureGaps(items),
        }
      },
    },
    gate,
  )
}
