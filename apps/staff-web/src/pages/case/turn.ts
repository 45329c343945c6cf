import type { CaseDetail } from '#capabilities/case/contract.ts'
import { isOver } from '../work-list/words.ts'
import { caseWords as words } from './words.ts'

/**
 * Whose turn it is, in a sentence: mine when something beside the step is asked of me or a first step is mine, nobody's when
 * the system delivers.
 */
export function whoseTurn({ summary, allowed, deliveryMode }: CaseDetail): string {
  if (isOver(summary.state)) return words.nothingAsked
  if (summary.owed !== undefined) return words.owed(summary.owed.what)
  if (summary.state === 'issued' && deliveryMode === 'electronic') return words.bySystem
  if (summary.state === 'supplementing') return words.byApplicant
  if (allowed.some(({ tone }) => tone === 'primary')) return words.yourTurn
  const mine = allowed.some(({ group = 'forward', act }) => group === 'forward' && !ASIDE.has(act))
  return mine ? words.yourTurnButWait : words.waitsFor(summary.waitsFor, summary.waitsAt)
}

/** Ways forward that say nothing about whose turn it is. */
const ASIDE: ReadonlySet<string> = new Set(['claim', 'withdraw', 'leave-open'])
