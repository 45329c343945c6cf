import { beforeAll, describe, expect, test } from 'vitest'
import { caseReader } from '../store.ts'
import { testDatabase, type TestDb } from '#platform/testing/database.ts'
import type { ListQuery } from './list.ts'
import { ownStatement, type OwnPart, type OwnQuery } from './own-matters.ts'

// Real: the database with a table long enough that reading all of it is never the cheapest way.

const [AREA, OTHER] = ['370304', '370303']
const PARTY = '37693cfc-7480-49e4-5d87-b8c7d8b9aacd'
const LINES = 30_000

interface Line {
  id: string
  due_day: string
  open: boolean
}

let db: TestDb
let mine: Line[]
let objectedTo: string[]

beforeAll(async () => {
  db = await testDatabase()
  await db.query(`
    INSERT INTO cases.case_view (area_code, id, stream, no, version, state, waits_for, item_id, item_version, party, applicant_masked,
      channel, accept_place, region, deciding_body, received_at, due_day, open, changed_at, procedure, holder, dossier)
    SELECT CASE WHEN n % 7 = 0 THEN '${OTHER}' ELSE '${AREA}' END, md5(n::text)::uuid, 'case:2026:' || n, lpad(n::text, 25, '0'), 1,
      CASE WHEN n % 5 < 3 THEN 'closed' ELSE 'accepted' END, '', 'item-' || n % 4, 1, md5((n % 499)::text)::uuid, '测*', 'online',
      'place-1', '370304004000', 'body-1', now(), CASE WHEN n % 5 < 3 THEN '9999-12-31' ELSE date '2026-11-01' + n % 20 END,
      n % 5 >= 3, now() - n * interval '1 second', 'approval', '',
      CASE WHEN n % 997 = 0 THEN jsonb_build_object('clocks', '{}'::jsonb, 'publicity',
        jsonb_build_object('objections', jsonb_build_array(jsonb_build_object('party', '${PARTY}'))))
        ELSE '{"clocks": {}}' END
    FROM generate_series(1, ${LINES}) n`)
  await db.query('ANALYZE cases.case_view')
  mine = await db.query<Line>(
    `SELECT id, due_day, open FROM cases.case_view WHERE party = '${PARTY}' AND area_code IN ('${AREA}', '${OTHER}')`,
  )
  const found = await db.query<{ id: string }>(
    `SELECT id FROM cases.case_view WHERE area_code = '${AREA}' AND dossier -> 'publicity' IS NOT NULL`,
  )
  objectedTo = found.map(({ id }) => id)
})

const own = { areas: [AREA, OTHER], sight: { column: 'party', equals: PARTY } } as const
const open: ListQuery = { ...own, openOnly: true, order: 'due', limit: 8 }
const over: ListQuery = { ...own, openOnly: false, overOnly: true, order: 'newest', limit: 8 }
const objector = { area: AREA, party: PARTY, limit: 100 }

async function idsOf(query: OwnQuery, part: OwnPart): Promise<string[]> {
  const rows = await caseReader(db).own(query)
  return rows.filter((row) => row.part === part).map(({ id }) => id)
}

const openFirst = (one: Line, other: Line) => (one.due_day + one.id < other.due_day + other.id ? -1 : 1)
const newestFirst = (one: Line, other: Line) => (one.id < other.id ? 1 : -1)

describe('what one person has, read together', () => {
  test('each part is the first page of its own list, and asked for alone it is the same', async () => {
    const whole = { open, over, objector }
    const wanted: Record<OwnPart, string[]> = {
      open: mine
        .filter((line) => line.open)
        .toSorted(openFirst)
        .slice(0, 8)
        .map(({ id }) => id),
      over: mine
        .filter((line) => !line.open)
        .toSorted(newestFirst)
        .slice(0, 8)
        .map(({ id }) => id),
      objected: objectedTo,
    }
    for (const part of ['open', 'over', 'objected'] as const) {
      expect((await idsOf(whole, part)).toSorted()).toEqual(wanted[part].toSorted())
      const alone = part === 'objected' ? { over, objector } : { [part]: whole[part] }
      expect((await idsOf(alone, part)).toSorted()).toEqual(wanted[part].toSorted())
    }
  })

  test('the next page goes on behind the last line of this one', async () => {
    const lines = mine.filter((line) => !line.open).toSorted(newestFirst)
    const after = { dueDay: '9999-12-31', id: lines[7]!.id }
    const next = await idsOf({ over: { ...over, after } }, 'over')
    expect(next.toSorted()).toEqual(
      lines
        .slice(8, 16)
        .map(({ id }) => id)
        .toSorted(),
    )
  })

  test('nobody else’s cases are among them, and nothing is asked where nothing may be seen', async () => {
    const ids = new Set(mine.map(({ id }) => id))
    const found = await caseReader(db).own({ open, over })
    expect(found.filter(({ id }) => !ids.has(id))).toEqual([])
    expect(ownStatement({ open: { ...open, sight: 'nothing' } })).toBeUndefined()
  })

  test('every part walks an index: the table is never read through', async () => {
    const { text, values } = ownStatement({ open, over, objector })!
    const plan = await db.query<Record<string, string>>(`EXPLAIN ${text}`, values)
    const lines = plan.map((line) => line['QUERY PLAN']!).join('\n')
    expect(lines).toContain('case_party')
    expect(lines).toContain('case_objected')
    expect(lines).not.toContain('Seq Scan')
  })
})
