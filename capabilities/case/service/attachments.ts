import type { Actor } from '#engine/actor.ts'
import { refusal, type Refusal } from '#engine/refusal.ts'
import { actorKey } from '#capabilities/acts/actor-record.ts'
import type { Queryable } from '#platform/db/db.ts'
import { isId, newId } from '#platform/id.ts'
import { isRefused, type Refusal as PlatformRefusal } from '#platform/refusal.ts'
import type { OpenContent } from '#platform/files/encrypted-file.ts'
import type { FileView } from '../contract.ts'
import type { HeldFile } from '../model.ts'
import type { AttachmentRow } from '../store/rows.ts'
import type { CaseMeans } from './means.ts'

export interface Attachments {
  /** Takes an upload; it belongs to whoever sent it until it is handed in. */
  upload(
    area: string,
    actor: Actor,
    fileName: string,
    bytes: AsyncIterable<Uint8Array>,
  ): Promise<FileView | PlatformRefusal>
  /** Attachments by id that this actor may hand in, held for the case from now on. */
  handIn(
    area: string,
    actor: Actor,
    ids: readonly string[],
    stream: string,
  ): Promise<Record<string, HeldFile> | Refusal>
  /** Content of an attachment; whether the asker may see the case was decided before. */
  open(
    area: string,
    id: string,
  ): Promise<{ mediaType: string; size: number; content: OpenContent } | PlatformRefusal>
  /** Gives up an upload that was not handed in; a case that holds the file keeps it. */
  discard(area: string, actor: Actor, id: string): Promise<void>
  /** Uploads that were not handed in yet pass from one sender to another, in the transaction in which a counter takes over a draft. */
  handOver(on: Queryable, area: string, ids: readonly string[], from: string, to: Actor): Promise<void>
  views(area: string, ids: readonly string[]): Promise<Map<string, FileView>>
  /** The same of rows that another statement read beside its own (`attachmentsBeside`). */
  viewsOf(rows: readonly AttachmentRow[]): Map<string, FileView>
  find(area: string, id: string): Promise<AttachmentRow | undefined>
}

const FILES_PER_ACT_MAX = 200
const UPLOADS_A_DAY_MAX = 1000
const BYTES_A_DAY_MAX = 2 * 1024 ** 3
const DAY_MS = 86_400_000

export function attachments({ db, files, clock }: Pick<CaseMeans, 'db' | 'files' | 'clock'>): Attachments {
  const rows = async (area: string, ids: readonly string[]) =>
    ids.length === 0 ? [] : db.query<AttachmentRow>(BY_IDS, [area, ids.filter(isId)])
  /** A county's disk is not one person's to fill; a counter takes in whole piles and is trusted with them. */
  const isOverQuota = async (area: string, actor: Actor): Promise<boolean> => {
    if (actor.kind !== 'citizen') return false
    const since = new Date(Date.parse(clock.now()) - DAY_MS).toISOString()
    const [row] = await db.query<{ count: number; bytes: number }>(UPLOADED_SINCE, [
      area,
      actorKey(actor),
      since,
    ])
    return row!.count >= UPLOADS_A_DAY_MAX || row!.bytes >= BYTES_A_DAY_MAX
  }
  return {
    async upload(area, actor, fileName, bytes) {
      if (await isOverQuota(area, actor)) return { refused: true, code: 'too-many-uploads' }
      const stored = await files.upload({ area, fileName, bytes })
      if (isRefused(stored)) return stored
      const id = newId()
      await files.retain(db, area, stored.id, `attachment:${id}`)
      await db.query(INSERT, [
        area,
        id,
        stored.id,
        stored.size,
        stored.mediaType,
        actorKey(actor),
        clock.now(),
      ])
      return fileView({
        id,
        file: stored.id,
        size: stored.size,
        media_type: stored.mediaType,
        uploaded_by: '',
      })
    },
    async handIn(area, actor, ids, stream) {
      if (ids.length > FILES_PER_ACT_MAX)
        return refusal('too-many-files', { facts: { max: FILES_PER_ACT_MAX } })
      const found = ids.length === 0 ? [] : await rows(area, ids)
      const mine = found.filter((row) => row.uploaded_by === actorKey(actor))
      const strange = [...new Set(ids)].filter((id) => !mine.some((row) => row.id === id))
      if (strange.length > 0) return refusal('file-not-yours', { facts: { files: strange } })
      const held: Record<string, HeldFile> = {}
      const unclean: string[] = []
      for (const row of mine) {
        // Kept before the act commits: a lost act leaves a hold too many, never a case without its file.
        const kept = await files.retain(db, area, row.file, stream)
        if (isRefused(kept) || kept.scan !== 'clean') unclean.push(row.id)
        held[row.id] = { id: row.id, size: Number(row.size), mediaType: row.media_type }
      }
      return unclean.length === 0 ? held : refusal('file-not-clean', { facts: { files: unclean } })
    },
    async open(area, id) {
      const [row] = await rows(area, [id])
      if (row === undefined) return { refused: true, code: 'file-not-found' }
      const opened = await files.open(area, row.file)
      if (isRefused(opened)) return opened
      return { mediaType: opened.file.mediaType, size: opened.file.size, content: opened.content }
    },
    async discard(area, actor, id) {
      if (!isId(id)) return
      const [row] = await db.query<{ file: string }>(DISCARD, [area, id, actorKey(actor)])
      if (row) await files.release(db, area, row.file, `attachment:${id}`)
    },
    async handOver(on, area, ids, from, to) {
      if (ids.length > 0) await on.query(HAND_OVER, [area, ids.filter(isId), from, actorKey(to)])
    },
    viewsOf: fileViews,
    async views(area, ids) {
      return fileViews(await rows(area, ids))
    },
    find: async (area, id) => (await rows(area, [id]))[0],
  }
}

export function fileViews(rows: readonly AttachmentRow[]): Map<string, FileView> {
  return new Map(rows.map((row) => [row.id, fileView(row)]))
}

/** People's own file names tell too much (张三身份证.jpg), so files are named by what they are. */
function fileView(row: AttachmentRow): FileView {
  const extension = extensionOf(row.media_type)
  return {
    id: row.id,
    name: `材料.${extension}`,
    size: Number(row.size),
    mediaType: row.media_type,
    url: `/api/v1/files/${row.id}`,
  }
}

export function extensionOf(mediaType: string): string {
  return EXTENSIONS[mediaType] ?? 'bin'
}

const EXTENSIONS: Readonly<Record<string, string>> = {
  'application/pdf': 'pdf',
  'application/ofd': 'ofd',
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
}

const INSERT = {
  name: 'cases.attachment-insert',
  text: `INSERT INTO cases.attachment (area_code, id, file, size, media_type, uploaded_by, uploaded_at)
    VALUES ($1, $2, $3, $4, $5, $6, $7)`,
}

const UPLOADED_SINCE = {
  name: 'cases.uploaded-since',
  text: 'SELECT count(*) AS count, coalesce(sum(size), 0)::bigint AS bytes FROM cases.attachment WHERE area_code = $1 AND uploaded_by = $2 AND uploaded_at > $3',
}

const DISCARD = {
  name: 'cases.attachment-discard',
  text: `DELETE FROM cases.attachment WHERE area_code = $1 AND id = $2 AND uploaded_by = $3 RETURNING file`,
}

const HAND_OVER = {
  name: 'cases.attachment-hand-over',
  text: `UPDATE cases.attachment SET uploaded_by = $4 WHERE area_code = $1 AND id = ANY($2::uuid[]) AND uploaded_by = $3`,
}

const BY_IDS = {
  name: 'cases.attachments',
  text: `SELECT id, file, size, media_type, uploaded_by FROM cases.attachment
    WHERE area_code = $1 AND id = ANY($2::uuid[])`,
}
