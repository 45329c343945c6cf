import { expect, test } from 'vitest'
import { testDatabase } from '#platform/testing/database.ts'
import type { Actor } from './actor.ts'
import { denies, predicate, sightOf, type Condition, type SightRule } from './visibility.ts'

const db = await testDatabase()

type Column = 'place' | 'body' | 'party' | 'post' | 'stage' | 'sealed'
const columns = {
  place: 'v.place',
  body: 'v.body',
  party: 'v.party',
  post: 'v.post',
  stage: 'v.stage',
  sealed: 'v.sealed',
}
const sight = { area: 'v.area_code', columns }

await db.query(
  `create table public.sight_row (area_code text, id integer, place text, body text, party text, post text, stage integer, sealed boolean)`,
)
await db.query(`insert into public.sight_row values
  ('370304', 1, 'hall', 'bureau', 'party-1', 'post-1', 1, false),
  ('370304', 2, 'hall', 'police', 'party-2', 'post-2', 2, false),
  ('370304', 3, 'town', 'bureau', 'party-1', 'post-3', 2, true),
  ('371500', 4, 'hall', 'bureau', 'party-1', 'post-1', 1, false)`)

async function seen(condition: Condition<Column>, firstParam = 1): Promise<number[]> {
  const { sql, values } = predicate(condition, sight, firstParam)
  const before = Array.from({ length: firstParam - 1 }, (_, at) => at + 1)
  const wheres = before.map((at) => `$${at}::integer > 0`)
  const rows = await db.query<{ id: number }>(
    `select id from public.sight_row v where ${[...wheres, sql].join(' and ')} order by id`,
    [...before, ...values],
  )
  return rows.map(({ id }) => id)
}

test.each<[string, Condition<Column>, string, number[]]>([
  ['nothing', 'nothing', 'false', []],
  ['a whole area', { everythingInArea: '370304' }, 'v.area_code = $1', [1, 2, 3]],
  ['an unknown area', { everythingInArea: '' }, 'false', []],
  ['a column that equals', { column: 'place', equals: 'hall' }, 'v.place = $1', [1, 2, 4]],
  ['a number that equals', { column: 'stage', equals: 2 }, 'v.stage = $1', [2, 3]],
  ['a truth that equals', { column: 'sealed', equals: false }, 'v.sealed = $1', [1, 2, 4]],
  ['a column that equals no value', { column: 'place', equals: null }, 'false', []],
  ['a column that equals what is missing', { column: 'place', equals: undefined }, 'false', []],
  ['a column in a list', { column: 'post', in: ['post-2', 'post-3'] }, 'v.post = any($1)', [2, 3]],
  ['a number in a list', { column: 'stage', in: [1, 9] }, 'v.stage = any($1)', [1, 4]],
  ['a column in an empty list', { column: 'post', in: [] }, 'false', []],
  [
    'any of two',
    {
      anyOf: [
        { column: 'post', equals: 'post-1' },
        { column: 'post', equals: 'post-3' },
      ],
    },
    '(v.post = $1 or v.post = $2)',
    [1, 3, 4],
  ],
  ['any of one', { anyOf: [{ column: 'post', equals: 'post-2' }] }, 'v.post = $1', [2]],
  ['any of none', { anyOf: [] }, 'false', []],
  [
    'any of nothing and something',
    { anyOf: ['nothing', { column: 'post', equals: 'post-2' }] },
    'v.post = $1',
    [2],
  ],
  [
    'all of two',
    { allOf: [{ everythingInArea: '370304' }, { column: 'body', equals: 'bureau' }] },
    '(v.area_code = $1 and v.body = $2)',
    [1, 3],
  ],
  ['all of none', { allOf: [] }, 'false', []],
  ['all of something and nothing', { allOf: [{ everythingInArea: '370304' }, 'nothing'] }, 'false', []],
  [
    'all of something and any of none',
    { allOf: [{ everythingInArea: '370304' }, { anyOf: [] }] },
    'false',
    [],
  ],
  [
    'any of all',
    {
      anyOf: [
        {
          allOf: [
            { column: 'place', equals: 'hall' },
            { column: 'stage', equals: 2 },
          ],
        },
        { allOf: [{ column: 'body', in: ['bureau'] }, { anyOf: [{ column: 'sealed', equals: true }] }] },
      ],
    },
    '((v.place = $1 and v.stage = $2) or (v.body = any($3) and v.sealed = $4))',
    [2, 3],
  ],
])('%s', async (_, condition, sql, ids) => {
  expect(predicate(condition, sight, 1).sql).toBe(sql)
  expect(await seen(condition)).toEqual(ids)
  expect(await seen(condition, 3)).toEqual(ids)
  expect(denies(condition)).toBe(sql === 'false')
})

test('what a person types is a value and never SQL', async () => {
  const hostile = `x' or true --`
  const { sql, values } = predicate<Column>(
    { anyOf: [{ column: 'party', equals: hostile }, { everythingInArea: hostile }] },
    sight,
    1,
  )
  expect(sql).not.toContain('true')
  expect(values).toEqual([hostile, hostile])
  expect(await seen({ column: 'party', equals: hostile })).toEqual([])
})

test.each(['id', 'v.place', 'place; drop table x', 'toString', '__proto__'])(
  'a rule cannot look at the column %s',
  (column) => {
    const condition = { column, equals: 1 } as unknown as Condition<Column>
    expect(() => predicate(condition, sight, 1)).toThrow('no rule may look at')
  },
)

test('a declared column must be a plain name, and parameters are counted from one', () => {
  const bad = { ...sight, columns: { ...columns, place: 'v.place or true' } }
  expect(() => predicate<Column>({ column: 'place', equals: 1 }, bad, 1)).toThrow('is not a column')
  expect(() => predicate<Column>({ everythingInArea: '1' }, { ...sight, area: '1=1 or x' }, 1)).toThrow(
    'is not a column',
  )
  expect(() => predicate<Column>('nothing', sight, 0)).toThrow('counted from 1')
})

const rules: SightRule<Column>[] = [
  {
    role: 'applicant',
    sees: (actor) => (actor.kind === 'citizen' ? { column: 'party', equals: actor.party } : 'nothing'),
  },
  {
    role: 'window-clerk',
    sees: (actor) => ownArea(actor, { column: 'place', equals: actor.kind === 'staff' ? actor.place : null }),
  },
  {
    role: 'reviewer',
    sees: (actor) => ownArea(actor, { column: 'body', equals: actor.kind === 'staff' ? actor.body : null }),
  },
  {
    role: 'supervisor',
    sees: (actor) => (actor.kind === 'staff' ? { everythingInArea: actor.area } : 'nothing'),
  },
]

function ownArea(actor: Actor, condition: Condition<Column>): Condition<Column> {
  return actor.kind === 'staff' ? { allOf: [{ everythingInArea: actor.area }, condition] } : 'nothing'
}

const staff = (...roles: string[]): Actor => ({
  kind: 'staff',
  person: 'p',
  post: 'post-9',
  roles,
  place: 'hall',
  body: 'bureau',
  area: '370304',
})

test.each<[string, Actor, number[]]>([
  ['a clerk sees the own counter in the own area', staff('window-clerk'), [1, 2]],
  ['a reviewer sees the own body', staff('reviewer'), [1, 3]],
  ['with both roles one sees what either sees', staff('reviewer', 'window-clerk'), [1, 2, 3]],
  ['a supervisor sees the area and not the next one', staff('supervisor'), [1, 2, 3]],
  ['an administrator sees no case', staff('system-admin'), []],
  ['somebody without a role sees nothing', staff(), []],
  ['a member of staff does not see as an applicant by naming the role', staff('applicant'), []],
  [
    'a citizen sees what is their own, in every area',
    { kind: 'citizen', person: 'p', party: 'party-1' },
    [1, 3, 4],
  ],
  ['a stranger sees nothing', { kind: 'citizen', person: 'p', party: 'party-9' }, []],
  ['a job sees nothing through the gateway', { kind: 'system', job: 'j' }, []],
])('%s', async (_, actor, ids) => {
  expect(await seen(sightOf(rules, actor))).toEqual(ids)
})
