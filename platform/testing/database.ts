import { randomBytes } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, inject } from 'vitest'
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
  const { url: server, template } = inject('testServer')
  const name = `yichuang_test_${process.pid}_${randomBytes(4).toString('hex')}`
  await administer(server, (admin) => admin.query(`CREATE DATABASE ${name} TEMPLATE ${template}`))
  const url = urlOfDatabase(server, name)
  const db: TestDb = { ...openDb(url, { poolSize: 5 }), url }
  opened.push(db)
  return db
}

// Registered with the file and not with the caller's hook, so that it runs after every `afterAll` of the file.
afterAll(async () => {
  const left = await Promise.all(opened.splice(0).map(drop))
  if (left.some((count) => count > 0))
    throw new Error(`the tests left ${left.join(' + ')} database connections open: close what you open`)
})

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
  for (let look = 0; look < 40; look += 1) {
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

async function administer<T>(url: string, work: (admin: Db) => Promise<T>): Promise<T> {
  const admin = openDb(url, { poolSize: 1 })
  try {
    return await work(admin)
  } finally {
    await admin.close()
  }
}
