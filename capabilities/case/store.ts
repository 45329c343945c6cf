import { hash } from 'node:crypto'
import type { Queryable, Statement } from '#platform/db/db.ts'
import { commitStatement } from '#platform/ledger/commit.ts'
import { denies, predicate } from '#platform/auth/visibility.ts'
import { countStatement, listStatement, type ListQuery } from './store/list.ts'
import { upsert } from './store/row-values.ts'
import { CASE_SIGHT, FROM, ROW, type CaseRow, type CaseSight, type ListedCase } from './store/rows.ts'

export { NO_DUE_DAY, type CaseRow, type CaseSight, type ListedCase } from './store/rows.ts'
export type { ListQuery } from './store/list.ts'

export interface CaseReader {
  /** The case with this number if the actor may see it; nothing otherwise, as if it did not exist. */
  find(area: string, no: string, sight: CaseSight): Promise<CaseRow | undefined>
  byStream(area: string, stream: string): Promise<CaseRow | undefined>
  /** Whether one of these promised something before, in a case of their own or another's, and did not keep it. */
  hasBrokenPromise(area: string, parties: readonly string[]): Promise<boolean>
  /** Streams of open cases with a clock that was last counted under another calendar, in order, a page at a time. */
  openUnderOtherCalendar(area: string, calendar: string, after: string): Promise<string[]>
  list(query: ListQuery): Promise<ListedCase[]>
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
    async list(query) {
      const written = listStatement(query)
      if (written === undefined) return []
      return db.query<ListedCase>(named('cases.list', written.text), written.values)
    },
    async counts(area, sight, queue, day) {
      const { text, values } = countStatement(area, { sight, queue, day })
      const [row] = await db.query<{ open: number; mine: number; soon: number; late: number }>(
        named('cases.counts', text),
        values,
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
