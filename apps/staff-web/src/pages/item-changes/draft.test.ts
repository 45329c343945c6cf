import { expect, test } from 'vitest'
import { editsBetween, namedAt, over, placedAt, stoodAt, valueAt, withValue } from './draft.ts'

const body = {
  name: '甲',
  aliases: ['一', '二'],
  promisedLimit: { amount: 10, unit: 'working-day' },
  materials: [
    { id: 'a', copies: 1 },
    { id: 'b', copies: 0, note: '旧' },
  ],
}
const was = (value: unknown) => ({ was: { value } })

test.each([
  ['a number', '/promisedLimit/amount', 8, [{ at: '/promisedLimit/amount', value: 8, ...was(10) }]],
  ['a part of a line', '/materials/0/copies', 0, [{ at: '/materials/a/copies', value: 0, ...was(1) }]],
  ['what is taken away', '/materials/1/note', undefined, [{ at: '/materials/b/note', ...was('旧') }]],
  ['what was not there', '/guide/issuer', '乙', [{ at: '/guide', value: { issuer: '乙' }, was: {} }]],
  [
    'a line of words',
    '/aliases/-',
    '三',
    [{ at: '/aliases', value: ['一', '二', '三'], ...was(['一', '二']) }],
  ],
  ['a new paper', '/materials/-', { id: 'c' }, [{ at: '/materials/-', value: { id: 'c' }, was: {} }]],
  ['a paper gone', '/materials/0', undefined, [{ at: '/materials/a', ...was(body.materials[0]) }]],
])('%s becomes an edit that says what was seen, and nothing else does', (_what, at, value, edits) => {
  const next = withValue(body, at, value)
  expect(editsBetween(body, next)).toEqual(edits)
  if (!at.endsWith('-') && !at.endsWith('/0')) expect(valueAt(next, at)).toBe(value)
})

test('a value put back is no edit, and papers in another order are one edit of the whole list', () => {
  expect(editsBetween(body, withValue(withValue(body, '/name', '乙'), '/name', '甲'))).toEqual([])
  const turned = { ...body, materials: body.materials.toReversed() }
  expect(editsBetween(body, turned)).toEqual([
    { at: '/materials', value: turned.materials, ...was(body.materials) },
  ])
})

test('more edits than go out at once go out as whole parts', () => {
  const long = {
    list: Object.fromEntries(Array.from({ length: 300 }, (_each, at) => [`k${at}`, at])),
    name: '甲',
  }
  const next = {
    ...long,
    list: Object.fromEntries(Object.entries(long.list).map(([key, each]) => [key, each + 1])),
  }
  expect(editsBetween(long, next)).toEqual([{ at: '/list', value: next.list, ...was(long.list) }])
})

test('a place is named by its key and found again where the line stands now, or not at all', () => {
  expect(namedAt(body, '/materials/1/copies')).toBe('/materials/b/copies')
  const left = { ...body, materials: [body.materials[1]] }
  expect(placedAt(left, '/materials/b/copies')).toBe('/materials/0/copies')
  expect(placedAt(left, '/materials/a/copies')).toBeUndefined()
})

test('a line that moved is compared with itself, a new one with nothing', () => {
  const turned = { ...body, materials: [{ id: 'c', copies: 9 }, ...body.materials.toReversed()] }
  expect(stoodAt(body, turned, '/materials/1/copies')).toBe('/materials/1/copies')
  expect(stoodAt(body, turned, '/materials/2/copies')).toBe('/materials/0/copies')
  expect(stoodAt(body, turned, '/materials/0/copies')).toBeUndefined()
})

test('own edits go over what others wrote meanwhile, and what has no place any more comes back', () => {
  const mine = withValue(withValue(body, '/materials/0/copies', 5), '/materials/1/copies', 7)
  const theirs = { ...body, name: '乙', materials: [body.materials[1]!] }
  const { now, lost } = over(theirs, editsBetween(body, mine))
  expect(now).toEqual({ ...theirs, materials: [{ id: 'b', copies: 7, note: '旧' }] })
  expect(lost).toEqual([{ at: '/materials/a/copies', value: 5, ...was(1) }])
})
