export type RootFinding = FileFinding | StreamFinding

export type FileFinding =
  /** Not what this installation wrote under this master key, or under another name. */
  | { kind: 'file-altered'; day: string }
  /** A later file quotes it and it is not there. */
  | { kind: 'file-missing'; day: string; quotedBy: string }
  /** The file quotes another predecessor than the one that is there. */
  | { kind: 'chain-broken'; day: string }
  /** Computed again from the heads exported so far, the root is another one. */
  | { kind: 'root-differs'; day: string }

export type StreamFinding =
  /** Between two roots the stream lost facts; `to` 0: all of them. */
  | { kind: 'went-back'; day: string; stream: string; from: number; to: number }
  /** Exported at `version`, and that fact is not there; `now` is the last one that is. */
  | { kind: 'cut-off'; day: string; stream: string; version: number; now: number }
  | { kind: 'stream-missing'; day: string; stream: string; version: number }
  /** The fact of that version is another one than was exported. */
  | { kind: 'replaced'; day: string; stream: string; version: number }
