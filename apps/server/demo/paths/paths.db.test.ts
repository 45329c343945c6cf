import { afterAll, expect, test } from 'vitest'
import { openDb } from '#platform/db/db.ts'
import { readSettings } from '#platform/settings.ts'
import { startHouse } from '../../testing/house.ts'
import { shanghai } from '../../../../stories/testing/shanghai.ts'
import { livePast } from '../past.ts'

// Real: PostgreSQL, the pack, every act of sixty days. Led: the clock.
const AT = process.env['DEMO_AT'] ?? '2026-11-23T09:00'
const house = await startHouse({ at: shanghai(AT) })
const { db } = house.house
const told: string[] = []
afterAll(() => undefined)

test('every path is walked to its end', async () => {
  const settings = readSettings({ MODE: 'demo', DATA_DIR: house.filesFolder.replace(/\/files$/, ''), DEMO_CASES: process.env['DEMO_CASES'] ?? '44' })
  const url = (db as unknown as { url: string }).url
  const opened = { db, relaxed: () => openDb(url), close: async () => undefined, embedded: false }
  const t = performance.now()
  await livePast(opened as never, settings, house.clock, house.onboarded.area, (words) => told.push(words))
  console.log(performance.now() - t, told)
  const facts = await db.query<{ kind: string; n: number }>(`SELECT kind, count(*) AS n FROM ledger.fact WHERE area_code='370304' GROUP BY 1 ORDER BY 1`)
  console.log(facts.map((f) => `${f.kind} ${f.n}`).join('; '))
  const states = await db.query<{ s: string; n: number }>(`SELECT state AS s, count(*) AS n FROM cases.case_view GROUP BY 1 ORDER BY 1`)
  console.log(states.map((f) => `${f.s} ${f.n}`).join('; '))
  const f = await db.query<{ s: string; n: number }>(`SELECT source||' '||code AS s, count(*) AS n FROM supervision.finding GROUP BY 1 ORDER BY 1`)
  console.log(f.map((f) => `${f.s} ${f.n}`).join('; '))
  const l = await db.query<{ s: string; n: number }>(`SELECT state||' '||coalesce(valid_until::text,'-') AS s, count(*) AS n FROM licence_seal.licence GROUP BY 1 ORDER BY 1`)
  console.log(l.map((f) => `${f.s} ${f.n}`).join('; '))
  expect(told.filter((words) => words.includes('没有走完'))).toEqual([])
}, 600_000)
