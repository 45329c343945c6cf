import type { Clock, Instant } from '#platform/clock.ts'
import type { Db } from '#platform/db/db.ts'
import type { StoredFact } from '#platform/ledger/ledger.ts'
import type { Upcasters } from '#platform/ledger/upcasters.ts'
import type { DueJob } from './queue.ts'

/** A recurring job says when it is due again; any other is deleted when it returns. */
export type JobHandler = (job: DueJob, context: WorkContext) => Promise<void | { againAt: Instant }>
export type FactHandler = (fact: StoredFact, context: WorkContext) => Promise<void>

export interface WorkContext {
  /** The request id to commit with: the same on every attempt. */
  requestId: string
  now: Instant
  clock: Clock
  attempt: number
}

export interface Round {
  done: number
  failed: readonly Failure[]
}

/** A task that threw: it comes again later, or is parked for somebody to look at. */
export interface Failure {
  task: string
  areaCode: string
  stream: string
  attempt: number
  parked: boolean
  error: unknown
}

export interface WorkerOptions {
  db: Db
  clock: Clock
  /** Every area when left out; on a distributed database each worker gets its own. */
  areas?: readonly string[]
  upcasters?: Upcasters
  /** How many tasks at once. Each may hold a connection of the pool. */
  concurrency?: number
  leaseSeconds?: number
  /** With the pauses of `backoffMs`, 40 attempts last about 31 hours: a system that is down for a day loses nothing. */
  attemptsMax?: number
  onFailure?: (failure: Failure) => void
  /** The worker itself could not reach the database; it goes on trying. */
  onFault?: (error: unknown) => void
}
