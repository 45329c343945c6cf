import type { Queryable } from '#platform/db/db.ts'

/** Who came for an item from where, and to which place: what one would have to know to bring it nearer (环节下沉, LC-3.4-10). */
export interface HandledCount {
  item: string
  /** The village or town the matter belongs to. */
  region: string
  /** Where it was brought: the station that took it in for its town, or the accepting place itself. */
  place: string
  people: number
  cases: number
}

export const handledSince = (db: Queryable, area: string, since: string): Promise<HandledCount[]> =>
  db.query<HandledCount>(HANDLED, [area, since])

const HANDLED = {
  name: 'cases.handled-since',
  text: `SELECT item_id AS item, region, coalesce(sent_from, accept_place) AS place,
      count(DISTINCT party)::int AS people, count(*)::int AS cases
    FROM cases.case_view WHERE area_code = $1 AND received_at >= $2::date::timestamp AT TIME ZONE 'Asia/Shanghai'
    GROUP BY 1, 2, 3`,
}
