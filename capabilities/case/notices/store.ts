import type { Queryable } from '#platform/db/db.ts'
import type { NoticeKind } from '../contract/notice-routes.ts'

export interface NoticeRow {
  stream: string
  seq: number
  no: string
  kind: NoticeKind
  itemName: string
  at: string
  toldAt: string
  unread: boolean
}

export interface NewNotice extends Omit<NoticeRow, 'unread'> {
  area: string
  posts: readonly string[]
}

/** Where a page begins: right below this line. */
export type NoticePlace = Pick<NoticeRow, 'toldAt' | 'stream' | 'seq'>

export interface NoticeStore {
  list(area: string, post: string, after: NoticePlace, limit: number): Promise<NoticeRow[]>
  tell(notice: NewNotice): Promise<void>
  /** Whoever has not seen it need not any more: it was answered. */
  urgeMet(area: string, stream: string, before: number, at: string): Promise<void>
  read(area: string, post: string, upTo: string, at: string): Promise<void>
}

/** Above everything there is. */
export const NEWEST: NoticePlace = { toldAt: '9999-12-31T00:00:00.000Z', stream: '', seq: 0 }

/** Nobody reads further back; the case itself keeps everything. */
const KEPT_DAYS = 90

export function noticeStore(db: Queryable): NoticeStore {
  return {
    list: (area, post, { toldAt, stream, seq }, limit) =>
      db.query<NoticeRow>(LIST, [area, post, toldAt, stream, seq, limit]),
    async tell({ area, posts, stream, seq, no, kind, itemName, at, toldAt }) {
      await db.query(TELL, [area, posts, stream, seq, no, kind, itemName, at, toldAt])
    },
    async urgeMet(area, stream, before, at) {
      await db.query(URGE_MET, [area, stream, before, at])
    },
    async read(area, post, upTo, at) {
      await db.query(READ, [area, post, upTo, at])
    },
  }
}

const LIST = {
  name: 'cases.notices',
  text: `SELECT stream, seq, no, kind, item_name AS "itemName", at, told_at AS "toldAt", read_at IS NULL AS unread
    FROM cases.office_notice
    WHERE area_code = $1 AND post = $2 AND (told_at, stream, seq) < ($3::timestamptz, $4, $5::integer)
    ORDER BY told_at DESC, stream DESC, seq DESC LIMIT $6`,
}

const TELL = {
  name: 'cases.tell-notice',
  text: `WITH outdated AS (
      DELETE FROM cases.office_notice WHERE area_code = $1 AND post = ANY($2)
        AND told_at < $9::timestamptz - interval '${KEPT_DAYS} days'
    )
    INSERT INTO cases.office_notice (area_code, post, stream, seq, no, kind, item_name, at, told_at)
    SELECT $1, post, $3, $4::integer, $5, $6, $7, $8::timestamptz, $9::timestamptz FROM unnest($2::text[]) AS told(post)
    ON CONFLICT (area_code, post, stream, seq) DO NOTHING`,
}

const URGE_MET = {
  name: 'cases.urge-met',
  text: `UPDATE cases.office_notice SET read_at = $4::timestamptz
    WHERE area_code = $1 AND stream = $2 AND seq < $3::integer AND kind = 'urged' AND read_at IS NULL`,
}

const READ = {
  name: 'cases.read-notices',
  text: `UPDATE cases.office_notice SET read_at = $4::timestamptz
    WHERE area_code = $1 AND post = $2 AND read_at IS NULL AND told_at <= $3::timestamptz`,
}
