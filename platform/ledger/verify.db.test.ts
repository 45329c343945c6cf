import { afterEach, beforeEach, expect, test } from 'vitest'
import { newId } from '#platform/id.ts'
import { testDatabase, type TestDb } from '#platform/testing/database.ts'
import { requestHash } from './canonical.ts'
import { plainCommit } from './commit.ts'
import { createLedger, type Ledger } from './ledger.ts'
import { everyStream } from './pages.ts'
import { streamId } from './stream.ts'
import { verifyLedger, type Verification } from './verify.ts'

const AT = '2026-03-03T01:00:00.123Z'
const OLD = '2019-05-06T01:00:00.000Z'

let db: TestDb
let ledger: Ledger
let streams: string[]

beforeEach(async () => {
  db ??= await testDatabase()
  ledger = createLedger({ db, subscribers: () => [] })
  // Sorted as the walk goes: by area, year of birth, id.
  streams = [
    streamId('case', 'a', OLD),
    streamId('case', 'a', AT),
    streamId('case', 'b', AT),
    streamId('case', 'c', AT),
  ]
  for (const stream of streams) for (let seq = 1; seq <= 5; seq += 1) await append('370304', stream)
  await append('371500', streams[0]!)
})

// Facts cannot be deleted as such; a test that broke them on purpose takes the triggers off like an intruder would.
afterEach(() => tamper('DELETE FROM ledger.fact; DELETE FROM ledger.head; DELETE FROM ledger.request'))

async function append(areaCode: string, stream: string): Promise<void> {
  const head = await ledger.head(areaCode, stream)
  const facts = [{ kind: 'case.noted', body: { remark: '备注 "1"', fee: 12.5 }, schemaVersion: 1 }]
  const outcome = await ledger.commit(plainCommit, {
    ...{
      areaCode,
      actorKey: 'p-1',
      requestId: newId(),
      requestHash: requestHash({}),
      actor: { kind: 'system' },
      at: AT,
    },
    streams: [{ stream, expectedVersion: head?.version ?? 0, prevHash: head?.hash ?? null, facts }],
    ...{ reliesOn: [], jobs: [], cancelJobs: [], result: null },
  })
  expect(outcome.outcome).toBe('done')
}

const tamper = (sql: string): Promise<unknown> =>
  db.transaction((tx) => tx.query(`SET LOCAL session_replication_role = replica; ${sql}`))

test.each([1, 2, 5, 1000])('an untouched ledger verifies in pages of %i', async (pageSize) => {
  const progress: Verification[] = []
  const result = await verifyLedger(db, { pageSize, onProgress: (sofar) => progress.push({ ...sofar }) })
  expect(result).toEqual({ streams: 5, facts: 21, brokenStreams: 0 })
  expect(progress).toHaveLength(Math.ceil(21 / pageSize))
})

test('one area can be verified alone', async () => {
  expect(await verifyLedger(db, { areaCode: '371500' })).toEqual({ streams: 1, facts: 1, brokenStreams: 0 })
})

const B = "area_code = '370304' AND stream = 'case:2026:b'"

test.each([
  ['a changed body', `UPDATE ledger.fact SET body = '{"fee":1}' WHERE ${B} AND seq = 3`, 3, 'hash'],
  ['a changed moment', `UPDATE ledger.fact SET at = at + interval '1 ms' WHERE ${B} AND seq = 3`, 3, 'hash'],
  ['a changed actor', `UPDATE ledger.fact SET actor = '{}' WHERE ${B} AND seq = 1`, 1, 'hash'],
  ['a changed kind', `UPDATE ledger.fact SET kind = 'x' WHERE ${B} AND seq = 5`, 5, 'hash'],
  ['a changed schema version', `UPDATE ledger.fact SET schema_version = 2 WHERE ${B} AND seq = 5`, 5, 'hash'],
  ['a changed hash', `UPDATE ledger.fact SET hash = repeat('f', 64) WHERE ${B} AND seq = 2`, 2, 'hash'],
  [
    'a changed link',
    `UPDATE ledger.fact SET prev_hash = repeat('f', 64) WHERE ${B} AND seq = 2`,
    2,
    'prev-hash',
  ],
  ['another algorithm', `UPDATE ledger.fact SET hash_alg = 'md5' WHERE ${B} AND seq = 2`, 2, 'hash-alg'],
  [
    'text that is not canonical',
    `UPDATE ledger.fact SET body = '{ }' WHERE ${B} AND seq = 2`,
    2,
    'canonical-text',
  ],
  [
    'text that is no JSON',
    `UPDATE ledger.fact SET body = '{},"at":1' WHERE ${B} AND seq = 2`,
    2,
    'canonical-text',
  ],
  ['a fact taken out of the middle', `DELETE FROM ledger.fact WHERE ${B} AND seq = 3`, 4, 'seq'],
  ['the first fact taken out', `DELETE FROM ledger.fact WHERE ${B} AND seq = 1`, 2, 'seq'],
  ['the last fact taken out', `DELETE FROM ledger.fact WHERE ${B} AND seq = 5`, 0, 'head-version'],
  ['all facts taken out', `DELETE FROM ledger.fact WHERE ${B}`, 0, 'facts-missing'],
  ['the head taken out', `DELETE FROM ledger.head WHERE ${B}`, 0, 'head-missing'],
  ['a changed head', `UPDATE ledger.head SET hash = repeat('f', 64) WHERE ${B}`, 0, 'head-hash'],
])('%s is found and named', async (_, sql, seq, differs) => {
  await tamper(sql)
  for (const pageSize of [2, 1000]) {
    const result = await verifyLedger(db, { pageSize })
    expect(result.firstBroken).toEqual({ areaCode: '370304', stream: 'case:2026:b', seq, differs })
    expect(result.brokenStreams).toBe(1)
  }
})

test('of several broken streams the first in order is named and all are counted', async () => {
  await tamper(`UPDATE ledger.fact SET kind = 'x' WHERE area_code = '370304' AND seq IN (2, 4)`)
  expect(await verifyLedger(db)).toEqual({
    streams: 5,
    facts: 21,
    brokenStreams: 4,
    firstBroken: { areaCode: '370304', stream: streams[0], seq: 2, differs: 'hash' },
  })
})

test('acts that commit while the walk goes on do not look like damage', async () => {
  let appended = Promise.resolve()
  const result = await verifyLedger(db, {
    pageSize: 3,
    onProgress: () => (appended = appended.then(() => append('370304', streams[3]!))),
  })
  await appended
  expect(result.brokenStreams).toBe(0)
})

test.each([1, 3, 1000])(
  'every stream can be read whole for rebuilding a view, in pages of %i',
  async (pageSize) => {
    await append('370304', streamId('item', 'a', AT))
    const read: [string, string, number[]][] = []
    for await (const facts of everyStream(db, { streamKind: 'case', pageSize })) {
      read.push([facts[0]!.areaCode, facts[0]!.stream, facts.map(({ seq }) => seq)])
    }
    const whole = streams.map((stream) => ['370304', stream, [1, 2, 3, 4, 5]])
    expect(read).toEqual([...whole, ['371500', streams[0], [1]]])
  },
)
