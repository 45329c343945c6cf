import type { Saying } from '../contract/navigation.ts'
import listed from './synonyms.json' with { type: 'json' }

/** What people say for what an item is called; each line of the file gives its reason and its source. */
export interface Synonym {
  said: string
  means: string
}

/** The longest first, so that 退伍证 is read before 退伍. */
const inOrder = (sayings: readonly Saying[]): readonly Synonym[] =>
  sayings
    .flatMap(({ said, means }) => said.map((word) => ({ said: word, means })))
    .toSorted((one, other) => other.said.length - one.said.length)

export const SYNONYMS = inOrder(listed)

/** With what is said in one area only, which goes before what is said everywhere. */
export const withLocal = (sayings: readonly Saying[]): readonly Synonym[] =>
  sayings.length === 0 ? SYNONYMS : inOrder([...sayings, ...listed])
