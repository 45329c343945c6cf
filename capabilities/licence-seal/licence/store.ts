import type { LegalDay } from '#engine/day.ts'
import { denies, predicate, type Condition } from '#platform/auth/visibility.ts'
import type { Queryable, Statement } from '#platform/db/db.ts'
import { asks, known, made, type Reading } from '#platform/db/reading.ts'
import { commitStatement } from '#platform/ledger/commit.ts'
import { factsBeside, type FactRow } from '#platform/ledger/ledger.ts'
import { shapesOf } from '#platform/views/shapes.ts'
import type { LicenceState } from '../contract.ts'
import type { LicenceDossier } from './dossier.ts'
import { licence } from './procedure.ts'
import { LICENCES } from './row-values.ts'

export interface LicenceRow {
  area: string
  id: string
  stream: string
  hash: string | null
  holderMasked: string
  dossier: LicenceDossier
}

/** A licence with its facts, read at one moment. */
export interface WholeLicence extends LicenceRow {
  facts: readonly FactRow[]
}

export type LicenceColumn = 'body' | 'party' | 'place'
export type LicenceSight = Condition<LicenceColumn>
const SIGHT = {
  area: 'v.area_code',
  columns: { body: 'v.body', party: 'v.party', place: 'v.place' },
} as const

export interface LicenceQuery {
  area: string
  sight: LicenceSight
  state?: LicenceState
  item?: string
  /** Part of the number, or of the masked name. */
  words?: string
  /** Runs out on this day or before it; these come in the order in which they run out. */
  until?: LegalDay
  /** Somebody of the body has to decide about it. */
  waiting?: boolean
  /** The last one shown, with its last day where the list is in that order. */
  after?: { id: string; validUntil?: LegalDay }
  limit: number
}

export interface LicenceReader {
  byStream(area: string, stream: string): Promise<LicenceRow | undefined>
  byNumber(area: string, number: string, sight: LicenceSight): Promise<LicenceRow | undefined>
  /** The same with its facts, for a page about this one licence. */
  wholeByNumber(area: string, number: string, sight: LicenceSight): Promise<WholeLicence | undefined>
  ofCase(area: string, no: string): Promise<LicenceRow | undefined>
  list(query: LicenceQuery): Promise<LicenceRow[]>
  /** How many of these somebody has to decide about. */
  waiting(area: string, sight: LicenceSight): Reading<number>
  /** The last day on which one of the licences of these parties was revoked for fraud (行政许可法第七十九条). */
  fraudOn(area: string, item: string, parties: readonly string[]): Promise<LegalDay | undefined>
  /** Streams of those with a clock that was last counted under another calendar. */
  openUnderOtherCalendar(area: string, calendar: string, after: string): Promise<string[]>
}

const TO_CANCEL = Object.entries(licence.states).flatMap(([state, { waitsFor }]) =>
  waitsFor[0] === 'approver' ? [state] : [],
)
/** What is meant to be taken away, and what has lost its force and is not yet cancelled (注销). */
const WAITING = `v.open AND (v.state IN ('${TO_CANCEL.join("', '")}') OR v.state = 'valid' AND v.dossier->'intent' IS NOT NULL)`

const ROW = `v.area_code AS area, v.id, v.stream, h.hash, v.holder_masked AS "holderMasked", v.dossier`
const WHOLE = `${ROW}, ${factsBeside()} AS facts`
/** The hash the next commit must meet stands in the ledger alone; one snapshot reads both. */
const FROM = `licence_seal.licence v JOIN ledger.head h ON h.area_code = v.area_code AND h.stream = v.stream`

export function licenceReader(db: Queryable): LicenceReader {
  return {
    byStream: async (area, stream) => (await db.query<LicenceRow>(BY_STREAM, [area, stream]))[0],
    ofCase: async (area, no) => (await db.query<LicenceRow>(OF_CASE, [area, no]))[0],
    byNumber: (area, number, sight) => findOne<LicenceRow>(db, ROW, [area, number], sight),
    wholeByNumber: (area, number, sight) => findOne<WholeLicence>(db, WHOLE, [area, number], sight),
    list: (query) =>
      denies(query.sight) ? Promise.resolve([]) : db.query<LicenceRow>(...listStatement(query)),
    waiting(area, sight) {
      if (denies(sight)) return known(0)
      const seen = predicate(sight, SIGHT, 2)
      const text = `SELECT count(*) AS found FROM licence_seal.licence v WHERE v.area_code = $1 AND ${WAITING} AND ${seen.sql}`
      return made(asks<{ found: number }>(named(text), [area, ...seen.values]), ([row]) => row!.found)
    },
    fraudOn: async (area, item, parties) =>
      (await db.query<{ day: string | null }>(FRAUD, [area, item, parties]))[0]?.day ?? undefined,
    openUnderOtherCalendar: async (area, calendar, after) =>
      (await db.query<{ stream: string }>(OTHER_CALENDAR, [area, calendar, after])).map(
        ({ stream }) => stream,
      ),
  }
}

/** So much of a licence as was asked for, if the actor may see it. */
async function findOne<R extends LicenceRow>(
  db: Queryable,
  columns: string,
  [area, number]: [area: string, number: string],
  sight: LicenceSight,
): Promise<R | undefined> {
  if (denies(sight)) return undefined
  const seen = predicate(sight, SIGHT, 3)
  const text = `SELECT ${columns} FROM ${FROM} WHERE v.area_code = $1 AND v.number = $2 AND ${seen.sql}`
  return (await db.query<R>(named(text), [area, number, ...seen.values]))[0]
}

/** Facts and view in one statement. */
export const SAVE_LICENCE = commitStatement(
  'licence-seal.save-licence',
  (n) => `saved AS (${LICENCES.upsert(n, "FROM committed WHERE committed.outcome = 'done'")})`,
)

/** The row alone, for rebuilding from facts. */
export const MEND_LICENCE: Statement = { name: 'licence-seal.mend-licence', text: LICENCES.upsert(1, '') }

const BY_STREAM = {
  name: 'licence-seal.licence-by-stream',
  text: `SELECT ${ROW} FROM ${FROM} WHERE v.area_code = $1 AND v.stream = $2`,
}

const OF_CASE = {
  name: 'licence-seal.licence-of-case',
  text: `SELECT ${ROW} FROM ${FROM} WHERE v.area_code = $1 AND v.case_no = $2`,
}

const FRAUD = {
  name: 'licence-seal.fraud-on',
  text: `SELECT max(v.dossier->>'fraudOn') AS day FROM licence_seal.licence v
    WHERE v.area_code = $1 AND v.item_id = $2 AND v.party = ANY($3::uuid[])`,
}

const OTHER_CALENDAR = {
  name: 'licence-seal.licence-other-calendar',
  text: `SELECT v.stream FROM licence_seal.licence v WHERE v.area_code = $1 AND v.open AND v.stream > $3
    AND EXISTS (SELECT FROM jsonb_each(v.dossier->'clocks') AS c
      WHERE c.value->'ended' IS NULL AND c.value->>'calendar' <> $2)
    ORDER BY v.stream LIMIT 200`,
}

const named = shapesOf('licence-seal.licence')

/** What runs out soon in the order in which it does, everything else newest first. */
function listStatement(query: LicenceQuery): [Statement, unknown[]] {
  const values: unknown[] = [query.area]
  const where: string[] = ['v.area_code = $1']
  const param = (value: unknown): string => `$${values.push(value)}`
  const seen = predicate(query.sight, SIGHT, values.length + 1)
  where.push(seen.sql)
  values.push(...seen.values)
  if (query.state) where.push(`v.state = ${param(query.state)}`)
  if (query.item) where.push(`v.item_id = ${param(query.item)}`)
  if (query.words) {
    const words = param(query.words)
    where.push(`(strpos(v.number, ${words}) > 0 OR strpos(v.holder_masked, ${words}) > 0)`)
  }
  if (query.until) where.push(`v.valid_until <= ${param(query.until)}::date`)
  if (query.waiting) where.push(WAITING)
  if (query.after) where.push(beyond(query.after, param))
  const order = query.until ? 'v.valid_until, v.id' : 'v.id DESC'
  const text = `SELECT ${ROW} FROM ${FROM} WHERE ${where.join(' AND ')} ORDER BY ${order} LIMIT ${param(query.limit)}`
  return [named(text), values]
}

function beyond(
  { id, validUntil }: NonNullable<LicenceQuery['after']>,
  param: (value: unknown) => string,
): string {
  return validUntil === undefined
    ? `v.id < ${param(id)}::uuid`
    : `(v.valid_until, v.id) > (${param(validUntil)}::date, ${param(id)}::uuid)`
}
