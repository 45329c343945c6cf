/** Text as it is compared: one width, one case, one form; runs of signs between anything that is neither letter nor digit. */
export function runsOf(text: string): string[] {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((run) => run !== '')
}

/** Signs by number, so that a pair of them is a small whole number. Numbers stay when an index is built anew. */
export interface Signs {
  /** The number of a sign, 0 for one that no line has. */
  find(code: number): number
  number(code: number): number
  code(number: number): number
}

/** A pair of numbers below this fits an integer that the engine keeps unboxed. */
export const SIGNS_MAX = 16_384

export function signs(): Signs {
  const numbers = new Uint16Array(65_536)
  const codes = [0]
  return {
    find: (code) => numbers[code]!,
    code: (number) => codes[number] ?? 0,
    number(code) {
      if (numbers[code] === 0 && codes.length < SIGNS_MAX) {
        numbers[code] = codes.length
        codes.push(code)
      }
      return numbers[code]!
    },
  }
}

export const pairKey = (one: number, next: number): number => one * SIGNS_MAX + next
