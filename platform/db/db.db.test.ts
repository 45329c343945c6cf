import { afterAll, expect, test } from 'vitest'
import { testDatabase } from '../testing/database.ts'
import { openDb, sqlState } from './db.ts'

const db = await testDatabase()
await db.query('CREATE TABLE note (id integer PRIMARY KEY, text text NOT NULL)')

test.each([
  ['a legal day', "'2025-03-03'::date", '2025-03-03'],
  ['a moment', "'2025-03-03 17:00:00.5+08'::timestamptz", '2025-03-03T09:00:00.500Z'],
  ['a moment without a fraction', "'2025-03-03 09:00+00'::timestamptz", '2025-03-03T09:00:00.000Z'],
  [
    'a moment beyond milliseconds',
    "'2025-03-03 09:00:00.123999+00'::timestamptz",
    '2025-03-03T09:00:00.123Z',
  ],
  ['a count', 'count(*)', 1],
  ['a bigint too large for a number', "'9007199254740993'::int8", '9007199254740993'],
  ['a list of days', "'{2025-03-03,NULL}'::date[]", ['2025-03-03', null]],
  ['a list of bigints', "'{1,2}'::int8[]", [1, 2]],
  ['a list of moments', "array['2025-03-03 09:00+00'::timestamptz]", ['2025-03-03T09:00:00.000Z']],
  ['json', `'{"a":[1]}'::jsonb`, { a: [1] }],
  ['nothing', 'NULL::timestamptz', null],
])('%s arrives as the rest of the program knows it', async (_, expression, value) => {
  expect(await db.query(`SELECT ${expression} AS value`)).toEqual([{ value }])
})

test('sessions run in UTC whatever the zone of the server', async () => {
  expect(await db.query('SHOW timezone')).toEqual([{ TimeZone: 'UTC' }])
})

test('a named statement is prepared once and takes new values', async () => {
  const byId = { name: 'note-by-number', text: 'SELECT $1::integer + 1 AS next' }
  expect(await db.query(byId, [1])).toEqual([{ next: 2 }])
  expect(await db.query(byId, [41])).toEqual([{ next: 42 }])
})

test('a failed statement keeps its SQLSTATE and rolls its transaction back', async () => {
  const twice = db.transaction(async (tx) => {
    await tx.query("INSERT INTO note VALUES (1, 'first')")
    await tx.query("INSERT INTO note VALUES (1, 'second')")
  })
  const error = await twice.catch((caught: unknown) => caught)
  expect(sqlState(error)).toBe('23505')
  expect(await db.query('SELECT FROM note')).toEqual([])
})

test('a transaction whose failed statement was swallowed does not pretend to have committed', async () => {
  const swallowed = db.transaction(async (tx) => {
    await tx.query("INSERT INTO note VALUES (2, 'lost')")
    await tx.query('SELECT 1 / 0').catch(() => {})
  })
  await expect(swallowed).rejects.toThrow('rolled back')
  expect(await db.query('SELECT FROM note')).toEqual([])
})

test('transactions that ask something outside themselves never wait for each other, however many there are', async () => {
  const many = Array.from({ length: 20 }, (_, n) =>
    db.transaction(async (tx) => {
      await tx.query('SELECT pg_advisory_xact_lock(1)')
      return (await db.query<{ n: number }>('SELECT $1::integer AS n', [n]))[0]!.n
    }),
  )
  expect(await Promise.all(many)).toEqual(many.map((_, n) => n))
})

test('a transaction refuses queries after its end', async () => {
  const escaped = await db.transaction(async (tx) => tx)
  expect(() => escaped.query('SELECT 1')).toThrow('ended')
})

test('a snapshot sees one state and may not write', async () => {
  await db.transaction(
    async (tx) => {
      await tx.query('SELECT FROM note')
      await db.query("INSERT INTO note VALUES (3, 'later')")
      expect(await tx.query('SELECT FROM note')).toEqual([])
    },
    { snapshot: true },
  )
  const write = db.transaction((tx) => tx.query("INSERT INTO note VALUES (4, 'no')"), { snapshot: true })
  await expect(write).rejects.toMatchObject({ code: '25006' })
})

test('a lost connection fails its transaction and the pool goes on with another', async () => {
  const cut = db.transaction(async (tx) => {
    const [row] = await tx.query<{ pid: number }>('SELECT pg_backend_pid() AS pid')
    await db.query('SELECT pg_terminate_backend($1)', [row!.pid])
    await tx.query('SELECT 1')
  })
  await expect(cut).rejects.toThrow()
  expect(await db.query('SELECT 1 AS one')).toEqual([{ one: 1 }])
})

const small = openDb(db.url, { poolSize: 1 })
afterAll(() => small.close())

test('more work than connections waits its turn', async () => {
  const rows = await Promise.all([1, 2, 3].map((n) => small.query('SELECT $1::integer AS n', [n])))
  expect(rows.flat()).toEqual([{ n: 1 }, { n: 2 }, { n: 3 }])
})
