import { refusal, type Refusal } from '#engine/refusal.ts'
import type { ItemVersion } from '#capabilities/catalogue/contract.ts'
import type { Catalogue } from '#capabilities/catalogue/index.ts'
import type { Organisation } from '#capabilities/organisation/index.ts'
import type { Renderer } from '#platform/documents/render.ts'
import { canonical, sm3, type Json } from '#platform/ledger/canonical.ts'
import type { Edition, Guide, GuideWay } from './contract.ts'
import { composeGuide } from './documents/guide-data.ts'
import { composeData, composeView, nearestFirst, offering, type GuideSource } from './model.ts'
import { shelf } from './shelf.ts'

export const guideCapability = { name: 'guide' } as const
export { guideRefusalWords } from './words.ts'
export { guideHttp } from './routes.ts'
export { guideRoutes } from './contract/routes.ts'

export interface GuideMeans {
  organisation: Organisation
  catalogue: Catalogue
  renderer: Renderer
  /** Where people reach the site. */
  publicUrl: string
  demo: boolean
  /** Further paths of an item's cases; asked of those who run them, who know the guide and not the other way round. */
  waysOf?(area: string, item: ItemVersion): Promise<readonly GuideWay[]>
}

export interface PrintedGuide {
  fileName: string
  bytes: Uint8Array
}

export interface Guides {
  /** The guide of the version in force on a day; with a region also the places that serve it, nearest first. */
  view(area: string, itemId: string, day: string, region?: string): Promise<Guide | Refusal>
  pdf(area: string, itemId: string, day: string, edition: Edition): Promise<PrintedGuide | Refusal>
}

/** About 100 kB each; a county prints some hundred items in two editions, most of them rarely. */
const KEPT_PRINTS = 80

export function guides(means: GuideMeans): Guides {
  const prints = shelf<Uint8Array>(KEPT_PRINTS)
  return {
    async view(area, itemId, day, region) {
      const source = await sourceOf(means, area, itemId, day, region)
      return source === undefined
        ? refusal('item-not-found', { facts: { item: itemId } })
        : composeView(source)
    },
    async pdf(area, itemId, day, edition) {
      const source = await sourceOf(means, area, itemId, day)
      if (source === undefined) return refusal('item-not-found', { facts: { item: itemId } })
      const data = composeData(source, edition)
      // Addresses and hours change without a new version of the item, so the content is part of the key.
      const key = `${area}/${itemId}@${source.item.version}/${edition}/${sm3(canonical(data as unknown as Json))}`
      const bytes = await prints.take(key, () => means.renderer.render(composeGuide(data, edition)))
      const title = edition === 'full' ? '办事指南' : '一次性告知单'
      return { fileName: `${source.item.name}-${title}.pdf`, bytes }
    },
  }
}

async function sourceOf(
  { catalogue, organisation, publicUrl, demo, waysOf }: GuideMeans,
  area: string,
  itemId: string,
  day: string,
  region?: string,
): Promise<GuideSource | undefined> {
  const published = await catalogue.itemInForce(area, itemId, day)
  if (published === undefined) return undefined
  const { item } = published
  const { kind, body: named } = item.decidingBody
  const [entries, bodies, ways] = await Promise.all([
    organisation.placeDirectory(area, day, region),
    kind === 'body' ? organisation.bodiesByIds(area, [named!]) : [],
    waysOf?.(area, item) ?? [],
  ])
  const [body] = bodies
  if (kind === 'body' && body === undefined)
    throw new Error(`${itemId}: the body ${named} is not in the register`)
  const places = offering(item, entries)
  return {
    item,
    ...(body === undefined ? {} : { body }),
    places: region === undefined ? places : nearestFirst(places, region),
    url: `${publicUrl}/items/${item.id}`,
    ways,
    demo,
  }
}
