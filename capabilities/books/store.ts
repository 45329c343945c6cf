import { hash } from 'node:crypto'
import { addDays } from '#engine/day.ts'
import { denies, predicate, type Condition } from '#platform/auth/visibility.ts'
import type { Queryable, Statement } from '#platform/db/db.ts'
import { commitStatement } from '#platform/ledger/commit.ts'
import type { Book } from './model/book.ts'
import type { Entry } from './model/entry.ts'

export type EntryColumn = 'bodies' | 'places' | 'state'
export type EntrySight = Condition<EntryColumn>

const SIGHT = {
  area: 'v.area_code',
  columns: { bodies: 'v.bodies', places: 'v.places', state: 'v.state' },
} as const

/** Sorts after every real day. */
export const NO_DAY = '9999-12-31'

export interface EntryRecord {
  area: string
  id: string
  stream: string
  hash: string
  dueDay: string
  fromDay: string | null
  toDay: string
  title: string
  dossier: Entry
}

export interface EntryQuery {
  area: string
  book: string
  sight: EntrySight
  queue?: EntrySight
  openOnly: boolean
  /** Only what holds on this day. */
  inForceOn?: string
  state?: string
  q?: string
  item?: string
  place?: string
  body?: string
  key?: string
  /** Those that held on the day or came to hold later, newest first. */
  after?: { dueDay: string; id: string }
  limit: number
}

const ROW = `v.area_code AS area, v.id, v.stream, h.hash, v.due_day AS "dueDay", v.from_day AS "fromDay",
  v.to_day AS "toDay", v.title, v.dossier`
/** The hash the next commit must meet stands in the ledger alone; one snapshot reads both. */
const FROM = 'books.entry v JOIN ledger.head h ON h.area_code = v.area_code AND h.stream = v.stream'

export function entryReader(db: Queryable) {
  return {
    /** The one with this id if the actor may see it; nothing otherwise, as if it did not exist. */
    async find(area: string, book: string, id: string, sight: EntrySight): Promise<EntryRecord | undefined> {
      if (denies(sight)) return undefined
      const seen = predicate(sight, SIGHT, 4)
      const text = `SELECT ${ROW} FROM ${FROM} WHERE v.area_code = $1 AND v.book = $2 AND v.id = $3 AND ${seen.sql}`
      return (await db.query<EntryRecord>(named(text), [area, book, id, ...seen.values]))[0]
    },
    byStream: async (area: string, stream: string): Promise<EntryRecord | undefined> =>
      (await db.query<EntryRecord>(BY_STREAM, [area, stream]))[0],
    list: (query: EntryQuery): Promise<EntryRecord[]> =>
      denies(query.sight) ? Promise.resolve([]) : db.query<EntryRecord>(...listStatement(query)),
    /** How many open entries of each book are seen through this condition of its own. */
    async waiting(area: string, queues: ReadonlyMap<string, EntrySight>): Promise<Map<string, number>> {
      const values: unknown[] = [area]
      const asked = [...queues].filter(([, queue]) => !denies(queue))
      if (asked.length === 0) return new Map()
      const parts = asked.map(([book, queue]) => {
        const named = `$${values.push(book)}`
        const part = predicate(queue, SIGHT, values.length + 1)
        values.push(...part.values)
        return `(v.book = ${named} AND ${part.sql})`
      })
      const text = `SELECT v.book, count(*)::int AS count FROM books.entry v
        WHERE v.area_code = $1 AND v.open AND (${parts.join(' OR ')}) GROUP BY v.book`
      const rows = await db.query<{ book: string; count: number }>(text, values)
      return new Map(rows.map(({ book, count }) => [book, count]))
    },
  }
}
export type EntryReader = ReturnType<typeof entryReader>

const BY_STREAM = {
  name: 'books.entry-by-stream',
  text: `SELECT ${ROW} FROM ${FROM} WHERE v.area_code = $1 AND v.stream = $2`,
}

function listStatement(query: EntryQuery): [Statement, unknown[]] {
  const values: unknown[] = [query.area, query.book]
  const where: string[] = ['v.area_code = $1', 'v.book = $2']
  const param = (value: unknown): string => `$${values.push(value)}`
  for (const condition of [query.sight, ...(query.queue ? [query.queue] : [])]) {
    const part = predicate(condition, SIGHT, values.length + 1)
    where.push(part.sql)
    values.push(...part.values)
  }
  if (query.openOnly) where.push('v.open')
  if (query.inForceOn) {
    const day = param(query.inForceOn)
    where.push(`v.from_day <= ${day}::date AND v.to_day >= ${day}::date`)
  }
  if (query.state) where.push(`v.state = ${param(query.state)}`)
  if (query.item) where.push(`v.item = ${param(query.item)}`)
  if (query.place) where.push(`v.place = ${param(query.place)}`)
  if (query.key) where.push(`v.key = ${param(query.key)}`)
  if (query.body) where.push(`v.bodies @> array[${param(query.body)}]`)
  if (query.q) where.push(`v.title ILIKE ${param(`%${query.q.replace(/[\\%_]/g, '\\$&')}%`)}`)
  if (query.after) {
    const { dueDay, id } = query.after
    where.push(
      query.openOnly
        ? `(v.due_day, v.id) > (${param(dueDay)}::date, ${param(id)}::uuid)`
        : `v.id < ${param(id)}::uuid`,
    )
  }
  const order = query.openOnly ? 'v.due_day, v.id' : 'v.id DESC'
  const text = `SELECT ${ROW} FROM ${FROM} WHERE ${where.join(' AND ')} ORDER BY ${order} LIMIT ${param(query.limit)}`
  return [query.q ? { text } : named(text), values]
}

const names = new Map<string, string>()

/** One prepared statement per shape of predicate. */
function named(text: string): Statement {
  const name = names.get(text) ?? `books.entry.${hash('sha1', text, 'base64url').slice(0, 12)}`
  names.set(text, name)
  return { name, text }
}

const COLUMNS = [
  ...['area_code text', 'book text', 'id uuid', 'stream text', 'version int', 'state text', 'open boolean'],
  ...['title text', 'key text', 'item text', 'place text', 'bodies text[]', 'places text[]', 'due_day date'],
  ...['from_day date', 'to_day date', 'changed_at timestamptz', 'dossier jsonb'],
].map((column) => column.split(' ') as [name: string, type: string])

/** Fixed when it was opened. */
const PINNED = ['area_code', 'book', 'id', 'stream']

function upsert(firstParam: number, source: string): string {
  const columns = COLUMNS.map(([name]) => name).join(', ')
  const values = COLUMNS.map(([, type], index) => `$${firstParam + index}::${type}`).join(', ')
  const changes = COLUMNS.filter(([name]) => !PINNED.includes(name))
    .map(([name]) => `${name} = excluded.${name}`)
    .join(', ')
  return `INSERT INTO books.entry (${columns}) SELECT ${values} ${source}
    ON CONFLICT (area_code, book, id) DO UPDATE SET ${changes}`
}

/** Facts and view in one statement. */
export const SAVE_ENTRY = commitStatement(
  'books.save-entry',
  (n) => `saved AS (${upsert(n, "FROM committed WHERE committed.outcome = 'done'")})`,
)

/** The row alone, for rebuilding from facts. */
export const MEND_ENTRY: Statement = { name: 'books.mend-entry', text: upsert(1, '') }

export interface EntrySource {
  area: string
  stream: string
  dossier: Entry
  changedAt: string
}

export function entryValues(book: Book, { area, stream, dossier, changedAt }: EntrySource): unknown[] {
  const { id, version, state, body, due, stoodOn, endedOn } = dossier
  const { title, key, item, place, bodies = [], places = [], from, to } = book.place(body)
  const open = book.states[state]?.final !== true
  // Ended before its time it no longer holds on that day.
  const lastDay = [to ?? NO_DAY, ...(endedOn === undefined ? [] : [addDays(endedOn, -1)])].toSorted()[0]!
  return [
    ...[area, book.kind, id, stream, version, state, open, title, key ?? null, item ?? null, place ?? null],
    ...[bodies, places, (open ? due : undefined) ?? NO_DAY],
    ...[stoodOn === undefined ? null : (from ?? stoodOn), lastDay, changedAt, JSON.stringify(dossier)],
  ]
}
