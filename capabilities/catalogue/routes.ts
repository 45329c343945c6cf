import type { FastifyInstance } from 'fastify'
import { legalDay } from '#engine/day.ts'
import { refusal } from '#engine/refusal.ts'
import { bind, type Gate } from '#platform/http/bind.ts'
import type { ItemSummary } from './contract.ts'
import { catalogueRoutes } from './contract/routes.ts'
import type { Catalogue } from './index.ts'

const PAGE = 50

export { powerHttp } from './powers/http.ts'

export function catalogueHttp(app: FastifyInstance, catalogue: Catalogue, gate: Gate): void {
  bind(
    app,
    catalogueRoutes,
    {
      items: async (call) => {
        const { q, domain, limit = PAGE, cursor } = call.query
        const day = legalDay(call.now)
        if (q) return searched(catalogue, call.area, day, call.query)
        const found = await catalogue.listedInForce(call.area, day)
        const wanted = domain ? found.filter((item) => item.domain === domain) : found
        return pageOf(wanted, limit, cursor, (page) => page.map(itemSummary))
      },
      item: async (call) => {
        const found = await catalogue.itemInForce(call.area, call.params.id, legalDay(call.now))
        return found?.item ?? refusal('item-not-found')
      },
    },
    gate,
  )
}

interface Asked {
  q?: string
  domain?: string
  limit?: number
  cursor?: string
}

/** Only the items of the page are read: the index knows the others by id. */
async function searched(catalogue: Catalogue, area: string, day: string, asked: Asked) {
  const { q = '', domain, limit = PAGE, cursor } = asked
  const { hits } = await catalogue.search(area, day, q)
  const wanted = domain ? hits.filter((hit) => hit.domain === domain) : hits
  const { items, ...more } = pageOf(wanted, limit, cursor, (page) => page.map(({ id }) => id))
  const byId = new Map((await catalogue.listedItems(area, day, items)).map((item) => [item.id, item]))
  return { items: items.flatMap((id) => byId.get(id) ?? []).map(itemSummary), ...more }
}

function pageOf<T extends { id: string }, S>(
  all: readonly T[],
  limit: number,
  cursor: string | undefined,
  shown: (page: readonly T[]) => S[],
): { items: S[]; nextCursor?: string } {
  const from = cursor ? all.findIndex(({ id }) => id === cursor) + 1 : 0
  const page = all.slice(from, from + limit)
  return { items: shown(page), ...(from + limit < all.length ? { nextCursor: page.at(-1)!.id } : {}) }
}

export function itemSummary(item: ItemSummary): ItemSummary {
  const { id, version, name, summary, domain, itemType, projectType, promisedLimit, visits } = item
  return { id, version, name, summary, domain, itemType, projectType, promisedLimit, visits }
}
