import { expect, test } from 'vitest'
import type { Db } from '#platform/db/db.ts'
import { readSettings } from '#platform/settings.ts'
import { startHouse } from '../testing/house.ts'
import { livePast } from './past.ts'

// `PACK=… npm start` of the other four plans: windows divided by domain, centres without powers, one standard of a city.
// Real: PostgreSQL, the pack, the papers, every act of sixty days. Led: the clock.

for (const pack of ['lanshan-2019', 'yiyuan-2018', 'liaocheng-2020', 'dawukou-2020']) {
  const { house, onboarded, clock, filesFolder } = await startHouse({
    ...{ at: '2026-11-23T01:00:00.000Z', publicity: true, packs: pack },
  })

  test(`the demo of ${pack} lives its past: every matter comes to a window that takes it, no path is left half walked`, async () => {
    const settings = readSettings({ MODE: 'demo', DEMO_CASES: '12', PORT: '0', DATA_DIR: filesFolder })
    const shared: Db = { ...house.db, close: async () => {} }
    const opened = { db: shared, relaxed: () => shared, close: async () => {} }
    const told: string[] = []
    await livePast(opened, settings, clock, onboarded, (words) => told.push(words))
    expect(told.filter((words) => words.includes('没有走完'))).toEqual([])
    const [cases] = await house.db.query<{ n: number }>(
      'SELECT count(*)::int AS n FROM cases.case_view WHERE area_code = $1',
      [onboarded.area],
    )
    expect(cases!.n).toBeGreaterThan(12)
  }, 300_000)
}
