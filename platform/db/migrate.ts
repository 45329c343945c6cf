import { createHash } from 'node:crypto'
import fs from 'node:fs/promises'
import path from 'node:path'
import { StartupProblem } from '../log/startup-problem.ts'
import type { Db, Queryable } from './db.ts'

/** The folder `directory` holds `0001-name.sql`, `0002-…`; `owner` is written beside each in the database. */
export interface MigrationSet {
  owner: string
  directory: string
}

export interface MigrationId {
  owner: string
  number: number
}

export interface Migration extends MigrationId {
  name: string
  checksum: string
  sql: string
}

// Any constant will do; it must only be the same in every version of this product.
const MIGRATION_LOCK = 7_230_166_001

/**
 * Brings the database to this program's schema: owners in the order given, numbers in theirs, one transaction each.
 * Two servers starting together take turns. Returns what was applied now. With `only`, stops at what is listed there:
 * a backup is loaded into the schema it was made from.
 */
export async function migrate(
  db: Db,
  sets: readonly MigrationSet[],
  only?: readonly MigrationId[],
): Promise<Migration[]> {
  const known = await readMigrations(sets)
  const wanted = only && new Set(only.map(key))
  await prepare(db)
  const applied: Migration[] = []
  for (;;) {
    const step = await db.transaction((tx) => applyNext(tx, known, wanted))
    if (!step) return applied
    applied.push(step)
  }
}

export async function readMigrations(sets: readonly MigrationSet[]): Promise<Migration[]> {
  const lists = await Promise.all(sets.map(readSet))
  return lists.flat()
}

/** What the database says it has been through; empty when it is not ours yet. */
export async function appliedMigrations(on: Queryable): Promise<Omit<Migration, 'sql'>[]> {
  const [there] = await on.query<{ exists: boolean }>(
    `SELECT to_regclass('platform.migration') IS NOT NULL AS exists`,
  )
  if (!there?.exists) return []
  return on.query('SELECT owner, number, name, checksum FROM platform.migration ORDER BY owner, number')
}

async function readSet({ owner, directory }: MigrationSet): Promise<Migration[]> {
  const files = (await fs.readdir(directory)).filter((file) => file.endsWith('.sql')).sort()
  return Promise.all(
    files.map(async (file, index) => {
      const parts = /^(\d{4})-([a-z0-9-]+)\.sql$/.exec(file)
      if (!parts || Number(parts[1]) !== index + 1)
        throw new Error(
          `${owner}/schema/${file}: migrations are named 0001-name.sql and counted without a gap`,
        )
      // A checkout with CRLF line ends is the same migration.
      const sql = (await fs.readFile(path.join(directory, file), 'utf8')).replaceAll('\r\n', '\n')
      const checksum = createHash('sha256').update(sql).digest('hex')
      return { owner, number: index + 1, name: parts[2]!, checksum, sql }
    }),
  )
}

async function prepare(db: Db): Promise<void> {
  await db.transaction(async (tx) => {
    await lock(tx)
    await tx.query('CREATE SCHEMA IF NOT EXISTS platform')
    await tx.query(`
      CREATE TABLE IF NOT EXISTS platform.migration (
        owner text NOT NULL,
        number integer NOT NULL,
        name text NOT NULL,
        checksum text NOT NULL,
        applied_at timestamptz NOT NULL,
        PRIMARY KEY (owner, number)
      )`)
  })
}

/** The lock lasts for one transaction, so the record is read again each time: the other server may have been faster. */
async function applyNext(
  tx: Queryable,
  known: readonly Migration[],
  wanted: ReadonlySet<string> | undefined,
): Promise<Migration | undefined> {
  await lock(tx)
  const recorded = await appliedMigrations(tx)
  refuseForeign(known, recorded)
  const done = new Set(recorded.map(key))
  const next = known.find((migration) => !done.has(key(migration)) && (wanted?.has(key(migration)) ?? true))
  if (!next) return undefined
  await tx.query(next.sql).catch((cause: Error) => {
    throw new Error(`${label(next)}: ${cause.message}`, { cause })
  })
  await tx.query(
    'INSERT INTO platform.migration (owner, number, name, checksum, applied_at) VALUES ($1, $2, $3, $4, $5)',
    [next.owner, next.number, next.name, next.checksum, new Date().toISOString()],
  )
  return next
}

/** Refuses a record that this program does not know, or knows otherwise. `of` is what holds the record. */
export function refuseForeign(
  known: readonly Migration[],
  recorded: readonly Omit<Migration, 'sql'>[],
  of: { chinese: string; english: string } = { chinese: '数据库', english: 'database' },
): void {
  const byKey = new Map(known.map((migration) => [key(migration), migration]))
  for (const record of recorded) {
    const name = label(record)
    const migration = byKey.get(key(record))
    if (!migration)
      throw new StartupProblem(
        `${of.chinese}来自更新版本的程序（${name}），请改用该版本或更新版本的程序。`,
        `The ${of.english} comes from a newer version of this program (${name}); use that version or a newer one.`,
      )
    if (migration.checksum !== record.checksum)
      throw new StartupProblem(
        `升级脚本 ${name} 在执行之后被改动过，请恢复原文件，另写一个新编号的脚本。`,
        `Migration ${name} was edited after it had been applied; restore the file and write a new one instead.`,
      )
  }
}

async function lock(tx: Queryable): Promise<void> {
  await tx.query('SELECT pg_advisory_xact_lock($1)', [MIGRATION_LOCK])
}

function key(migration: MigrationId): string {
  return `${migration.owner} ${migration.number}`
}

function label({ owner, number, name }: { owner: string; number: number; name: string }): string {
  return `${owner} ${String(number).padStart(4, '0')}-${name}`
}
