import { beforeAll, expect, test } from 'vitest'
import { statementsOf } from '../testing/statements.ts'
import { testDatabase, type TestDb } from '../testing/database.ts'
import { all, asks, known, made, readOnce } from './reading.ts'

interface Visit {
  id: string
  room: string
  at: string
  left: string | null
  day: string
  seen: number
  words: readonly string[]
  dossier: unknown
}

const OF_ROOM = {
  name: 'test.visits',
  text: `SELECT id, room, at, left_at AS left, day, seen, words, dossier FROM visits WHERE room = $1 AND seen > $2 ORDER BY id`,
}
const visits = (room: string, more = 0) => asks<Visit>(OF_ROOM, [room, more], ['at', 'left'])
const count = (room: string) =>
  made(
    asks<{ count: number }>('SELECT count(*) AS count FROM visits WHERE room = $1', [room]),
    ([row]) => row!.count,
  )

let db: TestDb
beforeAll(async () => {
  db = await testDatabase()
  await db.query(`CREATE TABLE visits (id text, room text, at timestamptz, left_at timestamptz, day date, seen int8,
    words text[], dossier jsonb)`)
  await db.query(`INSERT INTO visits VALUES
    ('a', '一', '2025-03-03T09:00:00.5+08:00', NULL, '2025-03-03', 3, '{甲,"乙,丙"}', '{"at": "2025-03-03T01:00:00+00:00", "$1": 7}'),
    ('b', '一', '2025-03-03T09:00:00.123456+08:00', '2025-03-03T10:00:00Z', '2025-03-03', 4, '{}', '[1.5, null]'),
    ('c', '二', '2025-03-04T09:00:00Z', NULL, '2025-03-04', 5, '{}', 'null')`)
})

test('several readings are one statement, and each gets its own rows, in order', async () => {
  const both = all([visits('一'), count('一'), known('已知'), visits('二', 1), visits('三')])
  const { result, statements } = await statementsOf(() => readOnce(db, both))
  expect(statements).toHaveLength(1)
  const [first, counted, told, second, none] = result
  expect(first.map(({ id }) => id)).toEqual(['a', 'b'])
  expect([counted, told, second.map(({ id }) => id), none]).toEqual([2, '已知', ['c'], []])
})

test('a row looks the same asked alone and together with others', async () => {
  const alone = await readOnce(db, visits('一'))
  const [together] = await readOnce(db, all([visits('一'), count('二')]))
  expect(together).toEqual(alone)
  expect(alone[0]).toMatchObject({ at: '2025-03-03T01:00:00.500Z', left: null, day: '2025-03-03', seen: 3 })
})

test('nothing to ask asks nothing', async () => {
  const { result, statements } = await statementsOf(() =>
    readOnce(db, all([known(1), made(known(2), (two) => two * 2)])),
  )
  expect([result, statements]).toEqual([[1, 4], []])
})
