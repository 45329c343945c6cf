import { createHash } from 'node:crypto'
import type { Clock } from '#platform/clock.ts'
import { SAVE } from './door.ts'
import { Struck, type Trouble } from './faulty-database.ts'
import { Broken } from './journal.ts'
import type { Run } from './run.ts'

const HOUR_MS = 3_600_000

/** The worker does what is due, unless it rests; a task may die after its effect, and the process with it. */
export async function work(run: Run, trouble: Trouble = {}): Promise<void> {
  const { town, journal } = run
  if (town.clock.now() < run.workerRestsUntil) return
  for (let count = await lateJobs(run); count > 0; count--) journal.mishap('late-job')
  try {
    const { failed } = await town.faulty.during(trouble, () => town.house.worker.runUntilIdle())
    for (const { task, stream, error } of failed) {
      if (!(error instanceof Struck))
        throw new Broken([`the task ${task} of ${stream} failed: ${String(error)}`])
      journal.mishap('task-died')
    }
  } catch (error) {
    if (!(error instanceof Struck)) throw error
    await loseProcess(run)
  }
}

/** Everything in memory is gone; leases of tasks in hand are freed as at any start. */
export async function loseProcess({ town, journal }: Run): Promise<void> {
  journal.mishap('process-lost')
  await town.restart()
}

/**
 * What may happen to a task: the line breaks before or after its commit, or the process dies before it is settled. Tasks
 * due at one moment come in the order of ids that nobody chose, so chance is asked by case and moment, not in turn.
 */
export function workTroubles(seed: number, clock: Clock): Trouble {
  const strike = (share: number, when: string, values: readonly unknown[] = []): void => {
    const no = values.find((value) => typeof value === 'string' && CASE_NUMBER.test(value))
    const asked = createHash('sha256')
      .update(`${seed} ${when} ${String(no)} ${clock.now()}`)
      .digest()
    if (asked.readUInt32BE() / 2 ** 32 < share) throw new Struck(`the line broke ${when}`)
  }
  return {
    before(name, values) {
      if (name === SAVE) strike(0.01, 'before a commit', values)
      if (name === 'jobs.done' || name === 'outbox.done') strike(0.02, 'before tasks were settled')
    },
    after(name, values) {
      if (name === SAVE) strike(0.01, 'after a commit', values)
    },
  }
}

const CASE_NUMBER = /^\d{24}[0-9A-Z]$/

async function lateJobs({ town }: Run): Promise<number> {
  const { clock, truth, area } = town
  const before = new Date(Date.parse(clock.now()) - HOUR_MS).toISOString()
  const [row] = await truth.query<{ count: number }>(
    `SELECT count(*) FROM ledger.job WHERE area_code = $1 AND kind = 'case.act' AND next_at < $2`,
    [area, before],
  )
  return row!.count
}

/** A new list has reached every open case once the worker has looked twice. */
export async function settleCalendar(run: Run): Promise<void> {
  const { town } = run
  if (run.calendars.length === 1 || town.clock.now() < run.workerRestsUntil) return
  for (let look = 0; look < 2; look++) {
    town.clock.set(new Date(Date.parse(town.clock.now()) + 11 * 60_000).toISOString())
    await work(run)
  }
  run.calendars = [await town.calendar()]
}
