import type { Queryable } from '#platform/db/db.ts'

/** What changes are called where others point at them: the item and the version it becomes. */
export async function changeNames(
  db: Queryable,
  area: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await db.query<{ id: string; name: string; version: number }>(
    `SELECT id, dossier->'body'->>'name' AS name, (dossier->'body'->>'version')::int AS version
     FROM catalogue.change WHERE area_code = $1 AND id = ANY ($2::uuid[])`,
    [area, ids],
  )
  return new Map(rows.map(({ id, name, version }) => [id, `${name}（第${version}版草稿）`]))
}

/** The change of an item that is still under way; there is one at most. */
export async function openChangeOf(db: Queryable, area: string, item: string): Promise<string | undefined> {
  const [row] = await db.query<{ id: string }>(
    'SELECT id FROM catalogue.change WHERE area_code = $1 AND item = $2 AND open ORDER BY id LIMIT 1',
    [area, item],
  )
  return row?.id
}
