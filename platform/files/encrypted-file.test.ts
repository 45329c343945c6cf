import { randomBytes } from 'node:crypto'
import fs from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { sm4GcmKey } from '#platform/crypto/sm4-gcm.ts'
import { makeFolder, writeFileAtomically } from './durable.ts'
import { CHUNK_BYTES, DamagedFile, encryptInto, openEncrypted } from './encrypted-file.ts'
import { collect, pieces } from './samples.ts'

const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'files-'))
afterAll(() => fs.rm(folder, { recursive: true }))
const key = sm4GcmKey(randomBytes(16))
const file = path.join(folder, 'one')

async function store(text: Buffer): Promise<number> {
  const handle = await fs.open(file, 'w')
  const size = await encryptInto(handle, key, pieces(text), () => {})
  await handle.close()
  return size
}

async function readBack(): Promise<Buffer> {
  const content = await openEncrypted(file, key)
  return collect(content.stream()).finally(() => content.close())
}

test.each([0, 1, CHUNK_BYTES - 1, CHUNK_BYTES, CHUNK_BYTES + 1, 3 * CHUNK_BYTES, 200_000])(
  '%i bytes come back as they went, in a stream and in parts',
  async (length) => {
    const text = randomBytes(length)
    expect(await store(text)).toBe(length)
    expect((await readBack()).equals(text)).toBe(true)
    const content = await openEncrypted(file, key)
    expect(content.size).toBe(length)
    for (const [from, count] of [
      [0, 10],
      [CHUNK_BYTES - 3, 10],
      [length - 5, 100],
      [length, 5],
      [0, length],
    ] as const)
      if (from >= 0)
        expect((await content.read(from, count)).equals(text.subarray(from, from + count))).toBe(true)
    await content.close()
  },
)

const STRIDE = CHUNK_BYTES + 16

test.each<[string, (stored: Buffer) => Buffer]>([
  ['one bit changed', (stored) => ((stored[STRIDE + 100]! ^= 1), stored)],
  ['the last chunk cut off', (stored) => stored.subarray(0, 8 + 2 * STRIDE)],
  ['the last bytes cut off', (stored) => stored.subarray(0, -20)],
  [
    'two chunks swapped',
    (stored) =>
      Buffer.concat([
        stored.subarray(0, 8),
        stored.subarray(8 + STRIDE, 8 + 2 * STRIDE),
        stored.subarray(8, 8 + STRIDE),
        stored.subarray(8 + 2 * STRIDE),
      ]),
  ],
  ['a chunk dropped', (stored) => Buffer.concat([stored.subarray(0, 8), stored.subarray(8 + STRIDE)])],
  ['bytes appended', (stored) => Buffer.concat([stored, randomBytes(40)])],
  ['another header', (stored) => (stored.writeUInt32BE(CHUNK_BYTES / 2, 4), stored)],
  ['only a header', (stored) => stored.subarray(0, 8)],
  ['another kind of file', () => Buffer.from('%PDF-1.7')],
])('a stored file with %s is noticed', async (_, damage) => {
  await store(randomBytes(2 * CHUNK_BYTES + 1000))
  await fs.writeFile(file, damage(await fs.readFile(file)))
  await expect(readBack()).rejects.toThrow(DamagedFile)
})

test('a file does not open under another key', async () => {
  await store(Buffer.from('text'))
  const content = await openEncrypted(file, sm4GcmKey(randomBytes(16)))
  await expect(content.read(0, 4)).rejects.toThrow(DamagedFile)
  await content.close()
})

test('an atomic write replaces the whole file, for the owner only, and leaves nothing beside it', async () => {
  const deep = path.join(folder, 'a', 'b')
  await makeFolder(deep)
  await makeFolder(deep)
  await writeFileAtomically(path.join(deep, 'key'), 'old and long')
  await writeFileAtomically(path.join(deep, 'key'), 'new')
  expect(await fs.readFile(path.join(deep, 'key'), 'utf8')).toBe('new')
  expect(await fs.readdir(deep)).toEqual(['key'])
  expect((await fs.stat(path.join(deep, 'key'))).mode & 0o777).toBe(0o600)
  await expect(writeFileAtomically(deep, 'cannot replace a folder')).rejects.toThrow()
  expect(await fs.readdir(path.dirname(deep))).toEqual(['b'])
})
