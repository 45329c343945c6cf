import { mkdtemp, readdir, readFile, rename, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { takeRoots, verifyRoots } from '#platform/ledger/roots.ts'
import { startHouse } from './testing/house.ts'
import { keepHouse } from './upkeep.ts'

const AREA = '370304'
const folder = await mkdtemp(path.join(os.tmpdir(), 'yichuang-upkeep-'))
afterAll(() => rm(folder, { recursive: true, force: true }))
// 07:30 in Shanghai.
const town = await startHouse({ at: '2026-11-19T23:30:00.000Z' })
const { db, keys } = town.house

const rootsAt = async (moment: string): Promise<string[]> => {
  town.clock.set(moment)
  await town.settle()
  return (await readdir(path.join(folder, AREA))).filter((name) => name.endsWith('.json')).sort()
}

test('the roots of the ledger are exported at the first start and then once a day, first after midnight in Shanghai', async () => {
  await keepHouse(town.house, folder)
  expect(await rootsAt('2026-11-19T23:30:00.000Z')).toEqual(['2026-11-20.json'])
  expect(await rootsAt('2026-11-20T15:59:59.000Z')).toEqual(['2026-11-20.json'])
  expect(await rootsAt('2026-11-20T16:00:00.000Z')).toEqual(['2026-11-20.json', '2026-11-21.json'])
  // Off for two days: one root of now, and the next at midnight again.
  const after = ['2026-11-20.json', '2026-11-21.json', '2026-11-23.json']
  expect(await rootsAt('2026-11-23T03:00:00.000Z')).toEqual(after)
  expect(await rootsAt('2026-11-23T16:00:00.000Z')).toEqual([...after, '2026-11-24.json'])
  expect(await takeRoots({ db, keys, folder }, town.clock.now())).toEqual([])

  // A new folder, such as a larger disk, need not wait for midnight.
  await rename(path.join(folder, AREA), path.join(folder, 'moved'))
  expect(await rootsAt('2026-11-23T17:00:00.000Z')).toEqual(['2026-11-24.json'])
  await rm(path.join(folder, AREA), { recursive: true })
  await rename(path.join(folder, 'moved'), path.join(folder, AREA))

  const first = JSON.parse(await readFile(path.join(folder, AREA, '2026-11-20.json'), 'utf8'))
  expect(first.streams).toBeGreaterThan(10)
  expect(await verifyRoots({ db, keys, folder }, AREA)).toMatchObject({ files: 4, findings: [] })
  expect(town.faults).toEqual([])
})
