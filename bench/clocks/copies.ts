import type { Db } from '#platform/db/db.ts'
import { withoutIndexes } from '../lists/seed.ts'

const BATCH = 25_000

/**
 * Copies cases that the ledger took in, each onto a stream of its own: facts, head, row and due jobs. A million of them come in
 * minutes that way. Their facts keep the hashes of the pattern, so only the cases made through the ledger can be verified.
 */
export async function copyCases(
  db: Db,
  { area, from, to }: { area: string; from: number; to: number },
  say: (text: string) => void,
): Promise<void> {
  const restore = await withoutIndexes(db)
  await db.query(PATTERNS, [area])
  for (let done = from; done < to; done += BATCH) {
    const until = Math.min(done + BATCH, to)
    for (const text of [ROWS, HEADS, FACTS, JOBS]) await db.query(text, [done, until - 1])
    say(`${until} of ${to} cases`)
  }
  say('indexes')
  for (const statement of restore) await db.query(statement)
}

const PATTERNS = `
  CREATE TABLE bench_pattern AS SELECT row_number() OVER () - 1 AS n, count(*) OVER () AS of, p.* FROM (
    SELECT DISTINCT ON (item_id, state) v.area_code, v.stream, v.no FROM cases.case_view v WHERE v.area_code = $1 AND v.open
    ORDER BY item_id, state, id) p`

/** After every id that this year gives, so that a walk by id meets the cases of the ledger first. */
const ID = `(lpad(to_hex(1900000000000 + s.n), 12, '0') || '70008000' || lpad(to_hex(s.n), 12, '0'))::uuid`
const STREAM = `left(p.stream, 10) || ${ID}`
const NUMBER = `left(p.no, 16) || lpad(s.n::text, 8, '0') || 'X'`
const FROM = `generate_series($1::int, $2::int) AS s(n) JOIN bench_pattern p ON p.n = s.n % p.of`
const renamed = (text: string): string => `replace(replace(${text}, p.stream, ${STREAM}), p.no, ${NUMBER})`

/** Columns that a copy has of its own; every other one is the pattern's. */
const OWN: Readonly<Record<string, string>> = {
  id: ID,
  stream: STREAM,
  no: NUMBER,
  dossier: `${renamed('v.dossier::text')}::jsonb`,
}
const COLUMNS = [
  ...['area_code', 'id', 'stream', 'no', 'version', 'state', 'waits_for', 'item_id', 'item_version', 'party'],
  ...[
    'applicant_masked',
    'channel',
    'accept_place',
    'region',
    'deciding_body',
    'received_at',
    'due_day',
    'open',
  ],
  ...[
    'changed_at',
    'procedure',
    'partners',
    'asked',
    'holder',
    'signers',
    'calendar',
    'project',
    'sent_from',
    'dossier',
  ],
]

const ROWS = `INSERT INTO cases.case_view (${COLUMNS.join(', ')})
  SELECT ${COLUMNS.map((name) => OWN[name] ?? `v.${name}`).join(', ')}
  FROM ${FROM} JOIN cases.case_view v ON v.area_code = p.area_code AND v.no = p.no`

const HEADS = `INSERT INTO ledger.head (area_code, stream, version, hash)
  SELECT h.area_code, ${STREAM}, h.version, h.hash
  FROM ${FROM} JOIN ledger.head h ON h.area_code = p.area_code AND h.stream = p.stream`

const FACTS = `INSERT INTO ledger.fact (area_code, born_year, stream, seq, kind, body, actor, at, schema_version, hash_alg, prev_hash, hash)
  SELECT f.area_code, f.born_year, ${STREAM}, f.seq, f.kind, ${renamed('f.body')}, f.actor, f.at, f.schema_version, f.hash_alg,
    f.prev_hash, f.hash
  FROM ${FROM} JOIN ledger.fact f ON f.area_code = p.area_code AND f.stream = p.stream`

const JOBS = `INSERT INTO ledger.job (area_code, stream, kind, id, due_at, next_at, body)
  SELECT j.area_code, ${STREAM}, j.kind, gen_random_uuid(), j.due_at, j.next_at, j.body
  FROM ${FROM} JOIN ledger.job j ON j.area_code = p.area_code AND j.stream = p.stream AND j.kind = 'case.act'`
