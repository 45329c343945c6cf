import type { TObject } from 'typebox'
import type { Actor } from '#engine/actor.ts'
import { refusal, type Refusal } from '#engine/refusal.ts'
import { actorKey } from '#capabilities/acts/actor-record.ts'
import type { Clock } from '#platform/clock.ts'
import type { Queryable } from '#platform/db/db.ts'
import type { OpenContent } from '#platform/files/encrypted-file.ts'
import type { FileStore } from '#platform/files/file-store.ts'
import type { MediaType } from '#platform/files/media-type.ts'
import { newId } from '#platform/id.ts'
import { isRefused, type Refusal as PlatformRefusal } from '#platform/refusal.ts'
import { photosIn } from '../model/fields.ts'

export interface PhotoMeans {
  db: Queryable
  files: FileStore
  clock: Clock
}

interface PhotoRow {
  id: string
  file: string
  media_type: string
  size: number
  uploaded_by: string
}

const PICTURES: readonly MediaType[] = ['image/jpeg', 'image/png', 'image/webp']
/** A telephone's picture; the workbench sends a smaller one. */
const BYTES_MAX = 10 * 1024 * 1024

/** Takes a picture through the checks of every upload (type by content, size, virus); it is its sender's until handed in. */
export async function uploadPhoto(
  { db, files, clock }: PhotoMeans,
  {
    area,
    actor,
    fileName,
    bytes,
  }: { area: string; actor: Actor; fileName: string; bytes: AsyncIterable<Uint8Array> },
): Promise<{ id: string } | PlatformRefusal> {
  const stored = await files.upload({ area, fileName, bytes, bytesMax: BYTES_MAX, allowed: PICTURES })
  if (isRefused(stored)) return stored
  const id = newId()
  await db.query(INSERT, [area, id, stored.id, stored.mediaType, stored.size, actorKey(actor), clock.now()])
  return { id }
}

/**
 * Pictures that an act hands in are its sender's own and looked at by the scanner; the stream of the entry holds them from now on. One
 * that the entry shows already may stay. Held before the act commits: a lost act leaves a hold too many, never an entry without its picture.
 */
export async function handInPhotos(
  { db, files }: PhotoMeans,
  handing: {
    area: string
    actor: Actor
    stream: string
    schema: TObject
    input: object
    before: readonly string[]
  },
): Promise<Refusal | undefined> {
  const { area, actor, stream, schema, input, before } = handing
  for (const id of photosIn(schema, input)) {
    if (before.includes(id)) continue
    const [row] = await db.query<PhotoRow>(BY_ID, [area, id])
    if (row?.uploaded_by !== actorKey(actor)) return refusal('book-photo-unknown', { facts: { photo: id } })
    const kept = await files.retain(db, area, row.file, stream)
    if (isRefused(kept) || kept.scan !== 'clean') return refusal('book-photo-not-clean')
  }
  return undefined
}

export async function openPhoto(
  { db, files }: PhotoMeans,
  area: string,
  id: string,
): Promise<{ mediaType: string; size: number; content: OpenContent } | PlatformRefusal> {
  const [row] = await db.query<PhotoRow>(BY_ID, [area, id])
  const opened = row === undefined ? undefined : await files.open(area, row.file)
  if (opened === undefined || isRefused(opened)) return refusal('book-photo-unknown')
  return { mediaType: opened.file.mediaType, size: opened.file.size, content: opened.content }
}

const INSERT = {
  name: 'books.photo-insert',
  text: `INSERT INTO books.photo (area_code, id, file, media_type, size, uploaded_by, uploaded_at)
    VALUES ($1, $2, $3, $4, $5, $6, $7)`,
}

const BY_ID = {
  name: 'books.photo',
  text: 'SELECT id, file, media_type, size, uploaded_by FROM books.photo WHERE area_code = $1 AND id = $2',
}
