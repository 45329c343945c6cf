import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { TestProject } from 'vitest/node'
import { type Db, openDb } from '../db/db.ts'
import { startEmbedded } from '../db/embedded.ts'
import { migrate } from '../db/migrate.ts'
import { migrationSets } from '../migrations.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    testServer: TestServer
  }
}

/** A PostgreSQL for this run of the tests, and the database with every migration that each test file copies. */
export interface TestServer {
  url: string
  template: string
  /** Lies beside the databases for as long as the run lasts. */
  folder: string
}

interface Running extends TestServer {
  stop(): Promise<void>
}

/** Projects share one process but each loads its own copy of this file: the first one starts, the last one stops. */
interface Shared {
  running: Promise<Running> | undefined
  projects: number
}

const KEY = Symbol.for('yichuang.test-server')
const everywhere = globalThis as { [KEY]?: Shared }
const shared: Shared = (everywhere[KEY] ??= { running: undefined, projects: 0 })

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  shared.projects += 1
  shared.running ??= start()
  const { url, template, folder } = await shared.running
  project.provide('testServer', { url, template, folder })
  return async () => {
    shared.projects -= 1
    if (shared.projects === 0) await (await shared.running)?.stop()
  }
}

async function start(): Promise<Running> {
  const server = process.env.DATABASE_URL ? givenServer(process.env.DATABASE_URL) : await throwAwayServer()
  const template = `yichuang_template_${process.pid}`
  const admin = openDb(server.url, { poolSize: 1 })
  await dropAll(admin, template)
  await admin.query(`CREATE DATABASE ${template}`)
  const db = openDb(urlOfDatabase(server.url, template), { poolSize: 1 })
  await migrate(db, migrationSets())
  await db.close()
  sweepFolders()
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), `${FOLDERS}${process.pid}-`))
  return {
    url: server.url,
    template,
    folder,
    stop: async () => {
      fs.rmSync(folder, { recursive: true, force: true })
      await dropAll(admin, template)
      await admin.close()
      await server.stop()
    },
  }
}

/** The template and what was prepared from it. */
async function dropAll(admin: Db, template: string): Promise<void> {
  const names = await admin.query<{ datname: string }>(
    `SELECT datname FROM pg_database WHERE datname = $1 OR starts_with(datname, $1 || '_')`,
    [template],
  )
  for (const { datname } of names) await admin.query(`DROP DATABASE IF EXISTS ${datname} WITH (FORCE)`)
}

export function urlOfDatabase(url: string, database: string): string {
  const [, server, parameters = ''] = /^(.*\/)[^/?]*(\?.*)?$/.exec(url) ?? []
  return `${server}${database}${parameters}`
}

function givenServer(url: string) {
  return { url, stop: async () => {} }
}

async function throwAwayServer() {
  sweep()
  const dataDir = path.join(os.tmpdir(), `${PREFIX}${process.pid}`)
  // Nobody needs these rows after a power cut; not waiting for the disk saves about half of the run.
  const settings = {
    fsync: 'off',
    full_page_writes: 'off',
    synchronous_commit: 'off',
    max_connections: '200',
  }
  const server = await startEmbedded({ dataDir, settings })
  const stop = async () => {
    await server.stop()
    fs.rmSync(dataDir, { recursive: true, force: true })
  }
  return { url: server.url(), stop }
}

const PREFIX = 'yichuang-test-'

/** A run that was killed leaves its server behind; the next run clears it away. */
function sweep(): void {
  for (const name of fs.readdirSync(os.tmpdir()).filter((entry) => entry.startsWith(PREFIX))) {
    const folder = path.join(os.tmpdir(), name)
    if (isAlive(Number(name.slice(PREFIX.length)))) continue
    try {
      process.kill(
        Number(fs.readFileSync(path.join(folder, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]),
        9,
      )
    } catch {
      // It was not running any more.
    }
    fs.rmSync(folder, { recursive: true, force: true })
  }
}

const FOLDERS = 'yichuang-prepared-'

/** The same for what lay beside the databases of a killed run: files of its houses and towns. */
function sweepFolders(): void {
  for (const name of fs.readdirSync(os.tmpdir()).filter((entry) => entry.startsWith(FOLDERS))) {
    const pid = /^(\d+)-/.exec(name.slice(FOLDERS.length))?.[1]
    if (pid !== undefined && !isAlive(Number(pid)))
      fs.rmSync(path.join(os.tmpdir(), name), { recursive: true, force: true })
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
