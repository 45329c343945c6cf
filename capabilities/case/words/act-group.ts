import type { ActGroup } from '../chapters/chapter-words.ts'
import { CHAPTER_WORDS } from '../chapters/words.ts'
import { ACT_TITLES } from './titles.ts'

/**
 * Under which heading the button of an act stands: what its words say, else the first step goes forward wherever it comes
 * from, else the heading of its chapter; what ends a case stands apart from what carries it on.
 */
export function groupOf(act: string): { group?: ActGroup } {
  const words = ACT_TITLES[act]
  if (words === undefined) return {}
  return { group: words.group ?? (words.tone === 'primary' ? 'forward' : byChapter(act, words.tone)) }
}

function byChapter(act: string, tone: 'normal' | 'danger'): ActGroup {
  const chapter = CHAPTER_WORDS.find(({ acts = {} }) => act in acts)
  return chapter?.group ?? (tone === 'danger' ? 'end' : 'forward')
}
