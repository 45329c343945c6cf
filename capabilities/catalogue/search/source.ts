import type { Queryable } from '#platform/db/db.ts'
import type { RowMemory } from '#platform/db/memory.ts'
import { inForce } from '../in-force.ts'
import type { ItemSource } from './kept-index.ts'
import type { Entry } from './item-index.ts'

/** The published items as the index reads them, those of the scenes also by what people call them there. */
export function itemSource(
  db: Queryable,
  lists: RowMemory,
  navigation: (area: string) => Promise<{ names: ReadonlyMap<string, string>; mark: string }>,
): ItemSource {
  return {
    wording: async (area) => (await navigation(area)).mark,
    mark: async (area) => (await lists.query<{ mark: string }>(db, MARK, [area]))[0]!.mark,
    inForce: (area, day) => db.query(IN_FORCE, [area, day]),
    async entries(area, versions) {
      const { names } = await navigation(area)
      const values = [area, versions.map(({ id }) => id), versions.map(({ version }) => version)]
      return (await db.query<Entry>(ENTRIES, values)).map((entry) =>
        withPlainName(entry, names.get(entry.id)),
      )
    },
  }
}

function withPlainName(entry: Entry, called: string | undefined): Entry {
  return called === undefined || entry.aliases.includes(called)
    ? entry
    : { ...entry, aliases: [...entry.aliases, called] }
}

// A published version never changes but for its last day, so their number and the sum of those days say whether one has come or goes.
const MARK = {
  name: 'catalogue.search-mark',
  text: `SELECT count(*) || '/' || count(effective_to) || '/' || coalesce(sum(effective_to - DATE '2000-01-01'), 0) AS mark
    FROM catalogue.item_version WHERE area_code = $1`,
}

const IN_FORCE = {
  name: 'catalogue.search-in-force',
  text: `SELECT v.id, v.version FROM catalogue.item_version v
    WHERE v.area_code = $1 AND ${inForce('v', '$2')} ORDER BY v.id`,
}

const ENTRIES = {
  name: 'catalogue.search-entries',
  text: `SELECT i.id, i.version, i.name, i.domain, b.*
    FROM unnest($2::text[], $3::int[]) AS wanted (id, version)
      JOIN catalogue.item_version i ON i.id = wanted.id AND i.version = wanted.version,
      jsonb_to_record(i.body) AS b (aliases jsonb, topics jsonb, summary text, serves jsonb)
    WHERE i.area_code = $1 ORDER BY i.id`,
}
