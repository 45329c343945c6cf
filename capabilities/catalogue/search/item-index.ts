import type { Breath } from './breath.ts'
import { meaningOf } from './fillers.ts'
import { growing, type Growing } from './growing.ts'
import { initialKeys, pairKeys, signKeys, soundKeys, soundPairKeys } from './keys.ts'
import { postingsOf, type Postings } from './postings.ts'
import { runsOf, signs, type Signs } from './signs.ts'

/** What of an item is searched. */
export interface Entry {
  id: string
  version: number
  name: string
  aliases: readonly string[]
  topics: readonly string[]
  summary: string
  domain: string
  serves: readonly string[]
}

/** A line is one name, one alias, or the running text of an item; items that say the same share it. */
export const LINE = { name: 0, alias: 1, text: 2 } as const

/** Which items hold which pieces, as of one moment; never changed, only replaced. */
export interface ItemIndex {
  items: readonly Listed[]
  lines: Lines
  pairs: Postings
  single: Postings
  soundPairs: Postings
  sound: Postings
  initials: Postings
  /** Numbers of the items of a topic (主题). */
  topics: ReadonlyMap<string, readonly number[]>
  bytes: number
}

/** What is kept of an item beside its lines. */
export type Listed = Pick<Entry, 'id' | 'version' | 'domain' | 'serves' | 'topics'>

export interface Lines {
  count: number
  kind(line: number): number
  /** As it was written; of running text nothing is kept but its signs. */
  phrase(line: number): string | undefined
  /** Numbers of its signs, with 0 where one run ends and the next begins. */
  signs(line: number): Uint16Array
  /** How many signs it has; asked for every line that is looked at. */
  length(line: number): number
  itemsOf(line: number): Uint32Array
  ofItem(item: number): Uint32Array
  numbers: Signs
}

export interface IndexBuilder {
  add(entry: Entry): void
  /** Takes an item over from the index before, without asking the database for it. */
  carry(item: number): void
  finish(breath: Breath): Promise<ItemIndex>
}

export function indexBuilder(before?: ItemIndex): IndexBuilder {
  const numbers = before?.lines.numbers ?? signs()
  const items: Listed[] = []
  const phrases: (string | undefined)[] = []
  const starts = growing(Uint32Array)
  const text = growing(Uint16Array)
  const kinds = growing(Uint8Array)
  const ofItem = { starts: growing(Uint32Array), lines: growing(Uint32Array) }
  const known = new Map<string, number>()
  const carried = new Map<number, number>()

  const lineOf = (kind: number, phrase: string): number => {
    const key = `${kind}${phrase}`
    const held = known.get(key)
    if (held !== undefined) return held
    starts.push(text.length)
    const runs = kind === LINE.text ? runsOf(phrase) : meaningOf(phrase)
    for (const [at, run] of runs.entries()) {
      if (at > 0) text.push(0)
      for (let sign = 0; sign < run.length; sign += 1) text.push(numbers.number(run.charCodeAt(sign)))
    }
    kinds.push(kind)
    phrases.push(kind === LINE.text ? undefined : phrase)
    known.set(key, phrases.length - 1)
    return phrases.length - 1
  }
  const carryLine = (line: number): number => {
    const phrase = before!.lines.phrase(line)
    if (phrase !== undefined) return lineOf(before!.lines.kind(line), phrase)
    const held = carried.get(line)
    if (held !== undefined) return held
    starts.push(text.length)
    for (const sign of before!.lines.signs(line)) text.push(sign)
    kinds.push(before!.lines.kind(line))
    phrases.push(undefined)
    carried.set(line, phrases.length - 1)
    return phrases.length - 1
  }
  const list = (item: Listed, lines: Iterable<number>) => {
    ofItem.starts.push(ofItem.lines.length)
    for (const line of new Set(lines)) ofItem.lines.push(line)
    items.push(item)
  }
  return {
    add(entry) {
      const { id, version, name, aliases, topics, summary, domain, serves } = entry
      list({ id, version, domain, serves, topics }, [
        lineOf(LINE.name, name),
        ...aliases.map((alias) => lineOf(LINE.alias, alias)),
        lineOf(LINE.text, [...topics, summary].join(' ')),
      ])
    },
    carry: (item) => list(before!.items[item]!, Array.from(before!.lines.ofItem(item), carryLine)),
    finish: (breath) => finished({ items, phrases, starts, text, kinds, ofItem, numbers }, breath),
  }
}

interface Gathered {
  items: Listed[]
  phrases: (string | undefined)[]
  starts: Growing<Uint32Array>
  text: Growing<Uint16Array>
  kinds: Growing<Uint8Array>
  ofItem: { starts: Growing<Uint32Array>; lines: Growing<Uint32Array> }
  numbers: Signs
}

async function finished(gathered: Gathered, breath: Breath): Promise<ItemIndex> {
  const { items, phrases, numbers } = gathered
  const text = gathered.text.whole()
  const kinds = gathered.kinds.whole()
  const starts = gathered.starts.whole([text.length])
  const linesOf = gathered.ofItem.lines.whole()
  const startsOf = gathered.ofItem.starts.whole([linesOf.length])
  const signsOf = (line: number) => text.subarray(starts[line], starts[line + 1])
  const lengths = Uint16Array.from(kinds, (_, line) => signsOf(line).filter((sign) => sign !== 0).length)
  const ofItem = (item: number) => linesOf.subarray(startsOf[item], startsOf[item + 1])
  const said = (keys: typeof pairKeys) => (line: number, emit: (key: number) => void) => {
    if (kinds[line] !== LINE.text) keys(signsOf(line), numbers, emit)
  }
  const all = (keys: typeof pairKeys) =>
    postingsOf(phrases.length, (line, emit) => keys(signsOf(line), numbers, emit), breath)
  const spoken = (keys: typeof pairKeys) => postingsOf(phrases.length, said(keys), breath)
  const byItem = (item: number, emit: (key: number) => void) => ofItem(item).forEach(emit)
  const items_ = await postingsOf(items.length, byItem, breath)
  const tables = {
    pairs: await all(pairKeys),
    single: await spoken(signKeys),
    soundPairs: await spoken(soundPairKeys),
    sound: await spoken(soundKeys),
    initials: await spoken(initialKeys),
  }
  return {
    ...tables,
    items,
    topics: topicsOf(items),
    bytes: [items_, ...Object.values(tables)].reduce((sum, { bytes }) => sum + bytes, text.byteLength),
    lines: {
      count: phrases.length,
      kind: (line) => kinds[line]!,
      phrase: (line) => phrases[line],
      signs: signsOf,
      length: (line) => lengths[line]!,
      itemsOf: (line) => items_.lines(line),
      ...{ ofItem, numbers },
    },
  }
}

function topicsOf(items: readonly Listed[]): ReadonlyMap<string, readonly number[]> {
  const topics = new Map<string, number[]>()
  for (const [at, item] of items.entries())
    for (const topic of item.topics) {
      const held = topics.get(topic)
      if (held === undefined) topics.set(topic, [at])
      else held.push(at)
    }
  return topics
}
