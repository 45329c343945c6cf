import type { Queryable } from '#platform/db/db.ts'
import type { Instant } from '#platform/clock.ts'
import type { Sheet } from '../model/sheet.ts'
import { CHANNELS, type Channel } from './channels.ts'
import type { SourceSheet } from './source.ts'

export interface CopyKey {
  channel: Channel
  /** '' for the portal. */
  place: string
  item: string
}

export interface StoredCopy extends CopyKey {
  version: number
  sheet: Partial<Sheet>
  syncedAt: Instant
  editedAt: Instant | null
  editedBy: string | null
}

export interface CopyStore {
  /** Brings every copy nobody changed by hand to its source, adds new ones, takes away those of items that have ended. */
  sync(sources: readonly SourceSheet[], now: Instant): Promise<{ written: number; removed: number }>
  find(key: CopyKey): Promise<StoredCopy | undefined>
  /** Copies that do not say what their source says. */
  different(sources: readonly SourceSheet[], atMost: number): Promise<StoredCopy[]>
  /** How many copies of the sources have not been handed out yet. */
  count(): Promise<number>
  /** Puts other words into a copy, as somebody found or changed it. */
  edit(key: CopyKey, digest: string, sheet: Partial<Sheet>, by: string, now: Instant): Promise<boolean>
  /** Puts the source's words back. */
  restore(key: CopyKey, source: SourceSheet, now: Instant): Promise<boolean>
}

/** Every copy the sources ask for: one on the portal, three at each place that offers the item. */
export function wantedCopies(
  sources: readonly SourceSheet[],
): (CopyKey & { version: number; digest: string })[] {
  return sources.flatMap(({ item, version, digest, places }) =>
    CHANNELS.flatMap((channel) =>
      (channel === 'portal' ? [''] : places.map(({ id }) => id)).map((place) => ({
        ...{ channel, place, item, version, digest },
      })),
    ),
  )
}

export function copyStore(db: Queryable, area: string): CopyStore {
  const keepSheets = (sheets: readonly { digest: string; sheet: Partial<Sheet> }[]) =>
    db.query(KEEP_SHEETS, [
      area,
      sheets.map(({ digest }) => digest),
      sheets.map(({ sheet }) => JSON.stringify(sheet)),
    ])
  return {
    async sync(sources, now) {
      await keepSheets(sources)
      const wanted = wantedCopies(sources)
      const column = <K extends keyof (typeof wanted)[number]>(name: K) => wanted.map((copy) => copy[name])
      const keys = [area, column('channel'), column('place'), column('item')]
      const written = await db.query(SYNC, [...keys, column('version'), column('digest'), now])
      const removed = await db.query(REMOVE, keys)
      return { written: written.length, removed: removed.length }
    },
    find: async ({ channel, place, item }) =>
      (await db.query<StoredCopy>(ONE, [area, channel, place, item]))[0],
    different: (sources, atMost) =>
      db.query<StoredCopy>(DIFFERENT, [
        ...[area, sources.map(({ item }) => item), sources.map(({ digest }) => digest)],
        atMost,
      ]),
    count: async () => (await db.query<{ copies: number }>(COUNT, [area]))[0]!.copies,
    async edit({ channel, place, item }, digest, sheet, by, now) {
      await keepSheets([{ digest, sheet }])
      return (await db.query(EDIT, [area, channel, place, item, digest, now, by])).length > 0
    },
    async restore({ channel, place, item }, source, now) {
      await keepSheets([source])
      const values = [area, channel, place, item, source.version, source.digest, now]
      return (await db.query(RESTORE, values)).length > 0
    },
  }
}

const COPY = `c.channel, c.place, c.item_id AS item, c.item_version AS version, s.body AS sheet, c.synced_at AS "syncedAt",
  c.edited_at AS "editedAt", c.edited_by AS "editedBy"`
const FROM = 'guide.copy c JOIN guide.sheet s ON s.area_code = c.area_code AND s.digest = c.digest'

const KEEP_SHEETS = {
  name: 'guide.keep-sheets',
  text: `INSERT INTO guide.sheet (area_code, digest, body)
    SELECT DISTINCT ON (digest) $1, digest, body::jsonb FROM unnest($2::text[], $3::text[]) AS given (digest, body)
    ON CONFLICT DO NOTHING`,
}

const WANTED = 'unnest($2::text[], $3::text[], $4::text[]'

// What somebody changed by hand stays as it is found until it is put right on purpose: otherwise nobody would ever learn of it.
const SYNC = {
  name: 'guide.sync-copies',
  text: `INSERT INTO guide.copy AS held (area_code, channel, place, item_id, item_version, digest, synced_digest, synced_at)
    SELECT $1, channel, place, item, version, digest, digest, $7::timestamptz
    FROM ${WANTED}, $5::integer[], $6::text[]) AS wanted (channel, place, item, version, digest)
    ON CONFLICT (area_code, channel, place, item_id) DO UPDATE
      SET item_version = excluded.item_version, digest = excluded.digest, synced_digest = excluded.digest, synced_at = excluded.synced_at
      WHERE held.digest = held.synced_digest AND (held.digest, held.item_version) <> (excluded.digest, excluded.item_version)
    RETURNING 1`,
}

const REMOVE = {
  name: 'guide.remove-copies',
  text: `DELETE FROM guide.copy c WHERE c.area_code = $1
    AND NOT EXISTS (SELECT FROM ${WANTED}) AS wanted (channel, place, item)
      WHERE (wanted.channel, wanted.place, wanted.item) = (c.channel, c.place, c.item_id)) RETURNING 1`,
}

const ONE = {
  name: 'guide.one-copy',
  text: `SELECT ${COPY} FROM ${FROM} WHERE c.area_code = $1 AND c.channel = $2 AND c.place = $3 AND c.item_id = $4`,
}

const DIFFERENT = {
  name: 'guide.different-copies',
  text: `SELECT ${COPY} FROM ${FROM} JOIN unnest($2::text[], $3::text[]) AS source (item, digest) ON source.item = c.item_id
    WHERE c.area_code = $1 AND c.digest <> source.digest
    ORDER BY c.item_id, c.place, c.channel LIMIT $4`,
}

const COUNT = {
  name: 'guide.count-copies',
  text: 'SELECT count(*)::integer AS copies FROM guide.copy WHERE area_code = $1',
}

const EDIT = {
  name: 'guide.edit-copy',
  text: `UPDATE guide.copy SET digest = $5, edited_at = $6, edited_by = $7
    WHERE area_code = $1 AND channel = $2 AND place = $3 AND item_id = $4 RETURNING 1`,
}

const RESTORE = {
  name: 'guide.restore-copy',
  text: `UPDATE guide.copy SET item_version = $5, digest = $6, synced_digest = $6, synced_at = $7, edited_at = NULL, edited_by = NULL
    WHERE area_code = $1 AND channel = $2 AND place = $3 AND item_id = $4 RETURNING 1`,
}
