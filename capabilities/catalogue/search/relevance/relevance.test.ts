import { readFileSync } from 'node:fs'
import path from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { readItems } from '../../load.ts'
import { answer } from '../answer.ts'
import { breath } from '../breath.ts'
import { indexBuilder, type ItemIndex } from '../item-index.ts'

// Phrases as people say and type them, with the items they mean. `tuning.json` may be looked at while weights and synonyms are changed,
// `held-out.json` only by its figure: who mends a single line of it has made it worthless.

const PACK = path.join(import.meta.dirname, '../../../../packs/boshan-2020/items')

let index: ItemIndex

beforeAll(async () => {
  const builder = indexBuilder()
  for (const item of readItems(PACK).items) builder.add(item)
  index = await builder.finish(breath())
})

test.each([
  ['tuning', 0.97],
  ['held-out', 0.92],
] as const)(
  'of what the phrases of the %s half mean, at least %d stands among the first three',
  (half, least) => {
    const { phrases, recall, first, missed } = measured(half)
    console.log(
      `search, ${half}: ${phrases} phrases, recall@3 ${recall.toFixed(3)}, first ${first.toFixed(3)}` +
        (half === 'tuning' ? `, missed: ${missed.join('、')}` : ''),
    )
    expect(phrases).toBeGreaterThanOrEqual(150)
    expect(recall).toBeGreaterThanOrEqual(least)
  },
)

test('every item of the pack is asked for in both halves', () => {
  const ids = index.items.map(({ id }) => id).toSorted()
  for (const half of ['tuning', 'held-out']) expect(Object.keys(phrasesOf(half)).toSorted()).toEqual(ids)
})

function measured(half: string) {
  const meant = new Map<string, string[]>()
  for (const [id, said] of Object.entries(phrasesOf(half)))
    for (const phrase of said) meant.set(phrase, [...(meant.get(phrase) ?? []), id])
  let [found, first] = [0, 0]
  const missed: string[] = []
  for (const [phrase, ids] of meant) {
    const top = answer(index, phrase)
      .hits.slice(0, 3)
      .map(({ id }) => id)
    const share = ids.filter((id) => top.includes(id)).length / ids.length
    found += share
    if (share < 1) missed.push(phrase)
    if (top[0] !== undefined && ids.includes(top[0])) first += 1
  }
  return { phrases: meant.size, recall: found / meant.size, first: first / meant.size, missed }
}

function phrasesOf(half: string): Record<string, string[]> {
  return JSON.parse(readFileSync(path.join(import.meta.dirname, `${half}.json`), 'utf8')) as Record<
    string,
    string[]
  >
}
