import type { Db } from '#platform/db/db.ts'

/** Invented places; with numbers before the villages there are as many names as wanted. */
export const PLACES = [
  '山头',
  '池上',
  '源泉',
  '石马',
  '八陡',
  '夏家庄',
  '域城',
  '白塔',
  '城东',
  '城西',
  '青龙',
  '双山',
].flatMap((one) => ['镇', '街道', '开发区', '社区'].map((kind) => `${one}${kind}`))

const ONE_BATCH = 5_000

/**
 * Items derived from those of the demo: each for a place and a variant, with a name, an alias and a summary of its own, and all the rest of
 * the pattern (form, materials, legal basis), so that reading them costs what real ones cost.
 */
export async function seedItems(db: Db, items: number, say: (text: string) => void): Promise<void> {
  const began = performance.now()
  for (let from = 0; from < items; from += ONE_BATCH)
    await db.query(SEED, [from, Math.min(items, from + ONE_BATCH) - 1, PLACES])
  await db.query('ANALYZE catalogue.item_version')
  say(`${items} items written in ${((performance.now() - began) / 1000).toFixed(0)} s`)
}

/** One more item, as another server of the same installation would publish it, called by a word that no other has. */
export async function publishOne(db: Db, called: string): Promise<void> {
  await db.query(ONE_MORE, [called])
}

/** Ends that item yesterday. */
export async function stopOne(db: Db): Promise<void> {
  await db.query(`UPDATE catalogue.item_version SET effective_to = current_date - 1 WHERE id = 'one-more'`)
}

const ONE_MORE = `
INSERT INTO catalogue.item_version (area_code, id, version, stream, stream_version, name, domain, item_type, project_type,
  effective_from, effective_to, owner_tier, catalog_code, legacy_codes, body)
SELECT area_code, 'one-more', 1, stream || '-one-more', 1, $1, domain, item_type, project_type, effective_from, effective_to,
  owner_tier, catalog_code, legacy_codes, body || jsonb_build_object('id', 'one-more', 'name', $1::text, 'aliases', '[]'::jsonb)
FROM catalogue.item_version ORDER BY id LIMIT 1`

const SEED = `
WITH pattern AS (
  SELECT *, row_number() OVER (ORDER BY id) - 1 AS at, count(*) OVER () AS patterns
  FROM catalogue.item_version WHERE id !~ '-v[0-9]+$' AND version = 1
), numbered AS (
  SELECT n, p.*, ($3::text[])[1 + (n / patterns)::int % cardinality($3::text[])] AS place,
    (n / patterns / cardinality($3::text[]))::int AS variant
  FROM generate_series($1::int, $2::int) AS n JOIN pattern p ON p.at = n % p.patterns
), named AS (
  SELECT *, place || name || CASE variant WHEN 0 THEN '' ELSE '（第' || variant || '类）' END AS called FROM numbered
)
INSERT INTO catalogue.item_version (area_code, id, version, stream, stream_version, name, domain, item_type, project_type,
  effective_from, effective_to, owner_tier, catalog_code, legacy_codes, body)
SELECT area_code, id || '-v' || n, 1, stream || '-v' || n, 1, called, domain, item_type, project_type, effective_from, effective_to,
  owner_tier, catalog_code, legacy_codes, body || jsonb_build_object('id', id || '-v' || n, 'name', called,
    'aliases', (body->'aliases') || jsonb_build_array(place || (body->'aliases'->>0)),
    'summary', place || '：' || (body->>'summary'))
FROM named`
