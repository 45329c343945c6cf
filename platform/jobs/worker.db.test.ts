import { beforeEach, describe, expect, test } from 'vitest'
import type { Clock, Instant } from '#platform/clock.ts'
import type { Db } from '#platform/db/db.ts'
import { newId } from '#platform/id.ts'
import { requestHash } from '#platform/ledger/canonical.ts'
import { plainCommit, type Commit } from '#platform/ledger/commit.ts'
import { createLedger, type Ledger, type StoredFact } from '#platform/ledger/ledger.ts'
import { streamId } from '#platform/ledger/stream.ts'
import { testDatabase, type TestDb } from '#platform/testing/database.ts'
import { backlog, parkedTasks, release } from './backlog.ts'
import { claimDeliveries } from './queue.ts'
import { ensureJob, keepLedger } from './schedule.ts'
import { createWorker, type Worker, type WorkerOptions } from './worker.ts'
import { backoffMs } from './workshop.ts'

const AREA = '370304'

let db: TestDb
let ledger: Ledger
let time: Instant
const clock: Clock = { now: () => time }

beforeEach(async () => {
  db ??= await testDatabase()
  await db.query('DELETE FROM ledger.outbox; DELETE FROM ledger.job')
  time = '2026-03-03T01:00:00.000Z'
  ledger = createLedger({
    db,
    subscribers: (kind) => (kind === 'case.closed' ? ['archive', 'evaluation'] : []),
  })
})

const later = (milliseconds: number): Instant => new Date(Date.parse(time) + milliseconds).toISOString()
const worker = (options: Partial<WorkerOptions> = {}): Worker => createWorker({ db, clock, ...options })
const newStream = () => streamId('case', newId(), time)

async function append(
  stream: string,
  kinds: readonly string[],
  changes: Partial<Commit> = {},
): Promise<void> {
  const head = await ledger.head(AREA, stream)
  const facts = kinds.map((kind) => ({ kind, body: { no: 1 }, schemaVersion: 1 }))
  const outcome = await ledger.commit(plainCommit, {
    ...{
      areaCode: AREA,
      actorKey: 'p-1',
      requestId: newId(),
      requestHash: requestHash({}),
      actor: {},
      at: time,
    },
    streams: [{ stream, expectedVersion: head?.version ?? 0, prevHash: head?.hash ?? null, facts }],
    ...{ reliesOn: [], jobs: [], cancelJobs: [], result: null },
    ...changes,
  })
  expect(outcome.outcome).toMatch(/^(done|replayed)$/)
}

const job = (stream: string, dueAt: Instant, kind = 'lapse') => ({
  id: newId(),
  kind,
  stream,
  dueAt,
  body: { days: 5 },
})
const left = async (table: 'job' | 'outbox') =>
  (await db.query<{ count: number }>(`SELECT count(*) FROM ledger.${table}`))[0]!.count

/** A promise with its ends outside, to hold a handler until the test lets go. */
function gate(): { opened: Promise<void>; open: () => void } {
  const { promise, resolve } = Promise.withResolvers<void>()
  return { opened: promise, open: resolve }
}

describe('jobs', () => {
  test('are done when the platform clock has reached them, earliest first, and then are gone', async () => {
    const stream = newStream()
    const [second, first, tomorrow] = [
      job(stream, later(2000)),
      job(stream, later(1000)),
      job(stream, later(86_400_000)),
    ]
    await append(stream, ['case.filed'], { jobs: [second, first, tomorrow] })
    const done: unknown[] = []
    const hands = worker()
    hands.onJob(
      'lapse',
      async ({ id, dueAt, body, stream: of }, { requestId, now, attempt }) =>
        void done.push({ id, dueAt, body, of, requestId, now, attempt }),
    )
    expect(await hands.runUntilIdle()).toEqual({ done: 0, failed: [] })
    time = later(5000)
    expect(await hands.runUntilIdle()).toEqual({ done: 2, failed: [] })
    const common = { of: stream, body: { days: 5 }, now: time, attempt: 1 }
    expect(done).toEqual([
      { ...common, id: first.id, dueAt: first.dueAt, requestId: `job:${first.id}` },
      { ...common, id: second.id, dueAt: second.dueAt, requestId: `job:${second.id}` },
    ])
    expect(await left('job')).toBe(1)
  })

  test('that a job brings about are done in the same run', async () => {
    const stream = newStream()
    const hands = worker()
    hands.onJob('lapse', ({ stream: of }) => append(of, ['case.closed'], { jobs: [job(of, time, 'tell')] }))
    const told: string[] = []
    hands.onJob('tell', async ({ stream: of }) => void told.push(of))
    hands.onFact('archive', async ({ kind }) => void told.push(kind))
    await append(stream, ['case.filed'], { jobs: [job(stream, time)] })
    expect(await hands.runUntilIdle()).toEqual({ done: 3, failed: [] })
    expect(told).toEqual(['case.closed', stream])
  })

  test('that recur come again at the moment they name, and must not name the past', async () => {
    const moments: Instant[] = []
    const hands = worker()
    hands.onJob('nightly', async (_, { now }) => {
      moments.push(now)
      return { againAt: moments.length < 3 ? later(86_400_000) : now }
    })
    for (let server = 0; server < 2; server += 1) {
      await ensureJob(db, {
        areaCode: AREA,
        stream: 'schedule:nightly',
        kind: 'nightly',
        dueAt: time,
        body: {},
      })
    }
    expect(await hands.runUntilIdle()).toEqual({ done: 1, failed: [] })
    expect((await hands.runUntilIdle()).done).toBe(0)
    time = later(86_400_000)
    await hands.runUntilIdle()
    time = later(86_400_000)
    expect((await hands.runUntilIdle()).failed).toMatchObject([{ task: 'nightly', attempt: 1 }])
    expect(moments).toHaveLength(3)
    expect(await left('job')).toBe(1)
  })

  test('of a kind this server has no handler for are left to others', async () => {
    const stream = newStream()
    await append(stream, ['case.filed'], { jobs: [job(stream, time, 'unknown')] })
    const hands = worker()
    hands.onJob('lapse', async () => {})
    expect((await hands.runUntilIdle()).done).toBe(0)
    expect(await left('job')).toBe(1)
    expect(() => hands.onJob('lapse', async () => {})).toThrow('two handlers')
  })

  test('are taken only from the areas a worker was given', async () => {
    const stream = newStream()
    await append(stream, ['case.closed'], { jobs: [job(stream, time)] })
    const hands = worker({ areas: ['371500'] })
    hands.onJob('lapse', async () => {})
    hands.onFact('archive', async () => {})
    expect((await hands.runUntilIdle()).done).toBe(0)
  })
})

describe('failures', () => {
  test('come again after a growing pause on the platform clock, keep their due moment, and park in sight', async () => {
    const stream = newStream()
    const due = job(stream, time)
    await append(stream, ['case.filed'], { jobs: [due] })
    const seen: unknown[] = []
    let broken = true
    const hands = worker({ attemptsMax: 3, onFailure: ({ attempt, parked }) => seen.push([attempt, parked]) })
    hands.onJob('lapse', async ({ dueAt }) => {
      expect(dueAt).toBe(due.dueAt)
      if (broken) throw new TypeError('no answer\nfrom outside')
    })
    for (const pause of [0, 5000, 10_000]) {
      time = later(pause - 1)
      expect((await hands.runUntilIdle()).failed).toEqual([])
      time = later(1)
      expect((await hands.runUntilIdle()).failed).toHaveLength(1)
    }
    expect(seen).toEqual([
      [1, false],
      [2, false],
      [3, true],
    ])
    time = later(86_400_000)
    expect(await hands.runUntilIdle()).toEqual({ done: 0, failed: [] })
    const [parked] = await parkedTasks(db, AREA)
    expect(parked).toMatchObject({
      stream,
      job: { kind: 'lapse', id: due.id },
      attempts: 3,
      lastError: 'TypeError: no answer',
    })
    expect(await backlog(db, time)).toMatchObject([
      { queue: 'job', name: 'lapse', due: 0, failing: 0, parked: 1 },
    ])

    broken = false
    await release(db, parked!, time)
    expect((await hands.runUntilIdle()).done).toBe(1)
    expect(await left('job')).toBe(0)
  })

  test('pauses double from five seconds to an hour, and forty attempts outlast a day', () => {
    expect([1, 2, 3, 10, 11, 40].map(backoffMs)).toEqual([
      5000, 10_000, 20_000, 2_560_000, 3_600_000, 3_600_000,
    ])
    const total = Array.from({ length: 39 }, (_, index) => backoffMs(index + 1)).reduce(
      (sum, pause) => sum + pause,
    )
    expect(total).toBeGreaterThan(24 * 3_600_000)
  })

  test('of one delivery hold back the later facts of that stream for that subscriber, and nobody else', async () => {
    const [a, b] = [newStream(), newStream()]
    await append(a, ['case.closed', 'case.closed'])
    await append(b, ['case.closed'])
    const heard: string[] = []
    let broken = true
    const hands = worker({ attemptsMax: 1 })
    hands.onFact('archive', async ({ stream, seq }) => {
      if (broken && stream === a) throw new Error('archive is down')
      heard.push(`archive ${stream === a ? 'a' : 'b'}${seq}`)
    })
    hands.onFact(
      'evaluation',
      async ({ stream, seq }) => void heard.push(`evaluation ${stream === a ? 'a' : 'b'}${seq}`),
    )
    await hands.runUntilIdle()
    expect(heard.toSorted()).toEqual(['archive b1', 'evaluation a1', 'evaluation a2', 'evaluation b1'])
    time = later(86_400_000)
    expect(await hands.runUntilIdle()).toEqual({ done: 0, failed: [] })
    const parked = await parkedTasks(db, AREA)
    expect(parked).toMatchObject([{ stream: a, delivery: { subscriber: 'archive', seq: 1 } }])
    broken = false
    await release(db, parked[0]!, time)
    await hands.runUntilIdle()
    expect(heard.slice(-2)).toEqual(['archive a1', 'archive a2'])
    expect(await left('outbox')).toBe(0)
  })
})

describe('deliveries', () => {
  test('reach every subscriber in the order of the stream, with the whole fact and a stable request id', async () => {
    const stream = newStream()
    await append(stream, ['case.closed', 'case.filed', 'case.closed'])
    const heard: unknown[] = []
    const hands = worker()
    hands.onFact(
      'archive',
      async (fact, { requestId }) => void heard.push([fact.seq, fact.body, fact.at, requestId]),
    )
    await hands.runUntilIdle()
    expect(heard).toEqual([
      [1, { no: 1 }, time, `job:${AREA}:${stream}:1:archive`],
      [3, { no: 1 }, time, `job:${AREA}:${stream}:3:archive`],
    ])
    expect(await left('outbox')).toBe(2)
  })

  test('after a crash between the reaction and its settling happen twice and take effect once', async () => {
    const [stream, reaction] = [newStream(), newStream()]
    await append(stream, ['case.closed'])
    const react = async (requestId: string) =>
      append(reaction, ['evaluation.opened'], { requestId, actorKey: 'system' })
    let crash = true
    const hands = worker()
    hands.onFact('evaluation', async (_, { requestId }) => {
      await react(requestId)
      if (crash) throw new Error('the power went out')
    })
    await hands.runUntilIdle()
    crash = false
    time = later(5000)
    expect((await hands.runUntilIdle()).done).toBe(1)
    expect(await ledger.head(AREA, reaction)).toMatchObject({ version: 1 })
  })

  test('go to one worker only, and come back when its lease has run out by the database clock', async () => {
    const stream = newStream()
    await append(stream, ['case.closed'])
    const held = gate()
    const begun = gate()
    const slow = worker()
    slow.onFact('archive', async () => {
      begun.open()
      await held.opened
    })
    const first = slow.runUntilIdle()
    await begun.opened
    let heard = 0
    const other = worker()
    other.onFact('archive', async () => void (heard += 1))
    time = later(365 * 86_400_000)
    expect((await other.runUntilIdle()).done).toBe(0)
    await db.query(
      "UPDATE ledger.outbox SET lease_until = clock_timestamp() - interval '1 s' WHERE lease_until IS NOT NULL",
    )
    expect((await other.runUntilIdle()).done).toBe(1)
    held.open()
    expect((await first).done).toBe(1)
    expect(heard).toBe(1)
  })

  test('of a worker whose lease was lost do not undo what the next one has taken', async () => {
    const stream = newStream()
    await append(stream, ['case.closed'])
    const [held, begun] = [gate(), gate()]
    const slow = worker()
    slow.onFact('archive', async () => {
      begun.open()
      await held.opened
      throw new Error('too late')
    })
    const first = slow.runUntilIdle()
    await begun.opened
    await db.query("UPDATE ledger.outbox SET attempts = 2 WHERE subscriber = 'archive'")
    held.open()
    await first
    const [row] = await db.query(
      "SELECT attempts, last_error FROM ledger.outbox WHERE subscriber = 'archive'",
    )
    expect(row).toEqual({ attempts: 2, last_error: null })
  })

  test('two workers at once share the facts: each is heard once, in order', async () => {
    const streams = Array.from({ length: 12 }, newStream)
    for (const stream of streams) await append(stream, ['case.closed', 'case.closed', 'case.closed'])
    const heard = new Map<string, number[]>()
    const hands = [worker(), worker()]
    for (const one of hands) {
      one.onFact(
        'archive',
        async ({ stream, seq }) => void heard.set(stream, [...(heard.get(stream) ?? []), seq]),
      )
    }
    await Promise.all(hands.map((one) => one.runUntilIdle()))
    await hands[0]!.runUntilIdle()
    expect([...heard.values()]).toEqual(streams.map(() => [1, 2, 3]))
  })

  test('wait in a queue for each subscriber: a long one leaves the others their share, and takes what they do not need', async () => {
    ledger = createLedger({ db, subscribers: (kind) => (kind === 'counted' ? ['archive'] : ['evaluation']) })
    for (let n = 0; n < 12; n += 1) await append(newStream(), ['counted'])
    time = later(1000)
    await append(newStream(), ['case.closed'])
    const claim = { names: ['archive', 'evaluation'], now: time, leaseSeconds: 60 }
    const share = await claimDeliveries(db, { ...claim, limit: 4 })
    expect(share.map(({ subscriber }) => subscriber).toSorted()).toEqual([
      'archive',
      'archive',
      'archive',
      'evaluation',
    ])
    expect(await claimDeliveries(db, { ...claim, limit: 8 })).toHaveLength(8)
    expect(await claimDeliveries(db, { ...claim, limit: 8 })).toHaveLength(1)
    expect(await claimDeliveries(db, { ...claim, limit: 8 })).toEqual([])
  })
})

describe('a running worker', () => {
  test('hears of a commit at once when woken, without waiting for its interval', async () => {
    const [heard, hands] = [gate(), worker()]
    hands.onFact('archive', async () => heard.open())
    const waking = createLedger({
      db,
      subscribers: () => ['archive'],
      onCommitted: ({ hasWork }) => hasWork && hands.wake(),
    })
    hands.start({ intervalMs: 3_600_000 })
    ledger = waking
    await append(newStream(), ['case.closed'])
    await heard.opened
    await hands.stop()
    expect(await left('outbox')).toBe(0)
  })

  test('need not read the facts it is woken with, and tells them as they would be read', async () => {
    const asked: string[] = []
    const watched: Db = {
      ...db,
      query: (statement, values) => {
        asked.push(typeof statement === 'string' ? statement : (statement.name ?? statement.text))
        return db.query(statement, values)
      },
    }
    const heard: StoredFact[] = []
    const [both, hands] = [gate(), worker({ db: watched })]
    for (const subscriber of ['archive', 'evaluation']) {
      hands.onFact(subscriber, async (fact) => {
        if (heard.push(fact) === 2) both.open()
      })
    }
    ledger = createLedger({
      db,
      subscribers: (kind) => (kind === 'case.closed' ? ['archive', 'evaluation'] : []),
      onCommitted: ({ facts }) => hands.wake(facts),
    })
    hands.start({ intervalMs: 3_600_000 })
    const stream = newStream()
    await append(stream, ['case.filed', 'case.closed'])
    await both.opened
    await hands.stop()
    const read = await ledger.facts(AREA, stream, 2)
    expect(heard).toEqual([...read, ...read])
    expect(asked.filter((name) => name.startsWith('outbox.facts'))).toEqual([])
  })

  test('finishes and settles what it has begun when it is stopped, and takes nothing new', async () => {
    const [stream, other] = [newStream(), newStream()]
    await append(stream, ['case.closed'])
    const [begun, held] = [gate(), gate()]
    const hands = worker({ concurrency: 1 })
    const heard: string[] = []
    hands.onFact('archive', async (fact) => {
      begun.open()
      await held.opened
      heard.push(fact.stream)
    })
    hands.start({ intervalMs: 3_600_000 })
    await begun.opened
    await append(other, ['case.closed'])
    const stopped = hands.stop()
    held.open()
    await stopped
    expect(heard).toEqual([stream])
    expect(await db.query("SELECT stream FROM ledger.outbox WHERE subscriber = 'archive'")).toEqual([
      { stream: other },
    ])
  })

  test('takes more at once where its tasks end fast', async () => {
    const streams = Array.from({ length: 130 }, newStream)
    await Promise.all(streams.map((stream) => append(stream, ['case.closed'])))
    const taken: number[] = []
    const watched: Db = {
      ...db,
      query: async (statement, values) => {
        const rows = await db.query<never>(statement, values)
        if (typeof statement !== 'string' && statement.name === 'outbox.claim') taken.push(rows.length)
        return rows
      },
    }
    const [all, hands] = [gate(), worker({ db: watched, concurrency: 3 })]
    let heard = 0
    hands.onFact('archive', async () => {
      if ((heard += 1) === 130) all.open()
    })
    hands.start({ intervalMs: 3_600_000 })
    await all.opened
    await hands.stop()
    expect(taken.slice(0, 2)).toEqual([24, 48])
    expect(await db.query("SELECT FROM ledger.outbox WHERE subscriber = 'archive'")).toEqual([])
  })

  test('works through many facts while handlers fail now and then, and can be started again', async () => {
    const hands = worker({ concurrency: 4, clock: { now: () => (time = later(1000)) } })
    const all = gate()
    const streams = Array.from({ length: 10 }, newStream)
    for (const stream of streams) await append(stream, ['case.closed', 'case.closed', 'case.closed'])
    const order = new Map<string, number[]>()
    let heard = 0
    hands.onFact('archive', async ({ stream, seq }, { attempt }) => {
      if (seq === 2 && attempt === 1) throw new Error('a hiccup')
      order.set(stream, [...(order.get(stream) ?? []), seq])
      if ((heard += 1) === 30) all.open()
    })
    hands.start({ intervalMs: 10 })
    await hands.stop()
    hands.start({ intervalMs: 10 })
    expect(() => hands.start()).toThrow('already')
    await all.opened
    await hands.stop()
    expect([...order.values()]).toEqual(streams.map(() => [1, 2, 3]))
  })

  test('keeps trying when the database refuses, and says so', async () => {
    const [refused, done] = [gate(), gate()]
    let sick = true
    const flaky: WorkerOptions['db'] = {
      ...db,
      query: (statement, values) =>
        sick ? Promise.reject(new Error('connection lost')) : db.query(statement, values),
    }
    const hands = createWorker({ db: flaky, clock, onFault: () => refused.open() })
    hands.onFact('archive', async () => done.open())
    await append(newStream(), ['case.closed'])
    hands.start({ intervalMs: 10 })
    await refused.opened
    sick = false
    await done.opened
    await hands.stop()
    expect(await db.query("SELECT FROM ledger.outbox WHERE subscriber = 'archive'")).toEqual([])
  })
})

test('the ledger is kept in order by a job that comes again: coming partitions made, old answers forgotten', async () => {
  const answers = async () =>
    (await db.query<{ count: number }>('SELECT count(*) FROM ledger.request'))[0]!.count
  const hands = worker()
  time = '2034-01-01T00:00:00.000Z'
  await db.query('DELETE FROM ledger.request')
  await append(newStream(), ['case.filed'])
  time = later(400 * 86_400_000)
  await append(newStream(), ['case.filed'])
  await keepLedger(hands, db, clock)
  await keepLedger(worker(), db, clock)
  expect(await hands.runUntilIdle()).toEqual({ done: 1, failed: [] })
  const [row] = await db.query<{ name: string | null }>(
    "SELECT to_regclass('ledger.fact_2037')::text AS name",
  )
  expect(row!.name).toBe('ledger.fact_2037')
  expect(await answers()).toBe(2)
  time = later(7 * 86_400_000)
  expect((await hands.runUntilIdle()).done).toBe(1)
  expect(await answers()).toBe(1)
})
