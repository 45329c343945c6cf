import fs from 'node:fs'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { StartupProblem } from '../log/startup-problem.ts'
import { connectionConfig, type DbTarget, sqlState } from './db.ts'
import { type Account, serverAccount } from './embedded/account.ts'
import { type Binaries, findBinaries } from './embedded/binaries.ts'
import { passwordFile, readyDataFolder } from './embedded/data-folder.ts'
import {
  endOrphans,
  findRunning,
  reload,
  type Running,
  startProcess,
  stopProcess,
  waitReady,
} from './embedded/server-process.ts'
import { PORT, socketFolder } from './embedded/socket-folder.ts'
import { holdServer } from './embedded/tenancy.ts'

export interface EmbeddedServer {
  /** Where `openDb` finds a database of this server. */
  target(database?: string): Exclude<DbTarget, string>
  /** The same as a URL, for tools that take nothing else. */
  url(database?: string): string
  /** True when the server was already running: our last process ended without stopping it. */
  adopted: boolean
  pid(): number
  /** Stops the server unless another process of this product still uses it. */
  stop(): Promise<void>
}

export interface EmbeddedOptions {
  /** DATA_DIR; the database lives in its `postgres` folder. */
  dataDir: string
  /** False for a command that may run beside the server (backup, verification). */
  exclusive?: boolean
  /** Hears why the database could not be started again after it died; it is tried until it can. */
  onTrouble?: (error: unknown) => void
  /** Hears that a database that had died is there again: what was being asked of it got no answer. */
  onRestarted?: () => void
  /** Only for throw-away data: further or other server settings. */
  settings?: Record<string, string>
}

const DATABASE = 'yichuang'
const RESTART_PAUSE_MS = 2_000

/** Starts the PostgreSQL that npm installed, or adopts the one that survived a crash of ours, and makes our database. */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedServer> {
  const folder = path.join(path.resolve(options.dataDir), 'postgres')
  const account = serverAccount(folder)
  const binaries = findBinaries(account)
  readyDataFolder(folder, binaries, account)

  const place = { folder, binaries, account, settings: options.settings ?? {} }
  const take = () =>
    settle(
      () => occupy(place, options.exclusive ?? true),
      () => endOrphans(folder),
    )
  let here = await take()
  let stopping = false
  // A database that dies under a running program (out of memory, a stray kill) is started again; the pool finds it
  // at the same socket.
  let restarting = Promise.resolve()
  const watch = () => here.hold.onLost(() => void (restarting = restart()))
  const restart = async () => {
    while (!stopping) {
      try {
        here = await take()
        watch()
        return options.onRestarted?.()
      } catch (error) {
        options.onTrouble?.(error)
        await pause(RESTART_PAUSE_MS)
      }
    }
  }
  watch()
  const target = (database = DATABASE) => targetOf(here.running, folder, database)
  await createDatabase(target('postgres'))
  return {
    target,
    url: (database) => urlOf(target(database)),
    adopted: here.adopted,
    pid: () => here.running.pid,
    stop: async () => {
      stopping = true
      // A server that is just being started must not be left behind.
      await restarting
      if (!(await here.hold.release())) return
      await stopProcess(folder, binaries, here.running.pid)
      if (here.running.socketDirectory) fs.rmdir(here.running.socketDirectory, () => {})
    },
  }
}

interface Place {
  folder: string
  binaries: Binaries
  account: Account
  settings: Record<string, string>
}

async function occupy({ folder, binaries, account, settings }: Place, exclusive: boolean) {
  const found = findRunning(folder)
  const adopted = found && (await adopt(folder, found))
  const socket = adopted ? '' : socketFolder(folder, account)
  const running =
    adopted ??
    (await start({ folder, binaries, account, settings: { ...serverSettings(socket), ...settings } }))
  const hold = await holdServer(targetOf(running, folder, 'postgres'), exclusive, folder)
  return { running, adopted: adopted !== undefined, hold }
}

class Overtaken extends Error {}

async function start(place: Place): Promise<Running> {
  try {
    return await startProcess(place)
  } catch (error) {
    // Another process started one in the meantime: adopt that.
    throw findRunning(place.folder) ? new Overtaken('another process was faster', { cause: error }) : error
  }
}

/** Tries again while a server of before is still going down: found alive, it refuses connections a moment later. */
async function settle<T>(work: () => Promise<T>, clear: () => void): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await work()
    } catch (error) {
      if (tries === GOING_DOWN_TRIES || !isGoingDown(error)) throw error
      if (tries >= ENOUGH_TO_GO_DOWN && isHeldByOrphans(error)) clear()
      await pause(GOING_DOWN_PAUSE_MS)
    }
  }
}

const GOING_DOWN_TRIES = 40
const GOING_DOWN_PAUSE_MS = 250
/** Backends of a killed server that still run after so many tries will not end by themselves. */
const ENOUGH_TO_GO_DOWN = 12

const isHeldByOrphans = (error: unknown): boolean =>
  /still in use/.test((error as { message?: string }).message ?? '')

function isGoingDown(error: unknown): boolean {
  if (error instanceof Overtaken) return true
  const { code, message } = error as { code?: string; message?: string }
  // 57P01 to 57P03: shutting down, or still reading its log. A killed server keeps its number, and so its
  // postmaster.pid, until somebody has collected it.
  return (
    /^(ECONNREFUSED|ECONNRESET|ENOENT|57P0[123])$/.test(code ?? '') ||
    /still in use|could not create lock file|(\.lock|postmaster\.pid)" already exists/.test(message ?? '')
  )
}

/** fsync and full_page_writes keep their default, on: what was acknowledged survives a power cut. */
function serverSettings(socket: string): Record<string, string> {
  const windows = process.platform === 'win32'
  return {
    // Windows and macOS follow the same path as Linux but have not been tried; Windows talks over loopback.
    listen_addresses: windows ? '127.0.0.1' : '',
    ...(windows ? {} : { unix_socket_directories: socket, unix_socket_permissions: '0700' }),
    port: String(PORT),
    max_connections: '60',
    shared_buffers: '128MB',
    timezone: 'UTC',
    log_timezone: 'UTC',
    max_wal_size: '512MB',
    // Statements carry personal values and must not reach a log file.
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
  }
}

async function adopt(folder: string, running: Running): Promise<Running | undefined> {
  const ready = await waitReady(folder, () => findRunning(folder) === undefined)
  if (!ready) return undefined
  if (
    process.platform !== 'win32' &&
    !fs.existsSync(path.join(ready.socketDirectory, `.s.PGSQL.${ready.port}`))
  )
    throw new StartupProblem(
      `数据库进程 ${running.pid} 仍在运行，但它的套接字 ${ready.socketDirectory} 已被清除；请结束该进程后再启动。`,
      `Database process ${running.pid} is still running but its socket in ${ready.socketDirectory} is gone; end that process and start again.`,
    )
  reload(ready.pid)
  return ready
}

function targetOf(running: Running, folder: string, database: string) {
  const user = 'postgres'
  if (process.platform !== 'win32')
    return { host: running.socketDirectory, port: running.port, user, database }
  const password = fs.readFileSync(passwordFile(folder), 'utf8')
  return { host: '127.0.0.1', port: running.port, user, password, database }
}

function urlOf(target: Exclude<DbTarget, string>): string {
  const password = target.password ? `:${target.password}` : ''
  return `postgres://${target.user}${password}@${encodeURIComponent(target.host)}:${target.port}/${target.database}`
}

async function createDatabase(target: DbTarget): Promise<void> {
  const client = new pg.Client(connectionConfig(target))
  await client.connect()
  try {
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [DATABASE])
    if (!rowCount) await client.query(`CREATE DATABASE ${DATABASE}`)
  } catch (error) {
    // Another process made it in between; which of the two codes comes back depends on how far it was.
    if (!['42P04', '23505'].includes(sqlState(error) ?? '')) throw error
  } finally {
    await client.end()
  }
}
