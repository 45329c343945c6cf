import { isAboutAnything } from './fillers.ts'
import type { ItemIndex } from './item-index.ts'
import { questionOf, type Question, type Reading } from './question.ts'
import { rank, type Ranked } from './rank.ts'
import { sounds } from './sounds.ts'
import type { Synonym } from './synonyms.ts'

/** Why an item came up, for whoever asked. `phrase` is what the item is called that came nearest. */
export type Why =
  | { kind: 'said'; phrase: string }
  | { kind: 'understood'; said: string; means: string; phrase?: string }
  | { kind: 'sound'; phrase: string }
  | { kind: 'pinyin'; phrase: string }
  | { kind: 'text' }

export interface Hit {
  id: string
  version: number
  domain: string
  /** As it is published, and what people call it first where it has such a word. */
  name: string
  alias?: string
  why: Why
  /** How well it answers; comparable within one answer. */
  score: number
}

/** What somebody gets for words. */
export interface Found {
  /** The items, best first. */
  hits: readonly Hit[]
  /** The best of them says what was asked for; otherwise all of them are no more than the nearest there are. */
  sure: boolean
  /** Where there are none: what is called nearly so. */
  near: readonly string[]
  /** Not all of the words were read. */
  cut: boolean
}

/**
 * A best hit from `sure` on is what was asked for; below `enough` an item is no answer, unless it is called by a word that was written (`word`).
 * From `near` on its phrase is offered as a question back. Beside a good hit nothing is listed that has less than `beside` of it: who
 * asks for 开饭店 does not mean 开房产证明. Beside what is called as it was said, what had to be understood counts less (`besideSaid`).
 */
export interface Levels {
  sure: number
  enough: number
  word: number
  near: number
  beside: number
  besideSaid: number
}
const LEVELS: Levels = { sure: 0.45, enough: 0.28, word: 0.15, near: 0.13, beside: 0.62, besideSaid: 0.8 }

const NEAR_MAX = 5

export interface Asking {
  /** What people of this area say for what an item is called. */
  synonyms?: readonly Synonym[]
  levels?: Levels
}

export function answer(index: ItemIndex, words: string, { synonyms, levels = LEVELS }: Asking = {}): Found {
  const question = questionOf(words, synonyms)
  const ranked = rank(index, question)
  const best = ranked[0]?.score ?? 0
  const good = listed(index, ranked, wordsOf(question), levels)
  return {
    hits: good.map((each) => {
      const { id, version, domain } = index.items[each.item]!
      // Of two hundred hits eight are shown; why the others came up nobody asks.
      return {
        ...{ id, version, domain, score: each.score, ...calledIn(index, each.item) },
        get why() {
          return whyOf(index, each)
        },
      }
    }),
    sure: best >= levels.sure,
    near: good.length > 0 ? [] : nearest(index, ranked, question, levels),
    cut: question.cut,
  }
}

/** The lines of an item begin with its name and its aliases; the running text, of which no phrase is kept, comes last. */
function calledIn({ lines }: ItemIndex, item: number): { name: string; alias?: string } {
  const [name = 0, alias] = lines.ofItem(item)
  const first = alias === undefined ? undefined : lines.phrase(alias)
  return { name: lines.phrase(name) ?? '', ...(first === undefined ? {} : { alias: first }) }
}

/** What is good enough beside the best, and what answers a part of the question that nothing better does: 注册民非 names two things. */
function listed(
  index: ItemIndex,
  ranked: readonly Ranked[],
  words: ReadonlySet<string>,
  { enough, word, beside, besideSaid }: Levels,
): Ranked[] {
  // A word for word hit is worth more than one; what fits as well as any other phrase does may stand beside it.
  const best = Math.min(ranked[0]?.score ?? 0, 1)
  const said = ranked[0]?.reading.understood === undefined
  const open = new Set(words)
  return ranked.filter((each) => {
    const held = wordsIn(index, each, words)
    if (each.score < (held.length > 0 ? Math.min(word, enough) : enough)) return false
    const least = best * (said && each.reading.understood !== undefined ? besideSaid : beside)
    if (each.score < least && !held.some((one) => open.has(one))) return false
    for (const one of held) open.delete(one)
    return true
  })
}

function wordsIn({ lines }: ItemIndex, { line }: Ranked, words: ReadonlySet<string>): string[] {
  const phrase = line === undefined ? '' : lines.phrase(line)!
  return [...words].filter((word) => phrase.includes(word))
}

/** Every two written signs beside each other that say what it is about. */
function wordsOf({ readings }: Question): ReadonlySet<string> {
  const found = new Set<string>()
  for (const run of readings[0]?.runs ?? [])
    for (const [at, { sign }] of run.entries()) {
      const before = run[at - 1]?.sign
      if (sign === undefined || before === undefined || isAboutAnything(before, sign)) continue
      found.add(String.fromCharCode(before, sign))
    }
  return found
}

/** Phrases that hold a good part of the signs that were written; what only sounds alike would be a riddle. */
function nearest(
  { lines }: ItemIndex,
  ranked: readonly Ranked[],
  { readings }: Question,
  { near }: Levels,
): string[] {
  const written = new Set(readings[0]?.runs.flat().flatMap(({ sign }) => sign ?? []))
  const shared = (phrase: string) =>
    [...written].filter((sign) => phrase.includes(String.fromCharCode(sign))).length
  const phrases = ranked.flatMap(({ line, score, reading }) => {
    if (line === undefined || score < near) return []
    const phrase = lines.phrase(line)!
    return reading.typed || shared(phrase) * 2 >= written.size ? [phrase] : []
  })
  return [...new Set(phrases)].slice(0, NEAR_MAX)
}

function whyOf({ lines }: ItemIndex, { line, reading }: Ranked): Why {
  const phrase = line === undefined ? undefined : lines.phrase(line)
  const understood = reading.understood?.find(({ means }) => shareSign(means, phrase ?? means))
  if (understood !== undefined)
    return { kind: 'understood', ...understood, ...(phrase === undefined ? {} : { phrase }) }
  if (line === undefined || phrase === undefined) return { kind: 'text' }
  if (reading.typed) return { kind: 'pinyin', phrase }
  const held = new Set(Array.from(lines.signs(line), lines.numbers.code))
  return isMisspelt(reading, held) ? { kind: 'sound', phrase } : { kind: 'said', phrase }
}

const shareSign = (one: string, other: string) =>
  [...one].some((sign) => sign !== ' ' && other.includes(sign))

/** Some sign that was written is not there, and one of the same sound is where none was written. */
function isMisspelt({ runs }: Reading, held: ReadonlySet<number>): boolean {
  const written = runs.flat().flatMap(({ sign }) => (sign === undefined ? [] : [sign]))
  const left = [...held].filter((code) => !written.includes(code)).flatMap((code) => sounds().of(code))
  return runs
    .flat()
    .some(
      ({ sign, sounds: of }) => sign !== undefined && !held.has(sign) && of.some((one) => left.includes(one)),
    )
}
