import type { CaseDetail, ClockView } from '#capabilities/case/contract.ts'
import { shortDay } from '#ui/format/day.ts'
import { isOver } from '../work-list/words.ts'
import { caseWords as words } from './words.ts'

/** Where the case is stuck, who has to act and until when; nothing once it is over or where the system delivers. */
export function stuckAt(detail: CaseDetail, clock: ClockView | undefined): string | undefined {
  const { summary, steps } = detail
  if (isOver(summary.state) || bySystem(detail)) return undefined
  const stage = steps.find(({ state }) => state === 'current')?.title ?? summary.stateText
  const day = clock?.state === 'running' ? clock.day : undefined
  return words.stuckAt(stage, whoActs(detail), day === undefined ? undefined : shortDay(day))
}

/** What is to be known beside it: what is owed, what it still waits for, that nothing is to be done. */
export function turnNote(detail: CaseDetail): string | undefined {
  const { summary } = detail
  if (isOver(summary.state)) return words.nothingAsked
  if (summary.owed !== undefined) return words.owed(summary.owed.what)
  if (bySystem(detail)) return words.bySystem
  if (summary.state === 'supplementing') return words.byApplicant
  return isMine(detail) && !isFirst(detail) ? words.yourTurnButWait : undefined
}

function whoActs(detail: CaseDetail): string {
  const { summary } = detail
  if (summary.owed !== undefined) return words.you
  if (summary.state === 'supplementing') return words.theApplicant
  return isMine(detail) ? words.you : `${summary.waitsAt ?? ''}${summary.waitsFor}`
}

function bySystem({ summary, deliveryMode }: CaseDetail): boolean {
  return summary.owed === undefined && summary.state === 'issued' && deliveryMode === 'electronic'
}

function isFirst({ allowed }: CaseDetail): boolean {
  return allowed.some(({ tone }) => tone === 'primary')
}

/** Something beside the step is asked of me, or a first step is mine. */
function isMine({ allowed }: CaseDetail): boolean {
  return allowed.some(
    ({ tone, group = 'forward', act }) => tone === 'primary' || (group === 'forward' && !ASIDE.has(act)),
  )
}

/** Ways forward that say nothing about whose turn it is. */
const ASIDE: ReadonlySet<string> = new Set(['claim', 'withdraw', 'leave-open'])
