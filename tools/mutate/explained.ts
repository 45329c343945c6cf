import fs from 'node:fs'
import path from 'node:path'
import type { Mutant } from './mutants.ts'

/** A mutant that no test can kill because it changes nothing anybody can see, with the reason. */
export interface Explained {
  file: string
  was: string
  becomes: string
  /** Where the same text stands more than once: which of them, counted from 1; left out, all. */
  nth?: number
  why: string
}

const FILE = path.join(import.meta.dirname, 'explained.json')

export function explained(): Explained[] {
  return fs.existsSync(FILE) ? (JSON.parse(fs.readFileSync(FILE, 'utf8')) as Explained[]) : []
}

/** The reason on record for a survivor, if there is one. */
export function reasonFor(
  list: readonly Explained[],
  mutants: readonly Mutant[],
  survivor: Mutant,
): string | undefined {
  const alike = mutants.filter(
    ({ file, was, becomes }) =>
      file === survivor.file && was === survivor.was && becomes === survivor.becomes,
  )
  const nth = alike.indexOf(survivor) + 1
  return list.find(
    (line) =>
      line.file === survivor.file &&
      line.was === survivor.was &&
      line.becomes === survivor.becomes &&
      (line.nth === undefined || line.nth === nth),
  )?.why
}
