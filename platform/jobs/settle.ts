import type { Instant } from '#platform/clock.ts'
import type { Queryable } from '#platform/db/db.ts'
import type { Delivery, DueJob } from './queue.ts'

export type Task = { job: DueJob; delivery?: undefined } | { delivery: Delivery; job?: undefined }

/** How a task ended: done with, to be done again at a moment, or failed and to be tried again or parked. */
export interface Ending {
  task: Task
  again?: { at: Instant; error?: string; parked?: Instant }
}

/** Writes down how tasks ended, all finished ones in one statement and each other one by itself. */
export async function settle(db: Queryable, endings: readonly Ending[]): Promise<void> {
  const done = endings.filter(({ again }) => again === undefined)
  await deleteJobs(
    db,
    done.flatMap(({ task }) => task.job ?? []),
  )
  await deleteDeliveries(
    db,
    done.flatMap(({ task }) => task.delivery ?? []),
  )
  for (const { task, again } of endings) if (again !== undefined) await putBack(db, task, again)
}

async function deleteJobs(db: Queryable, finished: readonly DueJob[]): Promise<void> {
  if (finished.length === 0) return
  // In the order in which an act cancels jobs, so that the two never wait for each other.
  const jobs = finished.toSorted((a, b) => (a.stream < b.stream ? -1 : a.stream > b.stream ? 1 : 0))
  await db.query(
    {
      name: 'jobs.done',
      text: `DELETE FROM ledger.job q
        USING unnest($1::text[], $2::text[], $3::text[], $4::uuid[]) AS k (area_code, stream, kind, id)
        WHERE q.area_code = k.area_code AND q.stream = k.stream AND q.kind = k.kind AND q.id = k.id`,
    },
    [
      jobs.map(({ areaCode }) => areaCode),
      jobs.map(({ stream }) => stream),
      jobs.map(({ kind }) => kind),
      jobs.map(({ id }) => id),
    ],
  )
}

async function deleteDeliveries(db: Queryable, deliveries: readonly Delivery[]): Promise<void> {
  if (deliveries.length === 0) return
  await db.query(
    {
      name: 'outbox.done',
      text: `DELETE FROM ledger.outbox q
        USING unnest($1::text[], $2::text[], $3::integer[], $4::text[]) AS k (area_code, stream, seq, subscriber)
        WHERE q.area_code = k.area_code AND q.stream = k.stream AND q.seq = k.seq AND q.subscriber = k.subscriber`,
    },
    [
      deliveries.map(({ areaCode }) => areaCode),
      deliveries.map(({ stream }) => stream),
      deliveries.map(({ seq }) => seq),
      deliveries.map(({ subscriber }) => subscriber),
    ],
  )
}

/** Only when nobody has taken the task since: `attempts` is the fence. A repetition that succeeded starts at zero. */
const PUT_BACK = `SET lease_until = NULL, next_at = $1, last_error = $2, parked_at = $3,
  attempts = CASE WHEN $2::text IS NULL THEN 0 ELSE attempts END`

async function putBack(
  db: Queryable,
  { job, delivery }: Task,
  again: NonNullable<Ending['again']>,
): Promise<void> {
  const what = [again.at, again.error ?? null, again.parked ?? null]
  if (job !== undefined) {
    await db.query(
      {
        name: 'jobs.again',
        text: `UPDATE ledger.job ${PUT_BACK}, due_at = CASE WHEN $2::text IS NULL THEN $1 ELSE due_at END
          WHERE area_code = $4 AND stream = $5 AND kind = $6 AND id = $7 AND attempts = $8`,
      },
      [...what, job.areaCode, job.stream, job.kind, job.id, job.attempts],
    )
  } else {
    await db.query(
      {
        name: 'outbox.again',
        text: `UPDATE ledger.outbox ${PUT_BACK}
          WHERE area_code = $4 AND stream = $5 AND seq = $6 AND subscriber = $7 AND attempts = $8`,
      },
      [...what, delivery.areaCode, delivery.stream, delivery.seq, delivery.subscriber, delivery.attempts],
    )
  }
}

/** Keeps tasks that take long from being taken by somebody else. */
export async function renewLeases(
  db: Queryable,
  tasks: readonly Task[],
  leaseSeconds: number,
): Promise<void> {
  for (const { job, delivery } of tasks) {
    if (job !== undefined) {
      await db.query(
        `UPDATE ledger.job SET lease_until = clock_timestamp() + $1 * interval '1 second'
         WHERE area_code = $2 AND stream = $3 AND kind = $4 AND id = $5 AND attempts = $6`,
        [leaseSeconds, job.areaCode, job.stream, job.kind, job.id, job.attempts],
      )
    } else {
      await db.query(
        `UPDATE ledger.outbox SET lease_until = clock_timestamp() + $1 * interval '1 second'
         WHERE area_code = $2 AND stream = $3 AND seq = $4 AND subscriber = $5 AND attempts = $6`,
        [
          leaseSeconds,
          delivery.areaCode,
          delivery.stream,
          delivery.seq,
          delivery.subscriber,
          delivery.attempts,
        ],
      )
    }
  }
}
