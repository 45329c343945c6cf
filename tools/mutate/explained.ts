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
  const nth = nthOf(mutants, survivor)
  return list.find(
    (line) =>
      line.file === survivor.file &&
      line.was === survivor.was &&
      line.becomes === survivor.becomes &&
      (line.nth === undefined || line.nth === nth),
  )?.why
}

/** Which mutant this is among those of its file that turn the same text in the same way, counted from 1. */
export function nthOf(mutants: readonly Mutant[], { file, was, becomes, id }: Mutant): number {
  const alike = mutants.filter(
    (other) => other.file === file && other.was === was && other.becomes === becomes,
  )
  return alike.findIndex((other) => other.id === id) + 1
}
