import type { Queryable } from '#platform/db/db.ts'
import { asks, made, readOnce, type Reading } from '#platform/db/reading.ts'
import type { GapCode } from '../model/gaps.ts'
import type { Scope } from '../store.ts'
import { parameters } from './rates.ts'

export interface OpenGap {
  stream: string
  code: GapCode
  openedAt: string
  caseNo: string
  itemId: string
  itemVersion: number
  place: string
  body: string
  facts: Readonly<Record<string, unknown>>
}

/** Where the walk over an area's open cases stands. */
export interface Round {
  startedAt: string
  after: string | null
  lookedAt: number
  finishedAt: string | null
  openCases: number | null
}

export interface OpenLine {
  id: string
  stream: string
  no: string
  itemId: string
  itemVersion: number
}

export function gapStore(db: Queryable, area: string) {
  return {
    round: (): Promise<Round | undefined> => readOnce(db, readRound(area)),
    async keepRound({ startedAt, after, lookedAt, finishedAt, openCases }: Round): Promise<void> {
      await db.query(KEEP_ROUND, [area, startedAt, after, lookedAt, finishedAt, openCases])
    },
    openLines: (after: string | null, limit: number): Promise<OpenLine[]> =>
      db.query<OpenLine>(OPEN_LINES, [area, after, limit]),
    /** Found again, a gap keeps the moment it was found first. */
    async keep(gaps: readonly OpenGap[], now: string): Promise<void> {
      if (gaps.length > 0) await db.query(KEEP, [area, JSON.stringify(gaps), now])
    },
    /** What these cases had and have no more. */
    async closeOthers(streams: readonly string[], now: string): Promise<void> {
      if (streams.length > 0) await db.query(CLOSE_OTHERS, [area, streams, now])
    },
    /** What a whole walk did not meet: the cases are over. */
    async closeUnseen(since: string, now: string): Promise<void> {
      await db.query(CLOSE_UNSEEN, [area, since, now])
    },
  }
}

export const readRound = (area: string): Reading<Round | undefined> =>
  made(asks<Round>(ROUND, [area], ['startedAt', 'finishedAt']), ([round]) => round)

const ROUND = {
  name: 'supervision.round',
  text: `SELECT started_at AS "startedAt", after_id AS "after", looked_at AS "lookedAt", finished_at AS "finishedAt",
    open_cases AS "openCases" FROM supervision.watch_round WHERE area_code = $1`,
}

const KEEP_ROUND = {
  name: 'supervision.keep-round',
  text: `INSERT INTO supervision.watch_round (area_code, started_at, after_id, looked_at, finished_at, open_cases)
    VALUES ($1, $2, $3::uuid, $4, $5, $6) ON CONFLICT (area_code) DO UPDATE SET started_at = excluded.started_at,
      after_id = excluded.after_id, looked_at = excluded.looked_at, finished_at = excluded.finished_at,
      open_cases = excluded.open_cases`,
}

const OPEN_LINES = {
  name: 'supervision.open-lines',
  text: `SELECT l.id, l.stream, l.no, l.item_id AS "itemId", l.item_version AS "itemVersion" FROM supervision.case_line l
    WHERE l.area_code = $1 AND l.open AND ($2::uuid IS NULL OR l.id > $2::uuid) ORDER BY l.id LIMIT $3`,
}

const KEEP = {
  name: 'supervision.keep-gaps',
  text: `INSERT INTO supervision.gap (area_code, stream, code, opened_at, seen_at, case_no, item_id, item_version, place,
      body, facts)
    SELECT $1, g->>'stream', g->>'code', $3::timestamptz, $3::timestamptz, g->>'caseNo', g->>'itemId',
      (g->>'itemVersion')::int, g->>'place', g->>'body', g->'facts'
    FROM jsonb_array_elements($2::jsonb) AS g
    ON CONFLICT (area_code, stream, code) WHERE closed_at IS NULL
      DO UPDATE SET seen_at = excluded.seen_at, facts = excluded.facts, place = excluded.place, body = excluded.body`,
}

const CLOSE_OTHERS = {
  name: 'supervision.close-gaps',
  text: `UPDATE supervision.gap SET closed_at = $3::timestamptz
    WHERE area_code = $1 AND stream = ANY($2) AND closed_at IS NULL AND seen_at < $3::timestamptz`,
}

const CLOSE_UNSEEN = {
  name: 'supervision.close-unseen',
  text: `UPDATE supervision.gap SET closed_at = $3::timestamptz
    WHERE area_code = $1 AND closed_at IS NULL AND seen_at < $2::timestamptz`,
}

export interface GapPlace {
  openedAt: string
  stream: string
  code: string
}

const GAP = `g.stream, g.code, g.opened_at AS "openedAt", g.case_no AS "caseNo", g.item_id AS "itemId",
  g.item_version AS "itemVersion", g.place, g.body, g.facts`

/** Open gaps, the oldest first. */
export function readGaps(
  scope: Scope,
  code: GapCode | undefined,
  after: GapPlace | undefined,
  limit: number,
): Reading<readonly OpenGap[]> {
  const { values, where, param } = asked(scope)
  if (code !== undefined) where.push(`g.code = ${param(code)}`)
  if (after)
    where.push(
      `(g.opened_at, g.stream, g.code) > (${param(after.openedAt)}::timestamptz, ${param(after.stream)}, ${param(after.code)})`,
    )
  return asks<OpenGap>(
    `SELECT ${GAP} FROM supervision.gap g WHERE ${where.join(' AND ')}
      ORDER BY g.opened_at, g.stream, g.code LIMIT ${param(limit)}`,
    values,
    ['openedAt'],
  )
}

export interface GapCount {
  code: GapCode
  count: number
}

export function gapCounts(scope: Scope): Reading<readonly GapCount[]> {
  const { values, where } = asked(scope)
  return asks<GapCount>(
    `SELECT g.code, count(*) AS count FROM supervision.gap g WHERE ${where.join(' AND ')} GROUP BY g.code ORDER BY g.code`,
    values,
  )
}

function asked({ area, place, item }: Scope) {
  const { values, param } = parameters()
  const where = [`g.area_code = ${param(area)}`, 'g.closed_at IS NULL']
  if (place !== undefined) where.push(`g.place = ${param(place)}`)
  if (item !== undefined) where.push(`g.item_id = ${param(item)}`)
  return { values, param, where }
}
