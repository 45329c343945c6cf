import type { Clock } from '#platform/clock.ts'
import type { Queryable } from '#platform/db/db.ts'
import type { ItemVersion } from './contract.ts'
import { rankItems } from './model/search.ts'
import { catalogueReader, type CatalogueReader, type GrantRow, type PublishedItem } from './store.ts'

export { publishItems, readItems, type PackItems } from './load.ts'
export type { GrantRow, PublishedItem } from './store.ts'
export { catalogueWords } from './words.ts'

export interface Catalogue extends CatalogueReader {
  /** Grants of an area; `fresh` reads them again after a commit found one changed. */
  grantsInMemory(area: string, fresh: boolean): Promise<readonly GrantRow[]>
  /** Published versions never change, so they are kept in memory by version. */
  pinned(area: string, id: string, version: number): Promise<PublishedItem>
  search(area: string, day: string, words: string): Promise<ItemVersion[]>
}

// Powers are compared by version when an act commits, so a stale copy can only cost a second try, never a wrong act.
const GRANTS_FOR_MS = 10_000

export function catalogue(db: Queryable, clock: Clock): Catalogue {
  const read = catalogueReader(db)
  const grants = new Map<string, { until: number; mark: string; rows: readonly GrantRow[] }>()
  const versions = new Map<string, PublishedItem>()
  return {
    ...read,
    async grantsInMemory(area, fresh) {
      const held = grants.get(area)
      const now = Date.parse(clock.now())
      if (held && !fresh && now < held.until && now > held.until - 2 * GRANTS_FOR_MS) return held.rows
      // A county has a thousand grants and changes one a week: what stands is asked of all, what changed is read. The mark is
      // older than the rows at worst, and then they are read once more.
      const mark = await read.grantsMark(area)
      const rows = held?.mark === mark ? held.rows : await read.grants(area)
      grants.set(area, { until: now + GRANTS_FOR_MS, mark, rows })
      return rows
    },
    async pinned(area, id, version) {
      const key = `${area}/${id}@${version}`
      const held = versions.get(key)
      if (held) return held
      const found = await read.itemVersion(area, id, version)
      if (found === undefined) throw new Error(`a case is pinned to ${key}, which is not published`)
      versions.set(key, found)
      return found
    },
    async search(area, day, words) {
      const items = await read.itemsInForce(area, day)
      return rankItems(
        items.map(({ item }) => item),
        words,
      )
    },
  }
}

export const catalogueCapability = { name: 'catalogue' } as const

export { catalogueHttp, powerHttp } from './routes.ts'
export { catalogueRoutes } from './contract/routes.ts'
export { powerFiles, powerRoutes } from './contract/power-routes.ts'
export { amendPower, grantPower, takeBack } from './powers/register.ts'
export { power, powers, powersFile } from './powers/list.ts'
