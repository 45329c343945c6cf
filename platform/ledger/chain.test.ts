import { expect, test } from 'vitest'
import { canonical, sm3 } from './canonical.ts'
import { envelopeText, FIRST_PREV_HASH, factHash, type Envelope } from './chain.ts'
import { bornYear, streamId, streamKind } from './stream.ts'

const body = { remark: '材料"齐全"\\', fee: 0, materials: ['身份证', null] }
const actor = { kind: 'staff', person: 'p-1', roles: ['window-clerk'] }
const envelope: Envelope = {
  area: '370304',
  stream: 'case:2026:a-1',
  seq: 1,
  kind: 'case.accepted',
  body: canonical(body),
  actor: canonical(actor),
  at: '2026-03-03T01:00:00.000Z',
  schemaVersion: 1,
  hashAlg: 'sm3',
  prevHash: FIRST_PREV_HASH,
}

test.each([
  ['plain', {}],
  ['with characters that need escapes', { kind: 'odd"kind\n', stream: 'case:2026:"\\', area: '\u0007' }],
])('the envelope put together from text equals the canonical envelope, %s', (_, change) => {
  const text = { ...envelope, ...change }
  expect(envelopeText(text)).toBe(canonical({ ...text, body, actor }))
  expect(factHash(text)).toBe(sm3(canonical({ ...text, body, actor })))
})

test.each(Object.keys(envelope).filter((key) => key !== 'hashAlg'))('the hash covers %s', (key) => {
  const changed = { ...envelope, [key]: key === 'seq' || key === 'schemaVersion' ? 2 : '"x"' }
  expect(factHash(changed)).not.toBe(factHash(envelope))
})

test('a fact hashed with an unknown algorithm is a fault', () => {
  expect(() => factHash({ ...envelope, hashAlg: 'md5' })).toThrow('md5')
})

test('a stream id carries the legal year of birth, not the year of the server', () => {
  const stream = streamId('case', 'a-1', '2025-12-31T16:00:00.000Z')
  expect(stream).toBe('case:2026:a-1')
  expect(bornYear(stream)).toBe(2026)
  expect(streamKind(stream)).toBe('case')
})

test.each(['case:26:a', 'case:2026', 'Case:2026:a', 'case:2026:a b', '2026:a', ''])(
  '%j is no stream id',
  (stream) => {
    expect(() => bornYear(stream)).toThrow('not a stream id')
  },
)
