import type { Queryable } from '#platform/db/db.ts'

/** How many open cases run under each version of an item; each stays on the version of its receipt. */
export function openCasesByVersion(
  db: Queryable,
  area: string,
  item: string,
): Promise<{ version: number; open: number }[]> {
  return db.query<{ version: number; open: number }>(OPEN_BY_VERSION, [area, item])
}

const OPEN_BY_VERSION = {
  name: 'case.open-by-version',
  text: `SELECT item_version AS version, count(*) AS open FROM cases.case_view
    WHERE area_code = $1 AND item_id = $2 AND open GROUP BY item_version ORDER BY item_version`,
}
