import type { Instant } from '#platform/clock.ts'
import { rootOf } from '../merkle.ts'
import type { Head } from '../commit.ts'
import { missingHeads } from './in-database.ts'
import { readRoot, rootDays, rootPath, type ReadRoot } from './read.ts'
import type { ExportedHead, RootFile } from './root-file.ts'
import { withChanges } from './standing.ts'
import type { RootOptions } from './take.ts'

export type RootFinding =
  /** Not what this installation wrote under this master key, or under another name. */
  | { kind: 'file-altered'; day: string }
  /** A later file quotes it and it is not there. */
  | { kind: 'file-missing'; day: string; quotedBy: string }
  /** The file quotes another predecessor than the one that is there. */
  | { kind: 'chain-broken'; day: string; before: string | null }
  | { kind: 'root-differs'; day: string }
  /** Between two roots a stream lost facts; `to` 0: all of them. */
  | { kind: 'went-back'; day: string; stream: string; from: number; to: number }
  /** Exported at `version`, and that fact is not there now; `now` is the last one that is. */
  | { kind: 'cut-off'; day: string; stream: string; version: number; now: number }
  | { kind: 'stream-missing'; day: string; stream: string; version: number }
  /** The fact of that version is another one than was exported. */
  | { kind: 'replaced'; day: string; stream: string; version: number }

export interface AreaRoots {
  areaCode: string
  files: number
  firstDay?: string
  last?: { day: string; takenAt: Instant; root: string; streams: number }
  /** Exported heads that were looked for in the database. */
  heads: number
  findings: RootFinding[]
}

/**
 * Holds an area against its root files, the earliest first: each is ours and unchanged, quotes the one before it, has the
 * root of the heads exported so far, and every head ever exported is a fact of the database now. Keeps all heads of the
 * area in memory, about 250 bytes for each.
 */
export async function verifyRoots(options: RootOptions, areaCode: string): Promise<AreaRoots> {
  const days = await rootDays(options.folder, areaCode)
  const walk = new RootWalk(areaCode)
  for (const day of days) {
    const changed: ExportedHead[] = []
    const read = await readRoot(rootPath(options.folder, areaCode, day), options.keys, (head) =>
      changed.push(head),
    )
    walk.file(day, read, changed)
    if (walk.trusts(day, read)) walk.lost(day, await missingHeads(options.db, areaCode, changed), changed)
  }
  const [firstDay] = days
  return { ...walk.result, files: days.length, ...(firstDay ? { firstDay } : {}) }
}

class RootWalk {
  readonly result: AreaRoots
  readonly #areaCode: string
  #before: { day: string; read: ReadRoot } | undefined
  /** Undefined while it is not known: after a file that is missing or altered, until the next complete one. */
  #heads: Head[] | undefined = []
  readonly #named = new Set<string>()

  constructor(areaCode: string) {
    this.#areaCode = areaCode
    this.result = { areaCode, files: 0, heads: 0, findings: [] }
  }

  trusts(day: string, { header }: ReadRoot): header is RootFile & undefined {
    return header !== undefined && header.area === this.#areaCode && header.day === day
  }

  file(day: string, read: ReadRoot, changed: readonly ExportedHead[]): void {
    const { header } = read
    if (header === undefined || !this.trusts(day, read)) {
      this.#find({ kind: 'file-altered', day })
      this.#heads = undefined
    } else {
      this.#link(header)
      this.#accumulate(header, changed)
      const { takenAt, root, streams } = header
      this.result.last = { day, takenAt, root, streams }
    }
    this.#before = { day, read }
  }

  #link({ day, previous }: RootFile): void {
    const before = this.#before
    if (previous === null && before === undefined) return
    if (previous !== null && (before === undefined || previous.day > before.day)) {
      this.#find({ kind: 'file-missing', day: previous.day, quotedBy: day })
      this.#heads = undefined
      return
    }
    const same = previous?.day === before?.day && previous?.file === before?.read.file
    const root = before?.read.header?.root
    if (same && (root === undefined || previous?.root === root)) return
    // An altered file differs from what is quoted of it; it has been named already.
    if (previous?.day === before?.day && root === undefined) return
    this.#find({ kind: 'chain-broken', day, before: before?.day ?? null })
    this.#heads = undefined
  }

  #accumulate({ day, complete, root, streams }: RootFile, changed: readonly ExportedHead[]): void {
    const before = complete ? [] : this.#heads
    if (this.#heads !== undefined) this.#backwards(day, this.#heads, changed)
    if (before === undefined) return
    const after = withChanges(before, changed)
    if (after.length !== streams || rootOf(after) !== root) this.#find({ kind: 'root-differs', day })
    this.#heads = after
  }

  #backwards(day: string, heads: readonly Head[], changed: readonly ExportedHead[]): void {
    let at = 0
    for (const { stream, version } of changed) {
      while (at < heads.length && heads[at]!.stream < stream) at += 1
      const from = heads[at]?.stream === stream ? heads[at]!.version : 0
      if (version < from) this.#name({ kind: 'went-back', day, stream, from, to: version })
    }
  }

  lost(
    day: string,
    missing: Awaited<ReturnType<typeof missingHeads>>,
    changed: readonly ExportedHead[],
  ): void {
    this.result.heads += changed.filter(({ version }) => version > 0).length
    for (const { stream, version, now, replaced } of missing) {
      if (now === 0) this.#name({ kind: 'stream-missing', day, stream, version })
      else if (replaced) this.#name({ kind: 'replaced', day, stream, version })
      else this.#name({ kind: 'cut-off', day, stream, version, now })
    }
  }

  /** A stream is named once: what is wrong with its later versions follows from the first. */
  #name(finding: Extract<RootFinding, { stream: string }>): void {
    if (this.#named.has(finding.stream)) return
    this.#named.add(finding.stream)
    this.#find(finding)
  }

  #find(finding: RootFinding): void {
    this.result.findings.push(finding)
  }
}
