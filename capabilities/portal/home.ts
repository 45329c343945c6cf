import { legalDay } from '#engine/day.ts'
import { DOMAINS } from '#capabilities/catalogue/contract.ts'
import type { AreaNavigation, ListedInForce } from '#capabilities/catalogue/index.ts'
import { domainTitles, itemsOfScene } from '#capabilities/catalogue/model.ts'
import { refuse } from '#platform/refusal.ts'
import type { CitizenServices, SceneView } from './contract.ts'
import { calledItem, foundItem, type Items } from './items.ts'
import type { PortalMeans } from './means.ts'
import { searching } from './search.ts'
import { surroundingsOf } from './surroundings.ts'
import { said } from './words.ts'

/** On a phone a longer list is not read; the others are one link away. */
const SHOWN_OF_SCENE = 4

export function home(
  means: PortalMeans,
  items: Items,
): Pick<CitizenServices, 'home' | 'near' | 'scene' | 'search' | 'suggest' | 'itemsOfDomain' | 'regions'> {
  const { area, catalogue, organisation, clock, demo } = means
  const around = surroundingsOf(means)
  const today = () => legalDay(clock.now())
  return {
    async home(region) {
      const [inForce, navigation, areaName, hall, near] = await Promise.all([
        items.inForce(),
        catalogue.navigation(area),
        around.areaName(),
        around.hall(),
        region === undefined ? undefined : around.near(region),
      ])
      return {
        areaName,
        scenes: scenesOf(inForce, navigation),
        asked: navigation.asked ?? [],
        domains: DOMAINS.map((domain) => ({
          domain,
          title: domainTitles[domain],
          count: inForce.filter((item) => item.domain === domain).length,
        })),
        ...(hall === undefined ? {} : { hall }),
        ...(near === undefined ? {} : { near }),
        demo,
      }
    },
    async near(region) {
      return (await around.near(region)) ?? said(refuse('region-unknown'))
    },
    async scene(key) {
      const { scenes, names } = await catalogue.navigation(area)
      const scene = scenes.find((each) => each.key === key)
      if (scene === undefined) return said(refuse('scene-not-found'))
      const found = itemsOfScene(scene, await items.inForce())
      return { title: scene.title, who: scene.who, items: found.map((item) => foundItem(item, names)) }
    },
    ...searching(means, around.hall),
    async itemsOfDomain(domain) {
      const known = DOMAINS.find((each) => each === domain)
      if (known === undefined) return said(refuse('domain-not-found'))
      const inForce = await items.inForce()
      const { names } = await catalogue.navigation(area)
      return {
        title: domainTitles[known],
        items: inForce.filter((item) => item.domain === known).map((item) => foundItem(item, names)),
      }
    },
    regions: () => organisation.regionDirectory(area, today()),
  }
}

/** A scene whose matters are all out of force is left out. */
function scenesOf(inForce: readonly ListedInForce[], { scenes, names }: AreaNavigation): SceneView[] {
  return scenes.flatMap((scene) => {
    const { key, title, who } = scene
    const found = itemsOfScene(scene, inForce)
    if (found.length === 0) return []
    const shown = found.slice(0, SHOWN_OF_SCENE).map((item) => calledItem(item, names))
    return [{ key, title, who, count: found.length, items: shown }]
  })
}
