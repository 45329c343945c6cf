import type { RectificationDossier } from '../model/dossier.ts'
import type { RectificationMeans } from './means.ts'
import type { Names } from './views.ts'

/** Names of items and places for a page, each asked once. */
export async function namesFor(
  { catalogue, organisation }: Pick<RectificationMeans, 'catalogue' | 'organisation'>,
  area: string,
  dossiers: readonly Pick<RectificationDossier, 'item' | 'itemVersion' | 'place' | 'handlingPlace'>[],
  morePlaces: readonly string[] = [],
): Promise<Names> {
  const ids = new Set([
    ...dossiers.flatMap(({ place, handlingPlace }) => [place, handlingPlace]),
    ...morePlaces,
  ])
  const places = new Map((await organisation.placesByIds(area, [...ids])).map(({ id, name }) => [id, name]))
  const items = new Map<string, string>()
  for (const { item, itemVersion } of dossiers) {
    // Published versions are kept in memory, so only the first of each asks the database.
    if (!items.has(item)) items.set(item, (await catalogue.pinned(area, item, itemVersion)).item.name)
  }
  return {
    item: (id) => items.get(id) ?? id,
    place: (id) => places.get(id) ?? '工作场所',
  }
}
