import { randomBytes } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { blindIndex, type Lookup } from './blind-index.ts'
import { keysFrom, masterKeyProblem } from './keys.ts'
import { newToken, sameToken, tokenHash } from './tokens.ts'
import { cryptoWords } from './words.ts'

const keys = keysFrom('00112233445566778899aabbccddeeff0123456789abcdeffedcba9876543210')
const otherKeys = keysFrom(randomBytes(48).toString('hex'))

test.each([
  [undefined, 'master-key-missing'],
  ['', 'master-key-missing'],
  ['not hex at all', 'master-key-malformed'],
  ['abc', 'master-key-malformed'],
  ['00112233445566778899aabbccddeeff', 'master-key-too-short'],
  ['ab'.repeat(32), 'master-key-weak'],
  ['0123456789abcdef'.repeat(4), 'master-key-weak'],
] as const)('a master key of %s is refused: %s', (hex, problem) => {
  expect(masterKeyProblem(hex)).toBe(problem)
  expect(cryptoWords[problem]).toMatch(/。$/)
  expect(() => keysFrom(hex ?? '')).toThrow(problem)
})

test('purpose keys are stable, and different for each purpose and installation', () => {
  const again = keysFrom('00112233445566778899AABBCCDDEEFF0123456789abcdeffedcba9876543210')
  expect(again.of('token')).toEqual(keys.of('token'))
  expect(keys.of('token')).toHaveLength(32)
  const all = [keys.of('token'), keys.of('subject-wrap'), keys.of('blind-index'), otherKeys.of('token')]
  expect(new Set(all.map((key) => key.toString('hex'))).size).toBe(4)
})

describe('a blind index', () => {
  test.each<[Lookup, string, string]>([
    ['citizen-id', '37030419000101001X', ' 37030419000101001x '],
    ['citizen-id', '37030419000101001X', '37030419000101001X'],
    ['phone', '19900000001', '+86 199-0000-0001'],
    ['phone', '19900000001', '0086 19900000001'],
    ['credit-code', '91370304MA00000000', '91370304ma00000000'],
    ['name', '买买提·艾力', '买买提•艾力'],
    ['name', '张示例', '张 示例'],
  ])('of %s finds %s also when typed %s', (lookup, one, other) => {
    expect(blindIndex(keys, lookup, other)).toBe(blindIndex(keys, lookup, one))
  })

  test('keeps kinds, values and installations apart', () => {
    const all = [
      blindIndex(keys, 'phone', '19900000001'),
      blindIndex(keys, 'document', '19900000001'),
      blindIndex(keys, 'phone', '19900000002'),
      blindIndex(otherKeys, 'phone', '19900000001'),
    ]
    expect(new Set(all).size).toBe(4)
    expect(all.join()).not.toContain('1990000')
  })
})

test('a token is long, fit for a URL, and stored only as its keyed hash', () => {
  const tokens = Array.from({ length: 50 }, newToken)
  expect(new Set(tokens).size).toBe(50)
  for (const token of tokens) expect(token).toMatch(/^[A-Za-z0-9_-]{32}$/)
  expect(tokenHash(keys, tokens[0]!)).not.toBe(tokenHash(otherKeys, tokens[0]!))
})

test.each([
  ['abc', 'abc', true],
  ['abc', 'abd', false],
  ['abc', 'ab', false],
  ['', '', true],
])('tokens %s and %s are the same: %s', (one, other, same) => {
  expect(sameToken(one, other)).toBe(same)
})
