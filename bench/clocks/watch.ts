import { setTimeout as pause } from 'node:timers/promises'
import type { Db, Queryable } from '#platform/db/db.ts'

/** The same database, with a count of what is sent to it. */
export function counted(real: Db): Db & { statements(): number } {
  let sent = 0
  const counting = (on: Queryable): Queryable => ({
    query(statement, values) {
      sent += 1
      return on.query(statement, values)
    },
  })
  return {
    ...counting(real),
    transaction(work, options) {
      sent += 2
      return real.transaction((tx) => work(counting(tx)), options)
    },
    close: () => real.close(),
    statements: () => sent,
  }
}

const LOOK_EVERY_MS = 20

/** Looks fifty times a second who waits for somebody else's row, until told to stop. */
export async function lockWaits(db: Db, until: Promise<unknown>): Promise<string> {
  const ended = until.then(() => true)
  let [looks, waits, longest] = [0, 0, 0]
  do {
    const [row] = await db.query<{ waiting: number; longest: number | null }>(WAITING)
    looks += 1
    waits += row!.waiting > 0 ? 1 : 0
    longest = Math.max(longest, row!.longest ?? 0)
  } while ((await Promise.race([ended, pause(LOOK_EVERY_MS)])) !== true)
  return `somebody waited for a row in ${waits} of ${looks} looks, at most ${longest.toFixed(0)} ms`
}

const WAITING = {
  name: 'bench.waiting',
  text: `SELECT count(*)::int AS waiting, (extract(epoch FROM max(clock_timestamp() - query_start)) * 1000)::float8 AS longest
    FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
}
