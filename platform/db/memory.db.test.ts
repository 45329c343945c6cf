import { beforeAll, expect, test } from 'vitest'
import { statementsOf } from '../testing/statements.ts'
import { testDatabase, type TestDb } from '../testing/database.ts'
import { afterCommit } from './db.ts'
import { rowMemory } from './memory.ts'

const ALL = { name: 'test.rooms', text: 'SELECT id, name FROM rooms WHERE name >= $1 ORDER BY id' }
const BY_IDS = {
  name: 'test.rooms-by-ids',
  text: 'SELECT id, name FROM rooms WHERE name >= $1 AND id = ANY($2) ORDER BY id',
}

interface Room {
  id: string
  name: string
}

let db: TestDb
beforeAll(async () => {
  db = await testDatabase()
  await db.query(`CREATE TABLE rooms (id text PRIMARY KEY, name text NOT NULL)`)
  await db.query(`INSERT INTO rooms VALUES ('a', '一号窗口'), ('b', '二号窗口'), ('c', '三号窗口')`)
})

const asks = async <T>(work: () => Promise<T>): Promise<number> =>
  (await statementsOf(work)).statements.length

test('what was read is not asked again, and what is asked at once is asked once', async () => {
  const memory = rowMemory()
  const read = () => memory.query<Room>(db, ALL, [''])
  expect(await asks(() => Promise.all([read(), read()]))).toBe(1)
  expect(await asks(read)).toBe(0)
  expect(await asks(() => memory.query<Room>(db, ALL, ['三']))).toBe(1)
})

test('of many ids only those not known yet are asked for, and all come in order', async () => {
  const memory = rowMemory()
  const read = (...ids: string[]) => memory.byIds<Room>(db, BY_IDS, [''], ids)
  expect(await asks(() => read('b'))).toBe(1)
  const { result, statements } = await statementsOf(() => read('c', 'b', 'a', 'b', 'nobody'))
  expect(result.map(({ id }) => id)).toEqual(['a', 'b', 'c'])
  expect(statements).toHaveLength(1)
  expect(await asks(() => read('a', 'nobody'))).toBe(0)
  expect(await asks(() => read())).toBe(0)
})

test('whoever gets a row cannot change it for the next', async () => {
  const memory = rowMemory()
  const [first] = await memory.query<Room>(db, ALL, [''])
  expect(() => (first!.name = '改了')).toThrow(TypeError)
})

test('a change shows once it is committed, and inside its transaction at once', async () => {
  const memory = rowMemory()
  const nameOf = async () => (await memory.byIds<Room>(db, BY_IDS, [''], ['a']))[0]!.name
  expect(await nameOf()).toBe('一号窗口')
  await db.transaction(async (tx) => {
    afterCommit(tx, memory.forgetAll)
    await tx.query(`UPDATE rooms SET name = '一号综合窗口' WHERE id = 'a'`)
    expect((await memory.byIds<Room>(tx, BY_IDS, [''], ['a']))[0]!.name).toBe('一号综合窗口')
    expect(await nameOf()).toBe('一号窗口')
  })
  expect(await nameOf()).toBe('一号综合窗口')
})

test('a change that is rolled back forgets nothing', async () => {
  let forgotten = 0
  const failing = db.transaction(async (tx) => {
    afterCommit(tx, () => (forgotten += 1))
    throw new Error('no')
  })
  await expect(failing).rejects.toThrow('no')
  expect(forgotten).toBe(0)
  afterCommit(db, () => (forgotten += 1))
  expect(forgotten).toBe(1)
})

test('a read that failed is asked again', async () => {
  const memory = rowMemory()
  const wrong = { name: 'test.wrong', text: 'SELECT id FROM halls' }
  await expect(memory.query(db, wrong, [])).rejects.toThrow('halls')
  await db.query('CREATE TABLE halls (id text)')
  expect(await memory.query(db, wrong, [])).toEqual([])
})

test('what is asked in one breath is one statement, and each hears its own rows', async () => {
  const memory = rowMemory()
  const { result, statements } = await statementsOf(() =>
    Promise.all([
      memory.query<Room>(db, ALL, ['']),
      memory.byIds<Room>(db, BY_IDS, [''], ['a']),
      memory.byIds<Room>(db, BY_IDS, [''], ['b']),
    ]),
  )
  expect(result.map((rows) => rows.map(({ id }) => id))).toEqual([['a', 'b', 'c'], ['a'], ['b']])
  expect(statements).toHaveLength(1)
})

test('whoever asks in one breath with somebody whose statement fails hears of it, and asks again', async () => {
  const memory = rowMemory()
  const broken = { name: 'test.broken', text: 'SELECT id FROM nowhere WHERE id = $1' }
  const read = () => memory.byIds<Room>(db, BY_IDS, [''], ['a'])
  const both = await Promise.allSettled([memory.query(db, broken, ['a']), read()])
  expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  expect((await read()).map(({ id }) => id)).toEqual(['a'])
})

test('rows that another statement brought are found, unless somebody wrote meanwhile', async () => {
  const memory = rowMemory()
  const brought = [{ id: 'a', name: '一号窗口' }]
  memory.shelf(db)(ALL, [''], brought)
  expect(await asks(() => memory.query<Room>(db, ALL, ['']))).toBe(0)
  const late = memory.shelf(db)
  memory.forgetAll()
  late(ALL, [''], brought)
  expect(await asks(() => memory.query<Room>(db, ALL, ['']))).toBe(1)
})
