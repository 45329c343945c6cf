import type { FastifyInstance } from 'fastify'
import { legalDay } from '#engine/day.ts'
import { refusal } from '#engine/refusal.ts'
import { bind, type Gate } from '#platform/http/bind.ts'
import type { ItemSummary, ItemVersion } from './contract.ts'
import { catalogueRoutes } from './contract/routes.ts'
import type { Catalogue } from './index.ts'

const PAGE = 50

export { powerHttp } from './powers/http.ts'

export function catalogueHttp(
  app: FastifyInstance,
  catalogue: Catalogue,
  gate: Gate,
  homeArea: string,
): void {
  bind(
    app,
    catalogueRoutes,
    {
      items: async (call) => {
        const { q, domain, limit = PAGE, cursor } = call.query
        const day = legalDay(call.now)
        const found = q
          ? await catalogue.search(homeArea, day, q)
          : (await catalogue.itemsInForce(homeArea, day)).map(({ item }) => item)
        const wanted = domain ? found.filter((item) => item.domain === domain) : found
        const from = cursor ? wanted.findIndex((item) => item.id === cursor) + 1 : 0
        const page = wanted.slice(from, from + limit)
        const more = from + limit < wanted.length
        return { items: page.map(itemSummary), ...(more ? { nextCursor: page.at(-1)!.id } : {}) }
      },
      item: async (call) => {
        const found = await catalogue.itemInForce(homeArea, call.params.id, legalDay(call.now))
        return found?.item ?? refusal('item-not-found')
      },
    },
    gate,
  )
}

export function itemSummary(item: ItemVersion): ItemSummary {
  const { id, version, name, summary, domain, itemType, projectType, promisedLimit, visits } = item
  return { id, version, name, summary, domain, itemType, projectType, promisedLimit, visits }
}
