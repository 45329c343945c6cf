import path from 'node:path'
import type { Clock } from '#platform/clock.ts'
import type { Keys } from '#platform/crypto/keys.ts'
import type { Queryable } from '#platform/db/db.ts'
import { refuse, type Refusal } from '#platform/refusal.ts'
import type { OpenContent } from './encrypted-file.ts'
import { fileFolders } from './folders.ts'
import { fileKeys } from './file-keys.ts'
import { FIND, QUARANTINED, RELEASE, RETAIN, VERDICT, type FileRow, type Scan } from './file-rows.ts'
import { openEncrypted } from './encrypted-file.ts'
import type { MediaType } from './media-type.ts'
import { builtInScanner, type FileScanner } from './scanner.ts'
import { sweep, type Swept } from './sweep.ts'
import { receive, type Upload, type UploadCode } from './upload.ts'

export type { Scan, UploadCode }

export interface StoredFile {
  area: string
  id: string
  size: number
  mediaType: MediaType
  scan: Scan
}

export type AccessCode = 'file-not-found' | 'file-quarantined' | 'file-rejected'

export interface FileStore {
  /** Stores what a person sends. The answer comes only when the bytes and their row survive a power cut. */
  upload(upload: Upload): Promise<StoredFile | Refusal<UploadCode>>
  find(on: Queryable, area: string, id: string): Promise<StoredFile | null>
  /** The content of a clean file, decrypted while it is read; the caller closes it. */
  open(area: string, id: string): Promise<{ file: StoredFile; content: OpenContent } | Refusal<AccessCode>>
  /**
   * Keeps a file from the sweep for `holder` (for example `case:…/material:3`); run it in the act's
   * transaction. Twice is once.
   */
  retain(tx: Queryable, area: string, id: string, holder: string): Promise<StoredFile | Refusal<AccessCode>>
  release(tx: Queryable, area: string, id: string, holder: string): Promise<void>
  /** Looks again at files no scanner could look at when they came. Returns how many left quarantine. */
  scanQuarantined(area: string, atMost?: number): Promise<number>
  /** Deletes files nobody has held for a day, and what interrupted uploads left on disk. */
  sweep(area: string): Promise<Swept>
}

export interface FileStoreSettings {
  db: Queryable
  keys: Keys
  clock: Clock
  /** `DATA_DIR/files`. */
  folder: string
  scanner?: FileScanner
  /** Told why a file stays in quarantine. */
  onScanFault?: (fault: unknown) => void
}

export async function openFileStore(settings: FileStoreSettings): Promise<FileStore> {
  const { db, clock } = settings
  const scanner = settings.scanner ?? builtInScanner
  const wrapping = fileKeys(settings.keys)
  const folders = await fileFolders(path.resolve(settings.folder))

  const openRow = (row: FileRow) =>
    openEncrypted(
      folders.placeOf(row.area_code, row.id),
      wrapping.unwrap(row.area_code, row.id, row.wrapped_key),
    )

  const findRow = async (on: Queryable, area: string, id: string) =>
    (await on.query<FileRow>(FIND, [area, id]))[0]

  const look = async (row: FileRow): Promise<Scan> => {
    const content = await openRow(row).catch(() => null)
    // Of two people sending the same virus at once, the second may find it gone.
    if (!content) return settledScan(await findRow(db, row.area_code, row.id))
    const verdict = await scanner
      .scan(content, row.media_type)
      .catch((fault: unknown) => settings.onScanFault?.(fault) ?? null)
      .finally(() => content.close())
    if (verdict === null) return 'quarantined'
    const [scan, reason] =
      verdict === 'clean' ? (['clean', null] as const) : (['rejected', verdict.rejected] as const)
    await db.query(VERDICT, [row.area_code, row.id, scan, reason])
    if (scan === 'rejected') await folders.remove(row.area_code, row.id)
    return scan
  }

  return {
    async upload(upload) {
      const row = await receive({ db, clock, folders, wrapping }, upload)
      if ('refused' in row) return row
      const scan = row.scan === 'quarantined' ? await look(row) : row.scan
      return scan === 'rejected' ? refuse('file-rejected') : storedFile({ ...row, scan })
    },

    async find(on, area, id) {
      const row = await findRow(on, area, id)
      return row ? storedFile(row) : null
    },

    async open(area, id) {
      const row = await findRow(db, area, id)
      if (!row) return refuse('file-not-found')
      if (row.scan !== 'clean') return refuse(`file-${row.scan}`)
      return { file: storedFile(row), content: await openRow(row) }
    },

    async retain(tx, area, id, holder) {
      const [row] = await tx.query<FileRow>(RETAIN, [area, id, holder, clock.now()])
      if (!row) return refuse('file-not-found')
      return row.scan === 'rejected' ? refuse('file-rejected') : storedFile(row)
    },

    async release(tx, area, id, holder) {
      await tx.query(RELEASE, [area, id, holder, clock.now()])
    },

    async scanQuarantined(area, atMost = 100) {
      let settled = 0
      const faults: unknown[] = []
      for (const row of await db.query<FileRow>(QUARANTINED, [area, atMost])) {
        // One damaged file must not keep the others from being looked at.
        const scan = await look(row).catch((fault: unknown) => void faults.push(fault))
        if (scan === 'clean' || scan === 'rejected') settled += 1
      }
      if (faults.length > 0) throw faults[0]
      return settled
    },

    sweep: (area) => sweep({ db, clock, folders }, area),
  }
}

function settledScan(row: FileRow | undefined): Scan {
  if (row?.scan !== 'rejected') throw new Error('a file in quarantine has lost its bytes')
  return row.scan
}

function storedFile(row: FileRow): StoredFile {
  return {
    area: row.area_code,
    id: row.id,
    size: Number(row.size),
    mediaType: row.media_type,
    scan: row.scan,
  }
}
