import type { ListedCase } from '../store.ts'
import type { CaseMeans } from './means.ts'
import type { Names } from './views.ts'

/** Names of items, places and bodies for a page of cases, each asked once. */
export function namesFor(means: CaseMeans): (rows: readonly ListedCase[]) => Promise<Names> {
  return async (rows) => {
    const items = new Map<string, string>()
    const places = new Map<string, string>()
    const bodies = new Map<string, string>()
    const byArea = Map.groupBy(rows, (row) => row.area)
    for (const [area, mine] of byArea) {
      const posts = mine.flatMap(({ dossier }) => [dossier.acceptPlace, dossier.last.by.place ?? ''])
      const [found, owners] = await Promise.all([
        means.organisation.placesByIds(area, [...new Set(posts)]),
        means.organisation.bodiesByIds(area, [...new Set(mine.map(({ dossier }) => dossier.decidingBody))]),
      ])
      for (const place of found) places.set(place.id, place.name)
      for (const body of owners) bodies.set(body.id, body.shortName)
      for (const { dossier } of mine) {
        const key = `${dossier.item.id}@${dossier.item.version}`
        if (!items.has(key)) {
          const { item } = await means.catalogue.pinned(area, dossier.item.id, dossier.item.version)
          items.set(key, item.name)
        }
      }
    }
    return {
      item: (id, version) => items.get(`${id}@${version}`) ?? id,
      place: (id) => places.get(id) ?? '工作场所',
      body: (id) => bodies.get(id) ?? id,
    }
  }
}
