import type { Db } from '#platform/db/db.ts'

/** Open cases in a county with ten million behind it: about a fortnight's work of all its bodies. */
export const OPEN_ROWS = 20_000
const BATCH = 500_000

/**
 * Fills `cases.case_view` with rows made from the demo's own: every combination of item, procedure, place and body that a case
 * of the demo has. Closed rows carry the few keys of a dossier that a list reads, open ones a real dossier.
 */
export async function seed(db: Db, rows: number, say: (text: string) => void): Promise<void> {
  const restore = await withoutIndexes(db)
  await db.query(TEMPLATES)
  await db.query(OPEN_ONES, [Math.min(OPEN_ROWS, rows)])
  for (let done = 0; done < rows; done += BATCH) {
    await db.query(CLOSED_ONES, [done, Math.min(done + BATCH, rows) - 1, rows])
    say(`${Math.min(done + BATCH, rows)} of ${rows} rows`)
  }
  say('indexes')
  for (const statement of restore) await db.query(statement)
  await db.query('VACUUM ANALYZE cases.case_view')
}

/** Ten million rows go in before their indexes do; the statements that bring those back are the database's own. */
export async function withoutIndexes(db: Db): Promise<string[]> {
  const constraints = await db.query<{ name: string; definition: string }>(
    `SELECT conname AS name, pg_get_constraintdef(oid) AS definition FROM pg_constraint
     WHERE conrelid = 'cases.case_view'::regclass AND contype IN ('p', 'u')`,
  )
  const named = new Set(constraints.map(({ name }) => name))
  const indexes = (
    await db.query<{ name: string; definition: string }>(
      `SELECT indexname AS name, indexdef AS definition FROM pg_indexes WHERE schemaname = 'cases' AND tablename = 'case_view'`,
    )
  ).filter(({ name }) => !named.has(name))
  for (const { name } of indexes) await db.query(`DROP INDEX cases.${name}`)
  for (const { name } of constraints) await db.query(`ALTER TABLE cases.case_view DROP CONSTRAINT ${name}`)
  return [
    ...constraints.map(
      ({ name, definition }) => `ALTER TABLE cases.case_view ADD CONSTRAINT ${name} ${definition}`,
    ),
    ...indexes.map(({ definition }) => definition),
  ]
}

const TEMPLATES = `
  CREATE TABLE bench_template AS
  SELECT row_number() OVER () - 1 AS n, t.* FROM (
    SELECT DISTINCT ON (item_id, procedure, accept_place, deciding_body) item_id, item_version, procedure, accept_place, region,
      deciding_body, area_code FROM cases.case_view ORDER BY item_id, procedure, accept_place, deciding_body) t`

/** A UUIDv7 of the moment, so that “newest first” means what it means for real cases. */
const ID = `(lpad(to_hex((extract(epoch FROM s.at) * 1000)::bigint), 12, '0') || '7' || substr(md5(s.n::text || s.kind), 1, 3)
  || '8' || substr(md5(s.n::text || s.kind), 4, 15))::uuid`

const OPEN_ONES = `
  INSERT INTO cases.case_view (area_code, id, stream, no, version, state, waits_for, item_id, item_version, party, applicant_masked,
    channel, accept_place, region, deciding_body, received_at, due_day, open, changed_at, procedure, dossier)
  SELECT v.area_code, ${ID}, 'case:2026:' || ${ID}, 'B' || lpad(s.n::text, 24, '0'), v.version, v.state, v.waits_for, v.item_id,
    v.item_version, v.party, v.applicant_masked, v.channel, v.accept_place, v.region, v.deciding_body, s.at,
    v.due_day + (s.n % 9)::int - 4, true, s.at, v.procedure, v.dossier
  FROM (SELECT n, 'open' AS kind, max(received_at) - n * interval '1 minute' AS at
    FROM cases.case_view, generate_series(1, $1::int) n GROUP BY n) s
  JOIN (SELECT row_number() OVER () - 1 AS t, count(*) OVER () AS of, o.* FROM cases.case_view o WHERE o.open) v ON v.t = s.n % v.of`

/** Six years of closed cases: most closed, some withdrawn or lapsed, a few revoked. */
const CLOSED_ONES = `
  INSERT INTO cases.case_view (area_code, id, stream, no, version, state, waits_for, item_id, item_version, party, applicant_masked,
    channel, accept_place, region, deciding_body, received_at, due_day, open, changed_at, procedure, dossier)
  SELECT t.area_code, ${ID}, 'case:' || extract(year FROM s.at) || ':' || ${ID}, no.no, 12, state.state, '', t.item_id, t.item_version,
    md5((s.n % 900000)::text)::uuid, '测**', 'window', t.accept_place, t.region, t.deciding_body, s.at, '9999-12-31', false, s.at,
    t.procedure, jsonb_build_object('no', no.no, 'state', state.state, 'item', jsonb_build_object('id', t.item_id, 'version', t.item_version),
      'procedure', t.procedure, 'channel', 'window', 'acceptPlace', t.accept_place, 'decidingBody', t.deciding_body, 'version', 12,
      'clocks', '{}'::jsonb, 'last', '{"by":{}}'::jsonb)
  FROM (SELECT n, 'closed' AS kind, timestamptz '2020-05-14' + n * (interval '2300 days' / $3::float8) AS at
    FROM generate_series($1::int, $2::int) n) s
  JOIN bench_template t ON t.n = s.n % (SELECT count(*) FROM bench_template)
  CROSS JOIN LATERAL (SELECT t.area_code || '3B00' || to_char(s.at, 'YYYYMMDD') || lpad((s.n % 1000000)::text, 6, '0') || 'X' || (s.n / 1000000) AS no) no
  CROSS JOIN LATERAL (SELECT CASE WHEN s.n % 100 = 0 AND t.procedure = 'commitment' THEN 'revoked' WHEN s.n % 37 = 0 THEN 'withdrawn' WHEN s.n % 41 = 0 THEN 'lapsed'
    ELSE 'closed' END AS state) state`
