/** A small seeded generator (mulberry32), so that a failing schedule can be replayed from the seed it prints. */
export interface Seeded {
  /** A whole number in [from, to]. */
  whole(from: number, to: number): number
  chance(share: number): boolean
  oneOf<T>(choices: readonly T[]): T
}

export function seeded(seed: number): Seeded {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const whole = (from: number, to: number) => from + Math.floor(next() * (to - from + 1))
  return {
    whole,
    chance: (share) => next() < share,
    oneOf: (choices) => choices[whole(0, choices.length - 1)]!,
  }
}
