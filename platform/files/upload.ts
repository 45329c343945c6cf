import fs from 'node:fs/promises'
import type { Clock } from '#platform/clock.ts'
import type { Queryable } from '#platform/db/db.ts'
import { newId } from '#platform/id.ts'
import { refuse, type Refusal } from '#platform/refusal.ts'
import { encryptInto, openEncrypted } from './encrypted-file.ts'
import type { FileKeys } from './file-keys.ts'
import { STORE, type FileRow } from './file-rows.ts'
import type { FileFolders } from './folders.ts'
import { MEDIA_TYPES, mediaTypeOf, type MediaType } from './media-type.ts'

export type UploadCode =
  | 'file-too-large'
  | 'file-type-not-allowed'
  | 'file-empty'
  | 'file-unreadable'
  | 'file-rejected'

export interface Upload {
  area: string
  /** The name the person's file had; its extension must agree with the content. */
  fileName: string
  bytes: AsyncIterable<Uint8Array>
  /** Default 20 MB. */
  bytesMax?: number
  allowed?: readonly MediaType[]
}

export const UPLOAD_BYTES_MAX = 20 * 1024 * 1024
const ALL_TYPES = Object.keys(MEDIA_TYPES) as MediaType[]

interface Means {
  db: Queryable
  clock: Clock
  folders: FileFolders
  wrapping: FileKeys
}

/**
 * Takes an upload to disk, encrypted as it arrives, and gives it its row. The bytes are durable before the
 * row is.
 */
export async function receive(means: Means, upload: Upload): Promise<FileRow | Refusal<UploadCode>> {
  const { db, clock, folders, wrapping } = means
  const { area } = upload
  const id = newId()
  const { key, wrapped } = wrapping.make(area, id)
  const address = wrapping.address(area)
  const arriving = folders.arriving(id)
  try {
    const size = await arrive(arriving, (file) =>
      encryptInto(file, key, limited(upload), (bytes) => address.update(bytes)),
    )
    if (size === 0) return refuse('file-empty')
    const content = await openEncrypted(arriving, key)
    const type = await mediaTypeOf(content, upload.fileName, upload.allowed ?? ALL_TYPES).finally(() =>
      content.close(),
    )
    if ('code' in type) return refuse(type.code)
    await folders.settle(area, id)
    const values = [area, id, address.digest('base64url'), size, type.mediaType, wrapped, clock.now()]
    const [row] = await db.query<FileRow>(STORE, values)
    if (row!.id !== id) await folders.remove(area, id)
    return row!
  } catch (error) {
    if (error instanceof TooLarge) return refuse('file-too-large', { facts: { bytesMax: error.bytesMax } })
    throw error
  } finally {
    await fs.rm(arriving, { force: true })
  }
}

async function arrive(path: string, write: (file: fs.FileHandle) => Promise<number>): Promise<number> {
  const file = await fs.open(path, 'wx', 0o600)
  try {
    const size = await write(file)
    await file.sync()
    return size
  } finally {
    await file.close()
  }
}

class TooLarge extends Error {
  readonly bytesMax: number
  constructor(bytesMax: number) {
    super('the upload is too large')
    this.bytesMax = bytesMax
  }
}

async function* limited({ bytes, bytesMax = UPLOAD_BYTES_MAX }: Upload): AsyncIterable<Uint8Array> {
  let size = 0
  for await (const part of bytes) {
    size += part.length
    if (size > bytesMax) throw new TooLarge(bytesMax)
    yield part
  }
}
