import type { Head } from '../commit.ts'
import { rootOf } from '../merkle.ts'
import type { StreamFinding } from './findings.ts'
import type { MissingHead } from './in-database.ts'
import type { ExportedHead, RootFile } from './root-file.ts'
import { withChanges } from './standing.ts'

/** Adds up what has been exported, and remembers what is wrong with each stream, once. */
export class StreamWalk {
  /** Undefined while it is not known: after a file that is missing or altered, until the next complete one. */
  #heads: Head[] | undefined = []
  #root: string | undefined
  readonly #found = new Map<string, StreamFinding>()

  get findings(): StreamFinding[] {
    return [...this.#found.values()]
  }

  forget(): void {
    this.#heads = undefined
  }

  /** Whether the root is that of the heads; true also when that cannot be told. */
  step({ day, complete, root, streams }: RootFile, changed: readonly ExportedHead[]): boolean {
    if (this.#heads !== undefined) this.#backwards(day, this.#heads, changed, complete)
    const before = complete ? [] : this.#heads
    if (before === undefined) return true
    const unchanged = changed.length === 0 && this.#root !== undefined && !complete
    this.#heads = unchanged ? before : withChanges(before, changed)
    this.#root = unchanged ? this.#root : rootOf(this.#heads)
    return this.#heads.length === streams && this.#root === root
  }

  #backwards(day: string, heads: readonly Head[], changed: readonly ExportedHead[], complete: boolean): void {
    let at = 0
    for (const { stream, version } of heads) {
      while (at < changed.length && changed[at]!.stream < stream) at += 1
      const listed = changed[at]?.stream === stream
      const to = listed ? changed[at]!.version : complete ? 0 : version
      if (to < version && !this.#found.has(stream)) {
        this.#found.set(stream, { kind: 'went-back', day, stream, from: version, to })
      }
    }
  }

  /** Of several versions that are not there the highest is named; a fact that was replaced says more than either. */
  lost(day: string, missing: readonly MissingHead[]): void {
    for (const { stream, version, now, replaced } of missing) {
      if (this.#found.get(stream)?.kind === 'replaced') continue
      this.#found.set(
        stream,
        replaced
          ? { kind: 'replaced', day, stream, version }
          : now === 0
            ? { kind: 'stream-missing', day, stream, version }
            : { kind: 'cut-off', day, stream, version, now },
      )
    }
  }
}
