import type { ItemIndex } from './item-index.ts'
import { questionOf, type Reading } from './question.ts'
import { rank, WEIGHTS, type Ranked } from './rank.ts'
import { sounds } from './sounds.ts'

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
  why: Why
}

/** What somebody gets for words: the items, best first; else what is called nearly so; and whether all words were read. */
export interface Found {
  hits: readonly Hit[]
  near: readonly string[]
  cut: boolean
}

const NEAR_MAX = 5

export function answer(index: ItemIndex, words: string, enough: number = WEIGHTS.enough): Found {
  const question = questionOf(words)
  const ranked = rank(index, question)
  const good = ranked.filter(({ score }) => score >= enough)
  return {
    hits: good.map((each) => {
      const { id, version, domain } = index.items[each.item]!
      return { id, version, domain, why: whyOf(index, each) }
    }),
    near: good.length > 0 ? [] : nearest(index, ranked),
    cut: question.cut,
  }
}

function nearest({ lines }: ItemIndex, ranked: readonly Ranked[]): string[] {
  const phrases = ranked.flatMap(({ line, score }) =>
    line === undefined || score < WEIGHTS.near ? [] : [lines.phrase(line)!],
  )
  return [...new Set(phrases)].slice(0, NEAR_MAX)
}

function whyOf({ lines }: ItemIndex, { line, reading }: Ranked): Why {
  const phrase = line === undefined ? undefined : lines.phrase(line)
  if (reading.understood !== undefined) {
    const { said, means } = reading.understood
    return { kind: 'understood', said, means, ...(phrase === undefined ? {} : { phrase }) }
  }
  if (line === undefined || phrase === undefined) return { kind: 'text' }
  if (reading.typed) return { kind: 'pinyin', phrase }
  const held = new Set(Array.from(lines.signs(line), lines.numbers.code))
  return isMisspelt(reading, held) ? { kind: 'sound', phrase } : { kind: 'said', phrase }
}

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
