import { setImmediate } from 'node:timers/promises'

/** Awaited between two pieces of long work; it lets the server answer others whenever a slice is used up. */
export type Breath = () => Promise<void>

/** Beside it an answer waits at most for one slice. */
const SLICE_MS = 8

export function breath(): Breath {
  let since = performance.now()
  return async () => {
    if (performance.now() - since < SLICE_MS) return
    await setImmediate()
    since = performance.now()
  }
}
