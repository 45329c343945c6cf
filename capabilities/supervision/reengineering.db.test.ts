import { afterAll, beforeAll, expect, test } from 'vitest'
import { isRefusal } from '#engine/refusal.ts'
import type { ItemVersion } from '#capabilities/catalogue/contract.ts'
import { at, startTown, type Town } from '#capabilities/testing/town.ts'
import type { ReengineeredItem } from './contract/reengineering.ts'

// Real: published versions, cases received before and after, projection and report.

let town: Town
const ITEM = 'temporary-assistance-small'
let first: ItemVersion
let old: string

beforeAll(async () => {
  town = await startTown({ clock: at('2026-03-16T09:00') })
  first = (await town.catalogue.itemInForce(town.area, ITEM, '2026-03-16'))!.item
  old = await town.fileAtWindow('clerk.shantou', ITEM)
  await town.work()
})
afterAll(() => town.stop())

async function report(): Promise<ReengineeredItem | undefined> {
  await town.work()
  const found = await town.supervision.reengineering(
    { actor: await town.as('supervisor'), now: town.clock.now() },
    { item: ITEM },
  )
  if (isRefusal(found)) throw new Error(found.code)
  return found.items[0]
}

async function rate() {
  const found = await town.supervision.indicators(
    { actor: await town.as('supervisor'), now: town.clock.now() },
    { item: ITEM },
  )
  if (isRefusal(found)) throw new Error(found.code)
  const { numerator, denominator } = found.indicators.find(({ id }) => id === 'not-asked-again-rate')!
  return { numerator, denominator }
}

const paperOf = ({ materials }: ItemVersion) =>
  materials.find(
    ({ necessity, fromForm, source }) => necessity === 'required' && !fromForm && source === 'government',
  )!

/** A step less, a day less, and one paper that the window looks up for itself. */
function leaner(): ItemVersion {
  const { process, promisedLimit, materials } = first
  const slow = process.steps.find(({ limitWorkingDays }) => limitWorkingDays > 1)!
  const paper = paperOf(first)
  return {
    ...{ ...first, version: first.version + 1, effectiveFrom: '2026-03-16' },
    promisedLimit: { ...promisedLimit, amount: promisedLimit.amount - 1 },
    process: {
      ...process,
      steps: process.steps.map((step) =>
        step === slow ? { ...step, limitWorkingDays: step.limitWorkingDays - 1 } : step,
      ),
    },
    materials: materials.map((material) =>
      material === paper ? { ...paper, shared: '电子证照库' } : material,
    ),
  }
}

test('CAS-22 publishing a leaner version shows the reduction and applies only to new cases', async () => {
  expect(await report()).toBeUndefined()
  await town.publish(leaner())
  const days = first.promisedLimit.amount
  const shown = (await report())!
  expect(shown.changes[0]).toMatchObject({ from: first.version, to: first.version + 1 })
  expect(shown.changes[0]!.changes.map(({ title, before, after }) => [title, before - after])).toEqual([
    ['要交的材料', 1],
    ['承诺天数', 1],
  ])
  expect(shown.changes[0]!.materialsShared).toEqual([paperOf(first).name])
  expect(shown.versions.map(({ version, openCases }) => [version, openCases])).toEqual([
    [first.version, 1],
    [first.version + 1, 0],
  ])

  const fresh = await town.fileAtWindow('clerk.shantou', ITEM)
  expect((await report())!.versions.map(({ openCases }) => openCases)).toEqual([1, 1])
  // The old case goes on under the days it was promised, the new one under the new ones.
  for (const no of [old, fresh]) {
    const done = await town.act('clerk.shantou', no, 'accept', await town.goodChecklist('clerk.shantou', no))
    expect([isRefusal(done), done]).toMatchObject([false, {}])
  }
  const promised = async (no: string) => {
    const [row] = await town.db.query<{ amount: number; version: number }>(
      `SELECT (dossier->'clocks'->'promised'->>'amount')::int AS amount, item_version AS version
        FROM cases.case_view WHERE area_code = $1 AND no = $2`,
      [town.area, no],
    )
    return row
  }
  expect(await promised(old)).toEqual({ amount: days, version: first.version })
  expect(await promised(fresh)).toEqual({ amount: days - 1, version: first.version + 1 })
})

test('CAS-18 moving a material to shared lowers the demanded count and the report shows it', async () => {
  const [before, after] = (await report())!.versions
  expect(after!.demanded).toBe(before!.demanded - 1)
  expect(after!.materials).toBe(before!.materials)
  // Two cases would have brought the paper; the one received since did not have to.
  expect((await report())!.papersSpared).toBe(1)
  expect(await rate()).toEqual({ numerator: 1, denominator: 2 * before!.demanded })

  // The case that was filed without it had nothing missing, and was accepted.
  const facts = await town.db.query<{ missing: string[]; version: number }>(
    `SELECT f.body::jsonb->'missing' AS missing, (f.body::jsonb->'item'->>'version')::int AS version
      FROM ledger.fact f WHERE f.area_code = $1 AND f.kind = 'received' ORDER BY f.at`,
    [town.area],
  )
  expect(facts.at(-1)).toEqual({ missing: [], version: first.version + 1 })
})
