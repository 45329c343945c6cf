import { answer, type Asking, type Found } from './answer.ts'
import type { Searched } from './kept-index.ts'

/** Less than this of the best is not listed beside it, when two indexes answer one question. */
const BESIDE = 0.62

/** What is published and stopped counts at once, while a large index is still being made anew. */
export function answerAcross({ index, newer, gone }: Searched, words: string, asking?: Asking): Found {
  const found = answer(index, words, asking)
  if (newer === undefined || gone === undefined) return found
  const fresh = answer(newer, words, asking)
  const hits = [...found.hits.filter(({ id }) => !gone.has(id)), ...fresh.hits].toSorted(
    (one, other) => other.score - one.score,
  )
  const least = BESIDE * Math.min(hits[0]?.score ?? 0, 1)
  return {
    hits: fresh.hits.length === 0 ? hits : hits.filter(({ score }) => score >= least),
    sure: found.sure || fresh.sure,
    near: hits.length > 0 ? [] : [...fresh.near, ...found.near],
    cut: found.cut,
  }
}
