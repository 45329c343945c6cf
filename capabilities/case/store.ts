import type { Barred } from './chapters/endings/dossier.ts'
import type { Queryable, Statement } from '#platform/db/db.ts'
import { asks, made, type Reading } from '#platform/db/reading.ts'
import { commitStatement } from '#platform/ledger/commit.ts'
import { shapesOf } from '#platform/views/shapes.ts'
import { denies, predicate } from '#platform/auth/visibility.ts'
import { yearOfCaseNumber } from './model/case-number.ts'
import { countStatement, type Counted } from './store/counts.ts'
import { listStatement, type ListQuery } from './store/list.ts'
import { ownStatement, type OwnQuery, type OwnRow } from './store/own-matters.ts'
import { CASES } from './store/row-values.ts'
import {
  CASE_SIGHT,
  FROM,
  ROW,
  HOLDING,
  whole,
  type CaseRow,
  type CaseSight,
  type HoldingCase,
  type ListedCase,
  type WholeCase,
} from './store/rows.ts'

export {
  NO_DUE_DAY,
  type CaseRow,
  type CaseSight,
  type HoldingCase,
  type ListedCase,
  type ListedDossier,
  type WholeCase,
} from './store/rows.ts'
export type { ListQuery } from './store/list.ts'

export interface CaseCounts {
  open: number
  mine: number
  soon: number
  late: number
  /** What waits for my word. */
  approvals: number
  /** Due on the next working day. */
  next: number
  /** Notices of the post that nobody has seen. */
  unread: number
}

/** Who applies, as far as earlier cases tell: the applicant's own parties, and whose account files in which name. */
export interface Applicant {
  parties: readonly string[]
  account: string | null
  masked: string
}

export interface CaseReader {
  /** The case with this number if the actor may see it; nothing otherwise, as if it did not exist. */
  find(area: string, no: string, sight: CaseSight): Promise<CaseRow | undefined>
  /** The same with the files it holds. */
  holding(area: string, no: string, sight: CaseSight): Promise<HoldingCase | undefined>
  /** And with its facts, for a page about this one case. */
  whole(area: string, no: string, sight: CaseSight): Promise<WholeCase | undefined>
  byStream(area: string, stream: string): Promise<CaseRow | undefined>
  /** Whether one of these promised something before, in a case of their own or another's, and did not keep it. */
  hasBrokenPromise(area: string, parties: readonly string[]): Promise<boolean>
  /** Until when, and by which article, one of these may not apply for the item again. */
  barred(area: string, item: string, parties: readonly string[], day: string): Promise<Barred | undefined>
  /** The newest undecided case of the item for the same applicant: their own, or one this account filed in the same name. */
  twin(area: string, item: string, of: Applicant): Promise<{ no: string; since: string } | undefined>
  /** Open cases with a clock that was last counted under another calendar, a page at a time and each once. */
  underOtherCalendar(area: string, calendar: string): AsyncIterable<CaseRow[]>
  list(query: ListQuery): Promise<ListedCase[]>
  /** Several parts of one person's page at one moment, in no order. */
  own(query: OwnQuery): Promise<OwnRow[]>
  counts(area: string, wanted: Counted): Reading<CaseCounts>
}

export function caseReader(db: Queryable): CaseReader {
  return {
    find: (area, no, sight) => findOne<CaseRow>(db, NAMED.find, ROW, [area, no], sight),
    holding: (area, no, sight) => findOne<HoldingCase>(db, NAMED.holding, HOLDING, [area, no], sight),
    whole: (area, no, sight) =>
      findOne<WholeCase>(db, NAMED.whole, whole(yearOfCaseNumber(no)), [area, no], sight),
    async hasBrokenPromise(area, parties) {
      return (await db.query(BROKEN_PROMISE, [area, parties])).length > 0
    },
    async barred(area, item, parties, day) {
      return (await db.query<{ barred: Barred }>(BARRED, [area, item, parties, day]))[0]?.barred
    },
    async twin(area, item, { parties, account, masked }) {
      return (await db.query<{ no: string; since: string }>(TWIN, [area, item, parties, account, masked]))[0]
    },
    byStream: async (area, stream) => (await db.query<CaseRow>(BY_STREAM, [area, stream]))[0],
    underOtherCalendar: (area, calendar) => underOtherCalendar(db, area, calendar),
    async list(query) {
      const written = listStatement(query)
      if (written === undefined) return []
      return db.query<ListedCase>(NAMED.list(written.text), written.values)
    },
    async own(query) {
      const written = ownStatement(query)
      return written === undefined ? [] : db.query<OwnRow>(NAMED.own(written.text), written.values)
    },
    counts(area, wanted) {
      const { text, values } = countStatement(area, wanted)
      return made(asks<CaseCounts>(NAMED.counts(text), values), ([row]) => row!)
    },
  }
}

const NAMED = {
  find: shapesOf('cases.find'),
  holding: shapesOf('cases.holding'),
  whole: shapesOf('cases.whole'),
  list: shapesOf('cases.list'),
  own: shapesOf('cases.own'),
  counts: shapesOf('cases.counts'),
}

/** So much of a case as was asked for, if the actor may see it. */
async function findOne<R extends CaseRow>(
  db: Queryable,
  named: (text: string) => Statement,
  columns: string,
  [area, no]: [area: string, no: string],
  sight: CaseSight,
): Promise<R | undefined> {
  if (denies(sight)) return undefined
  const seen = predicate(sight, CASE_SIGHT, 3)
  const text = `SELECT ${columns} FROM ${FROM} WHERE v.area_code = $1 AND v.no = $2 AND ${seen.sql}`
  return (await db.query<R>(named(text), [area, no, ...seen.values]))[0]
}

const BY_STREAM = {
  name: 'cases.by-stream',
  text: `SELECT ${ROW} FROM ${FROM} WHERE v.area_code = $1 AND v.stream = $2`,
}

/** How many cases are counted anew in one commit. */
const CALENDAR_PAGE = 200

/**
 * Those counted under versions that sort before this one, then those after: two walks along one index, so that neither the
 * cases that are done nor those without a running clock are ever read.
 */
async function* underOtherCalendar(db: Queryable, area: string, calendar: string): AsyncGenerator<CaseRow[]> {
  for (const [from, below] of [
    ['', calendar],
    [calendar, AFTER_EVERY_VERSION],
  ] as const) {
    let after = { counted: from, id: LAST_ID }
    for (;;) {
      const rows = await db.query<CaseRow & { counted: string }>(OTHER_CALENDAR, [
        ...[area, after.counted, after.id, below, CALENDAR_PAGE],
      ])
      const last = rows.at(-1)
      if (last === undefined) break
      yield rows
      after = last
    }
  }
}

const AFTER_EVERY_VERSION = '~'
const LAST_ID = 'ffffffff-ffff-ffff-ffff-ffffffffffff'

const OTHER_CALENDAR = {
  name: 'cases.other-calendar',
  text: `SELECT ${ROW}, v.calendar AS counted FROM ${FROM}
    WHERE v.area_code = $1 AND v.open AND (v.calendar, v.id) > ($2, $3::uuid) AND v.calendar < $4
    ORDER BY v.calendar, v.id LIMIT $5`,
}

/**
 * Whoever promised and did not keep it may not promise again before their credit is restored (国办发〔2020〕42号): a commitment
 * that was found false, or a tolerated gap that was never closed.
 */
const BROKEN_PROMISE = {
  name: 'cases.broken-promise',
  text: `SELECT 1 AS one FROM cases.case_view
    WHERE area_code = $1 AND state IN ('check-failed', 'revoking', 'revoked')
      AND (party = ANY($2::uuid[]) OR dossier->'promise'->>'by' = ANY($2::text[]))
      AND dossier->'creditRestored' IS NULL
    UNION ALL SELECT 1 AS one FROM cases.case_view
    WHERE area_code = $1 AND party = ANY($2::uuid[]) AND state = 'lapsed'
      AND dossier->'gaps'->>'broken' = 'true' AND dossier->'creditRestored' IS NULL LIMIT 1`,
}

const TWIN = {
  name: 'cases.twin',
  text: `SELECT no, dossier->>'firstReceivedOn' AS since FROM cases.case_view
    WHERE area_code = $1 AND item_id = $2 AND NOT dossier ? 'about'
      AND state IN ('received', 'supplementing', 'refusal-proposed', 'accepted', 'reviewed')
      AND (party = ANY($3::uuid[]) OR (party = $4::uuid AND applicant_masked = $5))
    ORDER BY id DESC LIMIT 1`,
}

/** 行政许可法第七十八条、第七十九条. */
const BARRED = {
  name: 'cases.barred',
  text: `SELECT dossier->'barred' AS barred FROM cases.case_view
    WHERE area_code = $1 AND item_id = $2 AND dossier->'barred' IS NOT NULL
      AND (party = ANY($3::uuid[]) OR dossier->>'applicantParty' = ANY($3::text[]))
      AND dossier->'barred'->>'until' >= $4
    ORDER BY dossier->'barred'->>'until' DESC LIMIT 1`,
}

/** Facts and view in one statement: the ledger's call first, then the row folded from them. */
export const SAVE = commitStatement(
  'cases.save',
  (n) => `saved AS (${CASES.upsert(n, "FROM committed WHERE committed.outcome = 'done'")})`,
)

/** The same for many cases in one commit. */
export const SAVE_MANY = commitStatement(
  'cases.save-many',
  (n) => `saved AS (${CASES.upsertMany(n, "JOIN committed ON committed.outcome = 'done'")})`,
)

/** The row alone, for rebuilding from facts. */
export const MEND: Statement = { name: 'cases.mend', text: CASES.upsert(1, '') }

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
