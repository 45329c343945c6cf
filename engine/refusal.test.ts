import { expect, test } from 'vitest'
import { isRefusal, refusal } from './refusal.ts'

test('a refusal carries its code and what stands behind it', () => {
  expect(refusal('too-late', { facts: { day: '2026-03-02' }, basis: '法' })).toEqual({
    refused: true,
    code: 'too-late',
    facts: { day: '2026-03-02' },
    basis: '法',
  })
})

test.each<[what: string, value: unknown, refused: boolean]>([
  ['a refusal', refusal('too-late'), true],
  ['a decision', { facts: [] }, false],
  ['what says it was not refused', { refused: false }, false],
  ['nothing', undefined, false],
  ['null', null, false],
  ['a text', 'refused', false],
])('%s', (_what, value, refused) => {
  expect(isRefusal(value)).toBe(refused)
})
