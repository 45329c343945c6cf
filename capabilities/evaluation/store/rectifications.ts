import { hash } from 'node:crypto'
import { denies, predicate, type Condition } from '#platform/auth/visibility.ts'
import type { Queryable, Statement } from '#platform/db/db.ts'
import { asks, type Reading } from '#platform/db/reading.ts'
import { commitStatement } from '#platform/ledger/commit.ts'
import type { LateRectification, RectificationCount } from '../contract/rectification.ts'
import type { RectificationDossier } from '../model/dossier.ts'
import { upsertRectification, upsertRectifications } from './rectification-values.ts'

export { NO_DUE_DAY } from './rectification-values.ts'

export type RectificationSight = Condition<'handling_place' | 'state'>

const SIGHT = {
  area: 'v.area_code',
  columns: { handling_place: 'v.handling_place', state: 'v.state' },
} as const

export interface RectificationRow {
  area: string
  id: string
  stream: string
  hash: string
  dueDay: string
  missedDay: string | null
  dossier: RectificationDossier
}

export interface RectificationQuery {
  area: string
  sight: RectificationSight
  queue?: RectificationSight
  state?: string
  openOnly: boolean
  after?: { dueDay: string; id: string }
  limit: number
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

export function rectificationReader(db: Queryable): RectificationReader {
  return {
    async find(area, id, sight) {
      if (denies(sight)) return undefined
      const seen = predicate(sight, SIGHT, 3)
      const text = `SELECT ${ROW} FROM ${FROM} WHERE v.area_code = $1 AND v.id = $2 AND ${seen.sql}`
      return (await db.query<RectificationRow>(named(text), [area, id, ...seen.values]))[0]
    },
    byStream: async (area, stream) => (await db.query<RectificationRow>(BY_STREAM, [area, stream]))[0],
    ofCase: async (area, no) => (await db.query<RectificationRow>(OF_CASE, [area, no]))[0],
    list: (query) =>
      denies(query.sight) ? Promise.resolve([]) : db.query<RectificationRow>(...listStatement(query)),
    counts: (query) => asks<RectificationCount>(COUNTS, figured(query)),
    late: (query, limit) => asks<LateRectification>(LATE, [...figured(query), limit]),
    underOtherCalendar: (area, calendar) => underOtherCalendar(db, area, calendar),
  }
}

const figured = ({ area, from, to, asOf, place }: FiguresQuery) => [area, from, to, asOf, place ?? null]

/** Facts and view in one statement. */
export const SAVE_RECTIFICATION = commitStatement(
  'evaluation.save-rectification',
  (n) => `saved AS (${upsertRectification(n, "FROM committed WHERE committed.outcome = 'done'")})`,
)

/** The same for many in one commit. */
export const SAVE_RECTIFICATIONS = commitStatement(
  'evaluation.save-rectifications',
  (n) => `saved AS (${upsertRectifications(n, "JOIN committed ON committed.outcome = 'done'")})`,
)

/** The row alone, for rebuilding from facts. */
export const MEND_RECTIFICATION: Statement = {
  name: 'evaluation.mend-rectification',
  text: upsertRectification(1, ''),
}

const BY_STREAM = {
  name: 'evaluation.rectification-by-stream',
  text: `SELECT ${ROW} FROM ${FROM} WHERE v.area_code = $1 AND v.stream = $2`,
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

const names = new Map<string, string>()

/** One prepared statement per shape of predicate. */
function named(text: string): Statement {
  const name = names.get(text) ?? `evaluation.rectification.${hash('sha1', text, 'base64url').slice(0, 12)}`
  names.set(text, name)
  return { name, text }
}

function listStatement(query: RectificationQuery): [Statement, unknown[]] {
  const values: unknown[] = [query.area]
  const where: string[] = ['v.area_code = $1']
  const param = (value: unknown): string => `$${values.push(value)}`
  for (const condition of [query.sight, ...(query.queue ? [query.queue] : [])]) {
    const part = predicate(condition, SIGHT, values.length + 1)
    where.push(part.sql)
    values.push(...part.values)
  }
  if (query.openOnly) where.push('v.open')
  if (query.state) where.push(`v.state = ${param(query.state)}`)
  if (query.after) {
    const { dueDay, id } = query.after
    where.push(
      query.openOnly
        ? `(v.due_day, v.id) > (${param(dueDay)}::date, ${param(id)}::uuid)`
        : `v.id < ${param(id)}::uuid`,
    )
  }
  const order = query.openOnly ? 'v.due_day, v.id' : 'v.id DESC'
  const text = `SELECT ${ROW} FROM ${FROM} WHERE ${where.join(' AND ')} ORDER BY ${order} LIMIT ${param(query.limit)}`
  return [named(text), values]
}
