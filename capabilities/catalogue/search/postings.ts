import type { Breath } from './breath.ts'

/** For each key the numbers of the lines that hold it, ascending, in one array: a hundred thousand items are some tens of megabytes. */
export class Postings {
  readonly #slots: ReadonlyMap<number, number>
  readonly #starts: Uint32Array
  readonly #lines: Uint32Array

  constructor(slots: ReadonlyMap<number, number>, starts: Uint32Array, lines: Uint32Array) {
    this.#slots = slots
    this.#starts = starts
    this.#lines = lines
  }

  /** How many lines hold the key. */
  count(key: number): number {
    const slot = this.#slots.get(key)
    return slot === undefined ? 0 : this.#starts[slot + 1]! - this.#starts[slot]!
  }

  lines(key: number): Uint32Array {
    const slot = this.#slots.get(key)
    return slot === undefined ? NO_LINES : this.#lines.subarray(this.#starts[slot], this.#starts[slot + 1])
  }

  get bytes(): number {
    return this.#lines.byteLength + this.#starts.byteLength
  }
}

const NO_LINES = new Uint32Array(0)

/** Counts first and fills then, so that no list is ever copied to grow. `keysOf` may name a key of a line twice; it counts once. */
export async function postingsOf(
  lines: number,
  keysOf: (line: number, emit: (key: number) => void) => void,
  breath: Breath,
): Promise<Postings> {
  const slots = new Map<number, number>()
  const counts: number[] = []
  const seenBy: number[] = []
  for (let line = 0; line < lines; line += 1) {
    if (line % BETWEEN_BREATHS === 0) await breath()
    keysOf(line, (key) => {
      let slot = slots.get(key)
      if (slot === undefined) {
        slot = counts.length
        slots.set(key, slot)
        counts.push(0)
        seenBy.push(-1)
      }
      if (seenBy[slot] === line) return
      seenBy[slot] = line
      counts[slot]! += 1
    })
  }
  const starts = new Uint32Array(counts.length + 1)
  for (const [slot, count] of counts.entries()) starts[slot + 1] = starts[slot]! + count
  const filled = new Uint32Array(starts[counts.length]!)
  const next = starts.slice()
  for (let line = 0; line < lines; line += 1) {
    if (line % BETWEEN_BREATHS === 0) await breath()
    keysOf(line, (key) => {
      const slot = slots.get(key)!
      const at = next[slot]!
      if (at > starts[slot]! && filled[at - 1] === line) return
      filled[at] = line
      next[slot] = at + 1
    })
  }
  return new Postings(slots, starts, filled)
}

const BETWEEN_BREATHS = 200
