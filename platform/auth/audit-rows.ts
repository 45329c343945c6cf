import type { Instant } from '#platform/clock.ts'
import { isCalendarDay } from '#platform/legal-day.ts'

export interface AuditFilter {
  area: string
  actor?: string
  event?: string
  /** Legal days, both included. */
  from?: string
  until?: string
  limit?: number
  cursor?: string
}

export interface HeadRow {
  day: string
  count: number
  prev_hash: string
  hash: string
}

export interface AuditRow {
  area_code: string
  day: string
  seq: number
  id: string
  at: Instant
  actor: string
  event: string
  success: boolean
  ip: string | null
  object: string | null
  before: string | null
  after: string | null
  prev_hash: string
  hash: string
}

const COLUMNS =
  'area_code, day, seq, id, at, actor, event, success, ip, object, before, after, prev_hash, hash'

// Writers of one area take turns until they commit; a row lock on the head would miss the head a new day
// brings.
export const LOCK = { name: 'auth.audit.lock', text: `select pg_advisory_xact_lock(723017, hashtext($1))` }

export const LATEST_HEAD = {
  name: 'auth.audit.latest_head',
  text: `select day, count, prev_hash, hash from auth.audit_head where area_code = $1 order by day desc limit 1`,
}

export const INSERT = {
  name: 'auth.audit.insert',
  text: `with head as (
           insert into auth.audit_head (area_code, day, count, prev_hash, hash) values ($1, $2, $3, $13, $14)
           on conflict (area_code, day) do update set count = excluded.count, hash = excluded.hash
         )
         insert into auth.audit (${COLUMNS}) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
}

export const HEADS = {
  name: 'auth.audit.heads',
  text: `select day, count, prev_hash, hash from auth.audit_head where area_code = $1 order by day`,
}

export const ROWS_OF_DAY = {
  name: 'auth.audit.rows_of_day',
  text: `select ${COLUMNS} from auth.audit where area_code = $1 and day = $2 order by seq`,
}

// An area where nothing happened for long keeps what it has: the trigger counts the months from its newest
// day.
export const PURGE = {
  name: 'auth.audit.purge',
  text: `delete from auth.audit where area_code = $1 and day < $2
           and day < (select max(day) - interval '6 months' from auth.audit_head where area_code = $1)
         returning id`,
}

export function listStatement(filter: AuditFilter, limit: number): { text: string; values: unknown[] } {
  const values: unknown[] = [filter.area]
  const wheres = ['area_code = $1']
  const add = (sql: (param: string) => string, value: unknown) => {
    if (value !== undefined) wheres.push(sql(`$${values.push(value)}`))
  }
  add((param) => `actor = ${param}`, filter.actor)
  add((param) => `event = ${param}`, filter.event)
  add((param) => `day >= ${param}`, filter.from)
  add((param) => `day <= ${param}`, filter.until)
  const cursor = /^(\d{4}-\d\d-\d\d)\.(\d{1,9})$/.exec(filter.cursor ?? '')
  // A cursor of somebody's making starts at the beginning. The row comparison alone uses the primary key from the cursor on.
  if (cursor && isCalendarDay(cursor[1]!))
    wheres.push(
      `(day, seq) < ($${values.push(cursor[1])}::date, $${values.push(Number(cursor[2]))}::integer)`,
    )
  const text = `select ${COLUMNS} from auth.audit where ${wheres.join(' and ')}
                order by day desc, seq desc limit $${values.push(limit)}`
  return { text, values }
}
