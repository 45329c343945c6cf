import { letterOf, sounds, SOUNDS_MAX } from './sounds.ts'
import { pairKey, type Signs } from './signs.ts'

// What of a line is looked up: pairs of signs, single signs, the same by sound, and initials of its pinyin. 0 parts two runs.

type Keys = (line: Uint16Array, numbers: Signs, emit: (key: number) => void) => void

export const pairKeys: Keys = (line, _numbers, emit) => {
  for (let at = 1; at < line.length; at += 1)
    if (line[at - 1] !== 0 && line[at] !== 0) emit(pairKey(line[at - 1]!, line[at]!))
}

export const signKeys: Keys = (line, _numbers, emit) => {
  for (const sign of line) if (sign !== 0) emit(sign)
}

/** Every reading of a sign beside every reading of the next: 银行 is found by its yinhang although 行 is mostly xing. */
export const soundPairKeys: Keys = (line, numbers, emit) => {
  const { of } = sounds()
  for (let at = 1; at < line.length; at += 1)
    for (const one of of(numbers.code(line[at - 1]!)))
      for (const next of of(numbers.code(line[at]!))) emit(soundPairKey(one, next))
}

/** Alone a sign has only its usual sound: “lao” is 老, and 落 for hardly anybody. */
export const soundKeys: Keys = (line, numbers, emit) => {
  const { of } = sounds()
  for (const sign of line) {
    const [usual] = of(numbers.code(sign))
    if (usual !== undefined) emit(usual)
  }
}

export const soundPairKey = (one: number, next: number): number => one * SOUNDS_MAX + next

/** Three initials in a row anywhere, and the two that a line begins with. */
export const initialKeys: Keys = (line, numbers, emit) => {
  const letters = initialsOf(line, numbers)
  for (let at = 2; at < letters.length; at += 1)
    emit(threeInitials(letters[at - 2]!, letters[at - 1]!, letters[at]!))
  if (letters.length > 1) emit(firstInitials(letters[0]!, letters[1]!))
}

const LETTERS = 27
export const threeInitials = (one: number, two: number, three: number): number =>
  (one * LETTERS + two) * LETTERS + three
export const firstInitials = (one: number, two: number): number => LETTERS ** 3 + one * LETTERS + two

export function initialsOf(line: Uint16Array, numbers: Signs): number[] {
  const { initial } = sounds()
  return Array.from(line, (sign) => {
    const code = numbers.code(sign)
    const letter = letterOf(String.fromCharCode(code))
    return letter >= 1 && letter <= 26 ? letter : initial(code)
  }).filter((letter) => letter > 0)
}
