import type { CaseLine } from '../model.ts'
import type { SupervisionMeans } from './means.ts'

export interface LineNames {
  item(id: string): string
  place(id: string): string
  body(id: string): string
}

/** Names of items, places and bodies for a page of lines, each kind asked once. */
export async function namesOf(
  { catalogue, organisation }: Pick<SupervisionMeans, 'catalogue' | 'organisation'>,
  area: string,
  lines: readonly Pick<CaseLine, 'itemId' | 'itemVersion' | 'acceptPlace' | 'decidingBody'>[],
): Promise<LineNames> {
  const each = (of: (line: (typeof lines)[number]) => string) => [...new Set(lines.map(of))]
  const [places, bodies] = await Promise.all([
    organisation.placesByIds(
      area,
      each(({ acceptPlace }) => acceptPlace),
    ),
    organisation.bodiesByIds(
      area,
      each(({ decidingBody }) => decidingBody),
    ),
  ])
  const items = new Map<string, string>()
  for (const { itemId, itemVersion } of lines) {
    // Published versions are kept in memory, so only the first of each asks the database.
    if (!items.has(itemId)) items.set(itemId, (await catalogue.pinned(area, itemId, itemVersion)).item.name)
  }
  const placeNames = new Map(places.map(({ id, name }) => [id, name]))
  const bodyNames = new Map(bodies.map(({ id, shortName }) => [id, shortName]))
  return {
    item: (id) => items.get(id) ?? id,
    place: (id) => placeNames.get(id) ?? id,
    body: (id) => bodyNames.get(id) ?? id,
  }
}
