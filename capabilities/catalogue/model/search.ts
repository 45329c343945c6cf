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

// A single sign in common says nothing: 照 of 驾照 is also that of 执照.
const ENOUGH = 2
const EXACT = 100

function score(item: ItemVersion, words: string, wanted: ReadonlySet<string>): number {
  const phrases = [item.name, ...item.aliases]
  const exact = phrases.some((phrase) => phrase.includes(words) || words.includes(phrase)) ? EXACT : 0
  const share = Math.max(...phrases.map((phrase) => overlap(wanted, pieces(phrase))))
  const around = overlap(wanted, pieces([...item.topics, item.summary].join(' ')))
  return exact + share * 10 + around * 2
}

/** How much of what was asked the phrase covers, pairs of characters counting double. */
function overlap(wanted: ReadonlySet<string>, offered: ReadonlySet<string>): number {
  let hit = 0
  let all = 0
  for (const piece of wanted) {
    const weight = piece.length > 1 ? 2 : 0.25
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
