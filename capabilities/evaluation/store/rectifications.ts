import type { Condition } from '#platform/auth/visibility.ts'
import type { Queryable, Statement } from '#platform/db/db.ts'
import { asks, type Reading } from '#platform/db/reading.ts'
import { commitStatement } from '#platform/ledger/commit.ts'
import { workList, type WorkQuery } from '#platform/views/work-list.ts'
import type { LateRectification, RectificationCount } from '../contract/rectification.ts'
import type { RectificationDossier } from '../model/dossier.ts'
import { RECTIFICATIONS } from './rectification-values.ts'

type RectificationColumn = 'handling_place' | 'state'
export type RectificationSight = Condition<RectificationColumn>

export interface RectificationRow {
  area: string
  id: string
  stream: string
  hash: string
  dueDay: string
  missedDay: string | null
  dossier: RectificationDossier
}

export interface RectificationQuery extends WorkQuery<RectificationColumn> {
  state?: string
}

/** The days a number speaks of; `asOf` is the last of them that has begun. */
export interface FiguresQuery {
  area: string
  from: string
  to: string
  asOf: string
  place?: string
}

export interface RectificationReader {
  /** The one with this id if the actor may see it; nothing otherwise, as if it did not exist. */
  find(area: string, id: string, sight: RectificationSight): Promise<RectificationRow | undefined>
  byStream(area: string, stream: string): Promise<RectificationRow | undefined>
  ofCase(area: string, no: string): Promise<RectificationRow | undefined>
  list(query: RectificationQuery): Promise<RectificationRow[]>
  counts(query: FiguresQuery): Reading<readonly RectificationCount[]>
  late(query: FiguresQuery, limit: number): Reading<readonly LateRectification[]>
  /** Open ones with a clock that was last counted under another calendar, a page at a time and each once. */
  underOtherCalendar(area: string, calendar: string): AsyncIterable<RectificationRow[]>
}

const ROW = `v.area_code AS area, v.id, v.stream, h.hash, v.due_day AS "dueDay", v.missed_day AS "missedDay", v.dossier`
/** The hash the next commit must meet stands in the ledger alone; one snapshot reads both. */
const FROM = `evaluation.rectification v JOIN ledger.head h ON h.area_code = v.area_code AND h.stream = v.stream`

const LIST = workList<RectificationColumn, RectificationRow, RectificationQuery>({
  name: 'evaluation.rectification',
  row: ROW,
  from: FROM,
  sight: { handling_place: 'v.handling_place', state: 'v.state' },
  narrowedBy:
    ({ state }) =>
    (param) => [state && `v.state = ${param(state)}`],
})

export function rectificationReader(db: Queryable): RectificationReader {
  return {
    find: (area, id, sight) => LIST.find(db, area, sight, (param) => [`v.id = ${param(id)}`]),
    byStream: (area, stream) => LIST.byStream(db, area, stream),
    ofCase: async (area, no) => (await db.query<RectificationRow>(OF_CASE, [area, no]))[0],
    list: (query) => LIST.list(db, query),
    counts: (query) => asks<RectificationCount>(COUNTS, figured(query)),
    late: (query, limit) => asks<LateRectification>(LATE, [...figured(query), limit]),
    underOtherCalendar: (area, calendar) => underOtherCalendar(db, area, calendar),
  }
}

const figured = ({ area, from, to, asOf, place }: FiguresQuery) => [area, from, to, asOf, place ?? null]

/** Facts and view in one statement. */
export const SAVE_RECTIFICATION = commitStatement(
  'evaluation.save-rectification',
  (n) => `saved AS (${RECTIFICATIONS.upsert(n, "FROM committed WHERE committed.outcome = 'done'")})`,
)

/** The same for many in one commit. */
export const SAVE_RECTIFICATIONS = commitStatement(
  'evaluation.save-rectifications',
  (n) => `saved AS (${RECTIFICATIONS.upsertMany(n, "JOIN committed ON committed.outcome = 'done'")})`,
)

/** The row alone, for rebuilding from facts. */
export const MEND_RECTIFICATION: Statement = {
  name: 'evaluation.mend-rectification',
  text: RECTIFICATIONS.upsert(1, ''),
}

const OF_CASE = {
  name: 'evaluation.rectification-of-case',
  text: `SELECT ${ROW} FROM ${FROM} WHERE v.area_code = $1 AND v.no = $2`,
}

async function* underOtherCalendar(
  db: Queryable,
  area: string,
  calendar: string,
): AsyncGenerator<RectificationRow[]> {
  let after = ''
  for (;;) {
    const rows = await db.query<RectificationRow>(OTHER_CALENDAR, [area, calendar, after])
    const last = rows.at(-1)
    if (last === undefined) return
    yield rows
    after = last.stream
  }
}

const OTHER_CALENDAR = {
  name: 'evaluation.rectification-other-calendar',
  text: `SELECT ${ROW} FROM ${FROM} WHERE v.area_code = $1 AND v.open AND v.stream > $3
    AND EXISTS (SELECT FROM jsonb_each(v.dossier->'clocks') AS c
      WHERE c.value->'ended' IS NULL AND c.value->>'calendar' <> $2)
    ORDER BY v.stream LIMIT 200`,
}

/**
 * What was due in a period: settled in it, or not settled by its end though a limit had passed. What a supervisor took out
 * of the scores is not there at all.
 */
const SETTLED = `(v.settled_on BETWEEN $2::date AND $3::date)`
const OPEN_AND_LATE = `((v.settled_on IS NULL OR v.settled_on > $3::date) AND v.rated_on <= $4::date
  AND LEAST(v.missed_day, v.limit_day) < $4::date)`
const DUE = `v.area_code = $1 AND v.state <> 'excluded'
  AND ($5::text IS NULL OR v.place = $5) AND (${SETTLED} OR ${OPEN_AND_LATE})`

const COUNTS = {
  name: 'evaluation.rectification-counts',
  text: `SELECT v.place, count(*) AS due,
      count(*) FILTER (WHERE ${SETTLED} AND v.missed_day IS NULL) AS "handledInTime"
    FROM evaluation.rectification v WHERE ${DUE} GROUP BY v.place ORDER BY v.place`,
}

const LATE = {
  name: 'evaluation.rectification-late',
  text: `SELECT v.id, v.place, v.dossier->>'item' AS item,
      (v.dossier->>'itemVersion')::int AS "itemVersion", v.settled_on IS NULL AS open,
      LEAST(v.missed_day, v.limit_day) AS "missedDay"
    FROM evaluation.rectification v
    WHERE ${DUE} AND NOT (${SETTLED} AND v.missed_day IS NULL)
    ORDER BY LEAST(v.missed_day, v.limit_day), v.id LIMIT $6`,
}
