import type { ItemVersion } from '../contract.ts'

/**
 * Items by how well they answer what somebody typed, best first; items that share nothing are left out.
 * People type spoken phrases (“老人钱怎么领”), so single characters and pairs count, names more than aliases,
 * aliases more than scenes and summaries.
 */
export function rankItems(items: readonly ItemVersion[], words: string): ItemVersion[] {
  const wanted = pieces(words)
  if (wanted.size === 0) return []
  return items
    .map((item) => ({ item, score: score(item, words.trim(), wanted) }))
    .filter(({ score: value }) => value >= ENOUGH)
    .toSorted((a, b) => b.score - a.score || a.item.name.localeCompare(b.item.name, 'zh-CN'))
    .map(({ item }) => item)
}

/** The phrase of an item that answers what somebody typed; nothing where no phrase has a pair of signs of it. */
export function phraseFor(item: Pick<ItemVersion, 'name' | 'aliases'>, words: string): string | undefined {
  const wanted = pieces(words)
  const covers = (phrase: string) =>
    (phrase.includes(words.trim()) || words.includes(phrase) ? 1 : 0) + overlap(wanted, pieces(phrase))
  const [best] = [item.name, ...item.aliases]
    .map((phrase) => ({ phrase, covered: covers(phrase) }))
    .toSorted((a, b) => b.covered - a.covered)
  return best !== undefined && best.covered >= PHRASE_ENOUGH ? best.phrase : undefined
}

const PHRASE_ENOUGH = 0.3

/**
 * For words that find nothing: what people say that shares the most signs with them, as a wrong sign of the same sound
 * (开反店) leaves the others standing.
 */
export function nearestPhrases(items: readonly ItemVersion[], words: string, most = 5): string[] {
  const signs = new Set([...words.replace(FILLERS, '')].filter((sign) => /\p{L}/u.test(sign)))
  if (signs.size === 0) return []
  const needed = Math.min(2, signs.size)
  const near = items.flatMap(({ name, aliases }) => {
    const phrases = [name, ...aliases]
      .filter((phrase) => phrase.length <= PHRASE_LONGEST)
      .map((phrase) => ({ phrase, shared: sharedSigns(signs, phrase) }))
    const [best] = phrases.toSorted((a, b) => b.shared - a.shared || a.phrase.length - b.phrase.length)
    return best !== undefined && best.shared >= needed ? [best] : []
  })
  return near
    .toSorted((a, b) => b.shared - a.shared || a.phrase.length - b.phrase.length)
    .slice(0, most)
    .map(({ phrase }) => phrase)
}

/** Of a long official name some sign is always in common. */
const PHRASE_LONGEST = 12

function sharedSigns(signs: ReadonlySet<string>, phrase: string): number {
  return new Set([...phrase].filter((sign) => signs.has(sign))).size
}

// A single sign in common says nothing: 照 of 驾照 is also that of 执照.
const ENOUGH = 2
const EXACT = 100

function score(item: ItemVersion, words: string, wanted: ReadonlySet<string>): number {
  const phrases = [item.name, ...item.aliases]
  const exact = Math.max(...phrases.map((phrase) => EXACT * closeness(phrase, words)))
  const share = Math.max(...phrases.map((phrase) => overlap(wanted, pieces(phrase))))
  const around = overlap(wanted, pieces([...item.topics, item.summary].join(' ')))
  return exact + share * 10 + around * 2
}

/** The same words are the answer; words within longer ones are the more likely the less stands around them. */
function closeness(phrase: string, words: string): number {
  if (!phrase.includes(words) && !words.includes(phrase)) return 0
  return 0.2 + (0.8 * Math.min(phrase.length, words.length)) / Math.max(phrase.length, words.length)
}

/** People say what they do first: 盖房子 is about building (盖房) rather than about houses (房子). */
const VERB = 0.5

/** How much of what was asked the phrase covers, pairs of characters counting double. */
function overlap(wanted: ReadonlySet<string>, offered: ReadonlySet<string>): number {
  let hit = 0
  let all = 0
  for (const piece of wanted) {
    const weight = piece.length > 1 ? 2 + (all < 1 ? VERB : 0) : 0.25
    all += weight
    if (offered.has(piece)) hit += weight
  }
  return all === 0 ? 0 : hit / all
}

/** Words people say around what they mean; they match everything and therefore nothing. */
const FILLERS = /怎么|如何|哪里|哪儿|什么|需要|办理|申请|我要|我想|想要|可以|能不能|请问|一下|[的了吗呢啊吧]/g

function pieces(text: string): Set<string> {
  const found = new Set<string>()
  for (const run of text
    .toLowerCase()
    .replace(FILLERS, ' ')
    .split(/[^\p{L}\p{N}]+/u)) {
    const characters = [...run]
    characters.forEach((character, index) => {
      found.add(character)
      const next = characters[index + 1]
      if (next !== undefined) found.add(character + next)
    })
  }
  return found
}
