import { expect, test } from 'vitest'
import { testDatabase } from '#platform/testing/database.ts'
import { savedLists } from './saved-lists.ts'

const kept = savedLists(await testDatabase())
const OWNER = { area: '370304', post: 'post-370304-clerk-shantou', person: 'person-1' }
const LATE = {
  page: 'cases',
  name: '逾期的食品',
  search: { queue: 'open', item: 'food' },
  first: false,
} as const
const lists = async (owner = OWNER) => (await kept.of(owner)).lists
const saved = async (list: Parameters<typeof kept.save>[1], owner = OWNER) => {
  const done = await kept.save(owner, list)
  if ('refused' in done) throw new Error(done.code)
  return done
}

test('filters are kept under a name for one person in one post', async () => {
  const list = await saved(LATE)
  expect(await lists()).toEqual([{ ...LATE, id: list.id }])
  expect(await lists({ ...OWNER, person: 'person-2' })).toEqual([])
  expect(await lists({ ...OWNER, post: 'post-370304-clerk-shantou2' })).toEqual([])
  expect(await kept.save(OWNER, { ...LATE, name: ' 逾期的食品 ' })).toMatchObject({
    code: 'saved-list-named',
  })
  expect(await kept.forget({ ...OWNER, person: 'person-2' }, list.id)).toMatchObject({
    code: 'saved-list-not-found',
  })
  expect(await kept.forget(OWNER, list.id)).toBeUndefined()
  expect(await lists()).toEqual([])
})

test('a list begins with one of them at most', async () => {
  const one = await saved({ ...LATE, name: '一', first: true })
  const two = await saved({ ...LATE, name: '二', first: true })
  const other = await saved({ ...LATE, page: 'all', name: '三', first: true })
  const firsts = async () => (await lists()).filter(({ first }) => first).map(({ id }) => id)
  expect(await firsts()).toEqual([two.id, other.id])
  await kept.begin(OWNER, one.id, true)
  expect(await firsts()).toEqual([one.id, other.id])
  await kept.begin(OWNER, one.id, false)
  expect(await firsts()).toEqual([other.id])
})

test('twenty are enough', async () => {
  const owner = { ...OWNER, person: 'person-3' }
  for (let n = 0; n < 20; n += 1) await saved({ ...LATE, name: `条件${n}` }, owner)
  expect(await kept.save(owner, { ...LATE, name: '再一个' })).toMatchObject({ code: 'saved-lists-full' })
})

test('columns are chosen for one list, by one person in one post, and given up again', async () => {
  const columns = async (owner = OWNER) => (await kept.of(owner)).columns
  expect(await columns()).toEqual({})
  await kept.chooseColumns(OWNER, 'cases', ['matter', 'due'])
  await kept.chooseColumns(OWNER, 'cases', ['due', 'matter', 'holder'])
  await kept.chooseColumns(OWNER, 'all', ['matter'])
  expect(await columns()).toEqual({ cases: ['due', 'matter', 'holder'], all: ['matter'] })
  expect(await columns({ ...OWNER, person: 'person-2' })).toEqual({})
  expect(await columns({ ...OWNER, post: 'post-370304-clerk-shantou2' })).toEqual({})
  await kept.chooseColumns(OWNER, 'cases', [])
  expect(await columns()).toEqual({ all: ['matter'] })
})
