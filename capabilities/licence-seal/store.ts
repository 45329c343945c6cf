import type { Instant } from '#platform/clock.ts'
import type { Queryable } from '#platform/db/db.ts'
import { commitStatement } from '#platform/ledger/commit.ts'
import type { Seal } from './model.ts'

const SEAL = `id, stream, version, kind, body, holder, name, inscription, purpose, diameter_mm::float8 AS "diameterMm", number,
  items, state, valid_from AS "from", valid_to AS "to"`

type RawSeal = Omit<Seal, 'number' | 'items' | 'to'> & {
  number: number | null
  items: string[] | null
  to: string | null
}

export interface SealReader {
  all(area: string): Promise<Seal[]>
  one(area: string, id: string): Promise<Seal | undefined>
}

export function sealReader(db: Queryable): SealReader {
  return {
    all: async (area) => (await db.query<RawSeal>(ALL, [area])).map(sealOfRow),
    one: async (area, id) => (await db.query<RawSeal>(ONE, [area, id])).map(sealOfRow)[0],
  }
}

const ALL = {
  name: 'licence-seal.all',
  text: `SELECT ${SEAL} FROM licence_seal.seal WHERE area_code = $1 ORDER BY kind <> 'own', kind, number, id`,
}

const ONE = {
  name: 'licence-seal.one',
  text: `SELECT ${SEAL} FROM licence_seal.seal WHERE area_code = $1 AND id = $2`,
}

function sealOfRow({ number, items, to, ...seal }: RawSeal): Seal {
  return {
    ...seal,
    ...(number === null ? {} : { number }),
    ...(items === null ? {} : { items }),
    ...(to === null ? {} : { to }),
  }
}

/** The ledger's commit and the register's row in one statement. */
export const SAVE_SEAL = commitStatement(
  'licence-seal.save',
  (n) => `saved AS (
  INSERT INTO licence_seal.seal (area_code, id, stream, version, kind, body, holder, name, inscription, purpose, diameter_mm, number,
    items, state, valid_from, valid_to)
  SELECT $${n}, s->>'id', s->>'stream', (s->>'version')::int, s->>'kind', s->>'body', s->>'holder', s->>'name', s->>'inscription',
    s->>'purpose', (s->>'diameterMm')::numeric, (s->>'number')::int,
    CASE WHEN s->'items' IS NULL THEN NULL ELSE ARRAY(SELECT jsonb_array_elements_text(s->'items')) END,
    s->>'state', (s->>'from')::date, (s->>'to')::date
  FROM committed, (SELECT $${n + 1}::jsonb AS s) AS given WHERE committed.outcome = 'done'
  ON CONFLICT (area_code, id) DO UPDATE SET version = excluded.version, holder = excluded.holder, items = excluded.items,
    state = excluded.state, valid_to = excluded.valid_to
)`,
)

export const sealValues = (area: string, seal: Seal): readonly unknown[] => [area, JSON.stringify(seal)]

/** One use of a seal. */
export interface SealUse {
  area: string
  stream: string
  seq: number
  seal: string
  number?: number
  item: string
  ref: string
  onPaper: string
  person: string
  post: string
  place: string
  body: string
  at: Instant
}

export interface UseQuery {
  seal?: string
  item?: string
  place?: string
  /** Days of Shanghai, both included. */
  from?: string
  to?: string
  limit: number
  after?: { at: string; stream: string; seq: number }
}

export async function keepUse(db: Queryable, use: SealUse): Promise<void> {
  const { area, stream, seq, seal, number, item, ref, onPaper, person, post, place, body, at } = use
  await db.query(KEEP_USE, [
    ...[area, stream, seq, seal, number ?? null, item, ref],
    ...[onPaper, person, post, place, body, at],
  ])
}

const KEEP_USE = {
  name: 'licence-seal.keep-use',
  text: `INSERT INTO licence_seal.use (area_code, stream, seq, seal, number, item, ref, on_paper, person, post, place, body, at)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) ON CONFLICT (area_code, stream, seq) DO NOTHING`,
}

/** Newest first. */
export async function listUses(db: Queryable, area: string, query: UseQuery): Promise<SealUse[]> {
  const { seal, item, place, from, to, after, limit } = query
  const rows = await db.query<Omit<SealUse, 'number'> & { number: number | null }>(LIST_USES, [
    ...[area, seal ?? null, item ?? null, place ?? null, from ?? null, to ?? null],
    ...[after?.at ?? null, after?.stream ?? null, after?.seq ?? null, limit],
  ])
  return rows.map(({ number, ...row }) => ({ ...row, ...(number === null ? {} : { number }) }))
}

export interface SealCount {
  place: string
  kind: Seal['kind']
  uses: number
}

/** How often seals of each kind were used at each place in a period. */
export function sealCounts(db: Queryable, area: string, from: string, to: string): Promise<SealCount[]> {
  return db.query<SealCount>(SEAL_COUNTS, [area, from, to])
}

const SEAL_COUNTS = {
  name: 'licence-seal.counts',
  text: `SELECT u.place, s.kind, count(*)::int AS uses FROM licence_seal.use u
    JOIN licence_seal.seal s ON s.area_code = u.area_code AND s.id = u.seal
    WHERE u.area_code = $1 AND u.at >= ($2 || 'T00:00:00+08:00')::timestamptz
      AND u.at < ($3 || 'T00:00:00+08:00')::timestamptz + interval '1 day'
    GROUP BY u.place, s.kind`,
}

const LIST_USES = {
  name: 'licence-seal.list-uses',
  text: `SELECT area_code AS area, stream, seq, seal, number, item, ref, on_paper AS "onPaper", person, post, place, body, at
    FROM licence_seal.use WHERE area_code = $1
      AND ($2::text IS NULL OR seal = $2) AND ($3::text IS NULL OR item = $3) AND ($4::text IS NULL OR place = $4)
      AND ($5::text IS NULL OR at >= ($5 || 'T00:00:00+08:00')::timestamptz)
      AND ($6::text IS NULL OR at < ($6 || 'T00:00:00+08:00')::timestamptz + interval '1 day')
      AND ($7::timestamptz IS NULL OR (at, stream, seq) < ($7::timestamptz, $8::text, $9::int))
    ORDER BY at DESC, stream DESC, seq DESC LIMIT $10`,
}
