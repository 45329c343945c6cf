import type { Instant } from '#platform/clock.ts'
import { areasWithStreams } from './roots/draw.ts'
import { rootAreas } from './roots/read.ts'
import type { RootFile } from './roots/root-file.ts'
import { takeRoot, type RootOptions } from './roots/take.ts'

export { takeRoot, type RootOptions } from './roots/take.ts'
export { verifyRoots, type AreaRoots } from './roots/verify.ts'
export type { RootFinding } from './roots/findings.ts'
export { findingWords, isLoss, lossWords } from './roots/words.ts'
export type { RootFile } from './roots/root-file.ts'

/**
 * Takes today's root of every area that has streams or ever had a root. An area that fails does not keep the others from
 * theirs; the fault is thrown at the end, so that the job comes again.
 */
export async function takeRoots(options: RootOptions, now: Instant): Promise<RootFile[]> {
  const taken: RootFile[] = []
  const faults: unknown[] = []
  for (const area of await rootedAreas(options)) {
    try {
      const root = await takeRoot(options, area, now)
      if (root !== undefined) taken.push(root)
    } catch (error) {
      faults.push(error)
    }
  }
  if (faults.length === 1) throw faults[0]
  if (faults.length > 1) throw new AggregateError(faults, 'the roots of several areas could not be taken')
  return taken
}

/** Also areas whose streams have all gone: their old roots are what shows it. */
export async function rootedAreas({ db, folder }: Pick<RootOptions, 'db' | 'folder'>): Promise<string[]> {
  return [...new Set([...(await areasWithStreams(db)), ...(await rootAreas(folder))])].sort()
}
