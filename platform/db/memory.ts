import type { Db, Queryable, Statement } from './db.ts'
import { all, asks, readOnce, type Reading } from './reading.ts'

/**
 * Rows that change a few times a year and are asked for on every screen, kept for a moment. On this server a change shows at once,
 * because whoever writes them forgets all that was read (`afterCommit`); another server on the same database may show what stood
 * before for this much longer. Inside a transaction nothing is remembered: rules that write judge by what really stands. A column that
 * is a moment (`timestamptz`) has no place here, because what is asked together comes as JSON.
 */
const REMEMBERED_FOR_MS = 10_000
const REMEMBERED_MAX = 5_000

type Row = Readonly<Record<string, unknown>>

export interface RowMemory {
  /** The rows of this statement with these values. */
  query<R>(on: Queryable, statement: Statement, values: readonly unknown[]): Promise<R[]>
  /** Rows by id: only those not known yet are asked for. `values` lead, the ids come last. */
  byIds<R extends { id: string }>(
    on: Queryable,
    statement: Statement,
    values: readonly unknown[],
    ids: readonly string[],
  ): Promise<R[]>
  /**
   * Where rows are put that another statement brought along, to be found by `query`. Take it before that statement is sent: what was
   * read while somebody wrote lies on a shelf that is gone by then.
   */
  shelf(on: Queryable): (statement: Statement, values: readonly unknown[], rows: readonly object[]) => void
  forgetAll(): void
}

interface Kept {
  until: number
  rows: Promise<readonly Row[]>
}

/** One memory for all databases of this process; each database has its own shelf in it. */
export function rowMemory(forMs = REMEMBERED_FOR_MS): RowMemory {
  let shelves = new WeakMap<Queryable, Map<string, Kept>>()

  const shelfOf = (on: Queryable): Map<string, Kept> | undefined => {
    if (!isDb(on)) return undefined
    const known = shelves.get(on) ?? new Map<string, Kept>()
    if (known.size >= REMEMBERED_MAX) known.clear()
    shelves.set(on, known)
    return known
  }

  async function query<R>(on: Queryable, statement: Statement, values: readonly unknown[]): Promise<R[]> {
    const shelf = shelfOf(on)
    if (shelf === undefined) return on.query<R>(statement, values)
    const key = keyOf(statement, values)
    return [...(await (fresh(shelf, key) ?? keep(shelf, key, forMs, asked(on, statement, values))))] as R[]
  }

  async function byIds<R extends { id: string }>(
    on: Queryable,
    statement: Statement,
    values: readonly unknown[],
    ids: readonly string[],
  ): Promise<R[]> {
    // Of most cases nobody was asked and nobody referred: a list of nothing costs no round trip.
    if (ids.length === 0) return []
    const shelf = shelfOf(on)
    if (shelf === undefined) return on.query<R>(statement, [...values, ids])
    const keyFor = (id: string) => `${keyOf(statement, values)} ${id}`
    const known = new Map([...new Set(ids)].map((id) => [id, fresh(shelf, keyFor(id))]))
    const missing = [...known.keys()].filter((id) => known.get(id) === undefined)
    if (missing.length > 0) {
      const found = asked(on, statement, [...values, missing])
      const rowsOf = async (id: string) => (await found).filter((row) => row['id'] === id)
      for (const id of missing) known.set(id, keep(shelf, keyFor(id), forMs, rowsOf(id)))
    }
    const rows = await Promise.all(known.values())
    return rows.flatMap((each) => [...(each ?? [])]).toSorted(byId) as unknown as R[]
  }

  return {
    ...{ query, byIds, forgetAll: () => (shelves = new WeakMap()) },
    shelf(on) {
      const shelf = shelfOf(on)
      return (statement, values, rows) => {
        if (shelf) void keep(shelf, keyOf(statement, values), forMs, Promise.resolve(rows as readonly Row[]))
      }
    },
  }
}

const keyOf = ({ name, text }: Statement, values: readonly unknown[]) =>
  `${name ?? text} ${JSON.stringify(values)}`

interface Asked {
  reading: Reading<readonly Row[]>
  found(rows: readonly Row[]): void
  failed(error: unknown): void
}

const together = new WeakMap<Queryable, Asked[]>()

/** What one screen does not know yet is mostly asked for in one breath (a person, a place, a body, a window): one statement reads it. */
function asked(on: Queryable, statement: Statement, values: readonly unknown[]): Promise<readonly Row[]> {
  return new Promise((found, failed) => {
    const one: Asked = { reading: asks<Row>(statement, values), found, failed }
    const others = together.get(on)
    if (others !== undefined) return void others.push(one)
    const breath = [one]
    together.set(on, breath)
    queueMicrotask(() => {
      together.delete(on)
      readOnce(on, all(breath.map(({ reading }) => reading))).then(
        (parts) => breath.forEach((each, at) => each.found(parts[at]!)),
        (error: unknown) => breath.forEach((each) => each.failed(error)),
      )
    })
  })
}

const isDb = (on: Queryable): on is Db => 'transaction' in on

/** The age is measured on the monotonic clock, which the demo cannot move. */
function fresh(shelf: Map<string, Kept>, key: string): Promise<readonly Row[]> | undefined {
  const kept = shelf.get(key)
  return kept !== undefined && kept.until > performance.now() ? kept.rows : undefined
}

function keep(
  shelf: Map<string, Kept>,
  key: string,
  forMs: number,
  read: Promise<readonly Row[]>,
): Promise<readonly Row[]> {
  const rows = read.then((found) => found.map(frozen))
  rows.catch(() => shelf.delete(key))
  // Kept before it has come, so that the requests of one screen ask together. What was read while somebody wrote lies on a shelf
  // that is gone by then.
  shelf.set(key, { until: performance.now() + forMs, rows })
  return rows
}

/** Whoever gets a row may not change it for the next. */
function frozen<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value
  for (const part of Object.values(value)) frozen(part)
  return Object.freeze(value)
}

const byId = (one: Row, other: Row) => (String(one['id']) < String(other['id']) ? -1 : 1)
