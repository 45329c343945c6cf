import fs from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { testDatabase } from '../testing/database.ts'
import { openDb } from './db.ts'
import { appliedMigrations, migrate } from './migrate.ts'

const db = await testDatabase()
const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'yichuang-migrate-'))
afterAll(() => fs.rm(folder, { recursive: true }))

beforeEach(async () => {
  await db.query('DROP SCHEMA IF EXISTS platform CASCADE')
  await db.query('DROP SCHEMA IF EXISTS office CASCADE')
  await fs.rm(folder, { recursive: true })
  await write(
    'office/0001-rooms.sql',
    'CREATE SCHEMA office; CREATE TABLE office.room (id integer PRIMARY KEY);',
  )
  await write('office/0002-names.sql', 'ALTER TABLE office.room ADD name text;')
  await write('queue/0001-tickets.sql', 'CREATE TABLE office.ticket (room integer REFERENCES office.room);')
})

const office = { owner: 'office', directory: path.join(folder, 'office') }
const queue = { owner: 'queue', directory: path.join(folder, 'queue') }

async function write(file: string, sql: string): Promise<void> {
  await fs.mkdir(path.dirname(path.join(folder, file)), { recursive: true })
  await fs.writeFile(path.join(folder, file), sql)
}

test('owners come in the order given and numbers in theirs', async () => {
  const applied = await migrate(db, [office, queue])
  expect(applied.map(({ owner, number, name }) => [owner, number, name])).toEqual([
    ['office', 1, 'rooms'],
    ['office', 2, 'names'],
    ['queue', 1, 'tickets'],
  ])
  expect(await appliedMigrations(db)).toHaveLength(3)
})

test('a second start applies nothing, a new file is applied alone', async () => {
  await migrate(db, [office, queue])
  expect(await migrate(db, [office, queue])).toEqual([])
  await write('office/0003-floor.sql', 'ALTER TABLE office.room ADD floor integer;')
  expect((await migrate(db, [office, queue])).map(({ name }) => name)).toEqual(['floor'])
})

test('two servers that start together apply everything once', async () => {
  const second = openDb(db.url)
  const [one, other] = await Promise.all([migrate(db, [office, queue]), migrate(second, [office, queue])])
  await second.close()
  expect(one.length + other.length).toBe(3)
})

test('an edited migration is refused in one sentence per language', async () => {
  await migrate(db, [office])
  await write('office/0002-names.sql', 'ALTER TABLE office.room ADD title text;')
  await expect(migrate(db, [office])).rejects.toMatchObject({
    name: 'StartupProblem',
    chinese: expect.stringContaining('office 0002-names'),
    english: expect.stringContaining('edited'),
  })
})

test('a checkout with other line ends is not an edit', async () => {
  await write('office/0002-names.sql', 'ALTER TABLE office.room\n  ADD name text;\n')
  await migrate(db, [office])
  await write('office/0002-names.sql', 'ALTER TABLE office.room\r\n  ADD name text;\r\n')
  expect(await migrate(db, [office])).toEqual([])
})

test('an older program refuses the database of a newer one and writes nothing', async () => {
  await migrate(db, [office])
  await fs.rm(path.join(folder, 'office/0002-names.sql'))
  await expect(migrate(db, [office, queue])).rejects.toMatchObject({
    name: 'StartupProblem',
    english: expect.stringContaining('newer version'),
  })
  expect(await appliedMigrations(db)).toHaveLength(2)
})

test('a failing migration is named and leaves what came before it', async () => {
  await write('office/0003-broken.sql', 'CREATE TABLE office.half (id integer); SELECT 1 / 0;')
  await expect(migrate(db, [office])).rejects.toThrow('office 0003-broken: division by zero')
  expect(await appliedMigrations(db)).toHaveLength(2)
  expect(await db.query("SELECT to_regclass('office.half') AS half")).toEqual([{ half: null }])
})

test.each([['0004-gap.sql'], ['3-short.sql'], ['0003_underscore.sql']])(
  'the file name %s is refused',
  async (file) => {
    await write(`office/${file}`, 'SELECT 1')
    await expect(migrate(db, [office])).rejects.toThrow('without a gap')
  },
)
