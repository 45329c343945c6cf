import type { Queryable } from '#platform/db/db.ts'
import type { RowMemory } from '#platform/db/memory.ts'
import type { ItemSource } from './kept-index.ts'
import type { Entry } from './item-index.ts'

/** The published items as the index reads them; `plainNames` are what the portal calls some of them. */
export function itemSource(
  db: Queryable,
  lists: RowMemory,
  plainNames: ReadonlyMap<string, string> = new Map(),
): ItemSource {
  return {
    mark: async (area) => (await lists.query<{ mark: string }>(db, MARK, [area]))[0]!.mark,
    inForce: (area, day) => db.query(IN_FORCE, [area, day]),
    async entries(area, versions) {
      const values = [area, versions.map(({ id }) => id), versions.map(({ version }) => version)]
      return (await db.query<Entry>(ENTRIES, values)).map((entry) =>
        withPlainName(entry, plainNames.get(entry.id)),
      )
    },
  }
}

function withPlainName(entry: Entry, called: string | undefined): Entry {
  return called === undefined || entry.aliases.includes(called)
    ? entry
    : { ...entry, aliases: [...entry.aliases, called] }
}

// A published version never changes, so their number says whether one has come.
const MARK = {
  name: 'catalogue.search-mark',
  text: 'SELECT count(*)::text AS mark FROM catalogue.item_version WHERE area_code = $1',
}

const IN_FORCE = {
  name: 'catalogue.search-in-force',
  text: `SELECT id, max(version) AS version FROM catalogue.item_version
    WHERE area_code = $1 AND effective_from <= $2 AND (effective_to IS NULL OR effective_to >= $2)
    GROUP BY id ORDER BY id`,
}

const ENTRIES = {
  name: 'catalogue.search-entries',
  text: `SELECT i.id, i.version, i.name, i.domain, body->'aliases' AS aliases, body->'topics' AS topics,
      body->>'summary' AS summary, body->'serves' AS serves
    FROM catalogue.item_version i JOIN unnest($2::text[], $3::int[]) AS wanted (id, version)
      ON i.id = wanted.id AND i.version = wanted.version
    WHERE i.area_code = $1 ORDER BY i.id`,
}
