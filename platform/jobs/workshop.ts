import { setTimeout as pause } from 'node:timers/promises'
import type { Instant } from '#platform/clock.ts'
import { isUnavailable } from '#platform/db/unavailable.ts'
import type { FactRow } from '#platform/ledger/ledger.ts'
import { noUpcasters } from '#platform/ledger/upcasters.ts'
import { factKey, FreshFacts } from './fresh-facts.ts'
import { claimDeliveries, claimJobs, loadFacts } from './queue.ts'
import { renewLeases, settle, type Ending, type Task } from './settle.ts'
import type { FactHandler, Failure, JobHandler, Round, WorkContext, WorkerOptions } from './handlers.ts'

/** 5 s, 10 s, 20 s … at most an hour: soon after a hiccup, without hammering a system that is down. */
export const backoffMs = (attempts: number): number => Math.min(5000 * 2 ** (attempts - 1), 3_600_000)

/**
 * Between two looks work is gathered this long, so that many small tasks are settled and claimed together. The first
 * one after a pause is taken at once, and while there is more than one look can take nothing is waited for.
 */
const GATHER_MS = 50
/** While much comes, looks are further apart: what a look costs by itself is as much as delivering ten facts. */
const GATHER_MUCH_MS = 150

/** Tasks taken for each one that may run: a claim of many costs little more than a claim of one. */
const TAKEN_AHEAD = 8
/** Where tasks end fast, twice as many are taken as have ended since the last look, up to this many for each that may run. */
const TAKEN_AHEAD_MAX = 64

/** A task that is ours for the time of its lease, and how to begin it. */
interface Taken {
  task: Task
  begin: () => Promise<void>
}

/** The worker at work; `worker.ts` is its door. */
export class Workshop {
  readonly jobHandlers = new Map<string, JobHandler>()
  readonly factHandlers = new Map<string, FactHandler>()
  stopping = false
  readonly #options: WorkerOptions
  /** Taken and not yet ended, begun or not: their leases are ours to renew. */
  readonly #inHand = new Set<Task>()
  #waiting: (() => Promise<void>)[] = []
  #running = 0
  #endings: Ending[] = []
  /** How many tasks have ended since the last look. */
  #ended = 0
  #onFailure: ((failure: Failure) => void) | undefined
  #woken = false
  /** The last look took as much as one can. */
  #more = false
  /** The last look took more than can run at once. */
  #much = false
  readonly #fresh = new FreshFacts()
  #ring: () => void = () => {}
  #renewedAt = 0

  constructor(options: WorkerOptions) {
    this.#options = options
  }

  wake(facts: readonly FactRow[] = []): void {
    this.#fresh.keep(facts)
    this.#woken = true
    this.#ring()
  }

  async runUntilIdle(hands = 1): Promise<Round> {
    const failed: Failure[] = []
    this.#onFailure = (failure) => failed.push(failure)
    let done = 0
    try {
      for (;;) {
        const work = await this.#claim(20)
        if (work.length === 0) return { done, failed }
        const waiting = work.values()
        const oneAfterTheOther = async () => {
          for (const { begin } of waiting) await begin()
        }
        await Promise.all(Array.from({ length: hands }, oneAfterTheOther))
        done += this.#endings.filter(({ again }) => again?.error === undefined).length
        await this.#settleEndings()
      }
    } finally {
      this.#onFailure = undefined
    }
  }

  async run(intervalMs: number): Promise<void> {
    this.#renewedAt = performance.now()
    while (!this.stopping) {
      this.#woken = this.#more = this.#much = false
      const fault = await this.#turn().catch((error: unknown) => ({ error }))
      if (fault !== undefined) this.#options.onFault?.(fault.error)
      // After a fault, waking does not shorten the pause: commits must not turn into a storm on a sick database.
      const until = performance.now() + intervalMs
      do {
        if (!this.#woken) await this.#sleep(until - performance.now())
        else if (fault !== undefined) this.#woken = false
      } while (fault !== undefined && !this.stopping && performance.now() < until)
      if (!this.stopping && !this.#more) await pause(this.#much ? GATHER_MUCH_MS : GATHER_MS)
    }
    while (this.#inHand.size > 0) {
      this.#woken = false
      await this.#sleep(intervalMs)
    }
    // What cannot be written down now is done again when its lease has run out.
    await this.#settleEndings().catch((error: unknown) => this.#options.onFault?.(error))
  }

  /** One look around: write down what ended, keep what is in hand, take what is due. */
  async #turn(): Promise<undefined> {
    const { concurrency = 8, leaseSeconds = 60, db } = this.#options
    await this.#settleEndings()
    if (performance.now() - this.#renewedAt > (leaseSeconds * 1000) / 3) {
      await renewLeases(db, [...this.#inHand], leaseSeconds)
      this.#renewedAt = performance.now()
    }
    const most = Math.max(concurrency * TAKEN_AHEAD, Math.min(2 * this.#ended, concurrency * TAKEN_AHEAD_MAX))
    this.#ended = 0
    const room = most - this.#inHand.size
    const taken = room > 0 ? await this.#claim(room) : []
    for (const { task, begin } of taken) {
      this.#inHand.add(task)
      this.#waiting.push(begin)
    }
    this.#more = taken.length >= most
    this.#much = taken.length > concurrency
    this.#beginWaiting(concurrency)
  }

  #beginWaiting(concurrency: number): void {
    while (this.#running < concurrency) {
      const begin = this.#waiting.shift()
      if (begin === undefined) return
      this.#running += 1
      void begin().then(() => {
        this.#running -= 1
        this.#beginWaiting(concurrency)
        this.wake()
      })
    }
  }

  #sleep(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, milliseconds)
      this.#ring = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  }

  /** Takes what is due, deliveries first, and returns how to begin each task. */
  async #claim(room: number): Promise<Taken[]> {
    const { db, clock, areas, leaseSeconds = 60, upcasters = noUpcasters } = this.#options
    const claim = { now: clock.now(), areas, leaseSeconds }
    const taken: Taken[] = []
    if (this.factHandlers.size > 0) {
      const due = await claimDeliveries(db, { ...claim, names: [...this.factHandlers.keys()], limit: room })
      const facts = await loadFacts(db, upcasters, due, this.#fresh)
      for (const delivery of due) {
        const { areaCode, stream, seq, subscriber, attempts } = delivery
        const requestId = `job:${areaCode}:${stream}:${seq}:${subscriber}`
        const task = { delivery }
        const begin = () =>
          this.#do(task, subscriber, delivery, async () => {
            const fact = facts.get(factKey(delivery))
            if (fact === undefined) throw new Error(`${stream} has no fact ${seq}`)
            await this.factHandlers.get(subscriber)?.(fact, this.#context(requestId, attempts))
          })
        taken.push({ task, begin })
      }
    }
    if (this.jobHandlers.size > 0 && taken.length < room) {
      const limit = room - taken.length
      for (const job of await claimJobs(db, { ...claim, names: [...this.jobHandlers.keys()], limit })) {
        const task = { job }
        const begin = () =>
          this.#do(task, job.kind, job, async () =>
            this.jobHandlers.get(job.kind)?.(job, this.#context(`job:${job.id}`, job.attempts)),
          )
        taken.push({ task, begin })
      }
    }
    return taken
  }

  #context(requestId: string, attempt: number): WorkContext {
    const { clock } = this.#options
    return { requestId, now: clock.now(), clock, attempt }
  }

  async #do(
    task: Task,
    name: string,
    { areaCode, stream, attempts }: { areaCode: string; stream: string; attempts: number },
    work: () => Promise<void | { againAt: Instant }>,
  ): Promise<void> {
    try {
      const result = await work()
      if (result && result.againAt <= this.#options.clock.now())
        throw new Error(`${name} wants to be due in the past`)
      this.#endings.push(result ? { task, again: { at: result.againAt } } : { task })
    } catch (error) {
      const { attemptsMax = 40, clock, onFailure } = this.#options
      const now = clock.now()
      // A database that was away says nothing about the task: soon again, however often that has happened.
      const away = isUnavailable(error)
      const parked = attempts >= attemptsMax && !away
      const at = new Date(Date.parse(now) + backoffMs(away ? 1 : attempts)).toISOString()
      this.#endings.push({ task, again: { at, error: errorLine(error), ...(parked ? { parked: now } : {}) } })
      const failure = { task: name, areaCode, stream, attempt: attempts, parked, error }
      this.#onFailure?.(failure)
      onFailure?.(failure)
    } finally {
      this.#inHand.delete(task)
      this.#ended += 1
    }
  }

  async #settleEndings(): Promise<void> {
    const endings = this.#endings
    if (endings.length === 0) return
    this.#endings = []
    try {
      await settle(this.#options.db, endings)
    } catch (error) {
      this.#endings.push(...endings)
      throw error
    }
  }
}

/** One line without values: details of a database error may quote a row. */
const errorLine = (error: unknown): string =>
  (error instanceof Error ? `${error.name}: ${error.message}` : String(error))
    .split('\n', 1)[0]!
    .slice(0, 300)
