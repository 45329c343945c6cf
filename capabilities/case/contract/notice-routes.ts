import { Type as T, type Static } from 'typebox'
import { contract } from '#platform/http/contract.ts'

/** What an officer is told of their cases without looking (工作提醒). */
export const NOTICE_KINDS = [
  'assigned',
  'handed-over',
  'countersign',
  'approve',
  'extension',
  'extension-answered',
  'opinion-asked',
  'opinion-given',
  'returned',
  'supplied',
  'paper-added',
  'gap-supplied',
  'objection',
  'hearing',
  'withdrawn',
  'urged',
  'urge-answered',
] as const
export type NoticeKind = (typeof NOTICE_KINDS)[number]

export const OfficeNotice = T.Object({
  /** The case it happened to. */
  no: T.String(),
  itemName: T.String(),
  kind: T.Enum([...NOTICE_KINDS]),
  text: T.String(),
  /** Who urged or answered, and what they wrote. */
  by: T.Optional(T.String()),
  says: T.Optional(T.String()),
  at: T.String(),
  unread: T.Boolean(),
  /** Which fact it tells of: no two lines have the same. */
  key: T.String(),
})
export type OfficeNotice = Static<typeof OfficeNotice>

export const noticeRoutes = contract({
  notices: {
    method: 'GET',
    path: '/notices',
    who: 'staff',
    summary:
      'What happened to the cases of my post, newest first; values of the application never stand here',
    query: T.Object({
      cursor: T.Optional(T.String({ maxLength: 200 })),
      limit: T.Optional(T.Integer({ minimum: 1, maximum: 50 })),
    }),
    reply: T.Object({
      items: T.Array(OfficeNotice),
      /** Until when this list tells: reading it is told with this moment. */
      upTo: T.String(),
      nextCursor: T.Optional(T.String()),
    }),
  },
  readNotices: {
    method: 'POST',
    path: '/notices/read',
    who: 'staff',
    summary: 'I have seen everything told up to a moment',
    body: T.Object({ upTo: T.String({ format: 'date-time' }) }, { additionalProperties: false }),
    reply: T.Object({ done: T.Boolean() }),
    idempotent: false,
  },
})
