import { expect, test } from 'vitest'
import { testDatabase } from './database.ts'

/** Tables that belong to no area, each with its reason. */
const WITHOUT_AREA: readonly string[] = [
  // The schema itself, the same for every area of a database.
  'platform.migration',
]

const db = await testDatabase()

interface Key {
  relation: string
  name: string
  kind: string
  columns: string[]
}

test('area_code leads every primary, unique and foreign key, so that a county can live on a node of its own', async () => {
  const keys = await db.query<Key>(`
    SELECT c.conrelid::regclass::text AS relation, c.conname AS name, c.contype AS kind,
      ARRAY(SELECT a.attname::text FROM unnest(c.conkey) WITH ORDINALITY AS k (attnum, at)
        JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = k.attnum ORDER BY k.at) AS columns
    FROM pg_constraint c JOIN pg_class r ON r.oid = c.conrelid JOIN pg_namespace n ON n.oid = r.relnamespace
    WHERE c.contype IN ('p', 'u', 'f') AND n.nspname NOT IN ('pg_catalog', 'information_schema')`)
  expect(keys.length).toBeGreaterThan(20)
  const wrong = keys
    .filter(({ relation }) => !WITHOUT_AREA.includes(relation))
    .filter(({ columns }) => columns[0] !== 'area_code')
  expect(wrong.map(({ relation, name, columns }) => `${relation}.${name} (${columns.join(', ')})`)).toEqual(
    [],
  )
})

test('unique indexes without a constraint lead with area_code too', async () => {
  const indexes = await db.query<{ relation: string; name: string; first: string | null }>(`
    SELECT i.indrelid::regclass::text AS relation, i.indexrelid::regclass::text AS name,
      (SELECT a.attname::text FROM pg_attribute a WHERE a.attrelid = i.indrelid AND a.attnum = i.indkey[0]) AS first
    FROM pg_index i JOIN pg_class r ON r.oid = i.indrelid JOIN pg_namespace n ON n.oid = r.relnamespace
    WHERE i.indisunique AND n.nspname NOT IN ('pg_catalog', 'information_schema', 'pg_toast')`)
  const wrong = indexes.filter(
    ({ relation, first }) => !WITHOUT_AREA.includes(relation) && first !== 'area_code',
  )
  expect(wrong).toEqual([])
})

test('no foreign key crosses areas: it carries area_code to area_code', async () => {
  const crossing = await db.query<{ name: string }>(`
    SELECT c.conrelid::regclass::text || '.' || c.conname AS name FROM pg_constraint c
      JOIN pg_attribute theirs ON theirs.attrelid = c.confrelid AND theirs.attnum = c.confkey[1]
    WHERE c.contype = 'f' AND theirs.attname <> 'area_code'`)
  expect(crossing).toEqual([])
})
