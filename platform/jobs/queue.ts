import type { Instant } from '#platform/clock.ts'
import type { Queryable } from '#platform/db/db.ts'
import type { Json } from '#platform/ledger/canonical.ts'
import { storedFact, type FactRow, type StoredFact } from '#platform/ledger/ledger.ts'
import { bornYear } from '#platform/ledger/stream.ts'
import type { Upcasters } from '#platform/ledger/upcasters.ts'
import { factKey, type FreshFacts } from './fresh-facts.ts'

/** Work that became due: a timer of a stream, or a recurring job of the platform. */
export interface DueJob {
  areaCode: string
  stream: string
  kind: string
  id: string
  dueAt: Instant
  body: Json
  /** How often it has been started, this time included; also the fence against a worker whose lease ran out. */
  attempts: number
}

/** One fact for one subscriber. */
export interface Delivery {
  areaCode: string
  stream: string
  seq: number
  subscriber: string
  kind: string
  attempts: number
}

export interface Claim {
  /** Kinds of job, or subscribers, that this worker has a handler for. */
  names: readonly string[]
  now: Instant
  leaseSeconds: number
  limit: number
  /** Every area when undefined. */
  areas?: readonly string[] | undefined
}

/** What is free to be taken. Due by the platform's clock, leased by the database's: a moved clock frees no lease. */
const FREE = `q.parked_at IS NULL AND q.next_at <= $1
  AND (q.lease_until IS NULL OR q.lease_until < clock_timestamp())
  AND ($3::text[] IS NULL OR q.area_code = ANY($3))`

const LEASE = `SET lease_until = clock_timestamp() + $5 * interval '1 second', attempts = q.attempts + 1`

const CLAIM_JOBS = {
  name: 'jobs.claim',
  text: `WITH due AS MATERIALIZED (
      SELECT q.area_code, q.stream, q.kind, q.id FROM ledger.job q
      WHERE ${FREE} AND q.kind = ANY($2) ORDER BY q.next_at, q.id LIMIT $4 FOR UPDATE SKIP LOCKED)
    UPDATE ledger.job q ${LEASE} FROM due
    WHERE q.area_code = due.area_code AND q.stream = due.stream AND q.kind = due.kind AND q.id = due.id
    RETURNING q.area_code AS "areaCode", q.stream, q.kind, q.id, q.due_at AS "dueAt", q.body, q.attempts`,
}

export async function claimJobs(db: Queryable, claim: Claim): Promise<DueJob[]> {
  const jobs = await db.query<DueJob>(CLAIM_JOBS, values(claim))
  return jobs.sort((a, b) => order(a.dueAt, b.dueAt) || order(a.id, b.id))
}

const CLAIM_DELIVERIES = {
  name: 'outbox.claim',
  // Planned anew for every look (a fifth of its time), because its limits are known then. Planned once, by a function, it kept
  // the plan of an empty outbox and took 48 s for the first look at half a million rows.
  // Each subscriber's queue is walked by itself and no further than it is taken from: sorted together, a look at 400,000 facts that
  // wait took 1.6 s, walked it takes 0.5 ms. Only the first in line is taken: a later fact of a stream waits until its subscriber
  // has heard the earlier one.
  text: `WITH due AS MATERIALIZED (
      SELECT first.* FROM unnest($2::text[]) AS n (subscriber) CROSS JOIN LATERAL (
        SELECT q.area_code, q.stream, q.seq, q.subscriber FROM ledger.outbox q
        WHERE q.subscriber = n.subscriber AND ${FREE}
          AND NOT EXISTS (SELECT FROM ledger.outbox earlier WHERE earlier.area_code = q.area_code
            AND earlier.stream = q.stream AND earlier.subscriber = q.subscriber AND earlier.seq < q.seq)
        ORDER BY q.next_at, q.stream LIMIT $4 FOR UPDATE SKIP LOCKED) AS first)
    UPDATE ledger.outbox q ${LEASE} FROM due
    WHERE q.area_code = due.area_code AND q.stream = due.stream AND q.seq = due.seq AND q.subscriber = due.subscriber
    RETURNING q.area_code AS "areaCode", q.stream, q.seq, q.subscriber, q.kind, q.attempts`,
}

/**
 * Every subscriber gets an equal share, and whoever has more waiting gets what the others leave, so a long queue of one (a holiday
 * list is told of every open case) holds up nobody else's papers. A few more than `limit` may come, at most one a subscriber.
 */
export async function claimDeliveries(db: Queryable, claim: Claim): Promise<Delivery[]> {
  const { names, limit } = claim
  const share = Math.ceil(limit / names.length)
  const deliveries = await db.query<Delivery>(CLAIM_DELIVERIES, values({ ...claim, limit: share }))
  const taken = Map.groupBy(deliveries, ({ subscriber }) => subscriber)
  const more = names.filter((name) => taken.get(name)?.length === share)
  const left = limit - deliveries.length
  if (left > 0 && more.length > 0) {
    const rest = { ...claim, names: more, limit: Math.ceil(left / more.length) }
    deliveries.push(...(await db.query<Delivery>(CLAIM_DELIVERIES, values(rest))))
  }
  return deliveries.sort((a, b) => order(a.stream, b.stream) || order(a.subscriber, b.subscriber))
}

/**
 * Gives back everything taken, after a crash of the worker or of the database, so that papers need not wait for a lease
 * to run out. Only for a server that knows itself alone on its database; a task still in hand is then done twice, which
 * is once.
 */
export async function freeLeases(db: Queryable, areaCode?: string): Promise<void> {
  for (const queue of ['job', 'outbox']) {
    await db.query(
      `UPDATE ledger.${queue} SET lease_until = NULL
       WHERE lease_until IS NOT NULL AND ($1::text IS NULL OR area_code = $1)`,
      [areaCode ?? null],
    )
  }
}

const values = ({ now, names, areas, limit, leaseSeconds }: Claim): unknown[] => [
  now,
  names,
  areas ?? null,
  limit,
  leaseSeconds,
]

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** The year stands in the text, so that PostgreSQL plans for that partition alone instead of opening all of them. */
const factsOf = (year: number) => ({
  name: `outbox.facts.${year}`,
  text: `SELECT f.area_code, f.stream, f.seq, f.kind, f.body, f.actor, f.at, f.schema_version, f.prev_hash, f.hash
    FROM unnest($1::text[], $2::text[], $3::integer[]) AS k (area_code, stream, seq)
    JOIN ledger.fact f ON f.area_code = k.area_code AND f.born_year = ${year} AND f.stream = k.stream AND f.seq = k.seq`,
})

/** The facts of the deliveries, by `factKey`. */
export async function loadFacts(
  db: Queryable,
  upcasters: Upcasters,
  deliveries: readonly Delivery[],
  fresh?: FreshFacts,
): Promise<Map<string, StoredFact>> {
  const rows: FactRow[] = []
  const toRead = deliveries.filter((delivery) => {
    const row = fresh?.find(factKey(delivery))
    if (row !== undefined) rows.push(row)
    return row === undefined
  })
  const byYear = Map.groupBy(toRead, ({ stream }) => bornYear(stream))
  for (const [year, born] of byYear) {
    const values = [
      born.map(({ areaCode }) => areaCode),
      born.map(({ stream }) => stream),
      born.map(({ seq }) => seq),
    ]
    rows.push(...(await db.query<FactRow>(factsOf(year), values)))
  }
  return new Map(
    rows.map((row) => [factKey({ ...row, areaCode: row.area_code }), storedFact(row, upcasters)]),
  )
}
