import { pinyin } from 'pinyin-pro'

/**
 * How signs sound, without tones and with the differences that many ears do not hear (zh/z, ch/c, sh/s, -ng/-n after a, e, i) left out,
 * so that a wrong sign of the same sound and hasty pinyin meet the right one. A folded sound is a small number.
 */
export interface Sounds {
  /** The sounds of a sign, the usual one first; none for anything that is no Chinese sign. */
  of(sign: number): readonly number[]
  /** Sounds whose pinyin begins with these letters. */
  beginning(letters: string): readonly number[]
  /** The sound of a whole syllable. */
  whole(syllable: string): readonly number[]
  /** Whether these letters are a whole syllable. */
  isSyllable(letters: string): boolean
  /** 1–26 for a–z, by the usual reading; 0 where there is none. */
  initial(sign: number): number
}

const FIRST_SIGN = 0x4e00
const LAST_SIGN = 0x9fa5
/** A fourth reading is of old books. */
const READINGS_MAX = 3

/** Room for sounds in keys: folded there are about 250. */
export const SOUNDS_MAX = 512

let known: Sounds | undefined

/** Made once a process, in an eighth of a second: the readings of every sign, so that no search asks the dictionary. */
export function sounds(): Sounds {
  return (known ??= readAll())
}

function readAll(): Sounds {
  const syllables = new Map<string, number>()
  const folded = new Map<string, number>()
  const initials = new Uint8Array(LAST_SIGN - FIRST_SIGN + 1)
  const readings: (readonly number[])[] = []
  const soundOf = (syllable: string) => {
    const held = syllables.get(syllable)
    if (held !== undefined) return held
    const key = fold(syllable)
    const sound = folded.get(key) ?? folded.size + 1
    folded.set(key, sound)
    syllables.set(syllable, sound)
    return sound
  }
  for (let sign = FIRST_SIGN; sign <= LAST_SIGN; sign += 1) {
    const read = pinyin(String.fromCharCode(sign), {
      multiple: true,
      type: 'array',
      toneType: 'none',
      v: true,
    })
    const plain = read.filter((syllable) => /^[a-z]+$/.test(syllable)).slice(0, READINGS_MAX)
    readings.push([...new Set(plain.map(soundOf))])
    if (plain[0] !== undefined) initials[sign - FIRST_SIGN] = letterOf(plain[0])
  }
  const beginnings = new Map<string, readonly number[]>()
  const sorted = [...syllables.keys()].toSorted()
  return {
    of: (sign) => readings[sign - FIRST_SIGN] ?? NONE,
    initial: (sign) => initials[sign - FIRST_SIGN] ?? 0,
    whole: (syllable) => (syllables.has(syllable) ? [syllables.get(syllable)!] : NONE),
    isSyllable: (letters) => syllables.has(letters),
    beginning(letters) {
      const held = beginnings.get(letters)
      if (held !== undefined) return held
      const found = sorted.filter((syllable) => syllable.startsWith(letters))
      const made = [...new Set(found.map((syllable) => syllables.get(syllable)!))]
      // Only beginnings that exist are remembered: there are few hundred of them, and endless others.
      if (made.length > 0) beginnings.set(letters, made)
      return made
    },
  }
}

const NONE: readonly number[] = []

export const letterOf = (letters: string): number => letters.charCodeAt(0) - 96

const fold = (syllable: string): string => syllable.replace(/^([zcs])h/, '$1').replace(/([aei]n)g$/, '$1')

/** Whole syllables of a run of letters, the last one perhaps half typed; the ways with the fewest come first. */
export function syllablesOf(letters: string, known: Sounds = sounds()): string[][] {
  // From the end: the best ways to read what follows each place.
  const ways: string[][][] = Array.from({ length: letters.length + 1 }, () => [])
  ways[letters.length] = [[]]
  for (let at = letters.length - 1; at >= 0; at -= 1) {
    const here: string[][] = []
    for (let end = Math.min(letters.length, at + LONGEST_SYLLABLE); end > at; end -= 1) {
      const part = letters.slice(at, end)
      const half = end === letters.length && known.beginning(part).length > 0
      if (known.isSyllable(part) || half) here.push(...ways[end]!.map((rest) => [part, ...rest]))
    }
    const cost = (way: readonly string[]) => way.length + (known.isSyllable(way.at(-1)!) ? 0 : 0.5)
    ways[at] = here.toSorted((one, other) => cost(one) - cost(other)).slice(0, WAYS_MAX)
  }
  return ways[0]!
}

/** zhuang, chuang, shuang. */
const LONGEST_SYLLABLE = 6
/** xian is one syllable or two (西安); more than three ways are guesses. */
const WAYS_MAX = 3
