import { legalDay } from '#engine/day.ts'
import type { ItemVersion } from '#capabilities/catalogue/contract.ts'
import { searchWords, type Hit, type ItemIndex } from '#capabilities/catalogue/index.ts'
import type { CitizenServices } from './contract.ts'
import { foundItem, undertakingsAround } from './items.ts'
import type { PortalMeans } from './means.ts'
import { mattersBeside, SCENES } from './model.ts'
import { countOfScene, nearestScenes } from './scenes-nearby.ts'

const PAGE = 20
/** What the search box has room for. */
const SUGGESTED = 8
const SCENES_SHOWN = 3

/** Of the items only those that are shown are read; the index of the catalogue knows the others. */
export function searching({
  area,
  catalogue,
  clock,
}: Pick<PortalMeans, 'area' | 'catalogue' | 'clock'>): Pick<CitizenServices, 'search' | 'suggest'> {
  const today = () => legalDay(clock.now())
  const itemsOf = async (ids: readonly string[]) => {
    const found = await catalogue.itemsByIds(area, today(), [...new Set(ids)])
    return new Map(found.map(({ item }) => [item.id, item]))
  }
  return {
    async search(words, cursor) {
      const { hits, near, cut } = await catalogue.search(area, today(), words)
      const index = await catalogue.searched(area, today())
      const from = Math.max(0, Number.parseInt(cursor ?? '0', 10) || 0)
      const page = hits.slice(from, from + PAGE)
      const best = hits[0]
      const beside = best === undefined ? [] : mattersBeside(best.id)
      const byId = await itemsOf([...page.map(({ id }) => id), ...beside])
      const [undertaking, ...others] =
        best === undefined ? [] : undertakingsAround(best.id, [...byId.values()])
      const alone = undertaking !== undefined && others.length === 0
      return {
        items: shown(page, byId),
        ...(from + PAGE < hits.length ? { nextCursor: String(from + PAGE) } : {}),
        ...(alone ? { undertaking } : { scenes: await scenesFor(words, best, index) }),
        ...(best === undefined ? { near } : {}),
        ...(cut ? { note: searchWords.cut } : {}),
      }
    },
    async suggest(words) {
      const { hits } = await catalogue.search(area, today(), words)
      const first = hits.slice(0, SUGGESTED)
      return shown(first, await itemsOf(first.map(({ id }) => id)))
    },
  }
}

function shown(hits: readonly Hit[], byId: ReadonlyMap<string, ItemVersion>) {
  return hits.flatMap(({ id, why }) => {
    const item = byId.get(id)
    return item === undefined ? [] : [foundItem(item, why)]
  })
}

/** Scenes that were asked for by name, then those around the best item; where there is none, the nearest or the most common. */
async function scenesFor(words: string, best: Hit | undefined, index: ItemIndex) {
  const named = await nearestScenes(words, best === undefined)
  const around = SCENES.filter(({ wanted }) => best !== undefined && best.id in wanted)
  const chosen = [...new Set([...named.slice(0, SCENES_SHOWN), ...around])]
  return (chosen.length > 0 || best !== undefined ? chosen : SCENES.slice(0, SCENES_SHOWN + 1))
    .map((scene) => ({ key: scene.key, title: scene.title, count: countOfScene(scene, index) }))
    .filter(({ count }) => count > 0)
}
