import { afterAll, beforeAll, expect, test } from 'vitest'
import { isRefusal } from '#engine/refusal.ts'
import { forgetGround } from '#capabilities/organisation/index.ts'
import { at, startTown, type Town } from '#capabilities/testing/town.ts'
import type { IndicatorView } from './contract.ts'

// Real: cases filed, supplemented and delivered by the posts of a town; ledger, worker, projection, the catalogue's declarations.

let town: Town
const ITEM = 'temporary-assistance-small'

beforeAll(async () => {
  town = await startTown({ clock: at('2026-03-16T09:00') })
  // Declared: one visit at most.
  const { item } = (await town.catalogue.itemInForce(town.area, ITEM, '2026-03-16'))!
  await town.publish({ ...item, version: item.version + 1, visits: 1, visitReason: '核验原件' })
  await town.db.query(
    `UPDATE organisation.pack_version SET body = jsonb_set(body::jsonb, '{parameters,targets}', $2::jsonb)
      WHERE area_code = $1`,
    [
      town.area,
      JSON.stringify({
        ...{ certainty: 'stated', clauses: [] },
        value: [
          { indicator: 'one-visit-rate', by: '2026-03-31', value: 0.9, clauses: [], certainty: 'stated' },
        ],
      }),
    ],
  )
  forgetGround()
})
afterAll(() => town.stop())

async function rate(id = 'one-visit-rate'): Promise<IndicatorView> {
  await town.work()
  const found = await town.supervision.indicators(
    { actor: await town.as('supervisor'), now: town.clock.now() },
    { from: '2026-03-01', to: '2026-03-31' },
  )
  if (isRefusal(found)) throw new Error(found.code)
  return found.indicators.find((indicator) => indicator.id === id)!
}

async function cases(part: 'numerator' | 'rest'): Promise<string[]> {
  const found = await town.supervision.cases(
    { actor: await town.as('supervisor'), now: town.clock.now() },
    'one-visit-rate',
    { from: '2026-03-01', to: '2026-03-31', part },
  )
  if (isRefusal(found)) throw new Error(found.code)
  return found.items.map(({ no }) => no)
}

test('CAS-30 an item declared one-visit with a case of two visits is flagged and leaves the numerator; the target is judged on its day', async () => {
  const before = await rate()
  expect([before.listed, before.numerator > 0, before.denominator! >= before.numerator]).toEqual([
    [],
    true,
    true,
  ])

  // In the morning the papers, in the afternoon the result: one visit.
  const once = await town.fileAtWindow('clerk.shantou', ITEM)
  await town.carryThrough(once, 'shantou')
  expect(await rate()).toMatchObject({ numerator: before.numerator, listed: [] })
  expect(await rate('done-in-one-visit-rate')).toMatchObject({ numerator: 1, denominator: 1 })

  // The papers today, the result two days later: two visits, although the guide promises one.
  const twice = await town.fileAtWindow('clerk.shantou', ITEM)
  town.clock.set(at('2026-03-18T09:00'))
  await town.carryThrough(twice, 'shantou')
  const after = await rate()
  expect([after.numerator, after.denominator]).toEqual([before.numerator - 1, before.denominator])
  expect(after.listed).toEqual([{ id: ITEM, name: expect.stringContaining('1件到场两次以上') }])
  expect(await rate('done-in-one-visit-rate')).toMatchObject({ numerator: 1, denominator: 2 })
  // The number opens to the cases for and against it.
  expect([await cases('numerator'), await cases('rest')]).toEqual([[once], [twice]])
  // A rate over what ended lists what ended, the latest end first, and says so: the first one in came to its end first.
  const asking = { actor: await town.as('supervisor'), now: town.clock.now() }
  const days = { from: '2026-03-01', to: '2026-03-31' }
  const listed = await town.supervision.cases(asking, 'done-in-one-visit-rate', { ...days, limit: 1 })
  if (isRefusal(listed)) throw new Error(listed.code)
  expect([listed.items[0]!.no, listed.items[0]!.endedDay, listed.order]).toEqual([
    ...[twice, '2026-03-18', '按办结日排列，最近的在前'],
  ])
  const next = await town.supervision.cases(asking, 'done-in-one-visit-rate', {
    ...days,
    ...{ limit: 1, cursor: listed.nextCursor! },
  })
  expect(next).toMatchObject({ items: [{ no: once }] })

  expect(after.targets).toMatchObject([{ by: '2026-03-31', value: 90, standing: 'not-due' }])
  town.clock.set(at('2026-04-01T09:00'))
  const standing = (await rate()).targets[0]!
  const share = after.numerator / after.denominator!
  expect(standing.standing).toBe(share >= 0.9 ? 'met' : 'not-met')
})
