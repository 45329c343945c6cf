import type { Chapter } from './chapter.ts'

/** Every chapter, in the order its acts are offered and its facts are told. */
export const CHAPTERS: readonly Chapter[] = []

/** What all chapters say together of a dossier, each body once. */
export function bodiesOf(
  of: 'partners' | 'asked',
  dossier: Parameters<NonNullable<Chapter['partners']>>[0],
): string[] {
  return [...new Set(CHAPTERS.flatMap((chapter) => chapter[of]?.(dossier) ?? []))]
}
