import { expect, test } from 'vitest'
import { editsBetween, valueAt, withValue } from './draft.ts'

const body = {
  name: '甲',
  aliases: ['一', '二'],
  promisedLimit: { amount: 10, unit: 'working-day' },
  materials: [
    { id: 'a', copies: 1 },
    { id: 'b', copies: 0, note: '旧' },
  ],
}

test.each([
  ['a number', '/promisedLimit/amount', 8, [{ at: '/promisedLimit/amount', value: 8 }]],
  ['a part of a line', '/materials/0/copies', 0, [{ at: '/materials/0/copies', value: 0 }]],
  ['what is taken away', '/materials/1/note', undefined, [{ at: '/materials/1/note' }]],
  ['what was not there', '/guide/issuer', '乙', [{ at: '/guide', value: { issuer: '乙' } }]],
  ['a new line', '/aliases/-', '三', [{ at: '/aliases', value: ['一', '二', '三'] }]],
  ['a line gone', '/materials/0', undefined, [{ at: '/materials', value: [body.materials[1]] }]],
])('%s becomes an edit, and nothing else does', (_what, at, value, edits) => {
  const next = withValue(body, at, value)
  expect(editsBetween(body, next)).toEqual(edits)
  if (!at.endsWith('-') && !at.endsWith('/0')) expect(valueAt(next, at)).toBe(value)
})

test('a value put back is no edit', () => {
  expect(editsBetween(body, withValue(withValue(body, '/name', '乙'), '/name', '甲'))).toEqual([])
})

test('more edits than go out at once go out as whole parts', () => {
  const long = { list: Array.from({ length: 300 }, (_each, at) => at), name: '甲' }
  const next = { ...long, list: long.list.map((each) => each + 1) }
  expect(editsBetween(long, next)).toEqual([{ at: '/list', value: next.list }])
})
