import type { CaseDetail, ClockView } from '#capabilities/case/contract.ts'
import { shortDay } from '#ui/format/day.ts'
import { isOver } from '../work-list/words.ts'
import { dayToKeep } from './due-days.ts'
import { caseWords as words } from './words.ts'

/** Where the case is stuck, who has to act and until when; nothing once it is over or where the system delivers. */
export function stuckAt(detail: CaseDetail, clock: ClockView | undefined): string | undefined {
  const { summary, steps } = detail
  if (isOver(summary.state) || bySystem(detail)) return undefined
  const stage = steps.find(({ state }) => state === 'current')?.title ?? summary.stateText
  const { awaits } = detail
  if (awaits !== undefined && !awaitsParty(detail) && !mayGoOn(detail))
    return words.stuckAwaiting(stage, awaits.who, awaits.what, awaits.day && shortDay(awaits.day))
  const kept = awaitsParty(detail) ? (clockOfParty(detail) ?? clock) : ownDay(detail, clock)
  const day = kept?.state === 'running' ? kept.day : undefined
  return words.stuckAt(stage, whoActs(detail), day === undefined ? undefined : shortDay(day))
}

/** What is to be known beside it: what is owed, what it still waits for, that nothing is to be done. */
export function turnNote(detail: CaseDetail): string | undefined {
  const { summary } = detail
  if (isOver(summary.state)) return words.nothingAsked
  if (summary.owed !== undefined) return words.owed(summary.owed.what)
  if (bySystem(detail)) return words.bySystem
  if (summary.state === 'supplementing') return words.byApplicant
  if (awaitsParty(detail)) return isMine(detail) ? words.byParty : undefined
  return isMine(detail) && !isFirst(detail) ? words.yourTurnButWait : undefined
}

/** Not the day by which somebody else is to answer. */
function ownDay({ summary, awaits, clocks }: CaseDetail, clock: ClockView | undefined) {
  if (summary.owed !== undefined || awaits === undefined || clock?.clock !== awaits.clock) return clock
  return dayToKeep({ summary, clocks: clocks.filter(({ clock: name }) => name !== awaits.clock) })
}

/** This reader has a step of their own that waits for nobody else. */
function mayGoOn({ summary, allowed }: CaseDetail): boolean {
  return summary.owed !== undefined || allowed.some(({ tone, waits }) => tone === 'primary' && !waits)
}

function whoActs(detail: CaseDetail): string {
  const { summary } = detail
  if (summary.owed !== undefined) return words.you
  if (awaitsParty(detail)) return words.theApplicant
  return isMine(detail) ? words.you : `${summary.waitsAt ?? ''}${summary.waitsFor}`
}

/**
 * The applicant has to act: papers to bring, something to put right, or days to state and defend themselves (陈述申辩). What an officer may
 * write down meanwhile does not make it the officer's turn.
 */
function awaitsParty({ summary }: CaseDetail): boolean {
  return summary.owed === undefined && summary.waitsFor === words.theApplicant
}

/** The limits that run against the applicant while the case waits for them. */
const OF_PARTY: ReadonlySet<string> = new Set(['statement', 'rectify', 'supplement'])

function clockOfParty({ clocks }: CaseDetail): ClockView | undefined {
  return clocks.find(({ clock, state }) => state === 'running' && OF_PARTY.has(clock))
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
