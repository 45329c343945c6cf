import { openDb, sqlState, type Db } from '#platform/db/db.ts'
import { startEmbedded, type EmbeddedOptions, type EmbeddedServer } from '#platform/db/embedded.ts'
import { StartupProblem } from '#platform/log/startup-problem.ts'
import type { Settings } from '#platform/settings.ts'

export interface OpenedDatabase {
  db: Db
  embedded?: EmbeddedServer
  /** A pool of its own whose commits do not wait for the disk. */
  relaxed(): Db
  close(): Promise<void>
}

/** The database of the settings: an address, or the PostgreSQL that lives in DATA_DIR. */
export async function openDatabase(
  settings: Settings,
  options: Pick<EmbeddedOptions, 'onTrouble' | 'onRestarted'> & { exclusive: boolean },
): Promise<OpenedDatabase> {
  const { databaseUrl, dataDir, poolSize } = settings
  if (databaseUrl !== undefined) {
    const db = openDb(databaseUrl, { poolSize })
    await reach(db)
    return { db, relaxed: () => openDb(databaseUrl, { poolSize, relaxed: true }), close: () => db.close() }
  }
  const embedded = await startEmbedded({ dataDir, ...options })
  const db = openDb(embedded.target(), { poolSize })
  return {
    db,
    embedded,
    relaxed: () => openDb(embedded.target(), { poolSize, relaxed: true }),
    async close() {
      await db.close()
      await embedded.stop()
    },
  }
}

async function reach(db: Db): Promise<void> {
  try {
    await db.query('SELECT 1')
  } catch (error) {
    await db.close()
    // The address may hold a password and is not repeated.
    const detail = sqlState(error) ?? (error as { code?: string }).code ?? ''
    throw new StartupProblem(
      `连不上 DATABASE_URL 指定的数据库（${detail}）。请检查地址、账号和数据库是否已启动。`,
      `The database of DATABASE_URL cannot be reached (${detail}). Check the address, the account, and that it runs.`,
      { cause: error },
    )
  }
}
