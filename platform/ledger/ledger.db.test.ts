import { beforeAll, describe, expect, test } from 'vitest'
import type { Queryable } from '#platform/db/db.ts'
import { newId } from '#platform/id.ts'
import { testDatabase, type TestDb } from '#platform/testing/database.ts'
import { recordAttempt } from './attempts.ts'
import { requestHash } from './canonical.ts'
import {
  commitCalling,
  commitStatement,
  plainCommit,
  type Commit,
  type CommitOutcome,
  type StreamCommit,
} from './commit.ts'
import { createLedger, storedFact, type Committed, type Ledger } from './ledger.ts'
import { ensurePartitions } from './partitions.ts'
import { streamId } from './stream.ts'
import { createUpcasters, noUpcasters } from './upcasters.ts'

const AREA = '370304'
const AT = '2026-03-03T01:00:00.000Z'

let db: TestDb
let ledger: Ledger
const committed: Committed[] = []

beforeAll(async () => {
  db = await testDatabase()
  await db.query(
    'CREATE TABLE shelf (area_code text, stream text, version integer, PRIMARY KEY (area_code, stream))',
  )
  ledger = createLedger({
    db,
    subscribers: (kind) => (kind === 'case.closed' ? ['archive', 'evaluation'] : []),
    upcasters: createUpcasters({ 'case.noted': [(body) => ({ ...(body as object), upcast: true })] }),
    onCommitted: (what) => committed.push(what),
  })
})

const newStream = (kind = 'case') => streamId(kind, newId(), AT)

const opens = (stream: string, kind = 'case.filed'): StreamCommit => ({
  stream,
  expectedVersion: 0,
  prevHash: null,
  facts: [{ kind, body: { remark: '材料齐全' }, schemaVersion: 1 }],
})

function act(streams: StreamCommit[], changes: Partial<Commit> = {}): Commit {
  return {
    areaCode: AREA,
    actorKey: 'staff:1',
    requestId: newId(),
    requestHash: requestHash({ act: 'file' }),
    actor: { kind: 'staff', person: 'p-1' },
    at: AT,
    streams,
    reliesOn: [],
    jobs: [],
    cancelJobs: [],
    result: { no: '1' },
    ...changes,
  }
}

/** The next act on a stream as its reader sees it now. */
async function continues(stream: string, kind = 'case.accepted'): Promise<StreamCommit> {
  const head = await ledger.head(AREA, stream)
  return { ...opens(stream, kind), expectedVersion: head?.version ?? 0, prevHash: head?.hash ?? null }
}

const count = async (table: string, stream: string): Promise<number> =>
  (
    await db.query<{ count: number }>(`SELECT count(*) FROM ${table} WHERE area_code = $1 AND stream = $2`, [
      AREA,
      stream,
    ])
  )[0]!.count

const tally = (outcomes: readonly CommitOutcome[]): Record<string, number> => {
  const counts: Record<string, number> = {}
  for (const { outcome } of outcomes) counts[outcome] = (counts[outcome] ?? 0) + 1
  return counts
}

describe('a commit', () => {
  test('opens a stream, appends to it, and reads back with every link', async () => {
    const stream = newStream()
    const first = await ledger.commit(plainCommit, act([opens(stream)]))
    const second = await ledger.commit(plainCommit, act([await continues(stream)]))
    expect(first).toMatchObject({ outcome: 'done', result: { no: '1' }, heads: [{ stream, version: 1 }] })
    expect(second).toMatchObject({ outcome: 'done', heads: [{ stream, version: 2 }] })
    const facts = await ledger.facts(AREA, stream)
    expect(facts.map(({ seq, kind, at, body, actor }) => ({ seq, kind, at, body, actor }))).toEqual([
      {
        seq: 1,
        kind: 'case.filed',
        at: AT,
        body: { remark: '材料齐全' },
        actor: { kind: 'staff', person: 'p-1' },
      },
      {
        seq: 2,
        kind: 'case.accepted',
        at: AT,
        body: { remark: '材料齐全' },
        actor: { kind: 'staff', person: 'p-1' },
      },
    ])
    expect(facts[1]!.prevHash).toBe(facts[0]!.hash)
    expect(await ledger.head(AREA, stream)).toEqual({ stream, version: 2, hash: facts[1]!.hash })
    expect(await ledger.facts(AREA, stream, 2)).toHaveLength(1)
    expect(await ledger.facts('370305', stream)).toEqual([])
  })

  test('writes several facts on several streams, outbox rows and jobs together', async () => {
    const [a, b] = [newStream(), newStream('item')]
    const fact = (kind: string) => ({ kind, body: { quote: '"\\{},' }, schemaVersion: 1 })
    const outcome = await ledger.commit(
      plainCommit,
      act(
        [
          { ...opens(b), facts: [fact('item.used')] },
          { ...opens(a), facts: [fact('case.filed'), fact('case.decided'), fact('case.closed')] },
        ],
        {
          jobs: [
            {
              id: newId(),
              kind: 'remind',
              stream: a,
              dueAt: '2026-03-09T16:00:00.000Z',
              body: { quote: '"\\' },
            },
          ],
        },
      ),
    )
    expect(outcome).toMatchObject({ outcome: 'done' })
    expect((await ledger.facts(AREA, a)).map(({ kind }) => kind)).toEqual([
      'case.filed',
      'case.decided',
      'case.closed',
    ])
    expect((await ledger.facts(AREA, a))[2]!.body).toEqual({ quote: '"\\{},' })
    expect((await ledger.heads(AREA, [a, b, newStream()])).map(({ version }) => version).toSorted()).toEqual([
      1, 3,
    ])
    const outbox = await db.query(
      'SELECT seq, subscriber, kind, next_at FROM ledger.outbox WHERE stream = $1 ORDER BY 2',
      [a],
    )
    expect(outbox).toEqual([
      { seq: 3, subscriber: 'archive', kind: 'case.closed', next_at: AT },
      { seq: 3, subscriber: 'evaluation', kind: 'case.closed', next_at: AT },
    ])
    expect(await db.query('SELECT kind, due_at, body FROM ledger.job WHERE stream = $1', [a])).toEqual([
      { kind: 'remind', due_at: '2026-03-09T16:00:00.000Z', body: { quote: '"\\' } },
    ])
  })

  test('cancels the jobs of one kind on one stream and no others', async () => {
    const [a, b] = [newStream(), newStream()]
    const job = (stream: string, kind: string) => ({ id: newId(), kind, stream, dueAt: AT, body: {} })
    const jobs = [job(a, 'lapse'), job(a, 'lapse'), job(a, 'remind'), job(b, 'lapse')]
    await ledger.commit(plainCommit, act([opens(a), opens(b)], { jobs }))
    await ledger.commit(
      plainCommit,
      act([await continues(a)], { cancelJobs: [{ stream: a, kind: 'lapse' }], jobs: [job(a, 'lapse')] }),
    )
    const left = await db.query('SELECT stream, kind, id FROM ledger.job WHERE stream = ANY($1)', [[a, b]])
    expect(left).toHaveLength(3)
    expect(left.filter(({ stream, kind }) => stream === a && kind === 'lapse')).not.toContainEqual(
      expect.objectContaining({ id: jobs[0]!.id }),
    )
  })

  test('tells what moved once it is durable, and nothing about a replay', async () => {
    const stream = newStream()
    const what = act([opens(stream, 'case.closed')])
    committed.length = 0
    const done = await ledger.commit(plainCommit, what)
    await ledger.commit(plainCommit, what)
    const heads = done.outcome === 'done' ? done.heads : []
    expect(committed).toEqual([{ areaCode: AREA, heads, hasWork: true, facts: [expect.anything()] }])
  })

  test('tells the facts somebody is to hear of, each as it would be read', async () => {
    const stream = newStream()
    const kinds = ['case.filed', 'case.closed', 'case.noted', 'case.closed']
    const facts = kinds.map((kind, n) => ({ kind, body: { n, 名称: '一窗' }, schemaVersion: 1 }))
    committed.length = 0
    await ledger.commit(plainCommit, act([{ stream, expectedVersion: 0, prevHash: null, facts }]))
    const heard = (await ledger.facts(AREA, stream)).filter(({ kind }) => kind === 'case.closed')
    expect(heard).toHaveLength(2)
    expect(committed[0]!.facts.map((row) => storedFact(row, noUpcasters))).toEqual(heard)
  })

  test.each([
    ['no stream', []],
    ['a stream without facts', [{ ...opens('case:2026:x'), facts: [] }]],
    ['a new stream with a previous hash', [{ ...opens('case:2026:x'), prevHash: '0'.repeat(64) }]],
    ['a stream without a year', [opens('case:x')]],
  ])('with %s is a fault', async (_, streams) => {
    await expect(ledger.commit(plainCommit, act(streams))).rejects.toThrow()
  })
})

describe('races', () => {
  test('of eight acts on one stream exactly one wins, and the losers leave nothing', async () => {
    for (let round = 0; round < 10; round += 1) {
      const stream = newStream()
      await ledger.commit(plainCommit, act([opens(stream)]))
      const next = await continues(stream, 'case.closed')
      const outcomes = await Promise.all(
        Array.from({ length: 8 }, () => ledger.commit(plainCommit, act([next], { jobs: [jobOn(stream)] }))),
      )
      expect(tally(outcomes)).toEqual({ done: 1, conflict: 7 })
      expect(await count('ledger.fact', stream)).toBe(2)
      expect(await count('ledger.outbox', stream)).toBe(2)
      expect(await count('ledger.job', stream)).toBe(1)
    }
  })

  test('of eight openings of one stream exactly one wins', async () => {
    const stream = newStream()
    const outcomes = await Promise.all(
      Array.from({ length: 8 }, () => ledger.commit(plainCommit, act([opens(stream)]))),
    )
    expect(tally(outcomes)).toEqual({ done: 1, conflict: 7 })
    expect(outcomes.find(({ outcome }) => outcome === 'conflict')).toEqual({ outcome: 'conflict', stream })
  })

  test('a double click that opens two different streams gives one stream and two equal answers', async () => {
    for (let round = 0; round < 10; round += 1) {
      const streams = [newStream(), newStream(), newStream()]
      const request = { requestId: newId() }
      const outcomes = await Promise.all(
        streams.map((stream) =>
          ledger.commit(plainCommit, act([opens(stream)], { ...request, result: { stream } })),
        ),
      )
      expect(tally(outcomes)).toEqual({ done: 1, replayed: 2 })
      expect(new Set(outcomes.map((outcome) => JSON.stringify({ ...outcome, outcome: '' }))).size).toBe(1)
      expect(await ledger.heads(AREA, streams)).toHaveLength(1)
    }
  })

  test('acts on the same streams in different orders never deadlock', async () => {
    const streams = [newStream(), newStream(), newStream()]
    await ledger.commit(plainCommit, act(streams.map((stream) => opens(stream))))
    for (let round = 0; round < 10; round += 1) {
      const next = await Promise.all(streams.map((stream) => continues(stream)))
      const outcomes = await Promise.all([
        ledger.commit(plainCommit, act(next)),
        ledger.commit(plainCommit, act(next.toReversed())),
        ledger.commit(plainCommit, act([next[1]!, next[0]!])),
      ])
      expect(tally(outcomes)).toEqual({ done: 1, conflict: 2 })
    }
  })
})

const jobOn = (stream: string) => ({ id: newId(), kind: 'remind', stream, dueAt: AT, body: {} })

describe('requests', () => {
  test('the same request later gets the stored answer with its heads', async () => {
    const stream = newStream()
    const what = act([opens(stream)], { result: { no: '370304-1', notes: ['"', '\\', '甲'] } })
    const done = await ledger.commit(plainCommit, what)
    await ledger.commit(plainCommit, act([await continues(stream)]))
    const again = await ledger.commit(plainCommit, what)
    expect(again).toEqual({ ...done, outcome: 'replayed' })
    expect(await ledger.answered(what)).toEqual(again)
    expect(await ledger.answered({ ...what, requestId: newId() })).toBeUndefined()
  })

  test('the same request id with another body is refused', async () => {
    const what = act([opens(newStream())])
    await ledger.commit(plainCommit, what)
    const other = { ...what, requestHash: requestHash({ act: 'withdraw' }) }
    expect(await ledger.commit(plainCommit, other)).toEqual({ outcome: 'request-reused' })
    expect(await ledger.answered(other)).toEqual({ outcome: 'request-reused' })
  })

  test('the same request id of two people, or in two areas, is two requests', async () => {
    const what = act([opens(newStream())])
    await ledger.commit(plainCommit, what)
    const other = await ledger.commit(plainCommit, {
      ...what,
      actorKey: 'staff:2',
      streams: [opens(newStream())],
    })
    const elsewhere = await ledger.commit(plainCommit, { ...what, areaCode: '370305' })
    expect([other.outcome, elsewhere.outcome]).toEqual(['done', 'done'])
  })

  test('a request that lost a race may be sent again', async () => {
    const stream = newStream()
    await ledger.commit(plainCommit, act([opens(stream)]))
    const what = act([opens(stream)])
    expect((await ledger.commit(plainCommit, what)).outcome).toBe('conflict')
    expect((await ledger.commit(plainCommit, { ...what, streams: [await continues(stream)] })).outcome).toBe(
      'done',
    )
  })
})

describe('relied-on streams', () => {
  test('an act is refused when what it relied on has moved, appeared or never was, and all are named', async () => {
    const [grant, seal, missing] = [newStream('grant'), newStream('seal'), newStream('post')]
    await ledger.commit(plainCommit, act([opens(grant), opens(seal)]))
    const stream = newStream()
    const relied = (...versions: number[]) =>
      act([opens(stream)], {
        reliesOn: [grant, seal, missing].map((id, i) => ({ stream: id, version: versions[i]! })),
      })
    await ledger.commit(plainCommit, act([await continues(grant)]))
    expect(await ledger.commit(plainCommit, relied(1, 0, 1))).toEqual({
      outcome: 'relied-changed',
      streams: [grant, seal, missing],
    })
    expect(await count('ledger.head', stream)).toBe(0)
    expect((await ledger.commit(plainCommit, relied(2, 1, 0))).outcome).toBe('done')
  })

  test('a revocation that committed while the act waited for its stream is seen', async () => {
    const [stream, grant] = [newStream(), newStream('grant')]
    await ledger.commit(plainCommit, act([opens(stream), opens(grant)]))
    const next = await continues(stream)
    const revocation = act([await continues(grant, 'grant.revoked')])
    let waiting: Promise<CommitOutcome> | undefined
    await db.transaction(async (tx) => {
      await tx.query('SELECT FROM ledger.head WHERE area_code = $1 AND stream = $2 FOR UPDATE', [
        AREA,
        stream,
      ])
      waiting = ledger.commit(plainCommit, act([next], { reliesOn: [{ stream: grant, version: 1 }] }))
      await untilSomebodyWaits(tx)
      await ledger.commit(plainCommit, revocation)
    })
    expect(await waiting).toEqual({ outcome: 'relied-changed', streams: [grant] })
  })
})

/** Returns once another session of this database waits for a lock; looks at the server, not at a timer. */
async function untilSomebodyWaits(tx: Queryable): Promise<void> {
  for (;;) {
    const [row] = await tx.query<{ waiting: number }>(
      `SELECT count(*) AS waiting FROM pg_locks l JOIN pg_stat_activity a USING (pid)
       WHERE NOT l.granted AND a.datname = current_database()`,
    )
    if (row!.waiting > 0) return
  }
}

describe('a view in the same statement', () => {
  const shelve = commitStatement(
    'test.shelve',
    (next) => `shelf AS (
    INSERT INTO shelf (area_code, stream, version) SELECT $${next}, $${next + 1}, $${next + 2}
    FROM committed WHERE committed.outcome = 'done'
    ON CONFLICT (area_code, stream) DO UPDATE SET version = excluded.version)`,
  )
  const shelved = async (stream: string) =>
    (await db.query<{ version: number }>('SELECT version FROM shelf WHERE stream = $1', [stream]))[0]?.version

  const shelveByCall = commitCalling(
    'test.shelve-by-call',
    (next) => `put_on_shelf($${next}, $${next + 1}, $${next + 2})`,
  )
  beforeAll(() =>
    db.query(`CREATE FUNCTION put_on_shelf(p_area text, p_stream text, p_version integer) RETURNS void LANGUAGE plpgsql AS $$
    BEGIN
      INSERT INTO shelf (area_code, stream, version) VALUES (p_area, p_stream, p_version)
      ON CONFLICT (area_code, stream) DO UPDATE SET version = excluded.version;
    END $$`),
  )

  test.each([
    ['as a part', shelve],
    ['by a call', shelveByCall],
  ])('is written with the facts, not on a replay and not when the act lost: %s', async (_how, statement) => {
    const stream = newStream()
    const first = act([opens(stream)])
    await ledger.commit(statement, first, [AREA, stream, 1])
    expect(await shelved(stream)).toBe(1)
    await ledger.commit(statement, act([await continues(stream)]), [AREA, stream, 2])
    expect(await shelved(stream)).toBe(2)
    expect((await ledger.commit(statement, first, [AREA, stream, 77])).outcome).toBe('replayed')
    expect((await ledger.commit(statement, act([opens(stream)]), [AREA, stream, 78])).outcome).toBe(
      'conflict',
    )
    expect(await shelved(stream)).toBe(2)
  })

  test('that fails takes the facts with it', async () => {
    const stream = newStream()
    await expect(ledger.commit(shelve, act([opens(stream)]), [null, stream, 1])).rejects.toThrow('area_code')
    expect(await ledger.head(AREA, stream)).toBeUndefined()
  })
})

describe('a commit after something taken in the same transaction', () => {
  beforeAll(() => db.query('CREATE TABLE number_series (last integer); INSERT INTO number_series VALUES (0)'))
  const numbered = (what: (number: number) => Commit) =>
    ledger.commitAfter(async (tx) => {
      const [row] = await tx.query<{ last: number }>(
        'UPDATE number_series SET last = last + 1 RETURNING last',
      )
      return { statement: plainCommit, commit: what(row!.last) }
    })

  test('numbers have no gaps when acts lose, are sent twice or fail', async () => {
    const stream = newStream()
    const request = { requestId: newId() }
    const first = await numbered((number) => act([opens(stream)], { ...request, result: { number } }))
    const twice = await numbered((number) => act([opens(newStream())], { ...request, result: { number } }))
    const lost = await numbered((number) => act([opens(stream)], { result: { number } }))
    await expect(numbered(() => act([]))).rejects.toThrow()
    const next = await numbered((number) => act([opens(newStream())], { result: { number } }))
    expect([first, twice, lost, next]).toMatchObject([
      { outcome: 'done', result: { number: 1 } },
      { outcome: 'replayed', result: { number: 1 } },
      { outcome: 'conflict' },
      { outcome: 'done', result: { number: 2 } },
    ])
  })
})

describe('the stored facts', () => {
  test.each([
    ['UPDATE', "UPDATE ledger.fact SET body = '{}'"],
    ['DELETE', 'DELETE FROM ledger.fact'],
    ['UPDATE of a partition', "UPDATE ledger.fact_2026 SET body = '{}'"],
    ['TRUNCATE', 'TRUNCATE ledger.fact'],
    ['TRUNCATE of a partition', 'TRUNCATE ledger.fact_2026'],
  ])('refuse %s', async (_, sql) => {
    await ledger.commit(plainCommit, act([opens(newStream())]))
    await expect(db.query(sql)).rejects.toThrow('only appended')
  })

  test('come back in the newest shape of their body, while the stored text stays', async () => {
    const stream = newStream()
    await ledger.commit(
      plainCommit,
      act([
        {
          ...opens(stream),
          facts: [
            { kind: 'case.noted', body: { v: 1 }, schemaVersion: 1 },
            { kind: 'case.noted', body: { v: 2 }, schemaVersion: 2 },
          ],
        },
      ]),
    )
    expect((await ledger.facts(AREA, stream)).map(({ body }) => body)).toEqual([
      { v: 1, upcast: true },
      { v: 2 },
    ])
  })

  test('of a year without a partition are a fault until the partition is made, and it refuses changes too', async () => {
    const stream = streamId('case', newId(), '2041-01-01T00:00:00.000Z')
    await expect(ledger.commit(plainCommit, act([opens(stream)]))).rejects.toThrow('no partition')
    expect(await ensurePartitions(db, [2026, 2041])).toEqual([2041])
    expect(await ensurePartitions(db, [2026, 2041])).toEqual([])
    expect((await ledger.commit(plainCommit, act([opens(stream)]))).outcome).toBe('done')
    await expect(db.query('TRUNCATE ledger.fact_2041')).rejects.toThrow('only appended')
    await expect(db.query('DELETE FROM ledger.fact_2041')).rejects.toThrow('only appended')
  })
})

describe('a recorded attempt', () => {
  const attempt = (requestId = newId(), at = AT) =>
    recordAttempt(ledger, {
      ...{ areaCode: AREA, actorKey: 'staff:9', actor: { kind: 'staff', person: 'p-9' }, at, requestId },
      ...{ kind: 'attempt.beyond-power', body: { act: 'approve' } },
    })

  test('is appended to the stream of its actor and day, also when several arrive at once', async () => {
    const outcomes = await Promise.all(Array.from({ length: 6 }, () => attempt()))
    const streams = new Set(
      outcomes.flatMap((outcome) => ('heads' in outcome ? outcome.heads.map(({ stream }) => stream) : [])),
    )
    expect(streams.size).toBe(1)
    expect(await ledger.facts(AREA, [...streams][0]!)).toHaveLength(6)
  })

  test('is recorded once for one request, and on its own stream the next legal day', async () => {
    const id = newId()
    const [first, again] = [await attempt(id), await attempt(id)]
    const nextDay = await attempt(newId(), '2026-03-03T16:00:00.000Z')
    expect([first.outcome, again.outcome]).toEqual(['done', 'replayed'])
    expect(nextDay).toMatchObject({ outcome: 'done', heads: [{ version: 1 }] })
  })
})
