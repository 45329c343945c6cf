import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, afterEach, expect, test } from 'vitest'
import { openDb } from './db.ts'
import { type EmbeddedServer, startEmbedded } from './embedded.ts'

const home = fs.mkdtempSync(path.join(os.tmpdir(), 'yichuang-embedded-'))
fs.chmodSync(home, 0o755)
afterAll(() => fs.rmSync(home, { recursive: true }))

const started: EmbeddedServer[] = []
afterEach(async () => {
  for (const server of started.splice(0).reverse()) await server.stop()
})

async function start(dataDir: string, exclusive = true): Promise<EmbeddedServer> {
  const server = await startEmbedded({ dataDir, exclusive })
  started.push(server)
  return server
}

async function ask<R>(server: EmbeddedServer, statement: string): Promise<R[]> {
  const db = openDb(server.url())
  try {
    return await db.query<R>(statement)
  } finally {
    await db.close()
  }
}

function folderOf(name: string): string {
  return path.join(home, name)
}

/** A data folder that has been used and stopped; copied, because making one takes half a second. */
const used = folderOf('used')
await (await startEmbedded({ dataDir: used })).stop()

function usedFolder(name: string): string {
  const folder = folderOf(name)
  fs.cpSync(used, folder, { recursive: true, preserveTimestamps: true })
  // cpSync gives copies to whoever runs it.
  const { uid, gid } = fs.statSync(path.join(used, 'postgres'))
  for (const entry of ['', ...fs.readdirSync(path.join(folder, 'postgres'), { recursive: true })])
    fs.lchownSync(path.join(folder, 'postgres', String(entry)), uid, gid)
  fs.chmodSync(path.join(folder, 'postgres'), 0o700)
  return folder
}

/** Another process of ours that ends as in a power cut, without telling its database. */
function crash(dataDir: string): void {
  const program = `
    import { startEmbedded } from ${JSON.stringify(path.join(import.meta.dirname, 'embedded.ts'))}
    await startEmbedded({ dataDir: ${JSON.stringify(dataDir)} })
    process.kill(process.pid, 'SIGKILL')`
  const { signal, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', program], {
    encoding: 'utf8',
  })
  expect([signal, stderr]).toEqual(['SIGKILL', ''])
}

test('a new folder becomes a database that is safe on disk and closed to others', async () => {
  const server = await start(folderOf('new'))
  expect(server.adopted).toBe(false)
  const [settings] = await ask(
    server,
    `SELECT current_setting('fsync') AS fsync, current_setting('full_page_writes') AS pages,
      current_setting('data_checksums') AS checksums, current_setting('listen_addresses') AS network,
      current_setting('TimeZone') AS zone, upper('é') AS upper, current_setting('max_connections') AS connections`,
  )
  expect(settings).toEqual({
    fsync: 'on',
    pages: 'on',
    checksums: 'on',
    network: '',
    zone: 'UTC',
    upper: 'É',
    connections: '60',
  })
  const { host } = server.target()
  expect(fs.statSync(host).mode & 0o777).toBe(0o700)
  expect(fs.statSync(path.join(folderOf('new'), 'postgres')).mode & 0o777).toBe(0o700)
})

test('a deep folder with a space and Chinese in its name still has a short socket', async () => {
  const server = await start(
    path.join(folderOf('深 层'), ...Array.from({ length: 12 }, () => 'folder-in-a-folder')),
  )
  expect(path.join(server.target().host, '.s.PGSQL.5432').length).toBeLessThan(100)
  expect(await ask(server, 'SELECT 1 AS one')).toEqual([{ one: 1 }])
})

test('rows outlive a stop', async () => {
  const dataDir = usedFolder('outlive')
  await ask(await start(dataDir), 'CREATE TABLE kept AS SELECT 1 AS one')
  await started.pop()!.stop()
  expect(await ask(await start(dataDir), 'TABLE kept')).toEqual([{ one: 1 }])
})

test('a server that survived a crash of ours is adopted', async () => {
  const dataDir = usedFolder('survivor')
  crash(dataDir)
  const server = await start(dataDir)
  expect(server.adopted).toBe(true)
  expect(await ask(server, 'SELECT 1 AS one')).toEqual([{ one: 1 }])
})

test('a server that was killed as well recovers', async () => {
  const dataDir = usedFolder('killed')
  crash(dataDir)
  const pidFile = path.join(dataDir, 'postgres/postmaster.pid')
  process.kill(Number(fs.readFileSync(pidFile, 'utf8').split('\n')[0]), 'SIGKILL')
  const server = await start(dataDir)
  expect(server.adopted).toBe(false)
  expect(await ask(server, 'SELECT 1 AS one')).toEqual([{ one: 1 }])
})

test('a database that dies under a running program is started again at the same place', async () => {
  const server = await start(usedFolder('reborn'))
  const [before, url] = [server.pid(), server.url()]
  process.kill(before, 'SIGKILL')
  await expect.poll(() => server.pid(), { timeout: 30_000 }).not.toBe(before)
  expect(server.url()).toBe(url)
  expect(await ask(server, 'SELECT 1 AS one')).toEqual([{ one: 1 }])
  await expect(startEmbedded({ dataDir: folderOf('reborn') })).rejects.toThrow('in use by another running')
})

test('a database whose killed server left a process that cannot end is started again all the same', async () => {
  const server = await start(usedFolder('orphan'))
  const db = openDb(server.url())
  const [{ pid }] = (await db.query<{ pid: number }>('SELECT pg_backend_pid() AS pid')) as [{ pid: number }]
  // Stopped, it is as deaf as one that waits for a lock whose holder was killed.
  process.kill(pid, 'SIGSTOP')
  process.kill(server.pid(), 'SIGKILL')
  await expect
    .poll(() => ask(server, 'SELECT 1 AS one').catch(String), { timeout: 60_000 })
    .toEqual([{ one: 1 }])
  await db.close()
}, 90_000)

test('a stale postmaster.pid whose number now belongs to somebody else is cleared away', async () => {
  const dataDir = usedFolder('stale')
  const { uid, gid } = fs.statSync(path.join(dataDir, 'postgres'))
  const pidFile = path.join(dataDir, 'postgres/postmaster.pid')
  fs.writeFileSync(pidFile, `${process.pid}\n${dataDir}\n1700000000\n5432\n/var/tmp/gone\n\n0 0\nready   \n`)
  fs.chownSync(pidFile, uid, gid)
  expect((await start(dataDir)).adopted).toBe(false)
})

test('a first start that was interrupted is begun again', async () => {
  const dataDir = folderOf('interrupted')
  const half = path.join(dataDir, 'postgres.new-1')
  fs.mkdirSync(path.join(half, 'base'), { recursive: true })
  fs.utimesSync(half, 0, 0)
  expect(await ask(await start(dataDir), 'SELECT 1 AS one')).toEqual([{ one: 1 }])
  expect(fs.existsSync(half)).toBe(false)
})

test('two commands that start together on a new folder share one database', async () => {
  const dataDir = folderOf('together')
  const [one, other] = await Promise.all([start(dataDir, false), start(dataDir, false)])
  expect(one.pid()).toBe(other.pid())
})

test('a second server on the same folder is refused and the first goes on', async () => {
  const dataDir = usedFolder('twice')
  const first = await start(dataDir)
  await expect(startEmbedded({ dataDir })).rejects.toMatchObject({
    name: 'StartupProblem',
    english: expect.stringContaining('in use by another running'),
  })
  expect(await ask(first, 'SELECT 1 AS one')).toEqual([{ one: 1 }])
})

test('a command runs beside the server, and whoever leaves last stops the database', async () => {
  const dataDir = usedFolder('beside')
  const command = await start(dataDir, false)
  const server = await start(dataDir)
  await command.stop()
  expect(await ask(server, 'SELECT 1 AS one')).toEqual([{ one: 1 }])
  await server.stop()
  expect(fs.existsSync(path.join(dataDir, 'postgres/postmaster.pid'))).toBe(false)
})

test.each([
  [
    'without its control file',
    (folder: string) => fs.rmSync(path.join(folder, 'global/pg_control')),
    'damaged',
  ],
  [
    'with a torn control file',
    (folder: string) => fs.truncateSync(path.join(folder, 'global/pg_control'), 40),
    'damaged',
  ],
  ['without its log', (folder: string) => emptyFolder(path.join(folder, 'pg_wal')), 'damaged'],
  [
    'that is something else',
    (folder: string) => fs.rmSync(path.join(folder, 'PG_VERSION')),
    'not a database',
  ],
  [
    'of another version',
    (folder: string) => fs.writeFileSync(path.join(folder, 'PG_VERSION'), '14\n'),
    'PostgreSQL 14',
  ],
])('a data folder %s is refused in one sentence', async (name, harm, sentence) => {
  const dataDir = usedFolder(`harmed ${name}`)
  harm(path.join(dataDir, 'postgres'))
  await expect(startEmbedded({ dataDir })).rejects.toMatchObject({
    name: 'StartupProblem',
    chinese: expect.stringContaining('数据文件夹'),
    english: expect.stringContaining(sentence),
  })
})

test('a place where nothing can be written is refused in one sentence', async () => {
  fs.writeFileSync(folderOf('a file'), '')
  await expect(startEmbedded({ dataDir: path.join(folderOf('a file'), 'data') })).rejects.toMatchObject({
    name: 'StartupProblem',
    english: expect.stringContaining('Cannot write'),
  })
})

function emptyFolder(folder: string): void {
  for (const name of fs.readdirSync(folder)) fs.rmSync(path.join(folder, name), { recursive: true })
}
