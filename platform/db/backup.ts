import { createHash, type Hash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { listPartitions, listSequences, listTables, selectLines, type Table } from './backup/tables.ts'
import type { Label, Manifest } from './backup/manifest.ts'
import { tarEnd, tarEntry } from './backup/tar.ts'
import type { Db, Queryable } from './db.ts'
import { appliedMigrations } from './migrate.ts'

export type { Label, Manifest }
export { restore } from './backup/restore.ts'

export interface BackupOptions {
  filesDirectory: string
  mode: string
  madeAt: string
}

/**
 * Writes one archive (tar.gz) with every row as text and every file. It is one moment of the database, taken while
 * the server goes on, and can be restored into another major version of PostgreSQL.
 */
export async function backup(db: Db, target: string, options: BackupOptions): Promise<Manifest> {
  const partial = `${target}.partial`
  let manifest: Manifest | undefined
  try {
    await db.transaction(
      async (tx) => {
        const archive = write(tx, options, (made) => (manifest = made))
        const file = fs.createWriteStream(partial, { mode: 0o600, flush: true })
        await pipeline(Readable.from(archive, { objectMode: false }), createGzip({ level: 6 }), file)
      },
      { snapshot: true },
    )
    fs.renameSync(partial, target)
  } catch (error) {
    fs.rmSync(partial, { force: true })
    throw error
  }
  return manifest!
}

async function* write(tx: Queryable, options: BackupOptions, done: (manifest: Manifest) => void) {
  const label: Label = {
    format: 1,
    madeAt: options.madeAt,
    mode: options.mode,
    migrations: await appliedMigrations(tx),
    tables: await listTables(tx),
    partitions: await listPartitions(tx),
    sequences: await listSequences(tx),
  }
  yield* json('label.json', label)
  const tables: Manifest['tables'] = {}
  for (const table of label.tables) tables[table.name] = yield* rowsOf(tx, table)
  const manifest = { tables, files: yield* filesIn(options.filesDirectory) }
  yield* json('manifest.json', manifest)
  yield tarEnd
  done(manifest)
}

async function* json(name: string, value: unknown) {
  const bytes = Buffer.from(JSON.stringify(value, null, 2))
  yield* tarEntry(name, bytes.length, bytes)
}

const PAGE_BYTES = 4 * 1024 * 1024

/** In pages of a few megabytes, however wide the rows are: no table is ever held whole. */
async function* rowsOf(tx: Queryable, table: Table) {
  await tx.query(`DECLARE backup_rows NO SCROLL CURSOR FOR ${selectLines(table)}`)
  const hash = createHash('sha256')
  let rows = 0
  for (let page = 1, fetch = 100; ; page += 1) {
    const lines = await tx.query<{ line: string }>(`FETCH ${fetch} FROM backup_rows`)
    if (lines.length === 0) break
    const bytes = Buffer.from(lines.map(({ line }) => `${line}\n`).join(''))
    hash.update(bytes)
    rows += lines.length
    yield* tarEntry(`tables/${table.name}/${String(page).padStart(6, '0')}.ndjson`, bytes.length, bytes)
    fetch = Math.min(10_000, Math.max(1, Math.floor((PAGE_BYTES * lines.length) / bytes.length)))
  }
  await tx.query('CLOSE backup_rows')
  return { rows, sha256: hash.digest('hex') }
}

async function* filesIn(directory: string) {
  const hash = createHash('sha256')
  let count = 0
  let bytes = 0
  for (const name of fs.existsSync(directory) ? listFiles(directory) : []) {
    const file = await openIfThere(path.join(directory, name))
    if (!file) continue
    const { size } = await file.stat()
    hash.update(`${name}\n`)
    // A file may grow while it is read; what is written is what was there when it was opened.
    const stream = size === 0 ? Buffer.alloc(0) : hashed(file.createReadStream({ end: size - 1 }), hash)
    yield* tarEntry(`files/${name}`, size, stream)
    await file.close()
    count += 1
    bytes += size
  }
  return { count, bytes, sha256: hash.digest('hex') }
}

/** Files of the installation, not those still being written by an upload (`*.partial`). */
function listFiles(directory: string): string[] {
  return fs
    .readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.partial'))
    .map((entry) =>
      path.relative(directory, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'),
    )
    .sort()
}

/** An erasure may take a file away between the list and its turn. */
async function openIfThere(file: string): Promise<fs.promises.FileHandle | undefined> {
  try {
    return await fs.promises.open(file, 'r')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

async function* hashed(stream: AsyncIterable<Buffer>, hash: Hash) {
  for await (const chunk of stream) {
    hash.update(chunk)
    yield chunk
  }
}
