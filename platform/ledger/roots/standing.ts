import path from 'node:path'
import type { Head } from '../commit.ts'
import { linesOf } from './read.ts'
import type { ExportedHead } from './root-file.ts'

/**
 * All heads as the last root saw them, beside the root files. Only a convenience that saves the daily job from reading
 * every root file again: it is believed when its root is the one in the last file, and made anew when it is not.
 */
export const standingPath = (folder: string, areaCode: string): string =>
  path.join(folder, areaCode, 'latest-heads.txt')

export const standingText = ({ stream, version, hash }: Head): string => `${stream} ${version} ${hash}`

/** The heads in their order, page by page; a file that is missing or damaged ends early. */
export async function* standingPages(file: string): AsyncGenerator<Head[]> {
  try {
    for await (const lines of linesOf(file)) {
      yield lines.map((line) => {
        const [stream = '', version = '', hash = ''] = line.split(' ')
        return { stream, version: Number(version), hash }
      })
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
  }
}

/** The heads after a root, from those before it and what its file says has changed. Both are in the order of streams. */
export function withChanges(heads: readonly Head[], changed: readonly ExportedHead[]): Head[] {
  const after: Head[] = []
  let at = 0
  for (const { stream, version, hash } of changed) {
    for (; at < heads.length && heads[at]!.stream < stream; at += 1) after.push(heads[at]!)
    if (heads[at]?.stream === stream) at += 1
    if (hash !== null) after.push({ stream, version, hash })
  }
  for (; at < heads.length; at += 1) after.push(heads[at]!)
  return after
}
