import { meaningOf } from './fillers.ts'
import { runsOf } from './signs.ts'
import { SYNONYMS } from './synonyms.ts'

/** A question as search understands it: one width, the usual word for each, nothing of what is said around what is meant. */
export function plainQuestion(question: string): string {
  const asked = question.normalize('NFKC').toLowerCase()
  const usual = SYNONYMS.reduce(
    (text, { said, means }) =>
      text.includes(said) && !text.includes(means) ? text.replaceAll(said, means) : text,
    asked,
  )
  // Where everything is filler (“怎么办”), the words themselves are all there is.
  return meaningOf(usual).join('') || runsOf(usual).join('')
}
