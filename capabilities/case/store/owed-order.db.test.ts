import { beforeAll, describe, expect, test } from 'vitest'
import { testDatabase, type TestDb } from '#platform/testing/database.ts'
import { countStatement } from './counts.ts'
import { listStatement, type ListQuery } from './list.ts'
import type { CaseSight } from './rows.ts'

const AREA = '370304'
const BODY = 'body-0'
const ME = 'post-me'

interface Line {
  id: string
  deciding_body: string
  partners: string[]
  state: string
  holder: string
  asked: string[]
  signers: string[]
  owed: Record<string, string>
  due_day: string
  open: boolean
  project: string
}

let db: TestDb
let lines: Line[]

beforeAll(async () => {
  db = await testDatabase()
  // Thirty thousand cases, a fifth of them open. Of those, some ask body-0 for its opinion, some wait for my signature, some for both;
  // in every seventh of these the day has not been counted yet, as in rows older than the column.
  lines = await db.query<Line>(`
    INSERT INTO cases.case_view (area_code, id, stream, no, version, state, waits_for, item_id, item_version, party, applicant_masked,
      channel, accept_place, region, deciding_body, received_at, due_day, open, changed_at, procedure, holder, partners, asked, signers,
      owed, project, dossier)
    SELECT '${AREA}', md5(n::text)::uuid, 'case:2026:' || n, '${AREA}' || lpad(n::text, 19, '0'), 1,
      CASE WHEN open THEN (ARRAY['accepted', 'reviewed'])[1 + n % 2] ELSE 'closed' END,
      CASE WHEN NOT open THEN '' WHEN n % 2 = 0 THEN 'reviewer' ELSE 'approver' END, 'item-' || n % 4, 1, md5((n % 50)::text)::uuid, '测*',
      'window', 'place-' || n % 3, '370304004000', 'body-' || n / 5 % 4, now(),
      CASE WHEN open THEN date '2026-11-01' + n % 23 ELSE '9999-12-31' END, open, now(), 'approval', '',
      CASE WHEN asks THEN ARRAY['${BODY}'] ELSE '{}' END, CASE WHEN asks THEN ARRAY['${BODY}'] ELSE '{}' END,
      CASE WHEN signs THEN ARRAY['${ME}', 'post-other'] ELSE '{}' END,
      CASE WHEN n % 7 = 0 THEN '{}' ELSE
        CASE WHEN asks THEN jsonb_build_object('${BODY}', (date '2026-11-20' - n % 13)::text) ELSE '{}'::jsonb END
        || CASE WHEN signs THEN jsonb_build_object('${ME}', (date '2026-11-05' + n % 11)::text, 'post-other', '2026-10-01') ELSE '{}'::jsonb END END,
      CASE WHEN n % 3 = 0 THEN 'project' ELSE '' END, '{}'
    FROM (SELECT n, n % 5 = 0 AS open, n % 5 = 0 AND n % 97 < 3 AS asks, n % 5 = 0 AND n % 89 < 4 AS signs
      FROM generate_series(1, 30000) n) g
    RETURNING id, deciding_body, partners, state, holder, asked, signers, owed, due_day, open, project`)
  await db.query('ANALYZE cases.case_view')
})

const sight: CaseSight = {
  anyOf: [
    { allOf: [{ everythingInArea: AREA }, { column: 'deciding_body', equals: BODY }] },
    { allOf: [{ everythingInArea: AREA }, { column: 'partners', has: BODY }] },
    { allOf: [{ everythingInArea: AREA }, { column: 'signers', has: ME }] },
  ],
}
const queue: CaseSight = {
  anyOf: [
    { column: 'signers', has: ME },
    { column: 'asked', has: BODY },
    {
      allOf: [
        { column: 'state', in: ['reviewed'] },
        { column: 'waits_for', equals: 'approver' },
        { column: 'holder', in: ['', ME] },
        { column: 'deciding_body', equals: BODY },
      ],
    },
  ],
}
const QUERY: ListQuery = { areas: [AREA], sight, queue, openOnly: true, order: 'owed', limit: 40 }

/** What is owed says the day; where nothing is, or it was not counted yet, the step does. */
function dayFor({ owed, due_day }: Line): string {
  return [owed[BODY], owed[ME]].filter((day) => day !== undefined).toSorted()[0] ?? due_day
}

function waiting(): Line[] {
  return lines
    .filter((line) => line.open)
    .filter(
      (line) =>
        line.asked.includes(BODY) ||
        line.signers.includes(ME) ||
        (line.state === 'reviewed' && line.deciding_body === BODY),
    )
    .toSorted((a, b) => (dayFor(a) + a.id < dayFor(b) + b.id ? -1 : 1))
}

describe('a queue is in the order of the days its officer has to keep', () => {
  test.each([
    ['all of it', {}, () => true],
    ['one state', { state: 'accepted' }, ({ state }: Line) => state === 'accepted'],
    ['major projects only', { projects: true }, ({ project }: Line) => project !== ''],
  ] as const)('%s, page after page, each case once', async (_what, filter, fits) => {
    const wanted = waiting().filter(fits)
    const got: string[] = []
    let after: ListQuery['after']
    for (;;) {
      const { text, values } = listStatement({ ...QUERY, ...filter, ...(after ? { after } : {}) })!
      const rows = await db.query<{ id: string; listDay: string }>(text, values)
      got.push(...rows.map(({ id }) => id))
      const last = rows.at(-1)
      if (last === undefined) break
      after = { dueDay: last.listDay, id: last.id }
    }
    expect(got.length).toBeGreaterThan(50)
    expect(got).toEqual(wanted.map(({ id }) => id))
  })

  test('and what is due today or late is counted by the same days', async () => {
    const on = '2026-11-10'
    const asked = { day: on, nextDay: '2026-11-11' }
    const { text, values } = countStatement(AREA, {
      sight,
      queue,
      approvals: queue,
      post: 'post-1',
      ...asked,
    })
    const [row] = await db.query<Record<string, number>>(text, values)
    const days = waiting().map(dayFor)
    expect(row).toMatchObject({
      ...{ mine: days.length, approvals: days.length },
      soon: days.filter((day) => day === on).length,
      late: days.filter((day) => day < on).length,
      next: days.filter((day) => day === '2026-11-11').length,
    })
  })
})

test('the page comes from the indexes of bodies, of those asked and of signers, and reads no more than the open work', async () => {
  const { text, values } = listStatement(QUERY)!
  const [row] = await db.query<{ 'QUERY PLAN': unknown }>(`EXPLAIN (ANALYZE, FORMAT JSON) ${text}`, values)
  const plan = JSON.stringify(row!['QUERY PLAN'])
  for (const index of ['case_body_due', 'case_asked', 'case_signers']) expect(plan).toContain(index)
  expect(plan).not.toContain('Seq Scan')
  const read = [...plan.matchAll(/"Actual Rows":\s?([\d.]+)/g)].map(([, count]) => Number(count))
  expect(Math.max(...read)).toBeLessThan(lines.filter(({ open }) => open).length / 10)
})
