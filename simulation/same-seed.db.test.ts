import { rm } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { testDatabase } from '#platform/testing/database.ts'
import { SimulationFailed } from './failure.ts'
import type { Run } from './run.ts'
import { scratchFolder } from './scratch.ts'
import { simulate } from './simulate.ts'
import type { Wish } from './wish.ts'

/** Late in the day, when limits run already. */
const STEP = 36

const SHORT = { seed: 11, days: 4, actsPerDay: 40, citizens: 12 }

async function lived(more: Partial<Wish> = {}) {
  const folder = scratchFolder()
  try {
    return await simulate({ db: await testDatabase(), folder, ...SHORT, ...more })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

test('the same seed gives the same days, step by step, and another seed gives others', async () => {
  const first = await lived()
  const second = await lived()
  expect(second).toEqual({ ...first, seconds: second.seconds })
  const other = await lived({ seed: 12, days: 1 })
  expect(other.digest).not.toBe(first.digest)
}, 240_000)

/** Behind the house's back: the view of the case that was filed first says something else than its facts. */
async function bendView({ town, journal }: Run): Promise<void> {
  await town.truth.query(
    `UPDATE cases.case_view SET dossier = jsonb_set(dossier, '{region}', '"370304999000"')
     WHERE area_code = $1 AND no = $2`,
    [town.area, journal.cases[0]!.no],
  )
}

/** Of every case: one that acts again the same day gets its jobs anew, and nothing would be missing. */
async function dropJobs({ town }: Run): Promise<void> {
  const gone = await town.truth.query(
    `DELETE FROM ledger.job WHERE area_code = $1 AND kind = 'case.act' RETURNING id`,
    [town.area],
  )
  expect(gone).not.toEqual([])
}

async function loseCase({ town, journal }: Run): Promise<void> {
  await town.truth.query('DELETE FROM cases.case_view WHERE area_code = $1 AND no = $2', [
    town.area,
    journal.cases[0]!.no,
  ])
}

test.each([
  ['a view that was changed by hand', bendView, /the stored view is not what its facts fold to/],
  ['what is due, deleted,', dropJobs, /due jobs are/],
  ['an acknowledged case that is gone', loseCase, /was acknowledged and is lost/],
])(
  '%s is found the same day and named with seed, step and how to see it again',
  async (_what, act, says) => {
    const failure = await lived({ days: 1, sabotage: { step: STEP, act } }).catch((error: unknown) => error)
    expect(failure).toBeInstanceOf(SimulationFailed)
    const { seed, step, message } = failure as SimulationFailed
    expect([seed, step >= STEP]).toEqual([11, true])
    expect(message).toMatch(says)
    expect(message).toContain(`seed 11, step ${step}`)
    expect(message).toContain('npm run simulate -- --seed 11 --days 1')
  },
  120_000,
)
