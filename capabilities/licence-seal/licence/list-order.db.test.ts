import { beforeAll, expect, test } from 'vitest'
import { testDatabase, type TestDb } from '#platform/testing/database.ts'
import { licenceReader } from './store.ts'

const AREA = '370304'
const sight = { everythingInArea: AREA } as const

let db: TestDb
let lines: { id: string; until: string; state: string }[]

beforeAll(async () => {
  db = await testDatabase()
  // Two thousand licences; several run out on one day, and what was granted first does not run out first.
  lines = await db.query(`
    INSERT INTO licence_seal.licence (area_code, id, stream, version, state, number, item_id, party, holder_masked, body, case_no, granted_on,
      valid_until, open, changed_at, dossier)
    SELECT '${AREA}', md5(n::text)::uuid, 'licence:2026:' || n, 1, CASE WHEN n % 9 = 0 THEN 'cancelled' ELSE 'valid' END, 'no-' || n, 'item',
      md5(n::text)::uuid, '测*', 'body', 'case-' || n, '2026-01-01', date '2026-11-23' + n * 37 % 300, true, now(), '{"place": "place"}'
    FROM generate_series(1, 2000) n RETURNING id, valid_until AS until, state`)
  // Reading a licence joins the head of its stream.
  await db.query(`
    INSERT INTO ledger.head (area_code, stream, version, hash)
    SELECT '${AREA}', 'licence:2026:' || n, 1, 'hash' FROM generate_series(1, 2000) n`)
  await db.query('ANALYZE licence_seal.licence')
})

test('what runs out soon comes in the order in which it does, page after page, each once', async () => {
  const until = '2027-01-22'
  const wanted = lines
    .filter((line) => line.state === 'valid' && line.until <= until)
    .toSorted((a, b) => (a.until + a.id < b.until + b.id ? -1 : 1))
  const lastDay = new Map(lines.map((line) => [line.id, line.until]))
  const got: string[] = []
  let after: { id: string; validUntil: string } | undefined
  for (;;) {
    const rows = await licenceReader(db).list({
      ...{ area: AREA, sight, state: 'valid', until, limit: 50 },
      ...(after === undefined ? {} : { after }),
    })
    got.push(...rows.map(({ id }) => id))
    const last = rows.at(-1)
    if (last === undefined) break
    after = { id: last.id, validUntil: lastDay.get(last.id)! }
  }
  expect(got.length).toBeGreaterThan(100)
  expect(got).toEqual(wanted.map(({ id }) => id))
})

test('everything else comes newest first', async () => {
  const first = await licenceReader(db).list({ area: AREA, sight, limit: 5 })
  const next = await licenceReader(db).list({ area: AREA, sight, limit: 5, after: { id: first[4]!.id } })
  const newest = lines.map(({ id }) => id).toSorted((a, b) => (a < b ? 1 : -1))
  expect([...first, ...next].map(({ id }) => id)).toEqual(newest.slice(0, 10))
})
