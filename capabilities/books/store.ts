import { addDays } from '#engine/day.ts'
import { denies, predicate, type Condition } from '#platform/auth/visibility.ts'
import type { Queryable, Statement } from '#platform/db/db.ts'
import { commitStatement } from '#platform/ledger/commit.ts'
import { viewTable } from '#platform/views/table.ts'
import { NO_DUE_DAY, workList, type Param, type WorkQuery } from '#platform/views/work-list.ts'
import type { Book } from './model/book.ts'
import type { Entry } from './model/entry.ts'

export type EntryColumn = 'bodies' | 'places' | 'state'
export type EntrySight = Condition<EntryColumn>

const SIGHT = {
  area: 'v.area_code',
  columns: { bodies: 'v.bodies', places: 'v.places', state: 'v.state' },
} as const

/** Sorts after every real day. */
export const NO_DAY = NO_DUE_DAY

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

export interface EntryQuery extends WorkQuery<EntryColumn> {
  book: string
  /** Only what holds on this day. */
  inForceOn?: string
  state?: string
  q?: string
  item?: string
  place?: string
  body?: string
  key?: string
}

const LIST = workList<EntryColumn, EntryRecord, EntryQuery>({
  name: 'books.entry',
  row: `v.area_code AS area, v.id, v.stream, h.hash, v.due_day AS "dueDay", v.from_day AS "fromDay",
    v.to_day AS "toDay", v.title, v.dossier`,
  // The hash the next commit must meet stands in the ledger alone; one snapshot reads both.
  from: 'books.entry v JOIN ledger.head h ON h.area_code = v.area_code AND h.stream = v.stream',
  sight: SIGHT.columns,
  narrowedBy: (query) => (param) => narrowed(query, param),
  searches: ({ q }) => Boolean(q),
})

function narrowed({ book, inForceOn, state, item, place, key, body, q }: EntryQuery, param: Param) {
  return [
    `v.book = ${param(book)}`,
    inForceOn && `${param(inForceOn)}::date BETWEEN v.from_day AND v.to_day`,
    state && `v.state = ${param(state)}`,
    item && `v.item = ${param(item)}`,
    place && `v.place = ${param(place)}`,
    key && `v.key = ${param(key)}`,
    body && `v.bodies @> array[${param(body)}]`,
    q && `v.title ILIKE ${param(`%${q.replace(/[\\%_]/g, '\\$&')}%`)}`,
  ]
}

export function entryReader(db: Queryable) {
  return {
    /** The one with this id if the actor may see it; nothing otherwise, as if it did not exist. */
    find: (area: string, book: string, id: string, sight: EntrySight) =>
      LIST.find(db, area, sight, (param) => [`v.book = ${param(book)}`, `v.id = ${param(id)}`]),
    byStream: (area: string, stream: string) => LIST.byStream(db, area, stream),
    list: (query: EntryQuery) => LIST.list(db, query),
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

const TABLE = viewTable({
  name: 'books.entry',
  key: ['area_code', 'book', 'id'],
  columns: [
    ...['area_code text', 'book text', 'id uuid', 'stream text', 'version int', 'state text', 'open boolean'],
    ...[
      'title text',
      'key text',
      'item text',
      'place text',
      'bodies text[]',
      'places text[]',
      'due_day date',
    ],
    ...['from_day date', 'to_day date', 'changed_at timestamptz', 'dossier jsonb'],
  ],
  pinned: ['stream'],
})

/** Facts and view in one statement. */
export const SAVE_ENTRY = commitStatement(
  'books.save-entry',
  (n) => `saved AS (${TABLE.upsert(n, "FROM committed WHERE committed.outcome = 'done'")})`,
)

/** The row alone, for rebuilding from facts. */
export const MEND_ENTRY: Statement = { name: 'books.mend-entry', text: TABLE.upsert(1, '') }

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
