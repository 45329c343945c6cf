/** Printed guides by what is on them; the longest unread goes first when the shelf is full. */
export interface Shelf<T> {
  /** What is kept under the key, else what `print` makes; several who ask at once wait for one print. */
  take(key: string, print: () => Promise<T>): Promise<T>
}

export function shelf<T>(places: number): Shelf<T> {
  const kept = new Map<string, Promise<T>>()
  return {
    take(key, print) {
      const held = kept.get(key)
      const copy = held ?? print()
      kept.delete(key)
      kept.set(key, copy)
      if (held === undefined) {
        // A print that failed is not kept: the next one tries again.
        copy.catch(() => kept.get(key) === copy && kept.delete(key))
        if (kept.size > places) kept.delete(kept.keys().next().value!)
      }
      return copy
    },
  }
}
