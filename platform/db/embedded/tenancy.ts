import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { StartupProblem } from '../../log/startup-problem.ts'
import { connectionConfig, type DbTarget } from '../db.ts'

export interface Hold {
  /** Called once when the connection, and so perhaps the server, is gone before `release`. */
  onLost(work: () => void): void
  /** Gives the server up; true when nobody else uses it and the caller should stop it. */
  release(): Promise<boolean>
}

// Advisory locks belong to a connection, so a crashed process gives them back by itself.
const OWNER_LOCK = 7_230_166_101 // held by the one process that serves
const USER_LOCK = 7_230_166_102 // shared by everybody who needs the server to stay up
const TRIES = 20
const BETWEEN_TRIES_MS = 100 // The server notices the end of a crashed client within this order of time.

export async function holdServer(target: DbTarget, exclusive: boolean, folder: string): Promise<Hold> {
  const client = new pg.Client({ ...connectionConfig(target), application_name: 'yichuang-hold' })
  client.on('error', () => {})
  await client.connect()
  await client.query('SELECT pg_advisory_lock_shared($1)', [USER_LOCK])
  if (exclusive && !(await tryOwn(client))) {
    await client.end()
    throw new StartupProblem(
      `数据文件夹 ${folder} 正被另一个正在运行的一窗程序使用；请先停止它，或设置另一个 DATA_DIR。`,
      `The data folder ${folder} is in use by another running Yichuang; stop that one first or set another DATA_DIR.`,
    )
  }
  let released = false
  const lost = new Promise<void>((resolve) => client.once('end', resolve))
  return {
    onLost: (work) => void lost.then(() => released || work()),
    release: () => {
      released = true
      return release(client)
    },
  }
}

async function tryOwn(client: pg.Client): Promise<boolean> {
  for (let tries = 0; tries < TRIES; tries += 1) {
    if (await holds(client, 'pg_try_advisory_lock', OWNER_LOCK)) return true
    await pause(BETWEEN_TRIES_MS)
  }
  return false
}

async function release(client: pg.Client): Promise<boolean> {
  try {
    await client.query('SELECT pg_advisory_unlock_shared($1)', [USER_LOCK])
    return await holds(client, 'pg_try_advisory_lock', USER_LOCK)
  } catch {
    // The server is already gone, or going.
    return true
  } finally {
    await client.end().catch(() => {})
  }
}

async function holds(client: pg.Client, lock: string, key: number): Promise<boolean> {
  const { rows } = await client.query<{ held: boolean }>(`SELECT ${lock}($1) AS held`, [key])
  return rows[0]?.held === true
}
