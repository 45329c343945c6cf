import type { Clock } from '#platform/clock.ts'
import type { Queryable } from '#platform/db/db.ts'
import { answer, type Found } from './search/answer.ts'
import type { ItemIndex } from './search/item-index.ts'
import { itemIndexes } from './search/kept-index.ts'
import { itemSource } from './search/source.ts'
import { catalogueReader, lists, type CatalogueReader, type GrantRow, type PublishedItem } from './store.ts'

export { publishItems, readItems, type PackItems } from './load.ts'
export type { GrantRow, PublishedItem } from './store.ts'
export type { Found, Hit, Why } from './search/answer.ts'
export type { ItemIndex } from './search/item-index.ts'
export { finder } from './search/finder.ts'
export { searchWords, whySentence } from './words/search.ts'
export { catalogueWords } from './words.ts'

export interface Catalogue extends CatalogueReader {
  /** Grants of an area; `fresh` reads them again after a commit found one changed. */
  grantsInMemory(area: string, fresh: boolean): Promise<readonly GrantRow[]>
  /** Published versions never change, so they are kept in memory by version. */
  pinned(area: string, id: string, version: number): Promise<PublishedItem>
  /** The items that answer what somebody typed, best first, with the reason for each. */
  search(area: string, day: string, words: string): Promise<Found>
  /** What is searched, for whoever counts the items of a topic. */
  searched(area: string, day: string): Promise<ItemIndex>
}

// Powers are compared by version when an act commits, so a stale copy can only cost a second try, never a wrong act.
const GRANTS_FOR_MS = 10_000

export function catalogue(db: Queryable, clock: Clock, plainNames?: ReadonlyMap<string, string>): Catalogue {
  const read = catalogueReader(db)
  const grants = new Map<string, { until: number; mark: string; rows: readonly GrantRow[] }>()
  const versions = new Map<string, PublishedItem>()
  const indexes = itemIndexes(itemSource(db, lists, plainNames))
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
    search: async (area, day, words) => answer(await indexes.of(area, day), words),
    searched: (area, day) => indexes.of(area, day),
  }
}

export const catalogueCapability = { name: 'catalogue' } as const

export { catalogueHttp, powerHttp } from './routes.ts'
export { catalogueRoutes } from './contract/routes.ts'
export { powerFiles, powerRoutes } from './contract/power-routes.ts'
export { amendPower, grantPower, takeBack } from './powers/register.ts'
export { power, powers, powersFile } from './powers/list.ts'
