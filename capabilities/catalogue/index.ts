import type { Clock } from '#platform/clock.ts'
import type { Queryable } from '#platform/db/db.ts'
import { answerAcross } from './search/across.ts'
import { foundByCode } from './search/by-code.ts'
import type { Found } from './search/answer.ts'
import type { ItemIndex } from './search/item-index.ts'
import { itemIndexes } from './search/kept-index.ts'
import { itemSource } from './search/source.ts'
import { navigationReader, type AreaNavigation } from './navigation.ts'
import { catalogueReader, lists, type CatalogueReader, type GrantRow, type PublishedItem } from './store.ts'

export {
  chainOf,
  inCounty,
  layeredItem,
  looksLikeLayer,
  readBase,
  type BaseLayers,
  type LayeredItem,
} from './layers/files.ts'
export { dataElements, ELEMENTS, loadElements, readElements } from './elements/register.ts'
export { loadStandards, readStandards, splitStandards } from './situations/standards.ts'
export { readItems, type PackItems } from './load.ts'
export { publishItem, publishItems, type GrantingBodies, type Layered, type Publication } from './publish.ts'
export type { GrantRow, ListedInForce, ListedItem, PublishedItem } from './store.ts'
export type { Found, Hit, Why } from './search/answer.ts'
export type { ItemIndex } from './search/item-index.ts'
export { finder } from './search/finder.ts'
export { plainQuestion } from './search/plain-question.ts'
export { searchWords, whySentence } from './words/search.ts'
export { loadNavigation, type AreaNavigation } from './navigation.ts'
export { catalogueWords } from './words.ts'
export { breachWords, ownerTierTitles, standingTitles, tierTitles } from './words/layers.ts'

export interface Catalogue extends CatalogueReader {
  /** Grants of an area; `fresh` reads them again after a commit found one changed. */
  grantsInMemory(area: string, fresh: boolean): Promise<readonly GrantRow[]>
  /** Published versions never change, so they are kept in memory by version. */
  pinned(area: string, id: string, version: number): Promise<PublishedItem>
  /** The items that answer what somebody typed, best first, with the reason for each. */
  search(area: string, day: string, words: string): Promise<Found>
  /** Scenes, undertakings and what people say, as the pack of the area has them. */
  navigation(area: string): Promise<AreaNavigation>
  /** What is searched, for whoever counts the items of a topic. */
  searched(area: string, day: string): Promise<ItemIndex>
}

// Powers are compared by version when an act commits, so a stale copy can only cost a second try, never a wrong act.
const GRANTS_FOR_MS = 10_000

export function catalogue(db: Queryable, clock: Clock): Catalogue {
  const read = catalogueReader(db)
  const grants = new Map<string, { until: number; mark: string; rows: readonly GrantRow[] }>()
  const versions = new Map<string, PublishedItem>()
  const navigation = navigationReader(db)
  const indexes = itemIndexes(itemSource(db, lists, navigation))
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
    navigation,
    async search(area, day, words) {
      const coded = await foundByCode(db, area, day, words)
      if (coded !== undefined) return coded
      const { synonyms } = await navigation(area)
      return answerAcross(await indexes.of(area, day), words, { synonyms })
    },
    searched: async (area, day) => (await indexes.of(area, day)).index,
  }
}

export const catalogueCapability = { name: 'catalogue' } as const

export { catalogueHttp, powerHttp } from './routes.ts'
export { layerHttp } from './layers/http.ts'
export { layerFiles, layerRoutes } from './contract/layer-routes.ts'
export { catalogueRoutes } from './contract/routes.ts'
export { powerFiles, powerRoutes } from './contract/power-routes.ts'
export { elementHttp } from './elements/http.ts'
export { elementRoutes } from './contract/element-routes.ts'
export { gateHttp } from './gate/http.ts'
export { authoring, type Authoring, type ImpactSource } from './authoring/index.ts'
export { authoringHttp } from './authoring/http.ts'
export { changeNames, openChangeOf } from './authoring/named.ts'
export type { ChangeAnswer } from './contract/change.ts'
export { rebuildChanges } from './authoring/service/rebuild.ts'
export { subscriptionHttp } from './subscriptions/http.ts'
export { subscriptionRoutes } from './contract/subscription-routes.ts'
export { changePreviews, changeRoutes, PREVIEW_PAPERS } from './contract/change-routes.ts'
export { gateFiles, gateRoutes } from './contract/gate-routes.ts'
export { itemImports, type ItemImports } from './item-imports/index.ts'
export { itemImportHttp } from './item-imports/http.ts'
export {
  IMPORT_BYTES_MAX,
  itemImportFiles,
  itemImportRoutes,
  type ImportRunDetail,
} from './contract/item-import-routes.ts'
export { outsideItemHttp } from './outside-items/http.ts'
export {
  outsideItemFiles,
  outsideItemRoutes,
  type OutsideItem,
  type OutsideTaken,
} from './contract/outside-item-routes.ts'
export { exchangeFileHttp } from './exchange-files/http.ts'
export { exchangeFiles } from './contract/exchange-file-routes.ts'
export { amendPower, grantPower, takeBack } from './powers/register.ts'
export { power, powers, powersFile } from './powers/list.ts'
export { catalogueBooks } from './books/index.ts'
export { delegationBooks, delegations, delegationSubscribers } from './delegation-books/index.ts'
export { delegationHttp } from './delegation-books/http.ts'
export { delegationFiles, delegationRoutes } from './contract/delegation-routes.ts'
export { answeringJobs, answeringSubscribers } from './answering/jobs.ts'
export { answeredByDraft } from './answering/read.ts'
export { outsideNewsBook } from './outside-items/news.ts'
export { sinkingHttp } from './sinking/http.ts'
export { keepSinking, sinkingJobs } from './sinking/jobs.ts'
export { stationQuestion } from './sinking/question.ts'
export type { Workload } from './sinking/ground.ts'
export { sinkingFiles, sinkingRoutes } from './contract/sinking-routes.ts'
export { listHttp } from './lists/http.ts'
export { listFiles, listRoutes } from './contract/list-routes.ts'
export { residencyHttp } from './residency/http.ts'
export { residencyFiles, residencyRoutes } from './contract/residency-routes.ts'
export { agreementsOf } from './agreements/read.ts'
export { agreementJobs, agreementSubscribers } from './agreements/keep-powers.ts'
export { listInForce } from './lists/versions.ts'
export { CERTIFICATE_LIST } from './lists/kinds/certificate-list.ts'
export { NEVER_BASIS, NEVER_ISSUED, neverIssued } from './lists/kinds/certificate-types.ts'
export { sunkTo } from './books/step-sinking.ts'
