import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import fs from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { keysFrom } from '#platform/crypto/keys.ts'
import { isRefused } from '#platform/refusal.ts'
import { testDatabase } from '#platform/testing/database.ts'
import { openFileStore, type StoredFile } from './file-store.ts'
import { collect, eicar, pdf, pieces, png } from './samples.ts'
import type { FileScanner } from './scanner.ts'
import { fileWords } from './words.ts'

const db = await testDatabase()
const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'store-'))
afterAll(() => fs.rm(folder, { recursive: true }))

const AREA = '370304'
const masterKey = randomBytes(32).toString('hex')
let now = '2025-03-03T01:00:00.000Z'
const clock = { now: () => now }
const settings = { db, keys: keysFrom(masterKey), clock, folder }
const store = await openFileStore(settings)

const send = (
  bytes: Buffer,
  fileName = 'a.pdf',
  more: { area?: string; bytesMax?: number } = {},
  to = store,
) => to.upload({ area: AREA, fileName, bytes: pieces(bytes), ...more })

async function taken(bytes: Buffer, fileName?: string, area = AREA): Promise<StoredFile> {
  const file = await send(bytes, fileName, { area })
  if (isRefused(file)) throw new Error(file.code)
  return file
}

async function contentOf(id: string, from = store): Promise<Buffer | string> {
  const opened = await from.open(AREA, id)
  if ('refused' in opened) return opened.code
  return collect(opened.content.stream()).finally(() => opened.content.close())
}

async function onDisk(): Promise<string[]> {
  const found = await fs.readdir(folder, { recursive: true, withFileTypes: true })
  return found.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name))
}

test('an upload comes back byte for byte, and lies encrypted on disk', async () => {
  const bytes = Buffer.concat([pdf('secret text'), randomBytes(150_000), Buffer.from('%%EOF')])
  const file = await taken(bytes)
  expect(file).toMatchObject({ area: AREA, mediaType: 'application/pdf', size: bytes.length, scan: 'clean' })
  expect(bytes.equals((await contentOf(file.id)) as Buffer)).toBe(true)
  for (const place of await onDisk()) expect((await fs.readFile(place)).includes('secret text')).toBe(false)
  expect(await store.find(db, AREA, file.id)).toEqual(file)
  expect(await store.find(db, '371500', file.id)).toBeNull()
})

test('the same content is stored once in an area, and apart in another', async () => {
  const [one, two] = await Promise.all([taken(pdf('twice')), taken(pdf('twice'), 'b.pdf')])
  const elsewhere = await taken(pdf('twice'), 'a.pdf', '371500')
  expect(two.id).toBe(one.id)
  expect(elsewhere.id).not.toBe(one.id)
  const rows = await db.query<{ address: string }>(`select address from files.file where id = any($1)`, [
    [one.id, elsewhere.id],
  ])
  expect(new Set(rows.map(({ address }) => address)).size).toBe(2)
  expect((await onDisk()).filter((place) => place.endsWith(one.id))).toHaveLength(1)
  expect((await contentOf(one.id)).toString()).toContain('twice')
})

test.each<[string, Parameters<typeof send>, string]>([
  ['an empty file', [Buffer.alloc(0)], 'file-empty'],
  ['a page', [Buffer.from('<html>'), 'a.html'], 'file-type-not-allowed'],
  ['a picture named PDF', [png()], 'file-type-not-allowed'],
  ['a cut PDF', [Buffer.from('%PDF-1.7')], 'file-unreadable'],
  ['too many bytes', [pdf('x'.repeat(2000)), 'a.pdf', { bytesMax: 2000 }], 'file-too-large'],
  ['the test virus', [pdf(eicar)], 'file-rejected'],
  ['the test virus again', [pdf(eicar)], 'file-rejected'],
])('%s is refused and leaves no bytes', async (_, input, code) => {
  const before = await onDisk()
  const answer = await send(...input)
  expect(answer).toMatchObject({ refused: true, code })
  expect(fileWords[code as keyof typeof fileWords]).toMatch(/请.*。$/)
  expect(await onDisk()).toEqual(before)
})

test('five people sending the same virus at once are all refused', async () => {
  const sent = await Promise.all([1, 2, 3, 4, 5].map(() => send(pdf(`at once ${eicar}`))))
  expect(sent.map((answer) => isRefused(answer) && answer.code)).toEqual(Array(5).fill('file-rejected'))
})

test('an upload that breaks off on the way leaves no bytes', async () => {
  const before = await onDisk()
  const broken = async function* () {
    yield pdf()
    throw new Error('connection lost')
  }
  await expect(store.upload({ area: AREA, fileName: 'a.pdf', bytes: broken() })).rejects.toThrow(
    'connection lost',
  )
  expect(await onDisk()).toEqual(before)
})

test('a file no scanner could look at stays in quarantine until one did', async () => {
  let verdict: 'down' | 'clean' | 'bad' = 'down'
  const scanner: FileScanner = {
    async scan() {
      if (verdict === 'down') throw new Error('scanner is down')
      return verdict === 'clean' ? 'clean' : { rejected: 'a virus' }
    },
  }
  const careful = await openFileStore({ ...settings, scanner })
  const good = (await send(pdf('good'), 'a.pdf', {}, careful)) as StoredFile
  expect(good.scan).toBe('quarantined')
  expect(await contentOf(good.id, careful)).toBe('file-quarantined')
  expect(await careful.scanQuarantined(AREA)).toBe(0)

  verdict = 'clean'
  expect(await careful.scanQuarantined(AREA)).toBe(1)
  expect((await contentOf(good.id, careful)).toString()).toContain('good')

  verdict = 'down'
  const bad = (await send(pdf('bad'), 'a.pdf', {}, careful)) as StoredFile
  await db.transaction((tx) => careful.retain(tx, AREA, bad.id, 'case:1'))
  verdict = 'bad'
  expect(await careful.scanQuarantined(AREA)).toBe(1)
  expect(await contentOf(bad.id, careful)).toBe('file-rejected')
  expect(await store.retain(db, AREA, bad.id, 'case:2')).toMatchObject({ code: 'file-rejected' })
  expect((await onDisk()).some((place) => place.endsWith(bad.id))).toBe(false)
  const [row] = await db.query<{ wrapped_key: string }>(`select wrapped_key from files.file where id = $1`, [
    bad.id,
  ])
  expect(row!.wrapped_key).toBe('')
})

test('a held file stays; one that nobody holds goes after a day', async () => {
  const held = await taken(pdf('held'))
  const loose = await taken(pdf('loose'))
  await db.transaction((tx) => store.retain(tx, AREA, held.id, 'case:1/material:1'))
  await db.transaction((tx) => store.retain(tx, AREA, held.id, 'case:1/material:1'))
  await db.transaction((tx) => store.retain(tx, AREA, held.id, 'case:2/material:1'))
  expect(await count(held.id)).toBe(2)

  now = '2025-03-04T00:59:59.000Z'
  await store.sweep(AREA)
  expect((await contentOf(loose.id)).toString()).toContain('loose')
  now = '2025-03-04T01:00:01.000Z'
  expect((await store.sweep(AREA)).unreferenced).toBeGreaterThan(0)
  expect(await contentOf(loose.id)).toBe('file-not-found')
  expect((await onDisk()).some((place) => place.endsWith(loose.id))).toBe(false)

  await store.release(db, AREA, held.id, 'case:1/material:1')
  await store.release(db, AREA, held.id, 'case:1/material:1')
  now = '2025-03-06T00:00:00.000Z'
  await store.sweep(AREA)
  expect((await contentOf(held.id)).toString()).toContain('held')
  await store.release(db, AREA, held.id, 'case:2/material:1')
  now = '2025-03-08T00:00:00.000Z'
  await store.sweep(AREA)
  expect(await contentOf(held.id)).toBe('file-not-found')
})

test('an act that rolls back holds nothing', async () => {
  const file = await taken(pdf('rolled back'))
  const act = db.transaction(async (tx) => {
    await store.retain(tx, AREA, file.id, 'case:3')
    throw new Error('refused after all')
  })
  await expect(act).rejects.toThrow('refused after all')
  expect(await count(file.id)).toBe(0)
  expect(await store.retain(db, AREA, '0190b5a0-0000-7000-8000-000000000000', 'case:3')).toMatchObject({
    code: 'file-not-found',
  })
})

test('uploading a loose file again gives it another day', async () => {
  const first = await taken(pdf('again'))
  now = '2025-03-08T23:00:00.000Z'
  expect((await taken(pdf('again'))).id).toBe(first.id)
  now = '2025-03-09T20:00:00.000Z'
  await store.sweep(AREA)
  expect((await contentOf(first.id)).toString()).toContain('again')
})

test('what a crash left on disk is swept when it is old, and not before', async () => {
  const stray = path.join(folder, AREA, 'ff', '0190b5a0-0000-7000-8000-0000000000ff')
  const interrupted = path.join(folder, 'arriving', '0190b5a0-0000-7000-8000-0000000000fe')
  await fs.mkdir(path.dirname(stray), { recursive: true })
  for (const place of [stray, interrupted]) await fs.writeFile(place, 'left over')
  expect((await store.sweep(AREA)).strays).toBe(0)
  const old = new Date(Date.now() - 25 * 3_600_000)
  for (const place of [stray, interrupted]) await fs.utimes(place, old, old)
  expect((await store.sweep(AREA)).strays).toBe(2)
})

test('a file changed on disk is noticed while it is read', async () => {
  const file = await taken(pdf('changed on disk'))
  const place = (await onDisk()).find((found) => found.endsWith(file.id))!
  const stored = await fs.readFile(place)
  stored[20]! ^= 1
  await fs.writeFile(place, stored)
  await expect(contentOf(file.id)).rejects.toThrow('was changed')
})

test('an acknowledged upload survives kill -9 of the server', async () => {
  const program = `
    import { openDb } from '#platform/db/db.ts'
    import { keysFrom } from '#platform/crypto/keys.ts'
    import { openFileStore } from '#platform/files/file-store.ts'
    const [url, key, folder] = process.argv.slice(1)
    const store = await openFileStore({ db: openDb(url), keys: keysFrom(key), clock: { now: () => '${now}' }, folder })
    for (let count = 0; ; count++) {
      const bytes = Buffer.from('%PDF-1.7 ' + count + ' ' + 'x'.repeat(200000) + '%%EOF')
      const file = await store.upload({ area: '${AREA}', fileName: 'a.pdf', bytes: (async function* () { yield bytes })() })
      console.log(file.id)
    }`
  const server = spawn(
    process.execPath,
    ['--input-type=module-typescript', '--eval', program, db.url, masterKey, folder],
    { stdio: ['ignore', 'pipe', 'inherit'], cwd: path.resolve(import.meta.dirname, '../..') },
  )
  let said = ''
  for await (const text of server.stdout) {
    said += String(text)
    if (said.split('\n').length > 5) server.kill('SIGKILL')
  }
  const acknowledged = said.split('\n').slice(0, -1)
  expect(acknowledged.length).toBeGreaterThanOrEqual(5)
  for (const id of acknowledged)
    expect((await contentOf(id)).toString('utf8')).toMatch(/^%PDF-1\.7 \d+ x+%%EOF$/)
})

async function count(id: string): Promise<number> {
  const [row] = await db.query<{ ref_count: number }>(
    `select ref_count from files.file where area_code = $1 and id = $2`,
    [AREA, id],
  )
  return row!.ref_count
}
