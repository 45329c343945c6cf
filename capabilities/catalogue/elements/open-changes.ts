import type { Queryable } from '#platform/db/db.ts'

/** Changes (事项变更) of these items that have not come out yet. */
export function openChanges(
  db: Queryable,
  area: string,
  items: readonly string[],
): Promise<{ id: string; name: string }[]> {
  return items.length === 0 ? Promise.resolve([]) : db.query(OPEN_CHANGES, [area, items])
}

const OPEN_CHANGES = {
  name: 'catalogue.open-changes-of',
  text: `SELECT id, coalesce(dossier->'body'->>'name', item) AS name FROM catalogue.change
    WHERE area_code = $1 AND open AND item = ANY ($2) ORDER BY item`,
}
