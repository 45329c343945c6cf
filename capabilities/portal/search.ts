import { legalDay } from '#engine/day.ts'
import {
  searchWords,
  type AreaNavigation,
  type Hit,
  type ItemIndex,
  type ListedItem,
} from '#capabilities/catalogue/index.ts'
import { mattersBeside } from '#capabilities/catalogue/model.ts'
import type { CitizenServices, NearPlace } from './contract.ts'
import { foundItem, suggestedItem, undertakingsAround, type Names } from './items.ts'
import type { PortalMeans } from './means.ts'
import { countOfScene, nearestScenes } from './scenes-nearby.ts'

const PAGE = 20
/** What the search box has room for. */
const SUGGESTED = 8
const SCENES_SHOWN = 3

/** Of the items only those that are shown are read; the index of the catalogue knows the others. */
export function searching(
  { area, catalogue, clock }: Pick<PortalMeans, 'area' | 'catalogue' | 'clock'>,
  hall: () => Promise<NearPlace | undefined>,
): Pick<CitizenServices, 'search' | 'suggest'> {
  const today = () => legalDay(clock.now())
  const itemsOf = async (ids: readonly string[]) => {
    const found = await catalogue.listedItems(area, today(), [...new Set(ids)])
    return new Map(found.map((item) => [item.id, item]))
  }
  return {
    async search(words, cursor) {
      const navigation = await catalogue.navigation(area)
      const { hits, sure, near, cut } = await catalogue.search(area, today(), words)
      const index = await catalogue.searched(area, today())
      const from = Math.max(0, Number.parseInt(cursor ?? '0', 10) || 0)
      const page = hits.slice(from, from + PAGE)
      const best = hits[0]
      const beside = best === undefined ? [] : mattersBeside(best.id, navigation.undertakings)
      const byId = await itemsOf([...page.map(({ id }) => id), ...beside])
      const [undertaking, ...others] =
        best === undefined ? [] : undertakingsAround(best.id, [...byId.values()], navigation)
      const alone = sure && undertaking !== undefined && others.length === 0
      const asked = sure ? undefined : await hall()
      return {
        items: shown(page, byId, navigation.names),
        sure,
        ...(from + PAGE < hits.length ? { nextCursor: String(from + PAGE) } : {}),
        ...(alone ? { undertaking } : { scenes: await scenesFor(words, best, { area, index, navigation }) }),
        ...(best === undefined ? { near } : {}),
        ...(asked === undefined ? {} : { hall: asked }),
        ...(cut ? { note: searchWords.cut } : {}),
      }
    },
    async suggest(words) {
      const { hits } = await catalogue.search(area, today(), words)
      const { names } = await catalogue.navigation(area)
      return hits.slice(0, SUGGESTED).map((hit) => suggestedItem(hit, names))
    },
  }
}

function shown(hits: readonly Hit[], byId: ReadonlyMap<string, ListedItem>, names: Names) {
  return hits.flatMap(({ id, why }) => {
    const item = byId.get(id)
    return item === undefined ? [] : [foundItem(item, names, why)]
  })
}

/** Scenes that were asked for by name, then those around the best item; where there is none, the nearest or the most common. */
async function scenesFor(
  words: string,
  best: Hit | undefined,
  { area, index, navigation }: { area: string; index: ItemIndex; navigation: AreaNavigation },
) {
  const { scenes } = navigation
  const named = await nearestScenes(area, navigation, words, best === undefined)
  const around = scenes.filter(({ wanted }) => best !== undefined && best.id in wanted)
  const chosen = [...new Set([...named.slice(0, SCENES_SHOWN), ...around])]
  return (chosen.length > 0 || best !== undefined ? chosen : scenes.slice(0, SCENES_SHOWN + 1))
    .map((scene) => ({ key: scene.key, title: scene.title, count: countOfScene(scene, index) }))
    .filter(({ count }) => count > 0)
}
