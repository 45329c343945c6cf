import { GAP, meaningOf, withoutTypedFillers } from './fillers.ts'
import { letterOf, sounds, syllablesOf } from './sounds.ts'
import { SYNONYMS, type Synonym } from './synonyms.ts'

/** A sign as it was written, or a syllable that was typed and may be any of several sounds. */
export interface Unit {
  /** Code of the sign; absent for letters read as pinyin. */
  sign?: number
  sounds: readonly number[]
}

/** One way to read what somebody typed. */
export interface Reading {
  /** Units that stand beside each other, run by run. */
  runs: readonly (readonly Unit[])[]
  /** Letters that may be the initials of what is meant, 1–26. */
  initials?: readonly number[]
  /** What was put in place of what, one or several. */
  understood?: readonly Synonym[]
  /** How sure it is that this was meant, 0 to 1. */
  trust: number
  /** No sign was written, only letters. */
  typed: boolean
}

export interface Question {
  readings: readonly Reading[]
  /** More was typed than is read. */
  cut: boolean
}

/** Nobody asks for a matter in more signs; what is longer costs others their answer. */
export const QUESTION_SIGNS_MAX = 40

/** The question as it was said, then as it may have been meant: a matter is found by the best of them. */
const READINGS_MAX = 8
/** What was said counts a little more than what we make of it. */
const TRUST = { asSaid: 1, synonym: 0.92, initials: 0.9 } as const

export function questionOf(words: string, synonyms: readonly Synonym[] = SYNONYMS): Question {
  // Some single signs of compatibility areas become a dozen (NFKC), so the cut comes after as well as before.
  const plain = [
    ...words
      .slice(0, 4 * QUESTION_SIGNS_MAX)
      .normalize('NFKC')
      .trim(),
  ]
  const cut = words.length > 4 * QUESTION_SIGNS_MAX || plain.length > QUESTION_SIGNS_MAX
  const asked = plain.slice(0, QUESTION_SIGNS_MAX).join('').toLowerCase()
  const ways = [{ text: asked, trust: TRUST.asSaid as number }, ...synonymsIn(asked, synonyms)]
  const readings = ways.flatMap(({ text, ...about }) =>
    readingsOf(text).map((reading) => ({ ...reading, ...about })),
  )
  return { readings: [...readings, ...byInitials(asked)].slice(0, READINGS_MAX), cut }
}

/** Each word that has another for it, put in its place; the longest such words first, and at last all of them together. */
function synonymsIn(
  text: string,
  synonyms: readonly Synonym[],
): { text: string; trust: number; understood: readonly Synonym[] }[] {
  const found: Synonym[] = []
  let left = text
  for (const synonym of synonyms) {
    const sameWord = found.some(({ said }) => said === synonym.said)
    if (!sameWord && !left.includes(synonym.said)) continue
    if (sameWord && !text.includes(synonym.said)) continue
    found.push(synonym)
    left = left.replaceAll(synonym.said, ' ')
    if (found.length === SYNONYMS_MAX) break
  }
  const replaced = ({ said, means }: Synonym, within = text) => within.replaceAll(said, ` ${means} `)
  const single = found.map((each) => ({ text: replaced(each), trust: TRUST.synonym, understood: [each] }))
  const words = new Map(found.toReversed().map((synonym) => [synonym.said, synonym]))
  if (words.size < 2) return single
  const together = [...words.values()].reduce((within, synonym) => replaced(synonym, within), text)
  return [...single, { text: together, trust: TRUST.synonym ** 2, understood: [...words.values()] }]
}

const SYNONYMS_MAX = 4

/** Who types “can ji zheng” means one word, who types “shipin xuke” two. */
function joined(text: string): string {
  return text.replaceAll(SYLLABLE_BY_SYLLABLE, (typed) =>
    typed.split(BETWEEN).every((part) => sounds().isSyllable(part)) ? typed.replaceAll(BETWEEN, '') : typed,
  )
}
const SYLLABLE_BY_SYLLABLE = /[a-z]+(?:[ '][a-z]+)+/gu
const BETWEEN = /[ ']/gu
const LETTERS = /[a-z]+|[^a-z]/gu

/** Signs as they are; a run of letters as pinyin in the likeliest ways, or as it stands (“4050”, “POS机”). */
function readingsOf(text: string): Omit<Reading, 'trust'>[] {
  const runs = meaningOf(joined(text)).map((run) => run.match(LETTERS) ?? [])
  const typed = runs.flat().every((part) => /^[a-z]/.test(part))
  let ways: (readonly Unit[])[][] = [[]]
  for (const run of runs) {
    const read = run.reduce<Unit[][]>((before, part) => spread(before, unitsOf(part)), [[]])
    ways = ways.flatMap((way) => read.map((units) => [...way, units])).slice(0, PINYIN_WAYS_MAX)
  }
  return ways
    .map((way) => way.flatMap(apart))
    .filter((way) => way.length > 0)
    .map((runs) => ({ runs, typed }))
}

const PINYIN_WAYS_MAX = 3

const spread = (before: readonly Unit[][], ways: readonly (readonly Unit[])[]): Unit[][] =>
  before.flatMap((units) => ways.map((way) => [...units, ...way])).slice(0, PINYIN_WAYS_MAX)

function unitsOf(part: string): (readonly Unit[])[] {
  const known = sounds()
  if (!/^[a-z]/.test(part))
    return [Array.from({ length: part.length }, (_, at) => signUnit(part.charCodeAt(at)))]
  const syllables = syllablesOf(part).map(withoutTypedFillers)
  if (syllables.length === 0)
    return [[...part].map((letter) => ({ sign: letter.charCodeAt(0), sounds: known.beginning(letter) }))]
  return syllables.map((way) =>
    way.map((syllable, at) =>
      syllable === GAP
        ? BETWEEN_RUNS
        : {
            // Only the last one may be half typed, even where it is whole by itself: “diba” is on its way to 低保.
            sounds: at < way.length - 1 ? known.whole(syllable) : known.beginning(syllable),
          },
    ),
  )
}

/** Stands where words were left out; what is before it and behind it does not stand beside each other. */
const BETWEEN_RUNS: Unit = { sounds: [] }

function apart(run: readonly Unit[]): Unit[][] {
  const runs: Unit[][] = [[]]
  for (const unit of run)
    if (unit === BETWEEN_RUNS) runs.push([])
    else runs.at(-1)!.push(unit)
  return runs.filter((each) => each.length > 0)
}

/** A wrong sign has mostly the usual sound of the right one. */
const signUnit = (sign: number): Unit => ({ sign, sounds: sounds().of(sign).slice(0, 1) })

/** “yyzz” is 营业执照; longer than eight letters nobody abbreviates. */
function byInitials(text: string): Reading[] {
  if (!/^[a-z]{2,8}$/.test(text)) return []
  return [{ runs: [], initials: [...text].map(letterOf), trust: TRUST.initials, typed: true }]
}
