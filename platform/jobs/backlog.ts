import type { Instant } from '#platform/clock.ts'
import type { Queryable } from '#platform/db/db.ts'

/** How the queues stand, for `/metrics` and the administrator's page. */
export interface Backlog {
  queue: 'job' | 'outbox'
  /** A kind of job, or a subscriber. */
  name: string
  waiting: number
  due: number
  failing: number
  parked: number
  oldestDueAt: Instant | null
}

/** One line per kind of job and per subscriber that has anything left. */
export function backlog(db: Queryable, now: Instant, areaCode?: string): Promise<Backlog[]> {
  const part = (table: 'job' | 'outbox', name: string) => `SELECT '${table}' AS queue, ${name} AS name,
      count(*) FILTER (WHERE parked_at IS NULL AND next_at > $1) AS waiting,
      count(*) FILTER (WHERE parked_at IS NULL AND next_at <= $1) AS due,
      count(*) FILTER (WHERE parked_at IS NULL AND last_error IS NOT NULL) AS failing,
      count(parked_at) AS parked,
      min(next_at) FILTER (WHERE parked_at IS NULL AND next_at <= $1) AS "oldestDueAt"
    FROM ledger.${table} WHERE $2::text IS NULL OR area_code = $2 GROUP BY ${name}`
  return db.query<Backlog>(
    `${part('job', 'kind')} UNION ALL ${part('outbox', 'subscriber')} ORDER BY queue, name`,
    [now, areaCode ?? null],
  )
}

/** A fact that a subscriber has not dealt with since a moment ago. */
export interface LateDelivery {
  stream: string
  seq: number
  kind: string
  at: Instant
  parked: boolean
}

/** What a subscriber still owes on facts older than a moment, whatever holds it up. */
export function lateDeliveries(
  db: Queryable,
  areaCode: string,
  subscriber: string,
  before: Instant,
): Promise<LateDelivery[]> {
  return db.query<LateDelivery>(LATE, [areaCode, subscriber, before])
}

const LATE = {
  name: 'outbox.late',
  // The outbox holds what is not done yet, which is little; each row finds its fact by key.
  text: `SELECT o.stream, o.seq, o.kind, f.at, o.parked_at IS NOT NULL AS parked
    FROM ledger.outbox o JOIN ledger.fact f ON f.area_code = o.area_code
      AND f.born_year = split_part(o.stream, ':', 2)::int AND f.stream = o.stream AND f.seq = o.seq
    WHERE o.area_code = $1 AND o.subscriber = $2 AND f.at < $3 ORDER BY o.stream, o.seq LIMIT 2000`,
}

/** A task that failed too often and waits for a person. Later facts of its stream wait behind it. */
export interface ParkedTask {
  areaCode: string
  stream: string
  /** Which job (`id`), or which fact (`seq`) for which subscriber. */
  job: { kind: string; id: string } | null
  delivery: { subscriber: string; seq: number } | null
  parkedAt: Instant
  attempts: number
  lastError: string
}

export async function parkedTasks(db: Queryable, areaCode: string): Promise<ParkedTask[]> {
  const columns = `area_code AS "areaCode", stream, parked_at AS "parkedAt", attempts, last_error AS "lastError"`
  return db.query<ParkedTask>(
    `SELECT ${columns}, json_build_object('kind', kind, 'id', id) AS job, NULL::json AS delivery
       FROM ledger.job WHERE area_code = $1 AND parked_at IS NOT NULL
     UNION ALL
     SELECT ${columns}, NULL, json_build_object('subscriber', subscriber, 'seq', seq)
       FROM ledger.outbox WHERE area_code = $1 AND parked_at IS NOT NULL
     ORDER BY "parkedAt", stream LIMIT 200`,
    [areaCode],
  )
}

/** Lets a parked task try again from the start. */
export async function release(db: Queryable, task: ParkedTask, now: Instant): Promise<void> {
  const again = 'SET parked_at = NULL, attempts = 0, next_at = $1'
  if (task.job !== null) {
    await db.query(
      `UPDATE ledger.job ${again}
       WHERE area_code = $2 AND stream = $3 AND kind = $4 AND id = $5 AND parked_at IS NOT NULL`,
      [now, task.areaCode, task.stream, task.job.kind, task.job.id],
    )
  }
  if (task.delivery !== null) {
    await db.query(
      `UPDATE ledger.outbox ${again}
       WHERE area_code = $2 AND stream = $3 AND seq = $4 AND subscriber = $5 AND parked_at IS NOT NULL`,
      [now, task.areaCode, task.stream, task.delivery.seq, task.delivery.subscriber],
    )
  }
}
