import listed from './synonyms.json' with { type: 'json' }

/** What people say for what an item is called; each line of the file gives its reason and its source. */
export interface Synonym {
  said: string
  means: string
}

/** The longest first, so that 退伍证 is read before 退伍. */
export const SYNONYMS: readonly Synonym[] = listed
  .flatMap(({ said, means }) => said.map((word) => ({ said: word, means })))
  .toSorted((one, other) => other.said.length - one.said.length)
