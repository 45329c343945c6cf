import type { Queryable } from '#platform/db/db.ts'

/** What was received at a place of an item in a period, and what has become of it. */
export interface PlaceItemCount {
  place: string
  item: string
  decidingBody: string
  received: number
  accepted: number
  /** Of those accepted: decided, or ended otherwise. */
  completed: number
}

/** For reports that ask many places at once: the cases received in a period, by place and item. */
export function casesByPlace(
  db: Queryable,
  area: string,
  { from, to }: { from: string; to: string },
): Promise<PlaceItemCount[]> {
  return db.query<PlaceItemCount>(BY_PLACE, [area, from, to])
}

const BY_PLACE = {
  name: 'supervision.cases-by-place',
  text: `SELECT accept_place AS place, item_id AS item, deciding_body AS "decidingBody", count(*)::int AS received,
      count(accepted_day)::int AS accepted,
      count(*) FILTER (WHERE accepted_day IS NOT NULL AND (decided_day IS NOT NULL OR ended_day IS NOT NULL))::int AS completed
    FROM supervision.case_line WHERE area_code = $1 AND received_day BETWEEN $2::date AND $3::date
    GROUP BY accept_place, item_id, deciding_body`,
}

/** What a place took in of an item since a day, and how much of it was not decided within the promise (超时). */
export interface PlaceLateCount {
  place: string
  item: string
  cases: number
  late: number
}

export const lateByPlace = (
  db: Queryable,
  area: string,
  { since, today }: { since: string; today: string },
): Promise<PlaceLateCount[]> => db.query<PlaceLateCount>(LATE, [area, since, today])

const LATE = {
  name: 'supervision.late-by-place',
  text: `SELECT accept_place AS place, item_id AS item, count(*)::int AS cases,
      count(*) FILTER (WHERE NOT in_time AND promised_due < least(resolved_day, $3::date))::int AS late
    FROM supervision.case_line WHERE area_code = $1 AND received_day BETWEEN $2::date AND $3::date
    GROUP BY accept_place, item_id`,
}
