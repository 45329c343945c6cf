import { FileWalk } from './file-walk.ts'
import type { RootFinding } from './findings.ts'
import { missingHeads } from './in-database.ts'
import { readRoot, rootDays, rootPath } from './read.ts'
import type { ExportedHead, RootFile } from './root-file.ts'
import { StreamWalk } from './stream-walk.ts'
import type { RootOptions } from './take.ts'

export interface AreaRoots {
  areaCode: string
  files: number
  firstDay: string | undefined
  /** The newest file that can be believed. */
  last: RootFile | undefined
  /** Exported heads that were looked for in the database. */
  heads: number
  findings: readonly RootFinding[]
}

/**
 * Holds an area against its root files, the earliest first: each is ours and unchanged, quotes the one before it, has the
 * root of the heads exported so far, and every head ever exported is a fact of the database now. Keeps all heads of the
 * area in memory: about 600 MB for a million.
 */
export async function verifyRoots(options: RootOptions, areaCode: string): Promise<AreaRoots> {
  const { db, keys, folder } = options
  const days = await rootDays(folder, areaCode)
  const files = new FileWalk()
  const streams = new StreamWalk()
  let last: RootFile | undefined
  let heads = 0
  for (const day of days) {
    const changed: ExportedHead[] = []
    const read = await readRoot(rootPath(folder, areaCode, day), keys, (head) => changed.push(head))
    const header = read.header?.area === areaCode && read.header.day === day ? read.header : undefined
    const linked = files.step(day, read.file, header)
    if (header === undefined) {
      streams.forget()
      continue
    }
    if (!linked) streams.forget()
    if (!streams.step(header, changed)) files.findings.push({ kind: 'root-differs', day })
    streams.lost(day, await missingHeads(db, areaCode, changed))
    heads += changed.length
    last = header
  }
  return {
    areaCode,
    files: days.length,
    firstDay: days[0],
    last,
    heads,
    findings: [...files.findings, ...streams.findings],
  }
}
