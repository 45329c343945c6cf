import type { Queryable } from '#platform/db/db.ts'
import { asks, made, type Reading } from '#platform/db/reading.ts'
import type { Sealed } from '#platform/crypto/sealed.ts'
import type { Channel, MessageKind } from './contract.ts'

export interface MessageRow {
  area: string
  id: string
  party: string
  no: string
  kind: MessageKind
  seq: number
  params: Sealed
  at: string
  readAt: string | null
}

export interface Place {
  at: string
  seq: number
  id: string
}

export interface Preference {
  sms: boolean
  email: Sealed | null
}

/** Messages of a case that asked for something, up to the moment it was handed in. */
export interface Asked {
  party: string
  no: string
  kinds: readonly MessageKind[]
  until: string
}

export type DispatchEnd = 'sent' | 'refused' | 'switched-off' | 'stale'

export interface NotificationReader {
  /** Newest first, after a place in the list. A citizen may have matters in several areas. */
  list(areas: readonly string[], party: string, after: Place, limit: number): Promise<MessageRow[]>
  /** Counted no further than anybody wants to know. */
  unread(areas: readonly string[], party: string): Reading<number>
  preference(area: string, party: string): Promise<Preference | undefined>
  /** The message behind a way out, as long as it waits to be sent. */
  waiting(area: string, message: string, channel: Channel): Promise<MessageRow | undefined>
}

export interface NotificationWriter extends NotificationReader {
  /** False when the message was told before. */
  tell(message: MessageRow & { stream: string }): Promise<boolean>
  dispatch(area: string, message: string, channel: Channel): Promise<void>
  settle(area: string, message: string, channel: Channel, state: DispatchEnd, at: string): Promise<void>
  /** The case and the particulars, or nothing when the message is not this party's. */
  read(
    areas: readonly string[],
    party: string,
    id: string,
    at: string,
  ): Promise<Pick<MessageRow, 'no' | 'params'> | undefined>
  readAll(areas: readonly string[], party: string, upTo: string, at: string): Promise<void>
  /** What asked for papers of a case counts as read once they are there. */
  readAsked(areas: readonly string[], of: Asked, at: string): Promise<void>
  prefer(area: string, party: string, preference: Preference, at: string): Promise<void>
}

export const UNREAD_COUNTED_MAX = 100
/** Before everything there is. */
export const NEWEST: Place = {
  at: '9999-12-31T00:00:00.000Z',
  seq: 2_147_483_647,
  id: 'ffffffff-ffff-ffff-ffff-ffffffffffff',
}

export function notificationStore(db: Queryable): NotificationWriter {
  return {
    list: (areas, party, { at, seq, id }, limit) => db.query(LIST, [areas, party, at, seq, id, limit]),
    unread: (areas, party) =>
      made(asks<{ count: number }>(UNREAD, [areas, party, UNREAD_COUNTED_MAX]), ([row]) => row!.count),
    preference: async (area, party) => (await db.query<Preference>(PREFERENCE, [area, party]))[0],
    waiting: async (area, message, channel) =>
      (await db.query<MessageRow>(WAITING, [area, message, channel]))[0],
    async tell({ area, id, party, stream, seq, no, kind, params, at, readAt }) {
      const values = [area, id, party, stream, seq, no, kind, params, at, readAt]
      return (await db.query(TELL, values)).length > 0
    },
    async dispatch(area, message, channel) {
      await db.query(DISPATCH, [area, message, channel])
    },
    async settle(area, message, channel, state, at) {
      await db.query(SETTLE, [area, message, channel, state, at])
    },
    read: async (areas, party, id, at) =>
      (await db.query<Pick<MessageRow, 'no' | 'params'>>(READ, [areas, party, id, at]))[0],
    async readAll(areas, party, upTo, at) {
      await db.query(READ_ALL, [areas, party, upTo, at])
    },
    async readAsked(areas, { party, no, kinds, until }, at) {
      await db.query(READ_ASKED, [areas, party, no, at, kinds, until])
    },
    async prefer(area, party, { sms, email }, at) {
      await db.query(PREFER, [area, party, sms, email, at])
    },
  }
}

const ROW = `m.area_code AS area, m.id, m.party, m.case_no AS no, m.kind, m.seq, m.params, m.created_at AS at,
  m.read_at AS "readAt"`

const LIST = {
  name: 'notification.list',
  text: `SELECT ${ROW} FROM notification.message m WHERE m.area_code = ANY($1) AND m.party = $2
      AND (m.created_at, m.seq, m.id) < ($3::timestamptz, $4::integer, $5::uuid)
    ORDER BY m.created_at DESC, m.seq DESC, m.id DESC LIMIT $6`,
}

const UNREAD = {
  name: 'notification.unread',
  text: `SELECT count(*) AS count FROM (SELECT 1 FROM notification.message
    WHERE area_code = ANY($1) AND party = $2 AND read_at IS NULL LIMIT $3) AS waiting`,
}

const PREFERENCE = {
  name: 'notification.preference',
  text: `SELECT sms, email FROM notification.preference WHERE area_code = $1 AND party = $2`,
}

const WAITING = {
  name: 'notification.waiting',
  text: `SELECT ${ROW} FROM notification.dispatch d
    JOIN notification.message m ON m.area_code = d.area_code AND m.id = d.message
    WHERE d.area_code = $1 AND d.message = $2 AND d.channel = $3 AND d.state = 'waiting'`,
}

const TELL = {
  name: 'notification.tell',
  text: `INSERT INTO notification.message
      (area_code, id, party, stream, seq, case_no, kind, params, created_at, read_at)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT (area_code, id) DO NOTHING RETURNING id`,
}

const DISPATCH = {
  name: 'notification.dispatch',
  text: `INSERT INTO notification.dispatch (area_code, message, channel, state) VALUES ($1, $2, $3, 'waiting')
    ON CONFLICT (area_code, message, channel) DO NOTHING`,
}

const SETTLE = {
  name: 'notification.settle',
  text: `UPDATE notification.dispatch SET state = $4, settled_at = $5
    WHERE area_code = $1 AND message = $2 AND channel = $3`,
}

const READ = {
  name: 'notification.read',
  text: `UPDATE notification.message SET read_at = coalesce(read_at, $4)
    WHERE area_code = ANY($1) AND party = $2 AND id::text = $3 RETURNING case_no AS no, params`,
}

const READ_ALL = {
  name: 'notification.read-all',
  text: `UPDATE notification.message SET read_at = $4
    WHERE area_code = ANY($1) AND party = $2 AND read_at IS NULL AND created_at <= $3`,
}

const READ_ASKED = {
  name: 'notification.read-asked',
  text: `UPDATE notification.message SET read_at = $4
    WHERE area_code = ANY($1) AND party = $2 AND case_no = $3 AND kind = ANY($5) AND created_at <= $6
      AND read_at IS NULL`,
}

const PREFER = {
  name: 'notification.prefer',
  text: `INSERT INTO notification.preference (area_code, party, sms, email, updated_at) VALUES ($1, $2, $3, $4, $5)
    ON CONFLICT (area_code, party) DO UPDATE
    SET sms = excluded.sms, email = excluded.email, updated_at = excluded.updated_at`,
}
