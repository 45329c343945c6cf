import { createHash, randomBytes } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { deserialize, serialize } from 'node:v8'
import { inject } from 'vitest'
import { type Db, openDb } from '../db/db.ts'
import { urlOfDatabase } from './one-server.ts'

export interface TestDb extends Db {
  url: string
}

const opened: TestDb[] = []

/**
 * A fresh database with every migration, for this test file alone; dropped when the file is done. The file fails
 * when it leaves a connection open.
 */
export async function testDatabase(): Promise<TestDb> {
  return copyOf(inject('testServer').template)
}

export interface PreparedDb<T> {
  db: TestDb
  made: T
}

/**
 * A fresh database that already holds what `fill` writes, with what `fill` answered. It is filled once in a run of
 * the tests; every other file that names the same `key` gets a copy of it. What `fill` answers is copied as well
 * (structured clone), and it may leave nothing in memory or in files that the test needs.
 */
export async function preparedDatabase<T>(
  key: string,
  fill: (db: TestDb) => Promise<T>,
): Promise<PreparedDb<T>> {
  const { url: server, template, folder } = inject('testServer')
  const name = `${template}_${createHash('sha256').update(key).digest('hex').slice(0, 12)}`
  const answer = path.join(folder, name)
  await alone(server, name, async (admin) => {
    if (fs.existsSync(answer)) return
    await admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
    await admin.query(`CREATE DATABASE ${name} TEMPLATE ${template}`)
    const url = urlOfDatabase(server, name)
    const db: TestDb = { ...openDb(url, { poolSize: 5 }), url }
    const made = serialize(await fill(db).finally(() => db.close()))
    if ((await connectionsLeft(admin, name)) > 0) throw new Error(`${key} left a connection open`)
    fs.writeFileSync(answer, made)
  })
  return { db: await copyOf(name), made: deserialize(fs.readFileSync(answer)) as T }
}

/**
 * The folder of that name within the run's, filled once in a run of the tests whichever file asks first. Files copy
 * it and leave it as it is.
 */
export async function preparedFolder(key: string, fill: (folder: string) => Promise<void>): Promise<string> {
  const { url: server, template, folder: run } = inject('testServer')
  const name = `${template}_${createHash('sha256').update(key).digest('hex').slice(0, 12)}`
  const folder = path.join(run, name)
  const done = `${folder}.done`
  await alone(server, name, async () => {
    if (fs.existsSync(done)) return
    fs.rmSync(folder, { recursive: true, force: true })
    await fill(folder)
    fs.writeFileSync(done, '')
  })
  return folder
}

async function copyOf(template: string): Promise<TestDb> {
  const { url: server } = inject('testServer')
  const name = `yichuang_test_${process.pid}_${randomBytes(4).toString('hex')}`
  await administer(server, (admin) => admin.query(`CREATE DATABASE ${name} TEMPLATE ${template}`))
  const url = urlOfDatabase(server, name)
  const db: TestDb = { ...openDb(url, { poolSize: 5 }), url }
  opened.push(db)
  return db
}

/** Drops what this test file opened and says how many connections it left. */
export async function dropOpened(): Promise<void> {
  const left = await Promise.all(opened.splice(0).map(drop))
  if (left.some((count) => count > 0))
    throw new Error(`the tests left ${left.join(' + ')} database connections open: close what you open`)
}

async function drop(db: TestDb): Promise<number> {
  await db.close()
  const name = /\/([^/?]+)(\?.*)?$/.exec(db.url)?.[1]
  return administer(inject('testServer').url, async (admin) => {
    const left = await connectionsLeft(admin, name!)
    await admin.query(`DROP DATABASE ${name} WITH (FORCE)`)
    return left
  })
}

/** The server learns of a closed connection a moment after the client, hence the second look. */
async function connectionsLeft(admin: Db, database: string): Promise<number> {
  let left = 0
  for (let look = 0; look < 200; look += 1) {
    const rows = await admin.query<{ count: number }>(
      "SELECT count(*) FROM pg_stat_activity WHERE datname = $1 AND backend_type = 'client backend'",
      [database],
    )
    left = rows[0]!.count
    if (left === 0) break
    await pause(50)
  }
  return left
}

/** Nobody else works under that name meanwhile; a lock of a transaction, for a pool gives idle connections up. */
function alone(url: string, name: string, work: (admin: Db) => Promise<void>): Promise<void> {
  const locked = (admin: Db) =>
    admin.transaction(async (tx) => {
      await tx.query('SELECT pg_advisory_xact_lock(hashtext($1))', [name])
      await work(admin)
    })
  return administer(url, locked, 3)
}

async function administer<T>(url: string, work: (admin: Db) => Promise<T>, poolSize = 1): Promise<T> {
  const admin = openDb(url, { poolSize })
  try {
    return await work(admin)
  } finally {
    await admin.close()
  }
}
