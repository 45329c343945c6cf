import { refusal, type Refusal } from '#engine/refusal.ts'
import type { Queryable } from '#platform/db/db.ts'
import type { ItemVersion } from '../contract.ts'
import type { ElementInUse, PaperInUse, Touches } from '../contract/element-routes.ts'
import type { Catalogue } from '../index.ts'
import { elementsOf } from '../model/elements.ts'
import { askingFor, countsOf, undertakingsWith, wanting, type Touched } from '../model/touched.ts'
import { openChanges } from './open-changes.ts'
import { dataElements } from './register.ts'

export interface TouchMeans {
  db: Queryable
  catalogue: Pick<Catalogue, 'itemsInForce' | 'navigation'>
  /** Applications of these items that have been begun and not handed in; the drafts stand below the catalogue. */
  openDrafts(area: string, items: readonly string[]): Promise<number>
}

const PAPERS_SHOWN = 200

export async function elementsInUse(
  means: TouchMeans,
  area: string,
  day: string,
  q = '',
): Promise<ElementInUse[]> {
  const [all, items] = await Promise.all([dataElements(means.db, area), itemsOf(means, area, day)])
  const { byElement } = countsOf(elementsOf(all), items)
  return all
    .filter(({ id, name, alsoCalled = [] }) => [id, name, ...alsoCalled].some((one) => one.includes(q)))
    .map((element) => ({ element, items: byElement.get(element.id) ?? 0 }))
    .toSorted((one, other) => other.items - one.items)
}

export async function papersInUse(
  means: TouchMeans,
  area: string,
  day: string,
  q = '',
): Promise<PaperInUse[]> {
  const { byPaper } = countsOf(elementsOf([]), await itemsOf(means, area, day))
  return [...byPaper]
    .filter(([name]) => name.includes(q))
    .map(([name, items]) => ({ name, items }))
    .toSorted((one, other) => other.items - one.items || one.name.localeCompare(other.name, 'zh-CN'))
    .slice(0, PAPERS_SHOWN)
}

export async function touchedByElement(
  means: TouchMeans,
  area: string,
  day: string,
  id: string,
): Promise<Touches | Refusal> {
  const elements = elementsOf(await dataElements(means.db, area))
  const element = elements.find(id)
  if (element === undefined) return refusal('element-not-found')
  return touches(means, area, element.name, askingFor(elements, await itemsOf(means, area, day), id))
}

export async function touchedByPaper(
  means: TouchMeans,
  area: string,
  day: string,
  name: string,
): Promise<Touches | Refusal> {
  const places = wanting(await itemsOf(means, area, day), name)
  return places.length === 0 ? refusal('paper-not-found') : touches(means, area, name, places)
}

async function touches(means: TouchMeans, area: string, title: string, places: Touched[]): Promise<Touches> {
  const ids = [...new Set(places.map(({ item }) => item))]
  const [{ undertakings }, openDrafts, changes] = await Promise.all([
    means.catalogue.navigation(area),
    ids.length === 0 ? 0 : means.openDrafts(area, ids),
    openChanges(means.db, area, ids),
  ])
  return {
    title,
    places,
    guides: ids.length,
    undertakings: undertakingsWith(undertakings, ids),
    openDrafts,
    changes,
  }
}

async function itemsOf(
  { catalogue }: TouchMeans,
  area: string,
  day: string,
): Promise<readonly ItemVersion[]> {
  return (await catalogue.itemsInForce(area, day)).map(({ item }) => item)
}
