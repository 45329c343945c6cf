type Numbers = Uint8Array | Uint16Array | Uint32Array

/** Numbers put one after another where nobody knows beforehand how many there will be. */
export interface Growing<A extends Numbers> {
  readonly length: number
  push(value: number): void
  /** All of them, with these behind. */
  whole(behind?: readonly number[]): A
}

export function growing<A extends Numbers>(kind: new (length: number) => A): Growing<A> {
  let held = new kind(1024)
  let length = 0
  const push = (value: number) => {
    if (length === held.length) {
      const larger = new kind(length * 2)
      larger.set(held)
      held = larger
    }
    held[length] = value
    length += 1
  }
  return {
    push,
    get length() {
      return length
    },
    whole(behind = []) {
      const made = new kind(length + behind.length)
      made.set(held.subarray(0, length))
      made.set(behind, length)
      return made
    },
  }
}
