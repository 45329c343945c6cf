import path from 'node:path'
import { systemClock } from '#platform/clock.ts'
import type { Db } from '#platform/db/db.ts'
import { openLog, tellStartupProblem } from '#platform/log/log.ts'
import { readSettings, type Settings } from '#platform/settings.ts'
import { assemble, type Assembly } from '../assemble.ts'
import { openDatabase } from '../open-database.ts'

/** Opens the house beside a server that may be running, does one piece of work, and closes it whatever happens. */
export function withHouse(work: (house: Assembly, settings: Settings) => Promise<number>): Promise<void> {
  const log = openLog()
  return withDatabase(async (db, settings) => {
    const house = await assemble({
      db,
      clock: systemClock,
      masterKey: settings.masterKey,
      filesFolder: path.join(settings.dataDir, 'files'),
      publicUrl: settings.publicUrl,
      demo: settings.mode === 'demo',
      onFailure: ({ task, error }) => log.fault('task-failed', error, { job: task }),
      onFault: (error) => log.fault('background', error),
    })
    try {
      return await work(house, settings)
    } finally {
      await house.stop()
    }
  })
}

/** The database alone: restoring needs a folder for files that nobody has touched yet. */
export async function withDatabase(work: (db: Db, settings: Settings) => Promise<number>): Promise<void> {
  try {
    const settings = readSettings()
    const database = await openDatabase(settings, { exclusive: false })
    try {
      process.exitCode = await work(database.db, settings)
    } finally {
      await database.close()
    }
  } catch (error) {
    process.exitCode = tellStartupProblem(error)
  }
}

export function say(line: string): void {
  process.stdout.write(`${line}\n`)
}
