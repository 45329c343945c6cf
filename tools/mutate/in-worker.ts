import fs from 'node:fs'
import path from 'node:path'
import { afterAll, expect } from 'vitest'

/** More turns than any test takes: a mutant that never ends is stopped here, deterministically. */
const RUNAWAY = Number(process.env['MUTANT_TURNS'] ?? Infinity)
const active = Number(process.env['MUTANT'] ?? -1)
const folder = process.env['MUTANT_REACHED']
const reached = new Set<number>()
let turns = 0

Object.assign(globalThis, {
  __mutant(id: number): boolean {
    turns += 1
    if (turns > RUNAWAY) throw new Error('this mutant does not end')
    if (folder !== undefined) reached.add(id)
    return id === active
  },
})

afterAll(() => {
  if (folder === undefined) return
  const file = expect.getState().testPath!
  const said = { file, turns, reached: [...reached] }
  fs.writeFileSync(path.join(folder, `${encodeURIComponent(file)}.json`), JSON.stringify(said))
})
