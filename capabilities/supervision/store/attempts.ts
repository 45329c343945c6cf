import { legalDay } from '#engine/day.ts'
import type { Queryable } from '#platform/db/db.ts'
import { asks, type Reading } from '#platform/db/reading.ts'
import type { Attempt } from '../model.ts'
import type { AttemptQuestion } from './questions.ts'
import { parameters } from './rates.ts'

const ATTEMPT = `a.area_code AS area, a.stream, a.seq, a.at, a.day, a.kind, a.code, a.action,
  a.actor_kind AS "actorKind", a.post, a.place, a.body, a.case_stream AS "caseStream", a.item_id AS "itemId", a.facts`

export function readAttempts(
  db: Queryable,
  question: AttemptQuestion,
  after: { at: string; stream: string; seq: number } | undefined,
  limit: number,
): Promise<Attempt[]> {
  // The day falls with the moment, so a later page begins in the index where the one before ended.
  const { values, param, where } = asked(after ? { ...question, to: legalDay(after.at) } : question)
  if (after) {
    const place = [
      `${param(after.at)}::timestamptz`,
      `${param(after.stream)}::text`,
      `${param(after.seq)}::int`,
    ]
    where.push(`(a.at, a.stream, a.seq) < (${place.join(', ')})`)
  }
  const text = `SELECT ${ATTEMPT} FROM supervision.attempt a WHERE ${where.join(' AND ')}
    ORDER BY a.day DESC, a.at DESC, a.stream DESC, a.seq DESC LIMIT ${param(limit)}`
  return db.query<Attempt>(text, values)
}

export interface BodyCount {
  body: string
  count: number
}

/** How often officers of each body tried; other actors have no body. */
export function attemptCounts(question: AttemptQuestion): Reading<readonly BodyCount[]> {
  const { values, where } = asked(question)
  const text = `SELECT a.body, count(*) AS count FROM supervision.attempt a
    WHERE ${where.join(' AND ')} AND a.body IS NOT NULL GROUP BY a.body ORDER BY a.body LIMIT 1000`
  return asks<BodyCount>(text, values)
}

function asked({ area, from, to, kind, place, body }: AttemptQuestion) {
  const { values, param } = parameters()
  const where = [`a.area_code = ${param(area)}`, `a.day BETWEEN ${param(from)}::date AND ${param(to)}::date`]
  if (kind !== undefined) where.push(`a.kind = ${param(kind)}`)
  if (place !== undefined) where.push(`a.place = ${param(place)}`)
  if (body !== undefined) where.push(`a.body = ${param(body)}`)
  return { values, param, where }
}

export const SAVE_ATTEMPT = {
  name: 'supervision.save-attempt',
  text: `INSERT INTO supervision.attempt (area_code, stream, seq, at, day, kind, code, action, actor_kind, post, place,
      body, case_stream, item_id, facts)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15::jsonb)
    ON CONFLICT (area_code, stream, seq) DO UPDATE SET kind = excluded.kind, day = excluded.day, at = excluded.at,
      code = excluded.code, action = excluded.action, actor_kind = excluded.actor_kind, post = excluded.post,
      place = excluded.place, body = excluded.body, case_stream = excluded.case_stream, item_id = excluded.item_id,
      facts = excluded.facts`,
}

export function attemptValues(attempt: Attempt): unknown[] {
  const { area, stream, seq, at, day, kind, code, action, actorKind } = attempt
  const { post, place, body, caseStream, itemId, facts } = attempt
  return [
    ...[area, stream, seq, at, day, kind, code, action, actorKind, post, place, body, caseStream, itemId],
    JSON.stringify(facts),
  ]
}
