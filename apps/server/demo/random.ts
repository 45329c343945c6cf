/** Small seeded randomness, so that every demo county is the same one. */
export interface Random {
  /** 0 ≤ n < below. */
  whole(below: number): number
  oneOf<T>(list: readonly T[]): T
  chance(share: number): boolean
}

/** Mulberry32: a published 32-bit generator; good enough for choosing who files what. */
export function random(seed: number): Random {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const whole = (below: number): number => Math.floor(next() * below)
  return { whole, oneOf: (list) => list[whole(list.length)]!, chance: (share) => next() < share }
}
