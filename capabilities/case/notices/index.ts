import type { Actor } from '#engine/actor.ts'
import { withOffset } from '#platform/clock.ts'
import type { ReplyOf } from '#platform/http/contract.ts'
import type { noticeRoutes } from '../contract/notice-routes.ts'
import type { CaseMeans } from '../service/means.ts'
import { NEWEST, noticeStore, type NoticePlace } from './store.ts'
import { urgeTexts } from './urge-texts.ts'
import { noticeWords } from './words.ts'

export interface OfficeNotices {
  /** What happened to the cases of this post, newest first. */
  list(
    actor: Actor,
    now: string,
    page: { cursor?: string; limit?: number },
  ): Promise<ReplyOf<typeof noticeRoutes.notices>>
  /** Everything told up to a moment has been seen. */
  read(actor: Actor, upTo: string, now: string): Promise<void>
}

const PAGE = 20

export function officeNotices(means: CaseMeans): OfficeNotices {
  const store = noticeStore(means.db)
  return {
    async list(actor, now, { cursor, limit = PAGE }) {
      if (actor.kind !== 'staff') return { items: [], upTo: now }
      const rows = await store.list(actor.area, actor.post, readCursor(cursor), limit + 1)
      const shown = rows.slice(0, limit)
      const last = rows.length > limit ? shown.at(-1) : undefined
      const said = await urgeTexts(means, actor.area, shown)
      return {
        items: shown.map((row) => {
          const { stream, seq, no, kind, itemName, at, unread } = row
          return {
            ...{ no, kind, itemName, unread, text: noticeWords[kind], ...said(row) },
            ...{ at: withOffset(at), key: `${stream}#${seq}` },
          }
        }),
        // What is told while somebody reads stays unread: the list ends with its newest line.
        upTo: shown[0]?.toldAt ?? now,
        ...(last ? { nextCursor: `${last.toldAt}~${last.seq}~${last.stream}` } : {}),
      }
    },
    async read(actor, upTo, now) {
      if (actor.kind === 'staff') await store.read(actor.area, actor.post, upTo, now)
    },
  }
}

/** A cursor is only a place to start from; a broken one starts at the beginning. */
function readCursor(cursor = ''): NoticePlace {
  const found = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z)~(\d{1,9})~(.{1,120})$/.exec(cursor)
  return found ? { toldAt: found[1]!, seq: Number(found[2]), stream: found[3]! } : NEWEST
}
