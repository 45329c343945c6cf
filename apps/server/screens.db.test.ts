import { get, type IncomingMessage } from 'node:http'
import { beforeAll, beforeEach, expect, test, vi } from 'vitest'
import type { ScreenView } from '#capabilities/case/index.ts'
import { demoPerson } from './demo/people.ts'
import { allInOrder, does, handIn } from './testing/at-window.ts'
import { startHouse, type TestHouse } from './testing/house.ts'
import { inject, type Signed } from './testing/signed.ts'

const SHANTOU = { place: 'centre-370304004', region: '370304004207' }
const BADOU = { place: 'centre-370304106', region: '370304106000' }
const MONDAY = '2026-11-23T01:30:00.000Z'
const PLAIN = 'resident-pension-claim'
const SENSITIVE = 'elderly-allowance'

// Real: every route over HTTP, PostgreSQL, the relay. Moved by hand: the clock.
let house: TestHouse
let clerk: Signed

beforeAll(async () => {
  house = await startHouse({ at: MONDAY, listening: true })
})
beforeEach(async () => {
  expect(house.faults).toEqual([])
  clerk = await house.as('clerk.shantou')
})

/** A second later, when the copy that all screens share is over. */
async function wall(place = SHANTOU.place): Promise<ScreenView> {
  secondLater()
  const reply = await inject(house.app, { method: 'GET', url: `/api/v1/screen/${place}` })
  expect(reply.status).toBe(200)
  return reply.body
}

const secondLater = () => house.clock.set(new Date(Date.parse(house.clock.now()) + 1000).toISOString())

const item = async (id: string) => (await house.house.catalogue.itemInForce('370304', id, '2026-11-23'))!.item
const lineOf = (view: ScreenView, no: string) =>
  [...view.underWay, ...view.ready].find(({ number }) => number === no.slice(-7))

test('HAL-12 a state change shows on the wall of the place that took the case in, with the name masked', async () => {
  const person = demoPerson(1)
  const no = await handIn(house, clerk, { item: PLAIN, person, ...SHANTOU })
  const before = await wall()
  expect(lineOf(before, no)).toEqual({
    number: no.slice(-7),
    applicant: '测**一',
    item: (await item(PLAIN)).name,
    step: '已收件',
    stage: 1,
    dueDay: '2026-11-30',
    standing: 'in-time',
    changedAt: '2026-11-23T09:30:00.000+08:00',
  })
  expect(before.counts).toMatchObject({ receivedToday: 1, closedToday: 0, underWay: 1, ready: 0 })

  house.clock.set('2026-11-23T01:45:00.000Z')
  expect(await does(clerk, no, 'accept', { checklist: allInOrder(await item(PLAIN)) })).toBe('accepted')
  const after = await wall()
  expect(lineOf(after, no)).toMatchObject({
    step: '审查中',
    stage: 2,
    changedAt: '2026-11-23T09:45:00.000+08:00',
  })
  expect(after.version).not.toBe(before.version)
  expect(after.underWay[0]).toEqual(lineOf(after, no))
})

test('what would tell of need, illness or status shows neither the name nor the item', async () => {
  const no = await handIn(house, clerk, { item: SENSITIVE, person: demoPerson(2), ...SHANTOU })
  expect(lineOf(await wall(), no)).toMatchObject({
    applicant: '申请人**',
    item: '民生保障事项',
    step: '已收件',
  })
})

test('a result is waited for, collected, and stays three days', async () => {
  const no = await handIn(house, clerk, { item: SENSITIVE, person: demoPerson(3), ...SHANTOU })
  const [reviewer, approver, issuer] = [
    await house.as('reviewer.shantou'),
    await house.as('approver.shantou'),
    await house.as('issuer.shantou'),
  ]
  await does(clerk, no, 'accept', { checklist: allInOrder(await item(SENSITIVE)) })
  await does(reviewer, no, 'review', { opinion: 'grant', text: '材料齐全，符合条件，建议准予。' })
  expect(lineOf(await wall(), no)).toMatchObject({ step: '待决定', stage: 3 })
  await does(approver, no, 'grant', { conclusion: '经审查，申请符合规定条件，准予办理。' })
  expect(await does(issuer, no, 'seal', {})).toBe('issued')
  await house.settle()
  const waiting = await wall()
  expect(waiting.ready).toEqual([
    expect.objectContaining({ number: no.slice(-7), step: '请来领取', standing: 'none' }),
  ])
  expect(waiting.counts.ready).toBe(1)
  const collected = { receiver: demoPerson(3).name, relation: 'self', identified: '核对居民身份证原件' }
  expect(await does(clerk, no, 'deliver-at-window', collected)).toBe('closed')
  await house.settle()
  expect((await wall()).counts).toMatchObject({ closedToday: 1, ready: 0 })
  expect(lineOf(await wall(), no)).toMatchObject({ step: '已办结', stage: 6 })
  house.clock.set('2026-11-25T15:59:00.000Z')
  expect(lineOf(await wall(), no)).toBeDefined()
  house.clock.set('2026-11-25T16:00:00.000Z')
  expect(lineOf(await wall(), no)).toBeUndefined()
  house.clock.set('2026-11-26T02:00:00.000Z')
})

test('nothing of another place, of another area, of a withdrawn case, and no place that has no screen', async () => {
  const there = await handIn(house, await house.as('clerk.badou'), {
    item: PLAIN,
    person: demoPerson(4),
    ...BADOU,
  })
  const elsewhere = await handIn(house, clerk, { item: PLAIN, person: demoPerson(5), ...SHANTOU })
  const gone = await handIn(house, clerk, { item: PLAIN, person: demoPerson(6), ...SHANTOU })
  // The same case as a neighbouring area on this database would hold it, under the same name of a place.
  await house.house.db.query(
    `UPDATE cases.case_view SET area_code = '370303' WHERE area_code = '370304' AND no = $1`,
    [elsewhere],
  )
  expect(await does(clerk, gone, 'withdraw', { reason: '申请人书面提出撤回。' })).toBe('withdrawn')
  const [here, badou] = [await wall(), await wall(BADOU.place)]
  for (const no of [there, elsewhere, gone]) expect(lineOf(here, no)).toBeUndefined()
  expect(badou.underWay.map(({ number }) => number)).toEqual([there.slice(-7)])
  for (const place of ['nowhere', 'station-370304004207', "x'--", '..'])
    expect(
      (await inject(house.app, { method: 'GET', url: `/api/v1/screen/${encodeURIComponent(place)}` })).status,
    ).not.toBe(200)
})

test('the answer holds no name, no number of a person, no whole case number, no sealed text and no id', async () => {
  const view = await wall()
  const text = JSON.stringify(view)
  expect(view.underWay.length).toBeGreaterThan(1)
  for (const { name, citizenId, phone } of [1, 2, 3, 4, 6].map(demoPerson))
    for (const secret of [name, citizenId, phone]) expect(text).not.toContain(secret)
  expect(text).not.toMatch(/\d{24}[0-9A-Z]|sm4gcm|[0-9a-f]{8}-[0-9a-f]{4}-|party|dossier/)
  const keys = new Set([...view.underWay, ...view.ready].flatMap((line) => Object.keys(line)))
  expect([...keys].toSorted()).toEqual([
    'applicant',
    'changedAt',
    'dueDay',
    'item',
    'number',
    'stage',
    'standing',
    'step',
  ])
})

test('fifty screens at once cost one reading, and who has the picture gets 304', async () => {
  secondLater()
  let readings = 0
  const { cases } = house.house
  const read = cases.publicity
  cases.publicity = (...asked) => ((readings += 1), read(...asked))
  const url = `/api/v1/screen/${SHANTOU.place}`
  const replies = await Promise.all(
    Array.from({ length: 50 }, () => house.app.inject({ method: 'GET', url })),
  )
  cases.publicity = read
  expect([readings, new Set(replies.map(({ headers }) => headers['etag'])).size]).toEqual([1, 1])
  const again = await house.app.inject({
    method: 'GET',
    url,
    headers: { 'if-none-match': String(replies[0]!.headers['etag']) },
  })
  expect([again.statusCode, again.body]).toEqual([304, ''])
})

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
  const { version } = await wall()
  const stream = await listen()
  expect([stream.status, stream.headers['content-type']]).toEqual([200, 'text/event-stream; charset=utf-8'])
  expect(await stream.next()).toEqual({
    event: 'moved',
    id: String(version),
    data: { stream: `screen:${SHANTOU.place}`, version },
  })
  const no = await handIn(house, clerk, { item: PLAIN, person: demoPerson(7), ...SHANTOU })
  const told = await stream.next()
  expect(told.event).toBe('moved')
  expect(told.data.version).not.toBe(version)
  expect(JSON.stringify(told)).not.toContain('case:')
  const reply = await inject(house.app, { method: 'GET', url: `/api/v1/screen/${SHANTOU.place}` })
  expect(lineOf(reply.body, no)).toBeDefined()
  expect((reply.body as ScreenView).version).toBe(told.data.version)
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

test('a server that stops ends its streams instead of waiting for them', async () => {
  const stream = await listen()
  await stream.next()
  await house.app.close()
  await stream.ended
  expect(house.faults).toEqual([])
})
