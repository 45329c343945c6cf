import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { readItems } from '#capabilities/catalogue/index.ts'
import { packFolder } from '#capabilities/organisation/index.ts'

const PACK = packFolder('boshan-2020')

test('CAS-09/a an item whose step limits do not sum to its promise is refused with its file, the others load', () => {
  const pack = fs.mkdtempSync(path.join(os.tmpdir(), 'yichuang-items-'))
  const folder = path.join(pack, 'items')
  try {
    fs.cpSync(PACK, pack, { recursive: true })
    expect(readItems(folder).problems.filter((problem) => problem.includes('CAS-09'))).toEqual([])
    const file = path.join(folder, 'elderly-allowance.json')
    const item = readItems(folder).items.find(({ id }) => id === 'elderly-allowance')!
    for (const more of [1, -1]) {
      const amount = item.promisedLimit.amount + more
      fs.writeFileSync(file, JSON.stringify({ ...item, promisedLimit: { ...item.promisedLimit, amount } }))
      const { problems } = readItems(folder)
      expect([problems.length, problems[0]]).toEqual([
        1,
        expect.stringMatching(/^elderly-allowance\.json.*CAS-09/),
      ])
    }
  } finally {
    fs.rmSync(pack, { recursive: true })
  }
})
