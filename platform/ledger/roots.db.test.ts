import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest'
import { keysFrom } from '#platform/crypto/keys.ts'
import { newId } from '#platform/id.ts'
import { testDatabase, type TestDb } from '#platform/testing/database.ts'
import { requestHash } from './canonical.ts'
import { plainCommit } from './commit.ts'
import { createLedger, type Ledger } from './ledger.ts'
import { proofOf, rootOf, verifyProof } from './merkle.ts'
import { findingWords, rootedAreas, takeRoots, verifyRoots, type RootFinding } from './roots.ts'
import { macLine, startMac } from './roots/root-file.ts'
import { standingPath } from './roots/standing.ts'
import { verifyLedger } from './verify.ts'

const AREA = '370304'
const OTHER = '371500'
const [A, B, C, D] = ['a', 'b', 'c', 'd'].map((id) => `case:2026:${id}`) as [string, string, string, string]
const keys = keysFrom('000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f')
const otherKeys = keysFrom('101112131415161718191a1b1c1d1e1f000102030405060708090a0b0c0d0e0f')
// Five minutes past midnight in Shanghai, which is still the day before in UTC.
const midnight = (day: number): string => `2026-03-${String(day - 1).padStart(2, '0')}T16:05:00.000Z`

const above = fs.mkdtempSync(path.join(os.tmpdir(), 'yichuang-roots-'))
afterAll(() => fs.rmSync(above, { recursive: true, force: true }))

let db: TestDb
let ledger: Ledger
let folder: string

beforeEach(async () => {
  db ??= await testDatabase()
  ledger = createLedger({ db, subscribers: () => [] })
  folder = path.join(above, newId())
})

afterEach(() => tamper('DELETE FROM ledger.fact; DELETE FROM ledger.head; DELETE FROM ledger.request'))

/** As a superuser would who goes past the system. */
const tamper = (sql: string): Promise<unknown> =>
  db.transaction((tx) => tx.query(`SET LOCAL session_replication_role = replica; ${sql}`))

async function append(stream: string, times = 1, remark = '已受理', areaCode = AREA): Promise<void> {
  for (let time = 0; time < times; time += 1) {
    const head = await ledger.head(areaCode, stream)
    const outcome = await ledger.commit(plainCommit, {
      ...{ areaCode, actorKey: 'p-1', requestId: newId(), requestHash: requestHash({}) },
      ...{ actor: { kind: 'system' }, at: midnight(2) },
      streams: [
        {
          stream,
          expectedVersion: head?.version ?? 0,
          prevHash: head?.hash ?? null,
          facts: [{ kind: 'case.noted', body: { remark }, schemaVersion: 1 }],
        },
      ],
      ...{ reliesOn: [], jobs: [], cancelJobs: [], result: null },
    })
    expect(outcome.outcome).toBe('done')
  }
}

/** Takes off the last facts and sets the head back, so that the chain itself is whole again. */
const cutTo = (stream: string, version: number): Promise<unknown> =>
  tamper(`DELETE FROM ledger.fact WHERE area_code = '${AREA}' AND stream = '${stream}' AND seq > ${version};
    UPDATE ledger.head SET version = ${version}, hash = (SELECT f.hash FROM ledger.fact f
      WHERE f.area_code = '${AREA}' AND f.stream = '${stream}' AND f.seq = ${version})
    WHERE area_code = '${AREA}' AND stream = '${stream}'`)

const removeStream = (stream: string): Promise<unknown> =>
  tamper(`DELETE FROM ledger.fact WHERE area_code = '${AREA}' AND stream = '${stream}';
    DELETE FROM ledger.head WHERE area_code = '${AREA}' AND stream = '${stream}'`)

const take = (day: number) => takeRoots({ db, keys, folder }, midnight(day))
const fileOf = (day: number, area = AREA): string =>
  path.join(folder, area, `2026-03-${String(day).padStart(2, '0')}.json`)
const read = (day: number) => JSON.parse(fs.readFileSync(fileOf(day), 'utf8'))
const streamsIn = (day: number): [string, number][] =>
  read(day).changed.map(({ stream, version }: { stream: string; version: number }) => [stream, version])

async function findings(areaCode = AREA, used = keys): Promise<readonly RootFinding[]> {
  return (await verifyRoots({ db, keys: used, folder }, areaCode)).findings
}

/** Three days at work: three streams, the first two go on, on the third day nothing happens. */
async function threeDays(): Promise<void> {
  for (const stream of [A, B, C]) await append(stream, 2)
  await take(3)
  await append(A)
  await append(B, 2)
  await append(D)
  await take(4)
  await take(5)
}

test('each day has one file with its root, what changed, and the file before it', async () => {
  await threeDays()
  expect(fs.readdirSync(path.join(folder, AREA)).sort()).toEqual([
    '2026-03-03.json',
    '2026-03-04.json',
    '2026-03-05.json',
    'latest-heads.txt',
  ])
  const first = read(3)
  expect(first).toMatchObject({
    ...{ format: 1, area: AREA, day: '2026-03-03', takenAt: midnight(3), algorithm: 'sm3', streams: 3 },
    ...{ previous: null, complete: true },
  })
  expect(streamsIn(3)).toEqual([
    [A, 2],
    [B, 2],
    [C, 2],
  ])
  expect(first.root).toBe(rootOf(first.changed))
  expect(read(4)).toMatchObject({
    streams: 4,
    complete: false,
    previous: { day: '2026-03-03', root: first.root },
  })
  expect(streamsIn(4)).toEqual([
    [A, 3],
    [B, 4],
    [D, 1],
  ])
  const heads = (await ledger.heads(AREA, [A, B, C, D])).toSorted((a, b) => (a.stream < b.stream ? -1 : 1))
  expect(read(4).root).toBe(rootOf(heads))
})

test('a day on which nothing happened has a file too, with the same root and nothing changed', async () => {
  await threeDays()
  expect(read(5)).toMatchObject({
    root: read(4).root,
    changed: [],
    streams: 4,
    previous: { day: '2026-03-04' },
  })
})

test('an untouched ledger holds, also after it went on', async () => {
  await threeDays()
  await append(C, 3)
  expect(await verifyRoots({ db, keys, folder }, AREA)).toMatchObject({
    ...{ areaCode: AREA, files: 3, firstDay: '2026-03-03', heads: 6, findings: [] },
    last: { day: '2026-03-05', streams: 4, root: read(5).root },
  })
})

test('taken again on the same day, or with the clock set back, nothing is written', async () => {
  await threeDays()
  const before = fs.readFileSync(fileOf(5))
  await append(A)
  expect(await take(5)).toEqual([])
  expect(await take(4)).toEqual([])
  expect(fs.readFileSync(fileOf(5)).equals(before)).toBe(true)
  expect(fs.statSync(fileOf(5)).mode & 0o777).toBe(0o400)
})

test('days on which no server ran have no file, and none is missed', async () => {
  await append(A)
  await take(3)
  await append(A)
  await take(9)
  expect(read(9).previous.day).toBe('2026-03-03')
  expect(await findings()).toEqual([])
})

test('a tail cut off together with its head shows, though every chain verifies', async () => {
  await threeDays()
  await cutTo(B, 3)
  expect(await verifyLedger(db)).toMatchObject({ brokenStreams: 0 })
  const found = await findings()
  expect(found).toEqual([{ kind: 'cut-off', day: '2026-03-04', stream: B, version: 4, now: 3 }])
  expect(findingWords(found[0]!)).toBe(
    '链 case:2026:b 的尾部被截去：2026-03-04 已导出第 4 条，现在库中最后是第 3 条。',
  )
})

test('of several exported versions that are gone the highest is named', async () => {
  await threeDays()
  await cutTo(B, 1)
  expect(await findings()).toEqual([{ kind: 'cut-off', day: '2026-03-04', stream: B, version: 4, now: 1 }])
})

test('a stream taken out whole shows, though every chain verifies', async () => {
  await threeDays()
  await removeStream(C)
  expect(await verifyLedger(db)).toMatchObject({ brokenStreams: 0 })
  const found = await findings()
  expect(found).toEqual([{ kind: 'stream-missing', day: '2026-03-03', stream: C, version: 2 }])
  expect(findingWords(found[0]!)).toContain('整条不见了')
})

test('an area taken out whole shows, and goes on being looked at', async () => {
  await append(A, 2, '已受理', OTHER)
  await threeDays()
  await tamper(
    `DELETE FROM ledger.fact WHERE area_code = '${OTHER}'; DELETE FROM ledger.head WHERE area_code = '${OTHER}'`,
  )
  expect(await rootedAreas({ db, folder })).toEqual([AREA, OTHER])
  expect((await take(6)).map(({ area }) => area)).toEqual([AREA, OTHER])
  expect(await findings()).toEqual([])
  expect(await findings(OTHER)).toEqual([
    { kind: 'stream-missing', day: '2026-03-03', stream: A, version: 2 },
  ])
})

test('an older version replayed with other content shows, though every chain verifies', async () => {
  await threeDays()
  await cutTo(B, 3)
  await append(B, 4, '不予受理')
  await take(6)
  expect(await verifyLedger(db)).toMatchObject({ brokenStreams: 0 })
  expect(await findings()).toEqual([{ kind: 'replaced', day: '2026-03-04', stream: B, version: 4 }])
})

test('a tail that was away at midnight and is back shows', async () => {
  await threeDays()
  await tamper('CREATE TABLE ledger.hidden AS SELECT * FROM ledger.fact')
  await cutTo(B, 3)
  await take(6)
  await tamper(`INSERT INTO ledger.fact SELECT * FROM ledger.hidden WHERE stream = '${B}' AND seq = 4;
    UPDATE ledger.head SET version = 4, hash = (SELECT hash FROM ledger.hidden WHERE stream = '${B}' AND seq = 4)
    WHERE area_code = '${AREA}' AND stream = '${B}'; DROP TABLE ledger.hidden`)
  expect(await findings()).toEqual([{ kind: 'went-back', day: '2026-03-06', stream: B, from: 4, to: 3 }])
})

test('a database restored from an older backup shows what it lacks, and roots go on from there', async () => {
  await threeDays()
  await cutTo(A, 2)
  await removeStream(D)
  await take(6)
  expect(streamsIn(6)).toEqual([
    [A, 2],
    [D, 0],
  ])
  await append(D, 2, '补办')
  await take(7)
  expect(await findings()).toEqual([
    { kind: 'cut-off', day: '2026-03-04', stream: A, version: 3, now: 2 },
    { kind: 'replaced', day: '2026-03-04', stream: D, version: 1 },
  ])
})

test.each([
  ['a head', (text: string) => text.replace('"version":2', '"version":1')],
  ['the root', (text: string) => text.replace(/"root":"./, '"root":"0')],
  ['a line taken out', (text: string) => text.replace(/\n\{"hash.*?\n/, '\n')],
  ['a line added after the end', (text: string) => `${text}{}\n`],
  ['the number of streams', (text: string) => text.replace('"streams":3', '"streams":2')],
  ['everything', () => 'nothing'],
])('a file changed in %s is named', async (_, change) => {
  await threeDays()
  const text = fs.readFileSync(fileOf(3), 'utf8')
  const changed = change(text)
  expect(changed).not.toBe(text)
  fs.chmodSync(fileOf(3), 0o600)
  fs.writeFileSync(fileOf(3), changed)
  expect(await findings()).toEqual([{ kind: 'file-altered', day: '2026-03-03' }])
})

/** What only somebody with the master key can do. */
function writeAnew(day: number, change: (text: string) => string): void {
  const text = change(fs.readFileSync(fileOf(day), 'utf8'))
  const covered = text.split('\n').slice(0, -3)
  const mac = startMac(keys)
  for (const line of covered) mac.line(line)
  fs.chmodSync(fileOf(day), 0o600)
  fs.writeFileSync(fileOf(day), [...covered, macLine(mac.end()), '}', ''].join('\n'))
}

test.each([
  ['root', (text: string) => text.replace(/"root":"[^"]*"/, `"root":"${'0'.repeat(64)}"`)],
  ['number of streams', (text: string) => text.replace('"streams":4', '"streams":5')],
])('a %s that is not that of the exported heads is named, whoever wrote it', async (_, change) => {
  await threeDays()
  writeAnew(5, (text) => text)
  expect(await findings()).toEqual([])
  writeAnew(5, change)
  expect(await findings()).toEqual([{ kind: 'root-differs', day: '2026-03-05' }])
})

test('files of another master key are not ours', async () => {
  await threeDays()
  expect((await findings(AREA, otherKeys)).map(({ kind }) => kind)).toEqual(Array(3).fill('file-altered'))
})

test('a file of another day under this name is named', async () => {
  await threeDays()
  fs.copyFileSync(fileOf(3), fileOf(6))
  expect(await findings()).toEqual([{ kind: 'file-altered', day: '2026-03-06' }])
})

test.each([
  [3, '2026-03-03', '2026-03-04'],
  [4, '2026-03-04', '2026-03-05'],
])('the file of day %i taken out is named', async (day, missing, quotedBy) => {
  await threeDays()
  fs.rmSync(fileOf(day))
  expect(await findings()).toEqual([{ kind: 'file-missing', day: missing, quotedBy }])
})

test('files of two histories in one folder do not chain', async () => {
  await threeDays()
  const second = path.join(above, newId())
  await takeRoots({ db, keys, folder: second }, midnight(4))
  fs.rmSync(fileOf(4))
  fs.copyFileSync(path.join(second, AREA, '2026-03-04.json'), fileOf(4))
  expect(await findings()).toEqual([
    { kind: 'chain-broken', day: '2026-03-04' },
    { kind: 'chain-broken', day: '2026-03-05' },
  ])
})

test.each([
  ['missing', () => fs.rmSync(standingPath(folder, AREA))],
  ['damaged', () => fs.writeFileSync(standingPath(folder, AREA), `${A} 9 ${'0'.repeat(64)}\nnonsense`)],
  ['cut short', () => fs.truncateSync(standingPath(folder, AREA), 50)],
])('the list of latest heads is made anew from the root files when it is %s', async (_, spoil) => {
  await threeDays()
  spoil()
  await append(C)
  await take(6)
  expect(read(6).complete).toBe(false)
  expect(streamsIn(6)).toEqual([[C, 3]])
  await take(7)
  expect(read(7).changed).toEqual([])
  expect(await findings()).toEqual([])
})

test('where the last file cannot be believed, the next one holds all heads and later loss still shows', async () => {
  await threeDays()
  const right = fs.readFileSync(fileOf(5))
  fs.chmodSync(fileOf(5), 0o600)
  fs.writeFileSync(fileOf(5), '{}')
  await take(6)
  expect(read(6)).toMatchObject({ complete: true, streams: 4, previous: { day: '2026-03-05', root: null } })
  expect(await findings()).toEqual([{ kind: 'file-altered', day: '2026-03-05' }])
  fs.writeFileSync(fileOf(5), right)
  expect(await findings()).toEqual([])
  await removeStream(C)
  expect(await findings()).toContainEqual({
    kind: 'stream-missing',
    day: '2026-03-06',
    stream: C,
    version: 2,
  })
})

test('what a crash left half written is cleared away and never taken for a root', async () => {
  await threeDays()
  const half = `${fileOf(6)}.0123456789ab.part`
  fs.writeFileSync(half, '{')
  expect(await findings()).toEqual([])
  await take(6)
  expect(fs.existsSync(half)).toBe(false)
  expect(await findings()).toEqual([])
})

test('an exported head can be proved to a person under the root of its day', async () => {
  await threeDays()
  const heads = read(3).changed
  const proof = proofOf(heads, B)!
  expect(verifyProof(read(3).root, heads[1], proof)).toBe(true)
  expect(verifyProof(read(4).root, heads[1], proof)).toBe(false)
})

test('more streams than a page are read in their order as of one moment', async () => {
  await append(A)
  await tamper(`INSERT INTO ledger.head (area_code, stream, version, hash)
    SELECT '${AREA}', 'item:2026:' || n, 1, lpad(to_hex(n), 64, '0') FROM generate_series(1, 4500) AS n`)
  const [root] = await take(3)
  expect(root).toMatchObject({ streams: 4501 })
  const heads = read(3).changed
  expect(rootOf(heads)).toBe(root!.root)
  expect(heads.map(({ stream }: { stream: string }) => stream)).toEqual(
    heads.map(({ stream }: { stream: string }) => stream).toSorted(),
  )
  await tamper(`DELETE FROM ledger.head WHERE stream = 'item:2026:77'`)
  await take(4)
  expect(streamsIn(4)).toEqual([['item:2026:77', 0]])
})
