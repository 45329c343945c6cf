import fs from 'node:fs/promises'
import { decrypt, encrypt, IV_BYTES, TAG_BYTES, type Sm4GcmKey } from '#platform/crypto/sm4-gcm.ts'
import type { Content } from './content.ts'

// On disk: an 8-byte header (mark, chunk size), then chunks of text each followed by its SM4-GCM tag. The iv
// holds the number of the chunk and whether it is the last, so chunks cannot be swapped, dropped or cut off
// at the end. Counting ivs are safe because every file has a key of its own.

export const CHUNK_BYTES = 65_536
const MARK = Buffer.from('YCF1')
const HEADER_BYTES = 8

/**
 * Encrypts a stream into the file while `seen` looks at the text going by. Returns the number of bytes of
 * text.
 */
export async function encryptInto(
  file: fs.FileHandle,
  key: Sm4GcmKey,
  text: AsyncIterable<Uint8Array>,
  seen: (bytes: Uint8Array) => void,
): Promise<number> {
  const header = headerOf(CHUNK_BYTES)
  await file.writeFile(header)
  const waiting = Buffer.allocUnsafe(CHUNK_BYTES)
  let [filled, chunk, size] = [0, 0, 0]
  const flush = async (last: boolean) => {
    await file.writeFile(encrypt(key, ivOf(chunk++, last), waiting.subarray(0, filled), header))
    filled = 0
  }
  for await (const bytes of text) {
    seen(bytes)
    size += bytes.length
    for (let from = 0; from < bytes.length;) {
      // A full chunk waits until more text comes, because only then it is known not to be the last.
      if (filled === CHUNK_BYTES) await flush(false)
      const part = bytes.subarray(from, from + CHUNK_BYTES - filled)
      waiting.set(part, filled)
      filled += part.length
      from += part.length
    }
  }
  await flush(true)
  return size
}

export interface OpenContent extends Content {
  close(): Promise<void>
}

export class DamagedFile extends Error {
  override name = 'DamagedFile'
}

export async function openEncrypted(path: string, key: Sm4GcmKey): Promise<OpenContent> {
  const file = await fs.open(path, 'r')
  try {
    const layout = await layoutOf(file, path)
    return contentFrom(file, key, layout, path)
  } catch (error) {
    await file.close()
    throw error
  }
}

interface Layout {
  header: Buffer
  chunkBytes: number
  chunks: number
  size: number
}

async function layoutOf(file: fs.FileHandle, path: string): Promise<Layout> {
  const { size: stored } = await file.stat()
  const header = await readExactly(file, 0, HEADER_BYTES)
  const chunkBytes =
    header.length === HEADER_BYTES && header.subarray(0, 4).equals(MARK) ? header.readUInt32BE(4) : 0
  const body = stored - HEADER_BYTES
  if (chunkBytes === 0 || chunkBytes > CHUNK_BYTES * 16 || body < TAG_BYTES)
    throw new DamagedFile(`${path} is not a stored file`)
  const chunks = Math.ceil(body / (chunkBytes + TAG_BYTES))
  return { header, chunkBytes, chunks, size: body - chunks * TAG_BYTES }
}

function contentFrom(file: fs.FileHandle, key: Sm4GcmKey, layout: Layout, path: string): OpenContent {
  const { header, chunkBytes, chunks, size } = layout

  const readChunk = async (chunk: number): Promise<Buffer> => {
    const stride = chunkBytes + TAG_BYTES
    const sealed = await readExactly(file, HEADER_BYTES + chunk * stride, stride)
    const text = decrypt(key, ivOf(chunk, chunk === chunks - 1), sealed, header)
    if (!text) throw new DamagedFile(`${path} was changed or cut at chunk ${chunk} of ${chunks}`)
    return text
  }

  return {
    size,
    async read(from, length) {
      const until = Math.min(from + length, size)
      if (until <= from) return Buffer.alloc(0)
      const first = Math.floor(from / chunkBytes)
      const parts: Buffer[] = []
      for (let chunk = first; chunk * chunkBytes < until; chunk++) parts.push(await readChunk(chunk))
      return Buffer.concat(parts).subarray(from - first * chunkBytes, until - first * chunkBytes)
    },
    async *stream() {
      for (let chunk = 0; chunk < chunks; chunk++) yield await readChunk(chunk)
    },
    close: () => file.close(),
  }
}

async function readExactly(file: fs.FileHandle, from: number, length: number): Promise<Buffer> {
  const buffer = Buffer.allocUnsafe(length)
  let filled = 0
  while (filled < length) {
    const { bytesRead } = await file.read(buffer, filled, length - filled, from + filled)
    if (bytesRead === 0) break
    filled += bytesRead
  }
  return buffer.subarray(0, filled)
}

function headerOf(chunkBytes: number): Buffer {
  const header = Buffer.alloc(HEADER_BYTES)
  header.set(MARK)
  header.writeUInt32BE(chunkBytes, 4)
  return header
}

function ivOf(chunk: number, last: boolean): Buffer {
  const iv = Buffer.alloc(IV_BYTES)
  iv.writeUInt32BE(chunk, 7)
  iv[11] = last ? 1 : 0
  return iv
}
