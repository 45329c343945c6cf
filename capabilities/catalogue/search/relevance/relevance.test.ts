import { readFileSync } from 'node:fs'
import path from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { readItems } from '../../load.ts'
import { answer } from '../answer.ts'
import { breath } from '../breath.ts'
import { indexBuilder, type ItemIndex } from '../item-index.ts'

// Phrases as people say and type them, with the items they mean, and phrases that mean none. `tuning.json` may be looked at while weights
// and synonyms are changed, `held-out.json` only by its figures: whoever has read which of its phrases fail moves them to the other file
// and writes new ones.

const PACK = path.join(import.meta.dirname, '../../../../packs/boshan-2020/items')

interface Asked {
  wanted: Readonly<Record<string, readonly string[]>>
  nothing: readonly string[]
}

let index: ItemIndex

beforeAll(async () => {
  const builder = indexBuilder()
  for (const item of readItems(PACK).items) builder.add(item)
  index = await builder.finish(breath())
})

test.each([
  ['tuning', { phrases: 600, recall: 0.97, nothing: 0.88, precision: 0.95 }],
  ['held-out', { phrases: 300, recall: 0.92, nothing: 0.9, precision: 0.8 }],
] as const)(
  '%s: what is meant stands among the first three, and what nobody offers finds nothing',
  (half, least) => {
    const { phrases, recall, first, shown, missed } = measured(half)
    const { rightly, precision, wrongly } = measuredNothing(half)
    console.log(
      `search, ${half}: ${phrases} phrases, recall@3 ${recall.toFixed(3)}, first ${first.toFixed(3)}, ${shown.toFixed(1)} shown on average; ` +
        `nothing found rightly ${rightly.toFixed(3)}, precision of nothing ${precision.toFixed(3)}` +
        (half === 'tuning' ? `; missed: ${missed.join('、')}; found wrongly: ${wrongly.join('、')}` : ''),
    )
    expect(phrases).toBeGreaterThanOrEqual(least.phrases)
    expect(recall).toBeGreaterThanOrEqual(least.recall)
    expect(rightly).toBeGreaterThanOrEqual(least.nothing)
    expect(precision).toBeGreaterThanOrEqual(least.precision)
  },
)

test('no phrase stands in both files, and each means an item of the pack', () => {
  const ids = new Set(index.items.map(({ id }) => id))
  const [tuning, held] = (['tuning', 'held-out'] as const).map((half) => {
    const { wanted, nothing } = asked(half)
    expect(Object.keys(wanted).filter((id) => !ids.has(id))).toEqual([])
    return [...Object.values(wanted).flat(), ...nothing]
  })
  expect(held!.filter((phrase) => tuning!.includes(phrase))).toEqual([])
})

test('whatever an item is called finds it among the first three', () => {
  const lost = index.items.flatMap(({ id }, at) =>
    Array.from(index.lines.ofItem(at), (line) => index.lines.phrase(line))
      .filter((phrase) => phrase !== undefined)
      .filter((phrase) => !topOf(phrase).includes(id))
      .map((phrase) => `${id}: ${phrase}`),
  )
  expect(lost).toEqual([])
})

const topOf = (phrase: string) =>
  answer(index, phrase)
    .hits.slice(0, 3)
    .map(({ id }) => id)

function measured(half: string) {
  const meant = new Map<string, string[]>()
  for (const [id, said] of Object.entries(asked(half).wanted))
    for (const phrase of said) meant.set(phrase, [...(meant.get(phrase) ?? []), id])
  let [found, first, shown] = [0, 0, 0]
  const missed: string[] = []
  for (const [phrase, ids] of meant) {
    const top = topOf(phrase)
    const share = ids.filter((id) => top.includes(id)).length / ids.length
    found += share
    shown += answer(index, phrase).hits.length
    if (share < 1) missed.push(phrase)
    if (top[0] !== undefined && ids.includes(top[0])) first += 1
  }
  const { size } = meant
  return { phrases: size, recall: found / size, first: first / size, shown: shown / size, missed }
}

/** Of what nobody offers how much finds nothing, and of all that finds nothing how much is rightly so. */
function measuredNothing(half: string) {
  const { wanted, nothing } = asked(half)
  const isEmpty = (phrase: string) => answer(index, phrase).hits.length === 0
  const wrongly = nothing.filter((phrase) => !isEmpty(phrase))
  const right = nothing.length - wrongly.length
  const lost = Object.values(wanted).flat().filter(isEmpty).length
  return { rightly: right / nothing.length, precision: right / (right + lost), wrongly }
}

function asked(half: string): Asked {
  return JSON.parse(readFileSync(path.join(import.meta.dirname, `${half}.json`), 'utf8')) as Asked
}
