import { setTimeout as pause } from 'node:timers/promises'
import { newCase, STEPS, type NewCase } from '../work.ts'
import { openClient } from './client.ts'
import { cpuMs } from './cpu.ts'
import { percentile, type Latency } from './percentile.ts'
import type { Officer, ServedTarget } from './target.ts'

/** What one cell of one round measured. CPU is milliseconds per lifecycle of seven requests. */
export interface Measured {
  lifecyclesPerSecond: number
  serverCpuMs: number
  postgresCpuMs: number
  loaderShare: number
  create?: Latency
  transition: Latency
  read?: Latency
  errors: number
  firstError?: string
}

export interface Cell {
  clients: number
  warmSeconds: number
  seconds: number
  postgresPid: number
}

type Kind = 'create' | 'transition' | 'read'

const REQUESTS = STEPS.length + 2
const CHECKED = 20
let runs = 0

/** Closed loop: each client takes one case after the other through its whole life, without a pause for thought. */
export async function runLifecycles(target: ServedTarget, cell: Cell): Promise<Measured> {
  const { send, close } = openClient(target.port, cell.clients)
  const officer = await target.open(send)
  const tally = new Tally()
  const run = `${Date.now().toString(36)}${(runs += 1)}`
  let [taken, going] = [0, true]
  const client = async () => {
    while (going) {
      const asked = newCase(run, (taken += 1))
      try {
        await live(officer, asked, tally)
      } catch (error) {
        tally.fail(error)
      }
    }
  }
  const clients = Promise.all(Array.from({ length: cell.clients }, client))
  await pause(cell.warmSeconds * 1000)
  tally.counting = true
  const before = usage(target.pid, cell.postgresPid)
  await pause(cell.seconds * 1000)
  const requests = tally.requests
  tally.counting = false
  const mid = usage(target.pid, cell.postgresPid)
  going = false
  await clients
  await target.settled()
  const after = usage(target.pid, cell.postgresPid)
  for (const done of tally.finished.slice(-CHECKED)) await check(officer, done, tally)
  close()
  // Up to the end of every delivery: what was put off to later is paid for, too.
  const lifecycles = (tally.requests - tally.requestsBefore) / REQUESTS
  return {
    lifecyclesPerSecond: (requests - tally.requestsBefore) / REQUESTS / cell.seconds,
    serverCpuMs: (after.server - before.server) / lifecycles,
    postgresCpuMs: (after.postgres - before.postgres) / lifecycles,
    loaderShare: (mid.loader - before.loader) / (mid.at - before.at),
    create: tally.latency('create'),
    transition: tally.latency('transition'),
    read: tally.latency('read'),
    errors: tally.errors,
    ...(tally.firstError === undefined ? {} : { firstError: tally.firstError }),
  }
}

async function live(officer: Officer, asked: NewCase, tally: Tally): Promise<void> {
  const id = await tally.timed('create', () => officer.create(asked))
  for (let index = 0; index < STEPS.length; index += 1)
    await tally.timed('transition', () => officer.step(id, index, asked))
  await tally.timed('read', () => officer.read(id, asked))
  if (tally.counting) tally.finished.push({ id, asked })
}

async function check(officer: Officer, { id, asked }: Finished, tally: Tally): Promise<void> {
  const { state, auditRows } = await officer.read(id, asked)
  if (state !== 'closed' || auditRows !== REQUESTS - 1)
    tally.fail(new Error(`${asked.no}: ${state}, ${auditRows} audit rows`))
}

function usage(server: number, postgres: number) {
  const { user, system } = process.cpuUsage()
  return {
    server: cpuMs(server),
    postgres: cpuMs(postgres),
    loader: (user + system) / 1000,
    at: performance.now(),
  }
}

interface Finished {
  id: string
  asked: NewCase
}

/** What the clients saw. */
class Tally {
  requests = 0
  requestsBefore = 0
  errors = 0
  firstError: string | undefined
  readonly finished: Finished[] = []
  readonly #times: Record<Kind, number[]> = { create: [], transition: [], read: [] }
  #counting = false

  get counting(): boolean {
    return this.#counting
  }

  set counting(on: boolean) {
    this.#counting = on
    if (on) this.requestsBefore = this.requests
  }

  async timed<T>(kind: Kind, work: () => Promise<T>): Promise<T> {
    const began = performance.now()
    const result = await work()
    this.requests += 1
    if (this.#counting) this.#times[kind].push(performance.now() - began)
    return result
  }

  fail(error: unknown): void {
    this.errors += 1
    this.firstError ??= error instanceof Error ? error.message : String(error)
    if (this.errors > 100) throw error
  }

  latency(kind: Kind): Latency {
    return percentile(this.#times[kind])
  }
}
