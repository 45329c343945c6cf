import { titlesIn, type References } from '#capabilities/books/index.ts'
import type { Choice, Reference } from '#capabilities/books/model.ts'
import { changeNames, type Catalogue } from '#capabilities/catalogue/index.ts'
import type { Organisation } from '#capabilities/organisation/index.ts'
import type { Queryable } from '#platform/db/db.ts'

interface Means {
  organisation: Organisation
  catalogue: Pick<Catalogue, 'itemCodes'>
  db: Queryable
  posts: { namesOf(area: string, posts: readonly string[]): Promise<ReadonlyMap<string, string>> }
}

type Names = ReadonlyMap<string, string>

/** What entries of books point at, by name; and what may be chosen today. */
export function referencesOf({ organisation, catalogue, posts, db }: Means): References {
  const names: Record<Reference, (area: string, ids: readonly string[], day: string) => Promise<Names>> = {
    item: async (area, ids) => {
      const wanted = new Set(ids)
      const items = await catalogue.itemCodes(area)
      return named(
        items.filter(({ id }) => wanted.has(id)),
        ({ id, name }) => [id, name],
      )
    },
    body: async (area, ids) =>
      named(await organisation.bodiesByIds(area, ids), ({ id, shortName }) => [id, shortName]),
    place: async (area, ids) =>
      named(await organisation.placesByIds(area, ids), ({ id, name }) => [id, name]),
    region: async (area, ids) =>
      named(await organisation.regionsByCodes(area, ids), ({ code, name }) => [code, name]),
    post: (area, ids) => posts.namesOf(area, ids),
    clause: (area, ids) => titlesIn(db, { area, book: 'standard-clause', ids }),
    change: (area, ids) => changeNames(db, area, ids),
  }
  const choices: Partial<Record<Reference, (area: string, day: string) => Promise<Choice[]>>> = {
    item: async (area) =>
      (await catalogue.itemCodes(area)).map(({ id, name }) => ({ value: id, label: name })),
    body: async (area, day) =>
      (await organisation.bodies(area, day)).map(({ id, shortName }) => ({ value: id, label: shortName })),
    place: async (area, day) =>
      (await organisation.places(area, day)).map(({ id, name }) => ({ value: id, label: name })),
    region: async (area, day) =>
      (await organisation.regions(area, day)).map(({ code, name }) => ({ value: code, label: name })),
  }
  return {
    names: (area, to, ids, day) => names[to](area, ids, day),
    choices: async (area, to, day) => (await choices[to]?.(area, day)) ?? [],
  }
}

const named = <R>(rows: readonly R[], pair: (row: R) => [string, string]): Names => new Map(rows.map(pair))
