import type { ChapterWords } from './chapter-words.ts'

/** The words of every chapter; `words.ts` of the case joins them to its own. */
export const CHAPTER_WORDS: readonly ChapterWords[] = []

/** One table out of the same table of each chapter. */
export function joinedWords<K extends 'acts' | 'clocks' | 'states' | 'steps' | 'told' | 'roles'>(
  table: K,
): NonNullable<ChapterWords[K]> {
  return Object.assign({}, ...CHAPTER_WORDS.map((words) => words[table] ?? {})) as NonNullable<
    ChapterWords[K]
  >
}
