import path from 'node:path'
import { systemClock } from '#platform/clock.ts'
import { refuseOtherKey } from '#platform/crypto/key-check.ts'
import { keysFrom } from '#platform/crypto/keys.ts'
import type { Db } from '#platform/db/db.ts'
import { appliedMigrations, readMigrations, refuseForeign } from '#platform/db/migrate.ts'
import { openLog, tellStartupProblem } from '#platform/log/log.ts'
import { StartupProblem } from '#platform/log/startup-problem.ts'
import { migrationSets } from '#platform/migrations.ts'
import { readSettings, type Settings } from '#platform/settings.ts'
import { assemble, type Assembly } from '../assemble.ts'
import { openDatabase } from '../open-database.ts'

/** Opens the house beside a server that may be running, does one piece of work, and closes it whatever happens. */
export function withHouse(work: (house: Assembly, settings: Settings) => Promise<number>): Promise<void> {
  const log = openLog()
  return withDatabase(async (db, settings) => {
    await refuseUnprepared(db)
    await refuseOtherKey(db, keysFrom(settings.masterKey))
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

/** A command finds the schema as the server made it; with another it would fail half-way in words nobody understands. */
async function refuseUnprepared(db: Db): Promise<void> {
  const known = await readMigrations(migrationSets())
  const applied = await appliedMigrations(db)
  refuseForeign(known, applied)
  refuseEmpty(applied)
  if (applied.length < known.length) {
    throw new StartupProblem(
      '数据库还没有升级到这个版本。请先启动一次服务（npm start），再运行这个命令。',
      'The database is not yet upgraded to this version; start the server once (npm start), then run this command.',
    )
  }
}

/** Most often DATA_DIR names another folder than the one that is meant. */
export function refuseEmpty(applied: readonly unknown[]): void {
  if (applied.length > 0) return
  throw new StartupProblem(
    '数据库是空的，没有可处理的内容。请检查 DATA_DIR 或 DATABASE_URL 是否指向正在使用的数据。',
    'The database is empty; check that DATA_DIR or DATABASE_URL names the data in use.',
  )
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
