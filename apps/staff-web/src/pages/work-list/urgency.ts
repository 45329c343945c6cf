import type { CaseSummary } from '#capabilities/case/contract.ts'
import { remainingWords } from '#ui/format/limit.ts'
import { shortDay } from '#ui/format/day.ts'
import { workListWords as words } from './words.ts'

export interface Urgency {
  text: string
  tone: 'bad' | 'warn' | 'plain'
}

/** How a due day stands, in words; the colour only repeats them. Working days are counted by the server's calendar. */
export function urgency(summary: Pick<CaseSummary, 'standing' | 'dueDay' | 'workingDaysLeft'>): Urgency {
  const { standing, dueDay, workingDaysLeft: left } = summary
  if (standing === 'none' || dueDay === undefined) return { text: words.noClock, tone: 'plain' }
  if (standing === 'late')
    return { text: left === undefined || left >= 0 ? words.late : words.lateBy(-left), tone: 'bad' }
  if (standing === 'soon') return { text: words.dueToday, tone: 'warn' }
  return {
    text: left === undefined || left < 1 ? words.dueOn(shortDay(dueDay)) : remainingWords(left),
    tone: 'plain',
  }
}
