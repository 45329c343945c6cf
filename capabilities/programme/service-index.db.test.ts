import { afterAll, beforeAll, expect, test } from 'vitest'
import { at, startTown, type Town } from '#capabilities/testing/town.ts'
import type { Stars } from '#capabilities/evaluation/contract.ts'
import { areaNow } from './reports/facts.ts'
import { measured } from './reports/towns.ts'

// Real: the pack of 博山 (every month, BS-2.9-07), cases carried through, ratings. Moved by hand: the clock.
let town: Town
beforeAll(async () => {
  town = await startTown({ clock: at('2026-11-20T09:00') })
}, 120_000)
afterAll(() => town.stop())

async function rated(name: string, desk: string, stars: Stars): Promise<void> {
  const citizen = await town.citizen(name)
  const no = await town.file(citizen, 'elderly-allowance', { delivery: 'electronic' })
  await town.carryThrough(no, desk)
  const input = { stars, options: [], comment: '', anonymous: false }
  await town.evaluation.rate({ no, actor: citizen.actor, input, now: town.clock.now(), requestId: no })
}

test('EVA-05 the monthly run produces a ranking that can be recomputed from its data', async () => {
  await rated('测试甲', 'shantou', 5)
  await rated('测试乙', 'shantou', 1)
  const means = { ...town, posts: town.staff }
  const run = async (today: string) =>
    measured(means, await areaNow(means, town.area, today, { from: '2026-01-01', to: today }))
  const shantou = async (today: string) =>
    (await run(today)).find(({ id }) => id === 'centre-370304004')!.lines.map(({ text }) => text)
  // While the month runs it is not measured.
  expect((await shantou('2026-11-29'))[0]).toBe('没有评价，不排名')
  expect(await shantou('2026-12-01')).toEqual(['第1名', '1/2（50.0%）', '2026-11-01至2026-11-30'])
  const stored = await town.db.query<{ stars: number }>(
    `SELECT stars FROM evaluation.rating WHERE area_code = $1 AND accept_place = 'centre-370304004'`,
    [town.area],
  )
  const satisfied = stored.filter(({ stars }) => stars >= 3).length
  expect((await shantou('2026-12-31'))[1]).not.toBe('')
  expect(`${satisfied}/${stored.length}（50.0%）`).toBe((await shantou('2026-12-15'))[1])
  expect(await run('2026-12-15')).toEqual(await run('2026-12-15'))
}, 120_000)
