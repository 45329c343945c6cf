import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testDatabase } from '#platform/testing/database.ts'
import { simulate } from './simulate.ts'

const SEED = 20260914

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'yichuang-simulation-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

test('a month of a town', async () => {
  console.log(`seed ${SEED}`)
  const report = await simulate({
    db: await testDatabase(),
    folder,
    seed: SEED,
    days: Number(process.env['DAYS'] ?? 30),
    onDay: console.log,
  })
  console.log(JSON.stringify(report, null, 1))
  expect(report.neverDone).toEqual([])
}, 300_000)
