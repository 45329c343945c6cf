import type { CaseSummary } from '#capabilities/case/contract.ts'
import { isOfTheCase, isOwnPart, overdueWords } from '#capabilities/case/contract/limit-view.ts'
import { remainingWords } from '#ui/format/limit.ts'
import { shortDay } from '#ui/format/day.ts'
import { workListWords as words } from './words.ts'

export interface Urgency {
  text: string
  tone: 'bad' | 'warn' | 'plain'
}

type Day = Pick<CaseSummary, 'standing' | 'dueDay' | 'workingDaysLeft' | 'limit'>

/**
 * How a due day stands, in words; the colour only repeats them. Working days are counted by the server's calendar. What has passed is
 * called after its limit: a step that is late (环节) is no case that is late (承诺, 法定), and not as red.
 */
export function urgency({ standing, dueDay, workingDaysLeft: left, limit }: Day): Urgency {
  if (standing === 'none' || dueDay === undefined) return { text: words.noClock, tone: 'plain' }
  if (standing === 'late') {
    const workingDays = Math.max(0, -(left ?? 0))
    if (limit !== undefined)
      return {
        text: overdueWords({ kind: limit.kind, workingDays }),
        tone: isOwnPart(limit) ? 'warn' : 'bad',
      }
    return { text: workingDays === 0 ? words.late : words.lateBy(workingDays), tone: 'bad' }
  }
  if (standing === 'soon') return { text: words.dueToday, tone: 'warn' }
  return {
    text: left === undefined || left < 1 ? words.dueOn(shortDay(dueDay)) : remainingWords(left),
    tone: 'plain',
  }
}

/** The day a reader has to keep, beside it every limit of the whole case that has passed as well, and the law’s own when it is near. */
export function urgencies({ owed, ...summary }: CaseSummary): Urgency[] {
  const kept = owed ?? summary
  const own = urgency(kept)
  const beside = (summary.overdue ?? [])
    .filter(isOfTheCase)
    .map((limit): Urgency => ({ text: overdueWords(limit), tone: 'bad' }))
    .filter(({ text }) => text !== own.text)
  const law = kept.limit?.kind === 'statutory' ? undefined : summary.lawNear
  return [own, ...beside, ...(law ? [{ text: words.lawNear(law.workingDays), tone: 'warn' as const }] : [])]
}
