import { randomBytes } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import { keysFrom } from '#platform/crypto/keys.ts'
import { testDatabase } from '#platform/testing/database.ts'
import { auditOf, purgedBefore, type AuditEvent } from './audit.ts'

const db = await testDatabase()
const keys = keysFrom(randomBytes(32).toString('hex'))
let now = '2025-03-03T01:00:00.000Z'
const audit = auditOf(db, keys, { now: () => now })
let areas = 370_300
let area: string

beforeEach(() => {
  now = '2025-03-03T01:00:00.000Z'
  area = String(areas++)
})

const record = (event: string, more: Partial<AuditEvent> = {}) =>
  audit.record({ area, actor: 'post:1', event, success: true, ...more })

/** What somebody with full rights on the database could do; the trigger is out of the way. */
async function tamper(sql: string): Promise<void> {
  await db.transaction(async (tx) => {
    await tx.query(`alter table auth.audit disable trigger all`)
    await tx.query(sql.replaceAll('AREA', `area_code = '${area}'`))
    await tx.query(`alter table auth.audit enable trigger all`)
  })
}

async function threeDays(): Promise<void> {
  for (const day of ['2025-03-03', '2025-03-04', '2025-03-06']) {
    now = `${day}T01:00:00.000Z`
    for (const event of ['one', 'two', 'three'])
      await record(event, { before: { state: 'a' }, after: { state: '乙' }, ip: '10.0.0.1' })
  }
}

test('a record holds who, what, when, from where, on what, before and after', async () => {
  await record('seal-used', {
    ip: '10.0.0.1',
    object: 'seal:7',
    before: { uses: 1 },
    after: { uses: 2, note: '盖章' },
    success: false,
  })
  const { items } = await audit.list({ area })
  expect(items).toEqual([
    {
      area,
      id: items[0]!.id,
      at: now,
      actor: 'post:1',
      event: 'seal-used',
      success: false,
      ip: '10.0.0.1',
      object: 'seal:7',
      before: { uses: 1 },
      after: { uses: 2, note: '盖章' },
    },
  ])
})

test('many writers at once make one unbroken chain', async () => {
  await Promise.all(Array.from({ length: 30 }, (_, count) => record(`event-${count}`)))
  expect(await audit.verify(area)).toBeNull()
  const rows = await db.query<{ seq: number }>(
    `select seq from auth.audit where area_code = $1 order by seq`,
    [area],
  )
  expect(rows.map(({ seq }) => seq)).toEqual(Array.from({ length: 30 }, (_, at) => at + 1))
})

test('writers at midnight begin the new day once', async () => {
  now = '2025-03-03T15:59:59.999Z'
  await record('before')
  now = '2025-03-03T16:00:00.000Z'
  await Promise.all(Array.from({ length: 8 }, () => record('after')))
  now = '2025-03-03T15:59:59.999Z'
  await record('late')
  expect(await audit.verify(area)).toBeNull()
  const heads = await db.query(`select day, count from auth.audit_head where area_code = $1 order by day`, [
    area,
  ])
  expect(heads).toEqual([
    { day: '2025-03-03', count: 1 },
    { day: '2025-03-04', count: 9 },
  ])
})

test('what rolls back is not on record, and leaves no gap', async () => {
  const act = db.transaction(async (tx) => {
    await audit.recordIn(tx, { area, actor: 'post:1', event: 'undone', success: true })
    throw new Error('undone')
  })
  await expect(act).rejects.toThrow('undone')
  await record('done')
  expect((await audit.list({ area })).items.map(({ event }) => event)).toEqual(['done'])
  expect(await audit.verify(area)).toBeNull()
})

test.each<[string, string, unknown]>([
  ['nothing', `select 1`, null],
  [
    'a changed actor',
    `update auth.audit set actor = 'post:2' where AREA and day = '2025-03-04' and seq = 2`,
    { day: '2025-03-04', seq: 2, flaw: 'changed' },
  ],
  [
    'a changed before',
    `update auth.audit set before = '{}' where AREA and day = '2025-03-03' and seq = 1`,
    { day: '2025-03-03', seq: 1, flaw: 'changed' },
  ],
  [
    'a changed moment',
    `update auth.audit set at = at + interval '1 ms' where AREA and day = '2025-03-06' and seq = 3`,
    { day: '2025-03-06', seq: 3, flaw: 'changed' },
  ],
  [
    'a record gone from the middle',
    `delete from auth.audit where AREA and day = '2025-03-04' and seq = 2`,
    { day: '2025-03-04', seq: 2, flaw: 'missing' },
  ],
  [
    'a record gone from the end',
    `delete from auth.audit where AREA and day = '2025-03-06' and seq = 3`,
    { day: '2025-03-06', seq: 3, flaw: 'missing' },
  ],
  [
    'a whole day gone',
    `delete from auth.audit where AREA and day = '2025-03-04'`,
    { day: '2025-03-04', seq: 1, flaw: 'missing' },
  ],
  [
    'a whole day gone with its head',
    `delete from auth.audit where AREA and day = '2025-03-04'; delete from auth.audit_head where AREA and day = '2025-03-04'`,
    { day: '2025-03-06', seq: 0, flaw: 'unlinked' },
  ],
])('verification finds %s', async (_, sql, flaw) => {
  await threeDays()
  await tamper(sql)
  expect(await audit.verify(area)).toEqual(flaw)
})

test('a chain made without the key does not verify', async () => {
  const stranger = auditOf(db, keysFrom(randomBytes(32).toString('hex')), { now: () => now })
  await stranger.record({ area, actor: 'post:1', event: 'forged', success: true })
  expect(await audit.verify(area)).toEqual({ day: '2025-03-03', seq: 1, flaw: 'changed' })
})

test.each([
  `update auth.audit set event = 'x' where AREA`,
  `delete from auth.audit where AREA`,
  `truncate auth.audit`,
])('the database refuses: %s', async (sql) => {
  await record('kept')
  await expect(db.query(sql.replaceAll('AREA', `area_code = '${area}'`))).rejects.toThrow('never changed')
})

test.each([
  ['2025-09-03T01:00:00.000Z', '2025-03-03'],
  ['2025-08-31T01:00:00.000Z', '2025-02-28'],
  ['2025-03-01T17:00:00.000Z', '2024-09-02'],
  ['2025-01-31T01:00:00.000Z', '2024-07-31'],
])('on %s records from %s on are kept', (at, first) => expect(purgedBefore(at)).toBe(first))

test('what is older than six months can go, the chain after it still holds', async () => {
  await threeDays()
  now = '2025-09-06T01:00:00.000Z'
  await record('today')
  expect(await audit.purge(area)).toBe(6)
  expect((await audit.list({ area })).items).toHaveLength(4)
  expect(await audit.verify(area)).toBeNull()
})

test('an area where nothing happened for a year keeps its last half year', async () => {
  await threeDays()
  now = '2026-03-06T01:00:00.000Z'
  expect(await audit.purge(area)).toBe(0)
  expect((await audit.list({ area })).items).toHaveLength(9)
})

test('the list is paged from the newest, and filtered', async () => {
  await threeDays()
  const events: string[] = []
  let cursor: string | undefined
  do {
    const page = await audit.list({ area, limit: 2, ...(cursor && { cursor }) })
    events.push(...page.items.map(({ at, event }) => `${at.slice(8, 10)} ${event}`))
    cursor = page.nextCursor ?? undefined
  } while (cursor)
  expect(events).toEqual([
    '06 three',
    '06 two',
    '06 one',
    '04 three',
    '04 two',
    '04 one',
    '03 three',
    '03 two',
    '03 one',
  ])
  expect(
    (await audit.list({ area, event: 'two', from: '2025-03-04', until: '2025-03-05' })).items,
  ).toHaveLength(1)
  expect((await audit.list({ area, actor: 'post:9' })).items).toEqual([])
  expect((await audit.list({ area, cursor: 'junk; drop table' })).items).toHaveLength(9)
})
