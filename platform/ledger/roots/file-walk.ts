import type { FileFinding } from './findings.ts'
import type { RootFile } from './root-file.ts'

/** Goes along the files and remembers the one before. */
export class FileWalk {
  readonly findings: FileFinding[] = []
  #before: { day: string; file: string; header: RootFile | undefined } | undefined

  /** Whether what this file says has changed can be added to what the files before it said. */
  step(day: string, file: string, header: RootFile | undefined): boolean {
    const finding = header === undefined ? ({ kind: 'file-altered', day } as const) : this.#wrongLink(header)
    if (finding !== undefined) this.findings.push(finding)
    this.#before = { day, file, header }
    return finding === undefined
  }

  #wrongLink({ day, previous }: RootFile): FileFinding | undefined {
    const before = this.#before
    if (previous === null) return before === undefined ? undefined : { kind: 'chain-broken', day }
    if (before === undefined || previous.day > before.day) {
      return { kind: 'file-missing', day: previous.day, quotedBy: day }
    }
    // Altered when this one was written, so nothing of it is quoted that could be compared; it may have been put right since.
    if (previous.day === before.day && (previous.root === null || before.header === undefined))
      return undefined
    const same = previous.day === before.day && previous.file === before.file
    return same && previous.root === before.header?.root ? undefined : { kind: 'chain-broken', day }
  }
}
