import type { Clock, Instant } from '#platform/clock.ts'
import type { Queryable } from '#platform/db/db.ts'
import { sm3, type Json } from '#platform/ledger/canonical.ts'
import { forgetAnswers } from '#platform/ledger/ledger.ts'
import { ensurePartitions } from '#platform/ledger/partitions.ts'
import type { Worker } from './worker.ts'

/** A job that belongs to no act, such as a nightly one. Its stream is a name of its own: `schedule:nightly`. */
export interface ScheduledJob {
  areaCode: string
  stream: string
  kind: string
  /** Tells jobs of one kind on one stream apart; left out, there is one. */
  key?: string
  dueAt: Instant
  body: Json
}

/** Makes sure that the job is there, however many servers start at once; one that is there already keeps its moment. */
export async function ensureJob(
  db: Queryable,
  { areaCode, stream, kind, key, dueAt, body }: ScheduledJob,
): Promise<void> {
  const named = [areaCode, stream, kind, ...(key === undefined ? [] : [key])].join(' ')
  await db.query(
    `INSERT INTO ledger.job (area_code, stream, kind, id, due_at, next_at, body)
     VALUES ($1, $2, $3, $4::uuid, $5, $5, $6) ON CONFLICT DO NOTHING`,
    [areaCode, stream, kind, sm3(named).slice(0, 32), dueAt, JSON.stringify(body)],
  )
}

const HOUSEKEEPING = 'ledger-housekeeping'
const DAY_MS = 86_400_000

/** An answer is kept for a little over a year: longer than any queue, parked task or paper form waits. */
export const ANSWERS_KEPT_DAYS = 400

/** Keeps partitions ready for this year and the two that follow, and forgets old answers; once a week. */
export async function keepLedger(worker: Worker, db: Queryable, clock: Clock): Promise<void> {
  worker.onJob(HOUSEKEEPING, async (_, { now }) => {
    const year = Number(now.slice(0, 4))
    await ensurePartitions(db, [year, year + 1, year + 2])
    await forgetAnswers(db, daysAfter(now, -ANSWERS_KEPT_DAYS))
    return { againAt: daysAfter(now, 7) }
  })
  const stream = `schedule:${HOUSEKEEPING}`
  await ensureJob(db, { areaCode: '000000', stream, kind: HOUSEKEEPING, dueAt: clock.now(), body: {} })
}

const daysAfter = (now: Instant, days: number): Instant =>
  new Date(Date.parse(now) + days * DAY_MS).toISOString()
