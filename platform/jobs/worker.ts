import type { Clock, Instant } from '#platform/clock.ts'
import type { Db } from '#platform/db/db.ts'
import type { FactRow, StoredFact } from '#platform/ledger/ledger.ts'
import type { Upcasters } from '#platform/ledger/upcasters.ts'
import type { DueJob } from './queue.ts'
import { Workshop } from './workshop.ts'

/**
 * Does due jobs and delivers facts to subscribers, at least once and in the order of each stream. A handler commits
 * with the request id it is given, so twice is once; what it finds may have been settled meanwhile, so it decides anew.
 */
export interface Worker {
  onJob(kind: string, handler: JobHandler): void
  onFact(subscriber: string, handler: FactHandler): void
  /** Kinds of job and subscribers that have a handler; nothing else is ever taken from the queues. */
  handled(): { jobs: ReadonlySet<string>; subscribers: ReadonlySet<string> }
  /**
   * Works until nothing is due at this moment of the clock: one task after the other, in an order that comes again, unless more
   * hands are given. For tests, the simulation and a past that is lived quickly.
   */
  runUntilIdle(hands?: number): Promise<Round>
  start(options?: { intervalMs?: number }): void
  /**
   * Says that something may be due now, after a local commit; the facts it wrote need not be read again. Cheap: many calls become one
   * look.
   */
  wake(facts?: readonly FactRow[]): void
  /** Takes nothing new and returns when everything begun is settled. */
  stop(): Promise<void>
}

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

export function createWorker(options: WorkerOptions): Worker {
  const workshop = new Workshop(options)
  let running: Promise<void> | undefined
  return {
    onJob: (kind, handler) => register(workshop.jobHandlers, kind, handler),
    onFact: (subscriber, handler) => register(workshop.factHandlers, subscriber, handler),
    handled: () => ({
      jobs: new Set(workshop.jobHandlers.keys()),
      subscribers: new Set(workshop.factHandlers.keys()),
    }),
    runUntilIdle: (hands) => workshop.runUntilIdle(hands),
    start({ intervalMs = 1000 } = {}) {
      if (running !== undefined) throw new Error('the worker runs already')
      workshop.stopping = false
      running = workshop.run(intervalMs)
    },
    wake: (facts) => workshop.wake(facts),
    async stop() {
      workshop.stopping = true
      workshop.wake()
      await running
      running = undefined
    },
  }
}

function register<H>(handlers: Map<string, H>, name: string, handler: H): void {
  if (handlers.has(name)) throw new Error(`two handlers for ${name}`)
  handlers.set(name, handler)
}
