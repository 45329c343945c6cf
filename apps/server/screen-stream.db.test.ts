import { get, type IncomingMessage } from 'node:http'
import { beforeAll, expect, test, vi } from 'vitest'
import type { ScreenView } from '#capabilities/case/index.ts'
import { demoPerson } from './demo/people.ts'
import { handIn } from './testing/at-window.ts'
import { startHouse, type TestHouse } from './testing/house.ts'

const SHANTOU = { place: 'centre-370304004', region: '370304004207' }

// Real: a server on a port, PostgreSQL, the relay, sockets. The clock stands still.
let house: TestHouse

beforeAll(async () => {
  house = await startHouse({ at: '2026-11-23T01:30:00.000Z', listening: true })
})

const picture = async () =>
  (await house.app.inject({ method: 'GET', url: `/api/v1/screen/${SHANTOU.place}` })).json<ScreenView>()

interface Frame {
  event: string
  id: string
  data: { stream: string; version: number }
}

/** A stream as a browser hears it: `next()` gives one event after the other. */
async function listen(headers: Record<string, string> = {}, query = '') {
  const url = `${house.url}/api/v1/screen/${SHANTOU.place}/events${query}`
  const response = await new Promise<IncomingMessage>((resolve, reject) =>
    get(url, { headers, agent: false }, resolve).once('error', reject),
  )
  response.setEncoding('utf8')
  const ended = new Promise<void>((resolve) => response.once('close', () => resolve()))
  let text = ''
  let beats = 0
  const frames: Frame[] = []
  let ring = () => {}
  response.on('error', () => {})
  response.on('data', (piece: string) => {
    text += piece
    for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
      const fields = Object.fromEntries(
        text
          .slice(0, end)
          .split('\n')
          .map((line) => [line.split(': ')[0], line.slice(line.indexOf(': ') + 2)]),
      ) as Record<string, string>
      if (text.startsWith(': ')) beats += 1
      text = text.slice(end + 2)
      if (fields['event'] !== undefined)
        frames.push({
          event: fields['event'],
          id: fields['id']!,
          data: JSON.parse(fields['data']!) as Frame['data'],
        })
    }
    ring()
  })
  return {
    status: response.statusCode,
    headers: response.headers,
    ended,
    beats: () => beats,
    close: () => response.destroy(),
    async next(): Promise<Frame> {
      while (frames.length === 0) await new Promise<void>((resolve) => (ring = resolve))
      return frames.shift()!
    },
  }
}

test('a screen is told when its picture has changed, and after a break whether it missed something', async () => {
  const { version } = await picture()
  const stream = await listen()
  expect([stream.status, stream.headers['content-type']]).toEqual([200, 'text/event-stream; charset=utf-8'])
  expect(await stream.next()).toEqual({
    event: 'moved',
    id: String(version),
    data: { stream: `screen:${SHANTOU.place}`, version },
  })
  const clerk = await house.as('clerk.shantou')
  const no = await handIn(house, clerk, { item: 'resident-pension-claim', person: demoPerson(7), ...SHANTOU })
  const told = await stream.next()
  expect(told.event).toBe('moved')
  expect(told.data.version).not.toBe(version)
  expect(JSON.stringify(told)).not.toContain('case:')
  const now = await picture()
  expect(now.underWay.map(({ number }) => number)).toEqual([no.slice(-7)])
  expect(now.version).toBe(told.data.version)
  stream.close()

  const back = await listen({ 'last-event-id': String(version) })
  expect((await back.next()).event).toBe('look-again')
  back.close()
  const same = await listen({}, `?seen=${told.data.version}`)
  expect((await same.next()).event).toBe('moved')
  same.close()
})

test('every quarter of a minute a line goes to each screen, so that no proxy takes the silence for a dead connection', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  const stream = await listen()
  await stream.next()
  expect(stream.beats()).toBe(0)
  vi.advanceTimersByTime(15_000)
  await vi.waitFor(() => expect(stream.beats()).toBe(1))
  stream.close()
  await stream.ended
  vi.useRealTimers()
})

test('one address opens at most sixty-four streams, and a closed one makes room', async () => {
  const streams = await Promise.all(Array.from({ length: 64 }, () => listen()))
  expect(new Set(streams.map(({ status }) => status))).toEqual(new Set([200]))
  const refused = await listen()
  expect(refused.status).toBe(429)
  refused.close()
  streams[0]!.close()
  await streams[0]!.ended
  // The server learns of the closed one a moment after we do.
  const after = await vi.waitFor(async () => {
    const stream = await listen()
    if (stream.status !== 200) stream.close()
    expect(stream.status).toBe(200)
    return stream
  })
  for (const stream of [...streams, after]) stream.close()
})

test('whoever leaves before the stream has begun makes room as well', async () => {
  house.clock.set('2026-11-23T01:31:00.000Z')
  await house.house.db.transaction(async (tx) => {
    // The picture cannot be drawn meanwhile, so every one of them is gone before there is anything to send.
    await tx.query('LOCK TABLE cases.case_view IN ACCESS EXCLUSIVE MODE')
    for (let count = 0; count < 64; count += 1) await comeAndGo()
  })
  const stream = await listen()
  expect(stream.status).toBe(200)
  stream.close()
  await stream.ended
})

/** Resolves when the server knows that its visitor is gone. */
function comeAndGo(): Promise<void> {
  return new Promise((resolve) => {
    const visitor = get(`${house.url}/api/v1/screen/${SHANTOU.place}/events`, { agent: false })
    visitor.on('error', () => {})
    house.app.server.once('request', (_request, response) => {
      response.once('close', resolve)
      visitor.destroy()
    })
  })
}

test('a server that stops ends its streams instead of waiting for them', async () => {
  const stream = await listen()
  await stream.next()
  await house.app.close()
  await stream.ended
  expect(house.faults).toEqual([])
})
