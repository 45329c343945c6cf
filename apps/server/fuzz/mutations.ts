import fc from 'fast-check'
import { deep, nastyNames, nastyTexts } from './nasty.ts'
import { ownEntries, type Json } from './values.ts'

const MUTATIONS = ['replace', 'replace', 'replace', 'drop', 'extra', 'repeat', 'wrap'] as const

/** What a schema accepts, with one thing wrong somewhere. */
export function nearly(values: fc.Arbitrary<Json>): fc.Arbitrary<Json> {
  return fc
    .tuple(values, fc.nat(1_000), fc.constantFrom(...MUTATIONS), wild, fc.constantFrom(...nastyNames))
    .map(([value, at, how, other, name]) => {
      const places = placesIn(value)
      return changedAt(value, places[at % places.length]!, (part) => mutated(part, how, other, name))
    })
}

/** Ten thousand, or as many as make twice what a body may hold. */
function manyOf(one: Json): Json {
  const count = Math.min(10_000, Math.ceil(2_000_000 / (JSON.stringify(one).length + 1)))
  return Array<Json>(count).fill(one)
}

const DROPPED = Symbol('dropped')

function mutated(
  part: Json,
  how: (typeof MUTATIONS)[number],
  other: Json,
  name: string,
): Json | typeof DROPPED {
  if (how === 'drop') return DROPPED
  if (how === 'wrap') return [part]
  if (how === 'repeat' && typeof part === 'string') return (part || 'x').repeat(500)
  if (how === 'repeat' && Array.isArray(part)) return manyOf((part as Json[])[0] ?? null)
  if (how === 'extra' && isObject(part)) return ownEntries([...Object.entries(part), [name, other]])
  return other
}

type Place = readonly (string | number)[]

function placesIn(value: Json, place: Place = []): Place[] {
  const inside = isObject(value)
    ? Object.entries(value).flatMap(([name, part]) => placesIn(part, [...place, name]))
    : Array.isArray(value)
      ? (value as Json[]).slice(0, 10).flatMap((part, index) => placesIn(part, [...place, index]))
      : []
  return [place, ...inside]
}

function changedAt(
  value: Json,
  [first, ...rest]: Place,
  change: (part: Json) => Json | typeof DROPPED,
): Json {
  if (first === undefined) {
    const changed = change(value)
    return changed === DROPPED ? null : changed
  }
  const parts = Object.entries(value as Record<string, Json>).flatMap(([name, part]): [string, Json][] => {
    if (name !== String(first)) return [[name, part]]
    const changed = rest.length > 0 ? changedAt(part, rest, change) : change(part)
    return changed === DROPPED ? [] : [[name, changed]]
  })
  return Array.isArray(value) ? parts.map(([, part]) => part) : ownEntries(parts)
}

function isObject(value: Json): value is { readonly [name: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

const BARE = 'bare:'
/** Numbers that JSON can write and a double cannot hold; `jsonText` writes them bare. */
const BIG_NUMBERS = ['1e309', '-1e309', `1${'0'.repeat(400)}`, '9007199254740993', '-0', '1e-400'].map(
  (number) => BARE + number,
)

/** Whatever nobody expected. */
export const wild: fc.Arbitrary<Json> = fc.oneof(
  // It looks like a refusal of ours.
  fc.constant<Json>({ refused: true, code: 'database-unavailable' }),
  fc.constantFrom(...nastyTexts),
  fc.constantFrom<Json>(null, true, 0, -1, 1.5, 2 ** 31, 2 ** 53, -(2 ** 63), 1e308, '', [], {}),
  fc.constantFrom(...BIG_NUMBERS),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.constantFrom(40, 2_000).map(deep),
  fc.constantFrom(5_000, 100_000).map((length) => 'x'.repeat(length)),
  fc.constantFrom('a', 1, null, {}).map((one: Json) => Array<Json>(10_000).fill(one)),
  fc.constantFrom(...nastyNames).map((name) => ownEntries([[name, { isAdmin: true }]])),
  fc.jsonValue({ maxDepth: 3 }) as fc.Arbitrary<Json>,
)

export function jsonText(value: Json): string {
  return JSON.stringify(value).replace(/"bare:([-\d.e]+)"/g, '$1')
}
