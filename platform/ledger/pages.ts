import type { Db } from '#platform/db/db.ts'
import { storedFact, type FactRow, type StoredFact } from './ledger.ts'
import { noUpcasters, type Upcasters } from './upcasters.ts'

/** Which part of the ledger to walk, and in what steps. */
export interface Part {
  areaCode?: string
  /** `case` for the streams `case:…`. */
  streamKind?: string
  pageSize?: number
}

/** Every stream whole, one after the other in key order: for rebuilding views. Never more than a page in memory. */
export async function* everyStream(
  db: Db,
  part: Part,
  upcasters: Upcasters = noUpcasters,
): AsyncGenerator<StoredFact[]> {
  let stream: StoredFact[] = []
  for await (const page of factPages(db, part)) {
    for (const row of page) {
      const last = stream[0]
      if (last !== undefined && (last.stream !== row.stream || last.areaCode !== row.area_code)) {
        yield stream
        stream = []
      }
      stream.push(storedFact(row, upcasters))
    }
  }
  if (stream.length > 0) yield stream
}

/** A fact with everything its hash covers, and the head of its stream at the same moment. */
export interface LinkRow extends FactRow {
  born_year: number
  hash_alg: string
  head_version: number | null
  head_hash: string | null
}

const COLUMNS = `f.area_code, f.born_year, f.stream, f.seq, f.kind, f.body, f.actor, f.at, f.schema_version, f.hash_alg,
  f.prev_hash, f.hash`

/** All facts in key order. Each page is one snapshot, so a page never sees a fact without its head. */
export async function* factPages(db: Db, part: Part): AsyncGenerator<LinkRow[]> {
  const text = `WITH page AS MATERIALIZED (
      SELECT * FROM ledger.fact
      WHERE (area_code, born_year, stream, seq) > ($4, $5, $6, $7) AND ${OF_PART}
      ORDER BY area_code, born_year, stream, seq LIMIT $3)
    SELECT ${COLUMNS}, h.version AS head_version, h.hash AS head_hash
    FROM page f LEFT JOIN ledger.head h ON h.area_code = f.area_code AND h.stream = f.stream
    ORDER BY f.area_code, f.born_year, f.stream, f.seq`
  let page: LinkRow[]
  let after: readonly unknown[] = [part.areaCode ?? '', 0, '', 0]
  while ((page = await readInKeyOrder<LinkRow>(db, text, part, after)).length > 0) {
    yield page
    const last = page.at(-1)!
    after = [last.area_code, last.born_year, last.stream, last.seq]
  }
}

interface HeadRow {
  area_code: string
  stream: string
  empty: boolean
}

/** Heads without any fact: a stream that was taken out whole leaves no fact to stumble over. */
export async function* emptyHeadPages(db: Db, part: Part): AsyncGenerator<HeadRow[]> {
  const text = `WITH page AS MATERIALIZED (
      SELECT area_code, stream FROM ledger.head
      WHERE (area_code, stream) > ($4, $5) AND ${OF_PART} ORDER BY area_code, stream LIMIT $3)
    SELECT area_code, stream, NOT EXISTS (SELECT FROM ledger.fact f WHERE f.area_code = page.area_code
      AND f.born_year = split_part(page.stream, ':', 2)::integer AND f.stream = page.stream) AS empty
    FROM page ORDER BY area_code, stream`
  let page: HeadRow[]
  let after: readonly unknown[] = [part.areaCode ?? '', '']
  while ((page = await readInKeyOrder<HeadRow>(db, text, part, after)).length > 0) {
    yield page.filter(({ empty }) => empty)
    const last = page.at(-1)!
    after = [last.area_code, last.stream]
  }
}

const OF_PART = `($1::text IS NULL OR area_code = $1) AND ($2::text IS NULL OR split_part(stream, ':', 1) = $2)`

/** Switching plans off makes them look dear, and what looks dear is compiled: 0.8 s a page without `jit = off`. */
const KEY_ORDER = ['enable_seqscan', 'enable_bitmapscan', 'enable_sort', 'jit']
  .map((setting) => `SET LOCAL ${setting} = off`)
  .join('; ')

/**
 * One page along the key. Left to itself the planner reads and sorts a whole partition for every page while the table
 * is of middling size; the walk is then quadratic. Unnamed, so that it is planned for the part that is asked for.
 */
function readInKeyOrder<R>(db: Db, text: string, part: Part, after: readonly unknown[]): Promise<R[]> {
  return db.transaction(
    async (tx) => {
      await tx.query(KEY_ORDER)
      return tx.query<R>(text, [
        part.areaCode ?? null,
        part.streamKind ?? null,
        part.pageSize ?? 1000,
        ...after,
      ])
    },
    { snapshot: true },
  )
}
