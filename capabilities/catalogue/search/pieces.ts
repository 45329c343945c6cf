import type { ItemIndex } from './item-index.ts'
import { firstInitials, soundPairKey, threeInitials } from './keys.ts'
import type { Postings } from './postings.ts'
import { isAboutAnything } from './fillers.ts'
import type { Reading, Unit } from './question.ts'
import { pairKey } from './signs.ts'

/** A part of a question with the lists of lines that hold it. */
export interface Piece {
  weight: number
  lists: readonly Uint32Array[]
}

/**
 * A pair of signs is worth most; a sound stands for the sign that was meant, and alone only where no sign was written. What every other
 * matter is called as well (手续, 许可) is worth less than what tells them apart.
 */
const WORTH = {
  ...{ pair: 1, sign: 0.3, soundPair: 0.45, sound: 0.25, typedPair: 1, typedSound: 0.2 },
  aboutAnything: 0.45,
} as const

/**
 * What no line has counts like something common: unknown words make an answer less sure. Together they count at most as much as what is
 * known, so that a long story around one clear word does not drown it.
 */
const UNKNOWN = 0.35
/** Letters nobody writes by mistake: syllables that stand nowhere beside each other mean something else. */
const UNKNOWN_TYPED = 0.8
/** About a word of two signs: less than that known does not hold against what is not. */
const WORD = 1.5

/** Sounds that may follow a half typed syllable; more of them are no hint. */
const SOUNDS_TRIED = 40

/** Entries looked at for one reading; what is in every third line is left out where rarer pieces are at hand. */
const ENTRIES_MAX = 30_000

interface Wanted {
  worth: number
  table: Postings
  keys: readonly number[]
}

/** The pieces of a reading, the rarest first, and the weight of them all together. */
export function piecesOf(index: ItemIndex, reading: Reading): { pieces: Piece[]; full: number } {
  const wanted = reading.initials
    ? initialPieces(index, reading.initials)
    : reading.runs.flatMap((run) => runPieces(index, run, reading.typed))
  const counted = withoutRepeats(wanted).map(({ worth, table, keys }) => ({
    ...{ worth, table, keys },
    count: keys.reduce((sum, key) => sum + table.count(key), 0),
  }))
  const rarest = Math.log(1 + index.lines.count)
  const rarity = (count: number) => Math.log(1 + index.lines.count / count) / rarest
  const pieces: Piece[] = []
  const unknownCounts = reading.typed && reading.initials === undefined ? UNKNOWN_TYPED : UNKNOWN
  let [full, unknown, entries] = [0, 0, 0]
  for (const { worth, table, keys, count } of counted.toSorted((one, other) => one.count - other.count)) {
    if (count === 0) {
      unknown += worth * unknownCounts
      continue
    }
    entries += count
    if (entries > ENTRIES_MAX && pieces.length > 0) break
    const weight = worth * rarity(count)
    full += weight
    pieces.push({ weight, lists: keys.map((key) => table.lines(key)).filter((list) => list.length > 0) })
  }
  return { pieces, full: pieces.length === 0 ? 0 : full + Math.min(unknown, Math.max(full, WORD)) }
}

/** Who says a thing nine times does not mean it nine times. */
function withoutRepeats(wanted: readonly Wanted[]): Wanted[] {
  const seen = new Map<Postings, Set<string>>()
  return wanted.filter(({ table, keys }) => {
    const held = seen.get(table) ?? new Set<string>()
    seen.set(table, held)
    const key = keys.join()
    const first = !held.has(key)
    held.add(key)
    return first
  })
}

function runPieces(index: ItemIndex, run: readonly Unit[], typed: boolean): Wanted[] {
  const { numbers } = index.lines
  const numberOf = ({ sign }: Unit) => (sign === undefined ? 0 : numbers.find(sign))
  const wanted: Wanted[] = []
  for (const [at, unit] of run.entries()) {
    const sign = numberOf(unit)
    if (unit.sign !== undefined) wanted.push({ worth: WORTH.sign, table: index.single, keys: [sign] })
    else wanted.push({ worth: typed ? WORTH.typedSound : WORTH.sound, table: index.sound, keys: unit.sounds })
    const next = run[at + 1]
    if (next === undefined) continue
    const bothSigns = unit.sign !== undefined && next.sign !== undefined
    const share = bothSigns && isAboutAnything(unit.sign!, next.sign!) ? WORTH.aboutAnything : 1
    if (bothSigns)
      wanted.push({ worth: share * WORTH.pair, table: index.pairs, keys: [pairKey(sign, numberOf(next))] })
    if (
      unit.sounds.length * next.sounds.length > SOUNDS_TRIED ||
      unit.sounds.length * next.sounds.length === 0
    )
      continue
    const keys = unit.sounds.flatMap((one) => next.sounds.map((other) => soundPairKey(one, other)))
    wanted.push({
      worth: bothSigns ? share * WORTH.soundPair : WORTH.typedPair,
      table: index.soundPairs,
      keys,
    })
  }
  return wanted
}

function initialPieces(index: ItemIndex, letters: readonly number[]): Wanted[] {
  const table = index.initials
  if (letters.length === 2) return [{ worth: 1, table, keys: [firstInitials(letters[0]!, letters[1]!)] }]
  return letters
    .slice(2)
    .map((third, at) => ({ worth: 1, table, keys: [threeInitials(letters[at]!, letters[at + 1]!, third)] }))
}
