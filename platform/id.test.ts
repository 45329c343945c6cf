import { expect, test } from 'vitest'
import { isId, newId } from './id.ts'

test('ids sort as they were made, also thousands within one millisecond', () => {
  const made = Array.from({ length: 20_000 }, newId)
  expect(made.toSorted()).toEqual(made)
  expect(new Set(made).size).toBe(made.length)
})

test('an id has the form, version and variant of a UUIDv7, and the moment it was made', () => {
  const before = Date.now()
  const id = newId()
  expect(isId(id)).toBe(true)
  expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  // The thousands made above may have borrowed a few milliseconds.
  expect(Math.abs(parseInt(id.slice(0, 8) + id.slice(9, 13), 16) - before)).toBeLessThan(1_000)
})

test.each(['', 'case-1', '0190F000-0000-7000-8000-000000000000', '0190f000-0000-7000-8000-00000000000'])(
  '“%s” is nobody’s id',
  (text) => {
    expect(isId(text)).toBe(false)
  },
)
