import type { FactRow } from '#platform/ledger/ledger.ts'
import type { FactHandler, Failure, JobHandler, Round, WorkContext, WorkerOptions } from './handlers.ts'
import { Workshop } from './workshop.ts'

export type { FactHandler, Failure, JobHandler, Round, WorkContext, WorkerOptions }

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
