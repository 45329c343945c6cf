/**
 * Stored content as inspection, scanners and downloads read it. A changed or cut file throws while being
 * read.
 */
export interface Content {
  readonly size: number
  /** At most `length` bytes from `from`; fewer only at the end. */
  read(from: number, length: number): Promise<Buffer>
  stream(): AsyncIterable<Buffer>
}

export function contentOf(bytes: Uint8Array): Content {
  const all = Buffer.from(bytes)
  return {
    size: all.length,
    read: async (from, length) => all.subarray(from, from + length),
    async *stream() {
      yield all
    },
  }
}
