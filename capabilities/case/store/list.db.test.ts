import { beforeAll, describe, expect, test } from 'vitest'
import { testDatabase, type TestDb } from '#platform/testing/database.ts'
import { PROCEDURES } from '../model/procedures.ts'
import type { CaseSight, ListedCase } from './rows.ts'
import { countStatement } from './counts.ts'
import { listStatement, type ListQuery } from './list.ts'

const AREA = '370304'
const ME = 'post-me'

interface Line {
  id: string
  area: string
  no: string
  state: string
  waits_for: string
  item_id: string
  procedure: string
  accept_place: string
  deciding_body: string
  party: string
  holder: string
  partners: string[]
  due_day: string
  received_at: string
  open: boolean
}

let db: TestDb
let lines: Line[]

beforeAll(async () => {
  db = await testDatabase()
  // Two areas, three bodies, three places, four items; most cases closed, some claimed, a few with partners. The states are those that
  // every procedure has.
  lines = await db.query<Line>(`
    INSERT INTO cases.case_view (area_code, id, stream, no, version, state, waits_for, item_id, item_version, party, applicant_masked,
      channel, accept_place, region, deciding_body, received_at, due_day, open, changed_at, procedure, holder, partners, dossier)
    SELECT CASE WHEN n % 7 = 0 THEN '370303' ELSE '${AREA}' END, md5(n::text)::uuid, 'case:2026:' || n,
      CASE WHEN n % 7 = 0 THEN '370303' ELSE '${AREA}' END || lpad(n::text, 19, '0'), 1,
      CASE WHEN n % 5 < 3 THEN (ARRAY['closed', 'withdrawn'])[1 + n % 2] ELSE (ARRAY['received', 'accepted', 'decided'])[1 + n % 3] END,
      CASE WHEN n % 5 < 3 THEN '' ELSE (ARRAY['window-clerk', 'reviewer', 'approver'])[1 + n % 3] END,
      'item-' || n % 4, 1, md5((n % 50)::text)::uuid, '测*', 'window', 'place-' || n % 3, '370304004000', 'body-' || n % 11 % 3,
      timestamptz '2026-11-01T00:00+08' + n * 37 % 480 * interval '1 hour',
      CASE WHEN n % 5 < 3 THEN '9999-12-31' ELSE date '2026-11-01' + n % 20 END, n % 5 >= 3, now(),
      (ARRAY['approval', 'on-the-spot', 'commitment'])[1 + n % 13 % 3], CASE WHEN n % 5 < 3 THEN '' ELSE (ARRAY['', '${ME}', 'post-other'])[1 + n % 17 % 3] END,
      CASE WHEN n % 19 = 0 THEN ARRAY['body-0'] ELSE '{}' END, '{}'
    FROM generate_series(1, 3000) n
    RETURNING id, area_code AS area, no, state, waits_for, item_id, procedure, accept_place, deciding_body, party, holder, partners, due_day, received_at, open`)
})

const whole: CaseSight = { everythingInArea: AREA }
const ofBody: CaseSight = {
  anyOf: [
    { allOf: [whole, { column: 'deciding_body', equals: 'body-0' }] },
    { allOf: [whole, { column: 'partners', has: 'body-0' }] },
  ],
}
const ofOffice: CaseSight = {
  anyOf: [
    { allOf: [whole, { column: 'accept_place', equals: 'place-1' }] },
    { allOf: [whole, { column: 'deciding_body', equals: 'body-0' }] },
  ],
}
const mine: CaseSight = {
  anyOf: [
    { column: 'holder', in: [ME] },
    {
      allOf: [
        { column: 'state', in: ['accepted'] },
        { column: 'waits_for', equals: 'reviewer' },
        { column: 'deciding_body', equals: 'body-0' },
        { column: 'holder', in: ['', 'post-gone'] },
      ],
    },
  ],
}
const party: CaseSight = { column: 'party', equals: '37693cfc-7480-49e4-5d87-b8c7d8b9aacd' }

/** What a condition means, said once more and slowly. */
function seen(condition: CaseSight, line: Line): boolean {
  if (condition === 'nothing') return false
  if ('everythingInArea' in condition) return line.area === condition.everythingInArea
  if ('anyOf' in condition) return condition.anyOf.some((part) => seen(part, line))
  if ('allOf' in condition) return condition.allOf.every((part) => seen(part, line))
  const value = (line as unknown as Record<string, unknown>)[condition.column]
  if ('has' in condition) return (value as unknown[]).includes(condition.has)
  return 'in' in condition ? condition.in.includes(value as string) : value === condition.equals
}

function expected(query: Omit<ListQuery, 'limit' | 'after'>): string[] {
  const { sight, queue, state, item, procedure, no, openOnly, claimedByOther, areas, order } = query
  const { received = {}, due: days = {} } = query
  const newest = (a: Line, b: Line) => (a.id < b.id ? 1 : -1)
  const due = (a: Line, b: Line) => (a.due_day + a.id < b.due_day + b.id ? -1 : 1)
  const arrived = (a: Line, b: Line) => (a.received_at + a.id < b.received_at + b.id ? 1 : -1)
  const number = (a: Line, b: Line) => (a.no < b.no ? 1 : -1)
  return lines
    .filter((line) => areas.includes(line.area) && seen(sight, line) && (!queue || seen(queue, line)))
    .filter((line) => !openOnly || line.open)
    .filter((line) => !state || line.state === state)
    .filter((line) => !item || line.item_id === item)
    .filter((line) => !procedure || line.procedure === procedure)
    .filter((line) => !claimedByOther || (line.holder !== '' && !claimedByOther.includes(line.holder)))
    .filter((line) => !no || line.no.startsWith(no))
    .filter(({ received_at: at }) => at >= (received.from ?? '') && at < (received.before ?? '~'))
    .filter(({ due_day: day }) => day >= (days.from ?? '') && day <= (days.to ?? '~'))
    .toSorted(no && areas.length === 1 ? number : { due, owed: due, newest, received: arrived }[order])
    .map(({ id }) => id)
}

const SIGHTS: Record<string, CaseSight> = { whole, ofBody, ofOffice, party }
/** 9 November 2026 in China. */
const NINTH = { from: '2026-11-08T16:00:00.000Z', before: '2026-11-09T16:00:00.000Z' }
const FILTERS: Partial<ListQuery>[] = [
  {},
  { state: 'accepted' },
  { state: 'withdrawn' },
  { item: 'item-2' },
  { item: 'item-2', state: 'closed' },
  { procedure: 'on-the-spot' },
  { procedure: 'commitment', state: 'closed' },
  { item: 'item-1', procedure: 'commitment', state: 'decided' },
  { no: `${AREA}00000000000000000` },
  { state: 'revoked' },
  { received: NINTH },
  { received: { from: NINTH.from }, item: 'item-2' },
  { received: { before: NINTH.before }, state: 'accepted' },
  { due: { from: '2026-11-05', to: '2026-11-07' } },
  { due: { to: '2026-11-02' }, received: NINTH },
]

describe('a list merged from the walks of its branches is the list itself', () => {
  const cases = Object.keys(SIGHTS).flatMap((who) =>
    FILTERS.flatMap((filter) => [
      [who, 'newest', filter] as const,
      [who, 'received', filter] as const,
      [who, 'due', { ...filter, openOnly: true }] as const,
      [who, 'due', { ...filter, openOnly: true, queue: mine }] as const,
      [who, 'due', { ...filter, openOnly: true, claimedByOther: [ME] }] as const,
    ]),
  )
  test.each(cases)('%s, %s, %j', async (who, order, filter) => {
    const areas = who === 'party' ? [AREA, '370303'] : [AREA]
    const query = { areas, sight: SIGHTS[who]!, openOnly: false, order, ...filter }
    const wanted = expected(query)
    const got: string[] = []
    let after: ListQuery['after']
    for (let page = 0; page < 4; page += 1) {
      const written = listStatement({ ...query, limit: 40, ...(after ? { after } : {}) })
      if (written === undefined) break
      const rows = await db.query<Pick<ListedCase, 'id' | 'dueDay' | 'receivedAt'>>(
        written.text,
        written.values,
      )
      got.push(...rows.map(({ id }) => id))
      const last = rows.at(-1)
      if (last === undefined) break
      const no = lines.find(({ id }) => id === last.id)!.no
      const { id, dueDay, receivedAt } = last
      after =
        query.no && areas.length === 1 ? { no } : order === 'received' ? { receivedAt, id } : { dueDay, id }
    }
    expect(got).toEqual(wanted.slice(0, 160))
  })
})

test.each(Object.keys(SIGHTS))('what is open and mine is counted as it is listed: %s', async (who) => {
  const approvals = { allOf: [mine, { column: 'state', equals: 'decided' }] } as const
  const days = { day: '2026-11-10', nextDay: '2026-11-11' }
  const asked = { sight: SIGHTS[who]!, queue: mine, approvals, post: 'post-1', ...days }
  const written = countStatement(AREA, asked)
  const [row] = await db.query<Record<string, number>>(written.text, written.values)
  const visible = lines.filter((line) => line.area === AREA && line.open && seen(SIGHTS[who]!, line))
  const waiting = visible.filter((line) => seen(mine, line))
  expect(row).toEqual({
    open: visible.length,
    mine: waiting.length,
    approvals: visible.filter((line) => seen(approvals, line)).length,
    soon: waiting.filter(({ due_day }) => due_day === '2026-11-10').length,
    late: waiting.filter(({ due_day }) => due_day < '2026-11-10').length,
    next: waiting.filter(({ due_day }) => due_day === '2026-11-11').length,
    unread: 0,
  })
})

test('nobody’s sight writes no statement', () => {
  expect(
    listStatement({ areas: [AREA], sight: 'nothing', openOnly: true, order: 'due', limit: 1 }),
  ).toBeUndefined()
})

test('only states that a case may be in are looked up, and of open cases only those that are open', () => {
  const body = { column: 'deciding_body', equals: 'body-0' } as const
  const keys = (asked: CaseSight, query: Pick<ListQuery, 'openOnly' | 'order'>): string[] => {
    const sight = { allOf: [body, asked] }
    const { values } = listStatement({ areas: [AREA], sight, limit: 1, ...query })!
    const [, , , states, procedures = []] = values.filter((value) => Array.isArray(value) || value === 1)
    const [named, under] = [states, procedures] as string[][]
    return named!.map((state, index) => `${under![index] ?? ''} ${state}`.trim()).toSorted()
  }
  const all = Object.entries(PROCEDURES).flatMap(([procedure, { states }]) =>
    Object.entries(states).map(([state, { final }]) => ({ procedure, state, final })),
  )
  const open = new Set(all.filter(({ final }) => !final).map(({ state }) => state))
  const anyState = { column: 'state', in: all.map(({ state }) => state) } as const
  expect(keys(anyState, { openOnly: true, order: 'due' })).toEqual([...open].toSorted())
  const pairs = all.map(({ procedure, state }) => `${procedure} ${state}`)
  const anyProcedure = { column: 'procedure', in: Object.keys(PROCEDURES) } as const
  expect(keys(anyProcedure, { openOnly: false, order: 'newest' })).toEqual(pairs.toSorted())
})

test.each([
  ['due', true, ['case_body_open', 'case_place_open']],
  ['newest', false, ['case_body_all', 'case_place_all']],
] as const)(
  'what an office sees comes %s first from one walk for each way it sees it',
  async (order, openOnly, indexes) => {
    const { text, values } = listStatement({ areas: [AREA], sight: ofOffice, openOnly, order, limit: 20 })!
    const [row] = await db.query<{ 'QUERY PLAN': unknown }>(`EXPLAIN (ANALYZE, FORMAT JSON) ${text}`, values)
    const plan = JSON.stringify(row!['QUERY PLAN'])
    for (const index of indexes) expect(plan).toContain(index)
    const read = [...plan.matchAll(/"Actual Rows":\s?([\d.]+)/g)].map(([, count]) => Number(count))
    expect(Math.max(...read)).toBeLessThanOrEqual(40)
  },
)

test('what came in on a day is read from the index of that day alone, whoever looks', async () => {
  const { text, values } = listStatement({
    ...{ areas: [AREA], sight: ofOffice, openOnly: false, order: 'received', limit: 20 },
    received: NINTH,
  })!
  const [row] = await db.query<{ 'QUERY PLAN': unknown }>(`EXPLAIN (ANALYZE, FORMAT JSON) ${text}`, values)
  const plan = JSON.stringify(row!['QUERY PLAN'])
  expect(plan).toContain('case_received')
  const passedOver = [...plan.matchAll(/"Rows Removed by Filter":\s?([\d.]+)/g)].map(([, count]) =>
    Number(count),
  )
  const ofThatDay = lines.filter(
    ({ area, received_at: at }) => area === AREA && at >= NINTH.from && at < NINTH.before,
  )
  expect(Math.max(0, ...passedOver)).toBeLessThanOrEqual(ofThatDay.length)
})
