import { afterEach, beforeAll, expect, test } from 'vitest'
import { testDatabase, type TestDb } from '#platform/testing/database.ts'
import type { RelayEvent } from './board.ts'
import { createPeers } from './peers.ts'
import { createRelay, type Relay } from './relay.ts'

const AREA = '370304'
const STREAM = 'case:2026:a'

let db: TestDb
const running: Relay[] = []
let headVersion = 0

beforeAll(async () => {
  db = await testDatabase()
})
afterEach(async () => {
  await Promise.all(running.splice(0).map((relay) => relay.stop()))
})

async function server(pollMs = 3_600_000): Promise<Relay> {
  const relay = createRelay({
    peers: createPeers(db, db.url),
    heads: async (_, streams) => streams.map((stream) => ({ stream, version: headVersion, hash: '' })),
    gatherMs: 1,
    pollMs,
  })
  await relay.start()
  running.push(relay)
  return relay
}

/** The events a page hears, one by one as it asks for them. */
function page(relay: Relay, streams?: readonly string[]): () => Promise<RelayEvent> {
  const heard: RelayEvent[] = []
  let ring = () => {}
  relay.subscribe({ areaCode: AREA, ...(streams === undefined ? {} : { streams }) }, (event) => {
    heard.push(event)
    ring()
  })
  return async () => {
    while (heard.length === 0) await new Promise<void>((resolve) => (ring = resolve))
    return heard.shift()!
  }
}

const moved = (version: number, stream = STREAM) => [{ areaCode: AREA, stream, version }]

test('several commits on this server reach a page in one event with the newest versions', async () => {
  const relay = createRelay({ heads: async () => [], gatherMs: 1 })
  const next = page(relay)
  relay.publish(AREA, [{ stream: STREAM, version: 1 }])
  relay.publish(AREA, [
    { stream: STREAM, version: 2 },
    { stream: 'case:2026:b', version: 1 },
  ])
  expect(await next()).toMatchObject({ moved: [...moved(2), ...moved(1, 'case:2026:b')] })
  await relay.stop()
})

test('a commit on one server reaches the pages of another, also in many batches, and its own once', async () => {
  const [here, there] = [await server(), await server()]
  const [own, other] = [page(here), page(there)]
  const heads = Array.from({ length: 120 }, (_, index) => ({ stream: `case:2026:${index}`, version: 1 }))
  here.publish(AREA, heads)
  expect((await own()) as object).toHaveProperty('moved.length', 120)
  let heard = 0
  while (heard < 120) {
    const event = await other()
    heard += 'moved' in event ? event.moved.length : 0
  }
  expect(heard).toBe(120)
  there.publish(AREA, [{ stream: STREAM, version: 9 }])
  expect(await own()).toMatchObject({ moved: moved(9) })
})

test('when the listening connection breaks, pages hear from the heads, and then by notification again', async () => {
  const [here, there] = [await server(), await server(5)]
  const next = page(there, [STREAM])
  const list = page(there)
  headVersion = 20
  await db.query(
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'yichuang relay' AND datname = current_database()",
  )
  expect(await next()).toMatchObject({ moved: moved(20) })
  expect(await list()).toBeDefined()
  headVersion = 21
  here.publish(AREA, [{ stream: STREAM, version: 21 }])
  expect(await next()).toMatchObject({ moved: moved(21) })
})
