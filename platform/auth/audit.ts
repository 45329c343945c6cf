import { createHmac } from 'node:crypto'
import { legalDay, type Clock, type Instant } from '#platform/clock.ts'
import type { Keys } from '#platform/crypto/keys.ts'
import type { Db, Queryable } from '#platform/db/db.ts'
import { newId } from '#platform/id.ts'
import { canonical } from '#platform/ledger/canonical.ts'
import { auditPage } from './audit-together.ts'
import { NOBODYS_AREA } from './nobodys-area.ts'
import {
  HEADS,
  INSERT,
  LATEST_HEAD,
  listStatement,
  LOCK,
  PURGE,
  ROWS_OF_DAY,
  type AuditRow,
  type HeadRow,
  type AuditFilter,
} from './audit-rows.ts'

/**
 * What GB/T 22239 wants on record of every event. Personal values do not belong here: name objects by their
 * id.
 */
export interface AuditEvent {
  area: string
  /** `account:…`, `post:…`, `job:…`; `nobody` before sign-in. */
  actor: string
  event: string
  success: boolean
  ip?: string | undefined
  object?: string | undefined
  before?: unknown
  after?: unknown
}

export interface AuditRecord extends Required<Omit<AuditEvent, 'ip' | 'object'>> {
  id: string
  at: Instant
  ip: string | null
  object: string | null
}

export type { AuditFilter }

export interface Audit {
  record(event: AuditEvent): Promise<void>
  /**
   * In the transaction of what is recorded, so that neither is there without the other. Writers of an area
   * wait for each other until they commit: acts on cases are on record in the ledger and do not belong here.
   */
  recordIn(tx: Queryable, event: AuditEvent): Promise<void>
  /** Newest first. */
  list(filter: AuditFilter): Promise<{ items: AuditRecord[]; nextCursor: string | null }>
  /** The same over an area and what belongs to none: sign-ins, accounts, sessions. */
  listWithSignIns(filter: AuditFilter): Promise<{ items: AuditRecord[]; nextCursor: string | null }>
  /** Null when every chain of the area holds, else the first place where it does not. */
  verify(area: string): Promise<AuditFlaw | null>
  /** Deletes whole days older than the retention; returns how many records went. */
  purge(area: string): Promise<number>
}

export interface AuditFlaw {
  day: string
  seq: number
  flaw: 'missing' | 'changed' | 'unlinked'
}

export const RETENTION_MONTHS = 6

export function auditOf(db: Db, keys: Keys, clock: Clock): Audit {
  const hash = (row: Omit<AuditRow, 'hash'>) =>
    createHmac('sm3', keys.of('audit')).update(canonical(row)).digest('base64url')

  const recordIn = async (tx: Queryable, event: AuditEvent): Promise<void> => {
    await tx.query(LOCK, [event.area])
    const [head] = await tx.query<HeadRow>(LATEST_HEAD, [event.area])
    const row = nextRow(event, head, clock.now())
    const values = [row.area_code, row.day, row.seq, row.id, row.at, row.actor, row.event, row.success]
    await tx.query(INSERT, [...values, row.ip, row.object, row.before, row.after, row.prev_hash, hash(row)])
  }

  return {
    record: (event) => db.transaction((tx) => recordIn(tx, event)),
    recordIn,

    async list(filter) {
      const limit = Math.min(Math.max(filter.limit ?? 50, 1), 200)
      const { text, values } = listStatement(filter, limit + 1)
      const rows = await db.query<AuditRow>(text, values)
      const items = rows.slice(0, limit)
      const last = rows.length > limit ? items.at(-1) : undefined
      return { items: items.map(recordOf), nextCursor: last ? `${last.day}.${last.seq}` : null }
    },

    async listWithSignIns({ area, ...filter }) {
      const limit = Math.min(Math.max(filter.limit ?? 50, 1), 200)
      const { rows, nextCursor } = await auditPage(db, [area, NOBODYS_AREA], filter, limit)
      return { items: rows.map(recordOf), nextCursor }
    },

    async verify(area) {
      let before = ''
      for (const head of await db.query<HeadRow>(HEADS, [area])) {
        if (head.prev_hash !== before) return { day: head.day, seq: 0, flaw: 'unlinked' }
        const rows = await db.query<AuditRow>(ROWS_OF_DAY, [area, head.day])
        // A purged day keeps its head, so that the days after it still have something to start from.
        const purged = rows.length === 0 && head.day < purgedBefore(clock.now())
        const flaw = purged ? null : flawOf(head, rows, hash)
        if (flaw) return flaw
        before = head.hash
      }
      return null
    },

    async purge(area) {
      return (await db.query(PURGE, [area, purgedBefore(clock.now())])).length
    },
  }
}

/** The first legal day that must still be kept (网络安全法 21 条: six months). */
export function purgedBefore(now: Instant): string {
  const [year, month, day] = legalDay(now).split('-').map(Number) as [number, number, number]
  const first = new Date(Date.UTC(year, month - 1 - RETENTION_MONTHS, 1))
  const daysInMonth = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate()
  first.setUTCDate(Math.min(day, daysInMonth))
  return first.toISOString().slice(0, 10)
}

function nextRow(event: AuditEvent, head: HeadRow | undefined, at: Instant): Omit<AuditRow, 'hash'> {
  // An event around midnight that arrives late goes to the day already begun: a finished day never changes.
  const today = legalDay(at)
  const day = head && head.day > today ? head.day : today
  return {
    area_code: event.area,
    day,
    seq: head?.day === day ? head.count + 1 : 1,
    id: newId(),
    at,
    actor: event.actor,
    event: event.event,
    success: event.success,
    ip: event.ip ?? null,
    object: event.object ?? null,
    before: event.before === undefined ? null : canonical(event.before),
    after: event.after === undefined ? null : canonical(event.after),
    prev_hash: head?.hash ?? '',
  }
}

function flawOf(
  head: HeadRow,
  rows: readonly AuditRow[],
  hash: (row: Omit<AuditRow, 'hash'>) => string,
): AuditFlaw | null {
  let before = head.prev_hash
  for (const [at, { hash: stored, ...row }] of rows.entries()) {
    if (row.seq !== at + 1) return { day: head.day, seq: at + 1, flaw: 'missing' }
    if (row.prev_hash !== before) return { day: head.day, seq: row.seq, flaw: 'unlinked' }
    if (hash(row) !== stored) return { day: head.day, seq: row.seq, flaw: 'changed' }
    before = stored
  }
  if (rows.length !== head.count) return { day: head.day, seq: rows.length + 1, flaw: 'missing' }
  return before === head.hash ? null : { day: head.day, seq: rows.length, flaw: 'unlinked' }
}

function recordOf(row: AuditRow): AuditRecord {
  const { id, at, actor, event, success, ip, object } = row
  const [before, after] = [row.before, row.after].map((text) =>
    text === null ? null : (JSON.parse(text) as unknown),
  )
  return { area: row.area_code, id, at, actor, event, success, ip, object, before, after }
}
