import type { Part } from './use-lists.ts'
import { supervisionWords } from './words.ts'

/** What the cases behind a number have in common, and the others. */
const PART_WORDS: Readonly<Record<string, readonly [counted: string, rest: string]>> = {
  'on-time-rate': ['按时办结的', '没有按时的'],
  'step-overrun-rate': ['有环节超时的', '各环节都没有超时的'],
  'on-the-spot-rate': ['当场办结的', '没有当场办结的'],
  'online-filing-rate': ['网上申报的', '到窗口申请的'],
  'one-window-rate': ['在综合窗口收的', '在其他窗口收的'],
  'done-in-one-visit-rate': ['最多到场一次的', '到场两次以上的'],
  'urge-answer-rate': ['每次都办了或者答复了的', '还有没办也没答复的'],
  'one-visit-rate': ['最多到场一次的', '到场两次以上的'],
}

/** Which cases a door of an indicator opens to, in words that say what they did and not that they “fit”. */
export function partWords(indicator: string, part: Part): string {
  if (part === 'all') return supervisionWords.allCases
  const [counted, rest] = PART_WORDS[indicator] ?? ['计入的', '没有计入的']
  return part === 'numerator' ? counted : rest
}
