import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import { StartupProblem } from '../../log/startup-problem.ts'
import type { Label, Manifest } from './manifest.ts'
import type { Db, Queryable } from '../db.ts'
import { type MigrationSet, migrate, readMigrations, refuseForeign } from '../migrate.ts'
import {
  dropEverything,
  insertLines,
  isEmpty,
  listPartitions,
  listTables,
  type Table,
  withoutGuards,
} from './tables.ts'
import { type Entry, readTar } from './tar.ts'

export interface RestoreOptions {
  filesDirectory: string
  /** This installation's mode: an archive of the other mode is refused. */
  mode: string
  sets: readonly MigrationSet[]
}

export interface Restored {
  label: Label
  manifest: Manifest
}

/**
 * Reads an archive of `backup` into an empty database: first the schema the archive was made from, then its rows
 * and files in one transaction, then what this program has added to the schema since.
 */
export async function restore(db: Db, source: string, options: RestoreOptions): Promise<Restored> {
  await refuseFull(db, options.filesDirectory)
  refuseUnreadable(source)
  const bytes = createGunzip()
  // An error of the file reaches whoever reads the bytes.
  void pipeline(fs.createReadStream(source), bytes).catch(() => {})
  const entries = readTar(bytes)
  try {
    const label = await readLabel(entries)
    await refuseUnfit(label, options)
    await migrate(db, options.sets, label.migrations)
    const manifest = await load(db, entries, label, options.filesDirectory)
    await migrate(db, options.sets)
    return { label, manifest }
  } catch (error) {
    if (error instanceof StartupProblem) throw error
    // It was empty before; empty again, it can be tried with another archive.
    await dropEverything(db)
    throw new StartupProblem(
      `备份文件 ${source} 没有恢复成功，数据库仍是空的：${(error as Error).message}`,
      `The backup ${source} could not be restored and the database is still empty: ${(error as Error).message}`,
      { cause: error },
    )
  }
}

function refuseUnreadable(source: string): void {
  try {
    fs.accessSync(source, fs.constants.R_OK)
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException
    throw new StartupProblem(
      `读不到备份文件 ${source}（${code}），请检查路径和权限。`,
      `The backup ${source} cannot be read (${code}); check its path and permissions.`,
      { cause },
    )
  }
}

async function refuseFull(db: Db, filesDirectory: string): Promise<void> {
  if (!(await isEmpty(db)))
    throw new StartupProblem(
      '数据库中已有内容，备份只能恢复到空的数据库；请另设一个 DATA_DIR 或 DATABASE_URL。',
      'The database is not empty and a backup is only restored into an empty one; set another DATA_DIR or DATABASE_URL.',
    )
  if (fs.existsSync(filesDirectory) && fs.readdirSync(filesDirectory).length > 0)
    throw new StartupProblem(
      `文件夹 ${filesDirectory} 中已有文件，请先移走，或另设一个 DATA_DIR。`,
      `The folder ${filesDirectory} already holds files; move them away or set another DATA_DIR.`,
    )
}

async function readLabel(entries: AsyncGenerator<Entry>): Promise<Label> {
  const { value, done } = await entries.next()
  const label = !done && value.name === 'label.json' ? (JSON.parse(await text(value)) as Label) : undefined
  if (label?.format !== 1)
    throw new StartupProblem('这不是本程序的备份文件。', 'This is not a backup of this program.')
  return label
}

async function refuseUnfit(label: Label, { mode, sets }: RestoreOptions): Promise<void> {
  refuseForeign(await readMigrations(sets), label.migrations, { chinese: '备份', english: 'backup' })
  if (label.mode !== mode)
    throw new StartupProblem(
      `备份来自 ${label.mode} 模式，当前是 ${mode} 模式，不能恢复；请设置 MODE=${label.mode}。`,
      `The backup was made in ${label.mode} mode and this is ${mode} mode; set MODE=${label.mode}.`,
    )
}

async function load(
  db: Db,
  entries: AsyncGenerator<Entry>,
  label: Label,
  filesDirectory: string,
): Promise<Manifest> {
  const unpacked = `${filesDirectory}.restoring`
  fs.rmSync(unpacked, { recursive: true, force: true })
  fs.mkdirSync(unpacked, { recursive: true, mode: 0o700 })
  try {
    return await db.transaction(async (tx) => {
      let manifest: Manifest | undefined
      await makePartitions(tx, label)
      await withoutGuards(tx, async () => {
        manifest = await loadEntries(tx, entries, label, unpacked)
        for (const { name, value } of label.sequences)
          await tx.query('SELECT setval($1::regclass, $2)', [name, value])
      })
      // Last before the commit: files without rows are harmless, rows without files are not.
      fs.rmSync(filesDirectory, { recursive: true, force: true })
      fs.renameSync(unpacked, filesDirectory)
      return manifest!
    })
  } finally {
    fs.rmSync(unpacked, { recursive: true, force: true })
  }
}

/** Partitions made by a job while the old server ran. */
async function makePartitions(tx: Queryable, label: Label): Promise<void> {
  const there = new Set((await listPartitions(tx)).map((partition) => partition.name))
  for (const { name, parent, bound, triggers } of label.partitions.filter((each) => !there.has(each.name))) {
    await tx.query(`CREATE TABLE ${name} PARTITION OF ${parent} ${bound}`)
    for (const trigger of triggers) await tx.query(trigger)
  }
}

async function loadEntries(tx: Queryable, entries: AsyncGenerator<Entry>, label: Label, unpacked: string) {
  const tables = new Map((await listTables(tx)).map((table) => [table.name, table]))
  for (const { name } of label.tables) if (!tables.has(name)) throw new Error(`there is no table ${name}`)
  // Migrations may have put rows of reference into tables; the archive holds them too.
  if (tables.size > 0) await tx.query(`TRUNCATE ${[...tables.keys()].join(', ')}`)
  const seen = tally()
  for await (const entry of entries) {
    if (entry.name === 'manifest.json') return verify(JSON.parse(await text(entry)) as Manifest, label, seen)
    if (entry.name.startsWith('files/')) await loadFile(entry, unpacked, seen)
    else await loadRows(tx, entry, tables, seen)
  }
  throw new Error('the archive has no manifest')
}

type Tally = ReturnType<typeof tally>

function tally() {
  return {
    tables: new Map<string, { rows: number; hash: ReturnType<typeof createHash> }>(),
    files: { count: 0, bytes: 0, hash: createHash('sha256') },
  }
}

async function loadRows(
  tx: Queryable,
  entry: Entry,
  tables: ReadonlyMap<string, Table>,
  seen: Tally,
): Promise<void> {
  const name = /^tables\/(.+)\/\d+\.ndjson$/.exec(entry.name)?.[1]
  const table = tables.get(name ?? '')
  if (!table) throw new Error(`nobody knows what ${entry.name} is`)
  const page = await text(entry)
  const lines = page.split('\n').slice(0, -1)
  const total = seen.tables.get(table.name) ?? { rows: 0, hash: createHash('sha256') }
  total.hash.update(page)
  total.rows += lines.length
  seen.tables.set(table.name, total)
  await tx.query(insertLines(table), [`[${lines.join(',')}]`])
}

async function loadFile(entry: Entry, unpacked: string, seen: Tally): Promise<void> {
  const name = entry.name.slice('files/'.length)
  const place = path.resolve(unpacked, name)
  // An archive from elsewhere must not write outside its folder.
  if (!place.startsWith(path.resolve(unpacked) + path.sep))
    throw new Error(`${entry.name} leads out of the archive`)
  fs.mkdirSync(path.dirname(place), { recursive: true, mode: 0o700 })
  const { files } = seen
  files.hash.update(`${name}\n`)
  const counted = async function* () {
    for await (const chunk of entry.body) {
      files.hash.update(chunk)
      files.bytes += chunk.length
      yield chunk
    }
  }
  await pipeline(
    Readable.from(counted(), { objectMode: false }),
    fs.createWriteStream(place, { mode: 0o600, flush: true }),
  )
  files.count += 1
}

function verify(manifest: Manifest, label: Label, seen: Tally): Manifest {
  for (const { name } of label.tables) {
    const written = manifest.tables[name]
    const { rows = 0, hash = createHash('sha256') } = seen.tables.get(name) ?? {}
    if (written?.rows !== rows || written.sha256 !== hash.digest('hex'))
      throw new Error(`${name} should have ${written?.rows} rows and came with ${rows}, or they were changed`)
  }
  const { count, bytes, hash } = seen.files
  const { files } = manifest
  if (files.count !== count || files.bytes !== bytes || files.sha256 !== hash.digest('hex'))
    throw new Error(`there should be ${files.count} files and ${count} came, or they were changed`)
  return manifest
}

async function text(entry: Entry): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of entry.body) chunks.push(chunk)
  return Buffer.concat(chunks).toString('utf8')
}
