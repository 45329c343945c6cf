import fs from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { sweepOutgoing } from '../index.ts'

const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'yichuang-outgoing-'))
afterAll(() => fs.rm(folder, { recursive: true, force: true }))

test('messages nobody fetched for a month go, with the numbers in them', async () => {
  for (const day of ['2026-10-23', '2026-10-24', '2026-11-23', 'kept-by-hand'])
    await fs.mkdir(path.join(folder, 'sms', day), { recursive: true })
  await sweepOutgoing(folder, '2026-11-23T01:00:00.000Z')
  expect((await fs.readdir(path.join(folder, 'sms'))).toSorted()).toEqual([
    '2026-10-24',
    '2026-11-23',
    'kept-by-hand',
  ])
})
