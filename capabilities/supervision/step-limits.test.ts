import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { readItems } from '#capabilities/catalogue/index.ts'
import { packFolder } from '#capabilities/organisation/index.ts'

const ITEMS = path.join(packFolder('boshan-2020'), 'items')

test('CAS-09/a an item whose step limits do not sum to its promise is refused with its file, the others load', () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'yichuang-items-'))
  try {
    fs.cpSync(ITEMS, folder, { recursive: true })
    expect(readItems(folder).problems.filter((problem) => problem.includes('CAS-09'))).toEqual([])
    const file = path.join(folder, 'elderly-allowance.json')
    const item = JSON.parse(fs.readFileSync(file, 'utf8')) as { promisedLimit: { amount: number } }
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
    fs.rmSync(folder, { recursive: true })
  }
})
