import type { Queryable } from '#platform/db/db.ts'

/** How many open cases run under each version of an item; each stays on the version of its receipt. */
export function openCasesByVersion(
  db: Queryable,
  area: string,
  item: string,
): Promise<{ version: number; open: number }[]> {
  return db.query<{ version: number; open: number }>(OPEN_BY_VERSION, [area, item])
}

/** Cases of an item before this version of it, in these states, by their number; a page after `after`. */
export function casesBelow(
  db: Queryable,
  area: string,
  {
    item,
    version,
    states,
    after,
  }: { item: string; version: number; states: readonly string[]; after: string },
): Promise<{ stream: string; no: string; version: number }[]> {
  return db.query(BELOW, [area, item, version, states, after])
}

const BELOW = {
  name: 'case.below-version',
  text: `SELECT stream, no, item_version AS version FROM cases.case_view
    WHERE area_code = $1 AND item_id = $2 AND open AND item_version < $3 AND state = ANY ($4) AND stream > $5
    ORDER BY stream LIMIT 200`,
}

const OPEN_BY_VERSION = {
  name: 'case.open-by-version',
  text: `SELECT item_version AS version, count(*) AS open FROM cases.case_view
    WHERE area_code = $1 AND item_id = $2 AND open GROUP BY item_version ORDER BY item_version`,
}
