import { beforeAll, expect, test } from 'vitest'
import { keysFrom } from '#platform/crypto/keys.ts'
import { subjectKeys } from '#platform/crypto/subject-keys.ts'
import { testDatabase } from '#platform/testing/database.ts'
import { dataSpace, keptBeside, NO_AREA, parties, subjectOf, type DataSpace, type KeptRow } from './index.ts'
import type { KeptAnswer } from './contract.ts'

const NOW = '2026-11-23T01:00:00.000Z'
const LATER = '2026-12-01T01:00:00.000Z'
const clock = { now: () => NOW }
const keys = keysFrom('000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f')
const db = await testDatabase()
const sealing = subjectKeys(db, keys, clock)

let space: DataSpace
let one: string
let other: string

beforeAll(async () => {
  space = dataSpace(db, sealing)
  const book = parties(db, keys, sealing, clock)
  const person = { idKind: 'citizen-id' as const, phone: '19900000001' }
  one = await book.findOrCreate({ ...person, name: '测试甲', idNumber: '11010519491231002X' })
  other = await book.findOrCreate({ ...person, name: '测试乙', idNumber: '370304190101010011' })
})

const answer = (element: string, text: string, holder: KeptAnswer['holder'] = 'person'): KeptAnswer => ({
  ...{ holder, element, label: '地址', value: text, text },
})

test('a newer answer replaces the older; a firm’s and a person’s stand side by side', async () => {
  await space.keep(
    one,
    [answer('party.address', '旧址'), answer('party.address', '店址', 'organisation')],
    'no-1',
    NOW,
  )
  await space.keep(one, [answer('party.address', '新址')], 'no-2', LATER)
  const kept = await space.kept(one)
  expect(kept.map(({ holder, text, sourceCase, savedAt }) => [holder, text, sourceCase, savedAt])).toEqual([
    ['person', '新址', 'no-2', LATER],
    ['organisation', '店址', 'no-1', NOW],
  ])
  expect(await space.kept(other)).toEqual([])
  expect(await space.consentSince(one)).toBe(NOW)
})

test('read beside another row it is the same, in the same order, and only that party’s', async () => {
  const [row] = await db.query<{ mine: KeptRow[]; others: KeptRow[] }>(
    `SELECT ${keptBeside('$1::uuid')} AS mine, ${keptBeside('$2::uuid')} AS others`,
    [one, other],
  )
  expect(row!.others).toEqual([])
  expect(await space.opened(one, row!.mine)).toEqual(await space.kept(one))
})

test('what lies there is sealed', async () => {
  const [row] = await db.query<{ text: string }>(
    `SELECT json_agg(d)::text AS text FROM party.data_value d WHERE area_code = $1`,
    [NO_AREA],
  )
  expect(row!.text).not.toContain('新址')
})

test('one is deleted by its owner alone; taking the consent back deletes the rest', async () => {
  expect(await space.drop(other, 'person', 'party.address')).toBe(false)
  expect(await space.drop(one, 'person', 'party.address')).toBe(true)
  await space.withdraw(other, LATER)
  expect(await space.kept(one)).toHaveLength(1)
  await space.withdraw(one, LATER)
  expect([await space.kept(one), await space.consentSince(one)]).toEqual([[], undefined])
})

test('a destroyed key leaves nothing to read', async () => {
  await space.keep(one, [answer('party.address', '新址')], 'no-3', LATER)
  await sealing.destroy(NO_AREA, subjectOf(one))
  expect(await space.kept(one)).toEqual([])
})
