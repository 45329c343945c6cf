import { expect, test } from 'vitest'
import { createUpcasters } from './upcasters.ts'

const { upcast } = createUpcasters({
  'case.filed': [
    (body) => ({ ...(body as object), second: true }),
    (body) => ({ ...(body as object), third: true }),
  ],
})

test.each([
  [1, { second: true, third: true }],
  [2, { third: true }],
  [3, {}],
])('a body of schema version %i goes through the steps it has not been through', (version, body) => {
  expect(upcast('case.filed', version, {})).toEqual(body)
})

test('a kind without upcasters keeps its body', () => {
  expect(upcast('case.closed', 1, { as: 'stored' })).toEqual({ as: 'stored' })
})

test.each([0, 4])('schema version %i, which no step leads from, is a fault', (version) => {
  expect(() => upcast('case.filed', version, {})).toThrow('case.filed')
})
