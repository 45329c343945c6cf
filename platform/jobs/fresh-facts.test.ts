import { expect, test } from 'vitest'
import { factKey, FreshFacts } from './fresh-facts.ts'

const row = (seq: number, body = '{}') => ({
  ...{ area_code: '370304', stream: 'case:2026:a', seq, kind: 'case.closed', body, actor: '{}' },
  ...{ at: '2026-03-03T01:00:00.000Z', schema_version: 1, prev_hash: '0', hash: '1' },
})
const found = (fresh: FreshFacts, seq: number) =>
  fresh.find(factKey({ areaCode: '370304', stream: 'case:2026:a', seq }))?.seq

test('what was committed is found, by area, stream and number', () => {
  const fresh = new FreshFacts()
  fresh.keep([row(1), row(2)])
  expect([1, 2, 3].map((seq) => found(fresh, seq))).toEqual([1, 2, undefined])
  expect(fresh.find(factKey({ areaCode: '370305', stream: 'case:2026:a', seq: 1 }))).toBeUndefined()
})

test('a thousand are kept, the oldest go first, and long ones are left in the ledger', () => {
  const fresh = new FreshFacts()
  fresh.keep([row(0, 'x'.repeat(16_001))])
  for (let seq = 1; seq <= 1003; seq += 1) fresh.keep([row(seq)])
  expect([0, 1, 3, 4, 1003].map((seq) => found(fresh, seq))).toEqual([
    undefined,
    undefined,
    undefined,
    4,
    1003,
  ])
})
