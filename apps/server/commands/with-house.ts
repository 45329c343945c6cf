import path from 'node:path'
import { systemClock } from '#platform/clock.ts'
import { openLog, tellStartupProblem } from '#platform/log/log.ts'
import { readSettings, type Settings } from '#platform/settings.ts'
import { assemble, type Assembly } from '../assemble.ts'
import { openDatabase } from '../open-database.ts'

/** Opens the house beside a server that may be running, does one piece of work, and closes it whatever happens. */
export async function withHouse(
  work: (house: Assembly, settings: Settings) => Promise<number>,
): Promise<void> {
  const log = openLog()
  try {
    const settings = readSettings()
    const database = await openDatabase(settings, { exclusive: false })
    const house = await assemble({
      db: database.db,
      clock: systemClock,
      masterKey: settings.masterKey,
      filesFolder: path.join(settings.dataDir, 'files'),
      publicUrl: settings.publicUrl,
      demo: settings.mode === 'demo',
      onFailure: ({ task, error }) => log.fault('task-failed', error, { job: task }),
      onFault: (error) => log.fault('background', error),
    })
    try {
      process.exitCode = await work(house, settings)
    } finally {
      await house.stop()
      await database.close()
    }
  } catch (error) {
    process.exitCode = tellStartupProblem(error)
  }
}

export function say(line: string): void {
  process.stdout.write(`${line}\n`)
}
