import { beforeAll, expect, test } from 'vitest'
import { testDatabase, type TestDb } from '#platform/testing/database.ts'
import { LINES, publicityReader } from './publicity.ts'

const AREA = '370304'
const NOON = '2026-11-23T04:00:00.000Z'

let db: TestDb

beforeAll(async () => {
  db = await testDatabase()
  // Four places in two areas, one case an hour and place, most of them closed long ago.
  await db.query(`
    INSERT INTO cases.case_view (area_code, id, stream, no, version, state, waits_for, item_id, item_version, party,
      applicant_masked, channel, accept_place, region, deciding_body, received_at, due_day, open, changed_at, dossier, procedure)
    SELECT CASE WHEN n % 4 < 3 THEN '370304' ELSE '370303' END, gen_random_uuid(), 'case:2026:' || n, 'no-' || n, 1,
      CASE WHEN n < 400 THEN (ARRAY['received', 'accepted', 'issued', 'closed'])[1 + n / 4 % 4] ELSE 'closed' END,
      '', 'item', 1, gen_random_uuid(), '测*', 'window', CASE WHEN n % 4 < 3 THEN 'place-' || n % 4 ELSE 'place-1' END,
      '370304004000', 'body', '${NOON}'::timestamptz - n / 4 * interval '1 hour', '2026-12-01', false,
      '${NOON}'::timestamptz - n / 4 * interval '1 hour', '{"clocks": {}, "delivery": "window", "form": "sealed"}', 'approval'
    FROM generate_series(0, 39999) n`)
  await db.query('ANALYZE cases.case_view')
})

const ALWAYS = '2000-01-01T00:00:00.000Z'

test('the newest changes of one place in one area, each state since its own moment, no more than asked for', async () => {
  const read = publicityReader(db)
  const rows = await read.lines(
    AREA,
    'place-1',
    new Map([
      ['received', ALWAYS],
      ['closed', '2026-11-22T16:00:00.000Z'],
    ]),
    6,
  )
  // Every fourth hour received, every fourth closed; of the closed ones only those of today.
  expect(rows.map(({ no, state }) => `${no} ${state}`)).toEqual([
    'no-1 received',
    'no-13 closed',
    'no-17 received',
    'no-29 closed',
    'no-33 received',
    'no-45 closed',
  ])
  expect(Object.keys(rows[0]!).toSorted()).toEqual([
    'applicantMasked',
    'changedAt',
    'clocks',
    'delivery',
    'itemId',
    'itemVersion',
    'no',
    'state',
  ])
  expect(await read.inStates(AREA, 'place-1', ['received', 'issued'])).toEqual(
    expect.arrayContaining([
      { state: 'received', count: 25 },
      { state: 'issued', count: 25 },
    ]),
  )
  expect(
    await read.today(AREA, 'place-1', ['received', 'closed'], ['closed'], '2026-11-22T16:00:00.000Z'),
  ).toEqual({
    received: 7,
    closed: 3,
  })
})

test('only the newest entries of the index of the place are read, however many closed cases lie behind', async () => {
  const values = [AREA, 'place-1', ['received', 'closed'], [ALWAYS, ALWAYS], 40]
  const [row] = await db.query<{ 'QUERY PLAN': unknown }>(
    `EXPLAIN (ANALYZE, FORMAT JSON) ${LINES.text}`,
    values,
  )
  const plan = JSON.stringify(row!['QUERY PLAN'])
  expect(plan).toContain('case_place_state_changed')
  expect(plan).not.toContain('Seq Scan')
  const read = [...plan.matchAll(/"Actual Rows":\s?([\d.]+)/g)].map(([, count]) => Number(count))
  expect(Math.max(...read)).toBeLessThanOrEqual(80)
})
