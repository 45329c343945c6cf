import type { Db, Queryable, Statement } from './db.ts'

/**
 * Rows that change a few times a year and are asked for on every screen, kept for a moment. On this server a change shows at once,
 * because whoever writes them forgets all that was read (`afterCommit`); another server on the same database may show what stood
 * before for this much longer. Inside a transaction nothing is remembered: rules that write judge by what really stands.
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
    const key = `${statement.name ?? statement.text} ${JSON.stringify(values)}`
    return [
      ...(await (fresh(shelf, key) ?? keep(shelf, key, forMs, on.query<Row>(statement, values)))),
    ] as R[]
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
    const keyOf = (id: string) => `${statement.name ?? statement.text} ${JSON.stringify(values)} ${id}`
    const known = new Map([...new Set(ids)].map((id) => [id, fresh(shelf, keyOf(id))]))
    const missing = [...known.keys()].filter((id) => known.get(id) === undefined)
    if (missing.length > 0) {
      const found = on.query<R>(statement, [...values, missing])
      const rowsOf = async (id: string) => (await found).filter((row) => row.id === id) as unknown as Row[]
      for (const id of missing) known.set(id, keep(shelf, keyOf(id), forMs, rowsOf(id)))
    }
    const rows = await Promise.all(known.values())
    return rows.flatMap((each) => [...(each ?? [])]).toSorted(byId) as unknown as R[]
  }

  return { query, byIds, forgetAll: () => (shelves = new WeakMap()) }
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
