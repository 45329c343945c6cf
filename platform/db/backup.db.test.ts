import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { migrationSets } from '../migrations.ts'
import { testDatabase, type TestDb } from '../testing/database.ts'
import { backup, type Manifest, restore } from './backup.ts'
import { dropEverything, isEmpty } from './backup/tables.ts'
import { appliedMigrations, migrate, type MigrationSet } from './migrate.ts'

const home = fs.mkdtempSync(path.join(os.tmpdir(), 'yichuang-backup-'))
afterAll(() => fs.rmSync(home, { recursive: true }))

const sets: MigrationSet[] = [{ owner: 'office', directory: path.join(home, 'schema') }]
const files = path.join(home, 'files')
const archive = path.join(home, 'backup.tar.gz')
const made = { filesDirectory: files, mode: 'demo', madeAt: '2025-03-03T09:00:00.000Z' }

const SCHEMA = `
  CREATE SCHEMA office;
  CREATE TABLE office.room (
    id integer PRIMARY KEY, above integer REFERENCES office.room, title text,
    plan bytea, area numeric, detail jsonb, opened timestamptz, day date, tags text[],
    double integer GENERATED ALWAYS AS (id * 2) STORED,
    seat bigint GENERATED ALWAYS AS IDENTITY
  );
  CREATE TABLE office.fact (year integer, id integer, room integer REFERENCES office.room, PRIMARY KEY (year, id))
    PARTITION BY LIST (year);
  CREATE TABLE office.fact_2024 PARTITION OF office.fact FOR VALUES IN (2024);
  CREATE FUNCTION office.refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'only appended'; END $$;
  CREATE TRIGGER keep BEFORE UPDATE OR DELETE ON office.fact FOR EACH ROW EXECUTE FUNCTION office.refuse();
  CREATE TRIGGER keep_all BEFORE TRUNCATE ON office.fact FOR EACH STATEMENT EXECUTE FUNCTION office.refuse();
  INSERT INTO office.room (id, title) VALUES (1, 'reference row of a migration');
`

let manifest: Manifest

async function empty(): Promise<TestDb> {
  const db = await testDatabase()
  await dropEverything(db)
  return db
}

beforeAll(async () => {
  fs.mkdirSync(sets[0]!.directory)
  fs.writeFileSync(path.join(sets[0]!.directory, '0001-office.sql'), SCHEMA)
  fs.mkdirSync(path.join(files, 'ab'), { recursive: true })
  fs.writeFileSync(path.join(files, 'ab/abc123'), Buffer.from([0, 255, 10, 13]))
  fs.writeFileSync(path.join(files, 'ab/nothing'), '')
  fs.writeFileSync(path.join(files, 'ab/now.partial'), 'an upload under way')
  const db = await empty()
  await migrate(db, sets)
  await db.query(`INSERT INTO office.room (id, above, title, plan, area, detail, opened, day, tags) VALUES
    (3, 2, E'带“引号”\\n换行', '\\x00ff', 12345678901234567890.123, 'null', '2025-03-03 09:00:00.123456+00', '2025-03-03', '{a,"b c",NULL}'),
    (2, NULL, NULL, NULL, 'NaN', '{"a": [1.10, "Ω"]}', 'infinity', NULL, '{}')`)
  await db.query('CREATE TABLE office.fact_2025 PARTITION OF office.fact FOR VALUES IN (2025)')
  await db.query(`CREATE TRIGGER keep_2025 BEFORE TRUNCATE ON office.fact_2025
    FOR EACH STATEMENT EXECUTE FUNCTION office.refuse()`)
  await db.query('INSERT INTO office.fact SELECT 2024 + n % 2, n, 3 FROM generate_series(1, 2500) AS n')
  manifest = await backup(db, archive, made)
})

const rooms =
  'SELECT *, area::text AS digits, detail::text AS json, opened::text AS exact FROM office.room ORDER BY id'

test('the archive counts what it holds and is an ordinary tar file', () => {
  expect(manifest.tables['office.fact']?.rows).toBe(2500)
  expect(manifest.files).toMatchObject({ count: 2, bytes: 4 })
  const names = execFileSync('tar', ['tzf', archive], { encoding: 'utf8' }).trim().split('\n')
  expect(names).toContain('files/ab/abc123')
  expect([names[0], names.at(-1)]).toEqual(['label.json', 'manifest.json'])
  expect(fs.statSync(archive).mode & 0o777).toBe(0o600)
})

test('everything comes back as it was, and the guards stand again', async () => {
  const db = await empty()
  const into = path.join(home, 'restored')
  await restore(db, archive, { filesDirectory: into, mode: 'demo', sets })
  expect(await db.query(rooms)).toMatchObject([
    { id: 1, title: 'reference row of a migration', double: 2, json: null },
    { id: 2, title: null, digits: 'NaN', json: '{"a": [1.10, "Ω"]}', exact: 'infinity', tags: [], seat: 3 },
    {
      id: 3,
      above: 2,
      title: '带“引号”\n换行',
      plan: Buffer.from([0, 255]),
      digits: '12345678901234567890.123',
      json: 'null',
      exact: '2025-03-03 09:00:00.123456+00',
      day: '2025-03-03',
      tags: ['a', 'b c', null],
      double: 6,
      seat: 2,
    },
  ])
  expect(await db.query('SELECT count(*), sum(id) FROM office.fact_2025')).toEqual([
    { count: 1250, sum: 1_562_500 },
  ])
  expect(fs.readFileSync(path.join(into, 'ab/abc123'))).toEqual(Buffer.from([0, 255, 10, 13]))
  await expect(db.query('DELETE FROM office.fact')).rejects.toThrow('only appended')
  await expect(db.query('TRUNCATE office.fact_2025')).rejects.toThrow('only appended')
  await expect(db.query('INSERT INTO office.fact VALUES (2024, 0, 99)')).rejects.toMatchObject({
    code: '23503',
  })
  expect(await db.query('INSERT INTO office.room (id) VALUES (4) RETURNING seat')).toEqual([{ seat: 4 }])
})

test('a newer program restores an older backup and brings it up to date', async () => {
  const newer = path.join(home, 'newer')
  fs.cpSync(sets[0]!.directory, newer, { recursive: true })
  fs.writeFileSync(
    path.join(newer, '0002-floor.sql'),
    "ALTER TABLE office.room ADD floor text NOT NULL DEFAULT 'ground'",
  )
  const db = await empty()
  const newSets = [{ owner: 'office', directory: newer }]
  await restore(db, archive, { filesDirectory: path.join(home, 'r2'), mode: 'demo', sets: newSets })
  expect(await db.query('SELECT DISTINCT floor FROM office.room')).toEqual([{ floor: 'ground' }])
  expect(await appliedMigrations(db)).toHaveLength(2)
})

test('the schema of the product itself survives the journey, what its migrations fill in included', async () => {
  const target = path.join(home, 'product.tar.gz')
  const from = await testDatabase()
  const written = await backup(from, target, { ...made, filesDirectory: path.join(home, 'no files') })
  const into = { filesDirectory: path.join(home, 'r3'), mode: 'demo', sets: migrationSets() }
  const db = await empty()
  expect((await restore(db, target, into)).manifest).toEqual(written)
  expect(await appliedMigrations(db)).toEqual(await appliedMigrations(from))
})

test.each([
  ['into a database that is not empty', { full: true }, 'not empty'],
  ['into a folder that holds files', { filesDirectory: files }, 'already holds files'],
  ['of another mode', { mode: 'production' }, 'demo mode'],
  ['of a newer program', { sets: [] }, 'newer version'],
])('a backup %s is refused', async (_, { full = false, ...options }: Record<string, unknown>, sentence) => {
  const db = await empty()
  if (full) await db.query('CREATE TABLE public.something (id integer)')
  const fits = { filesDirectory: path.join(home, 'refused'), mode: 'demo', sets }
  await expect(restore(db, archive, { ...fits, ...options })).rejects.toMatchObject({
    name: 'StartupProblem',
    english: expect.stringContaining(sentence),
  })
})

test.each([
  ['a changed value', (tar: Buffer) => swap(tar, 'reference row', 'deference row')],
  ['a changed file', (tar: Buffer) => swap(tar, '\u0000\u00ff\n\r', '\u0000\u00fe\n\r')],
  ['a missing end', (tar: Buffer) => tar.subarray(0, tar.length / 2)],
])('%s is found and nothing is written', async (_, damage) => {
  const db = await empty()
  const broken = path.join(home, 'broken.tar.gz')
  fs.writeFileSync(broken, gzipSync(damage(gunzipSync(fs.readFileSync(archive)))))
  const into = path.join(home, 'broken')
  await expect(restore(db, broken, { filesDirectory: into, mode: 'demo', sets })).rejects.toThrow(
    'still empty',
  )
  expect(await isEmpty(db)).toBe(true)
  expect(fs.existsSync(into)).toBe(false)
})

function swap(tar: Buffer, from: string, to: string): Buffer {
  const at = tar.indexOf(Buffer.from(from, 'latin1'))
  expect(at).toBeGreaterThan(0)
  return Buffer.concat([tar.subarray(0, at), Buffer.from(to, 'latin1'), tar.subarray(at + from.length)])
}
