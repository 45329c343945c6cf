import { hash } from 'node:crypto'
import type { Queryable, Statement } from '#platform/db/db.ts'
import { commitStatement } from '#platform/ledger/commit.ts'
import { denies, predicate } from '#platform/auth/visibility.ts'
import { upsert } from './store/row-values.ts'
import { CASE_SIGHT, FROM, ROW, type CaseRow, type CaseSight } from './store/rows.ts'

export { NO_DUE_DAY, type CaseRow, type CaseSight } from './store/rows.ts'

export interface ListQuery {
  areas: readonly string[]
  sight: CaseSight
  /** Narrower than sight: the queue somebody asked for. */
  queue?: CaseSight
  state?: string
  item?: string
  procedure?: string
  noPrefix?: string
  openOnly: boolean
  /** Open work by due day; everything else newest first. */
  order: 'due' | 'newest'
  after?: { dueDay: string; id: string }
  limit: number
}

export interface CaseReader {
  /** The case with this number if the actor may see it; nothing otherwise, as if it did not exist. */
  find(area: string, no: string, sight: CaseSight): Promise<CaseRow | undefined>
  byStream(area: string, stream: string): Promise<CaseRow | undefined>
  /** Whether one of these promised something before, in a case of their own or another's, and did not keep it. */
  hasBrokenPromise(area: string, parties: readonly string[]): Promise<boolean>
  /** Streams of open cases with a clock that was last counted under another calendar, in order, a page at a time. */
  openUnderOtherCalendar(area: string, calendar: string, after: string): Promise<string[]>
  list(query: ListQuery): Promise<CaseRow[]>
  counts(
    area: string,
    sight: CaseSight,
    queue: CaseSight,
    day: string,
  ): Promise<{ open: number; mine: number; soon: number; late: number }>
}

export function caseReader(db: Queryable): CaseReader {
  return {
    async find(area, no, sight) {
      if (denies(sight)) return undefined
      const seen = predicate(sight, CASE_SIGHT, 3)
      const text = `SELECT ${ROW} FROM ${FROM} WHERE v.area_code = $1 AND v.no = $2 AND ${seen.sql}`
      return (await db.query<CaseRow>(named('cases.find', text), [area, no, ...seen.values]))[0]
    },
    async hasBrokenPromise(area, parties) {
      return (await db.query(BROKEN_PROMISE, [area, parties])).length > 0
    },
    byStream: async (area, stream) => (await db.query<CaseRow>(BY_STREAM, [area, stream]))[0],
    openUnderOtherCalendar: async (area, calendar, after) =>
      (await db.query<{ stream: string }>(OTHER_CALENDAR, [area, calendar, after])).map(
        ({ stream }) => stream,
      ),
    list: (query) => (denies(query.sight) ? Promise.resolve([]) : db.query<CaseRow>(...listStatement(query))),
    async counts(area, sight, queue, day) {
      if (denies(sight)) return { open: 0, mine: 0, soon: 0, late: 0 }
      const seen = predicate(sight, CASE_SIGHT, 3)
      const mine = predicate(queue, CASE_SIGHT, 3 + seen.values.length)
      const text = `SELECT count(*) AS open,
          count(*) FILTER (WHERE ${mine.sql}) AS mine,
          count(*) FILTER (WHERE ${mine.sql} AND v.due_day = $2) AS soon,
          count(*) FILTER (WHERE ${mine.sql} AND v.due_day < $2) AS late
        FROM cases.case_view v WHERE v.area_code = $1 AND v.open AND ${seen.sql}`
      const [row] = await db.query<{ open: number; mine: number; soon: number; late: number }>(
        named('cases.counts', text),
        [area, day, ...seen.values, ...mine.values],
      )
      return row!
    },
  }
}

const BY_STREAM = {
  name: 'cases.by-stream',
  text: `SELECT ${ROW} FROM ${FROM} WHERE v.area_code = $1 AND v.stream = $2`,
}

const OTHER_CALENDAR = {
  name: 'cases.other-calendar',
  text: `SELECT v.stream FROM cases.case_view v WHERE v.area_code = $1 AND v.open AND v.stream > $3
    AND EXISTS (SELECT FROM jsonb_each(v.dossier->'clocks') AS c
      WHERE c.value->'ended' IS NULL AND c.value->>'calendar' <> $2)
    ORDER BY v.stream LIMIT 200`,
}

/** Whoever promised and did not keep it may not promise again before their credit is restored (国办发〔2020〕42号). */
const BROKEN_PROMISE = {
  name: 'cases.broken-promise',
  text: `SELECT 1 AS one FROM cases.case_view
    WHERE area_code = $1 AND state IN ('check-failed', 'revoking', 'revoked')
      AND (party = ANY($2::uuid[]) OR dossier->'promise'->>'by' = ANY($2::text[])) LIMIT 1`,
}

const names = new Map<string, string>()

/** One prepared statement per shape of predicate; there are as many as there are kinds of posts. */
function named(prefix: string, text: string): Statement {
  let name = names.get(text)
  if (name === undefined) {
    name = `${prefix}.${hash('sha1', text, 'base64url').slice(0, 12)}`
    names.set(text, name)
  }
  return { name, text }
}

function listStatement(query: ListQuery): [Statement, unknown[]] {
  const values: unknown[] = [query.areas]
  const where: string[] = ['v.area_code = ANY($1)']
  const param = (value: unknown): string => `$${values.push(value)}`
  for (const condition of [query.sight, ...(query.queue ? [query.queue] : [])]) {
    const part = predicate(condition, CASE_SIGHT, values.length + 1)
    where.push(part.sql)
    values.push(...part.values)
  }
  if (query.openOnly) where.push('v.open')
  if (query.state) where.push(`v.state = ${param(query.state)}`)
  if (query.procedure) where.push(`v.procedure = ${param(query.procedure)}`)
  if (query.item) where.push(`v.item_id = ${param(query.item)}`)
  if (query.noPrefix) where.push(`v.no LIKE ${param(`${query.noPrefix.replace(/[\\%_]/g, '\\$&')}%`)}`)
  const due = query.order === 'due'
  if (query.after) {
    const { dueDay, id } = query.after
    where.push(
      due ? `(v.due_day, v.id) > (${param(dueDay)}::date, ${param(id)}::uuid)` : `v.id < ${param(id)}::uuid`,
    )
  }
  const order = due ? 'v.due_day, v.id' : 'v.id DESC'
  const text = `SELECT ${ROW} FROM ${FROM} WHERE ${where.join(' AND ')} ORDER BY ${order} LIMIT ${param(query.limit)}`
  return [named('cases.list', text), values]
}

/** Facts and view in one statement: the ledger's call first, then the row folded from them. */
export const SAVE = commitStatement(
  'cases.save',
  (n) => `saved AS (${upsert(n, "FROM committed WHERE committed.outcome = 'done'")})`,
)

/** The row alone, for rebuilding from facts. */
export const MEND: Statement = { name: 'cases.mend', text: upsert(1, '') }

/** The next `count` running numbers of a body's day; gaps are allowed, repeats are not. */
export async function takeSerials(
  db: Queryable,
  area: string,
  body: string,
  day: string,
  count: number,
): Promise<number> {
  const [row] = await db.query<{ last: number }>(SERIALS, [area, body, day, count])
  return row!.last - count + 1
}

const SERIALS = {
  name: 'cases.serials',
  text: `INSERT INTO cases.serial (area_code, body, day, last) VALUES ($1, $2, $3, $4)
    ON CONFLICT (area_code, body, day) DO UPDATE SET last = cases.serial.last + excluded.last RETURNING last`,
}

/** The next document number of a body, kind and year; inside the act's transaction, so none is lost. */
export async function takeDocumentNumber(
  tx: Queryable,
  area: string,
  body: string,
  kind: string,
  year: number,
): Promise<number> {
  const [row] = await tx.query<{ last: number }>(DOCUMENT_NUMBER, [area, body, kind, year])
  return row!.last
}

const DOCUMENT_NUMBER = {
  name: 'cases.document-number',
  text: `INSERT INTO cases.document_number (area_code, body, kind, year, last) VALUES ($1, $2, $3, $4, 1)
    ON CONFLICT (area_code, body, kind, year) DO UPDATE SET last = cases.document_number.last + 1 RETURNING last`,
}
