import { legalDay } from '#platform/clock.ts'
import { NO_AREA, subjectOf } from '#capabilities/party/index.ts'
import { readOnce, type Reading } from '#platform/db/reading.ts'
import { refuse, type Refusal } from '#platform/refusal.ts'
import type { MessagePage, MessageParams, MessageView } from '../contract.ts'
import { ANSWERED } from '../model.ts'
import { NEWEST, notificationStore, type MessageRow, type Place } from '../store.ts'
import { ERASED, inInbox } from '../words.ts'
import type { NotificationMeans } from './means.ts'

export interface Inbox {
  /** `unread` where the page that shows them has counted them already. */
  messages(party: string, cursor?: string, unread?: number): Promise<MessagePage>
  /** To be asked together with something else; at most `UNREAD_COUNTED_MAX`: whoever has more needs no exact number. */
  unread(party: string): Promise<Reading<number>>
  /** Marks one as read and says what it is about. */
  read(party: string, id: string): Promise<About | Refusal<'message-not-found'>>
  /** Everything up to a moment: what came after the page was made is still unread. */
  readAll(party: string, upTo: string): Promise<void>
  /** Whoever has handed in what was asked for need not be told of it any more. */
  readAsked(party: string, no: string): Promise<void>
}

/** The case a message is about, unless it is about a licence, or about an objection of the reader's own. */
export interface About {
  no: string
  licence?: string
  objection?: string
}

const PAGE = 20

export function inbox(means: NotificationMeans): Inbox {
  const { clock, organisation } = means
  const store = notificationStore(means.db)
  // A citizen belongs to no area and may have matters in each.
  const areas = async () => (await organisation.areas(legalDay(clock.now()))).map(({ area }) => area)
  return {
    async messages(party, cursor, counted) {
      const within = await areas()
      const [rows, unread] = await Promise.all([
        store.list(within, party, placeOf(cursor), PAGE + 1),
        counted ?? readOnce(means.db, store.unread(within, party)),
      ])
      const shown = rows.slice(0, PAGE)
      const last = shown.at(-1)
      return {
        items: await views(means, party, shown),
        unread,
        ...(rows.length > PAGE && last ? { nextCursor: `${last.at}~${last.seq}~${last.id}` } : {}),
      }
    },
    unread: async (party) => store.unread(await areas(), party),
    async read(party, id) {
      const found = await store.read(await areas(), party, id, clock.now())
      if (found === undefined) return refuse('message-not-found')
      const text = await means.sealing.open(NO_AREA, subjectOf(party), found.params)
      const { licence, objection } = (text === null ? {} : JSON.parse(text)) as Partial<MessageParams>
      return {
        no: found.no,
        ...(licence === undefined ? {} : { licence: licence.number }),
        ...(objection === undefined ? {} : { objection: objection.id }),
      }
    },
    async readAsked(party, no) {
      const now = clock.now()
      await store.readAsked(await areas(), { party, no, kinds: ANSWERED['supplied']!, until: now }, now)
    },
    async readAll(party, upTo) {
      if (isMoment(upTo)) await store.readAll(await areas(), party, upTo, clock.now())
    },
  }
}

async function views(
  { sealing }: NotificationMeans,
  party: string,
  rows: readonly MessageRow[],
): Promise<MessageView[]> {
  const subject = subjectOf(party)
  const texts = await sealing.openAll(rows.map(({ params }) => ({ area: NO_AREA, subject, sealed: params })))
  return rows.map(({ id, no, kind, at, readAt }, index) => {
    const text = texts[index] ?? null
    const words = text === null ? ERASED : inInbox(kind, JSON.parse(text) as MessageParams)
    return { id, no, kind, ...words, at, unread: readAt === null, readable: text !== null }
  })
}

/** A cursor is only a place to start from; a broken one starts at the beginning. */
function placeOf(cursor: string | undefined): Place {
  const found = /^([^~]{24})~(\d{1,9})~([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(cursor ?? '')
  if (found === null || !isMoment(found[1]!)) return NEWEST
  return { at: found[1]!, seq: Number(found[2]), id: found[3]! }
}

/** Typed into an address it could be anything; the database takes only moments that exist. */
function isMoment(text: string): boolean {
  if (!/^20\d\d-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(text)) return false
  const at = new Date(text)
  // 30 February is a moment to JavaScript and a fault to PostgreSQL.
  return !Number.isNaN(at.getTime()) && at.toISOString() === text
}
