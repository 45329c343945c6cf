import type { CaseSummary } from '#capabilities/case/contract.ts'
import { workListWords as words } from './words.ts'

/** Whoever begins these today still has room. */
const NEAR_WORKING_DAYS = 3

/** The part of the list a case stands in: by the day this reader has to keep, the most urgent first; only in one's own work (`own`) it says what to do. */
export function sectionOf(summary: CaseSummary, own = true): string {
  const { standing, workingDaysLeft: left, dueDay } = summary.owed ?? summary
  const { urged, late, today, near, later, none } = own ? words.sections : words.watchedSections
  if (summary.owed?.urged) return urged
  if (standing === 'late') return late
  if (standing === 'soon') return today
  if (standing === 'none' || dueDay === undefined) return none
  return left !== undefined && left <= NEAR_WORKING_DAYS ? near : later
}
