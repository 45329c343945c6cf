import type { CaseDetail, ClockView } from '#capabilities/case/contract.ts'
import { isOfTheCase, overdueWords } from '#capabilities/case/contract/limit-view.ts'
import { shortDay } from '#ui/format/day.ts'
import { isOver } from '../work-list/words.ts'
import { dayToKeep } from './due-days.ts'
import { caseWords as words } from './words.ts'

/**
 * Whose turn it is (轮到) and until when; only once a limit has passed is the case said to be late (已超期), with the limit that passed and why where that is known.
 * Nothing once it is over or where the system delivers.
 */
export function whoseTurn(detail: CaseDetail, clock: ClockView | undefined): string | undefined {
  const { summary, steps } = detail
  if (isOver(summary.state) || bySystem(detail)) return undefined
  const stage = steps.find(({ state }) => state === 'current')?.title ?? summary.stateText
  const { awaits } = detail
  if (awaits !== undefined && !awaitsParty(detail) && !mayGoOn(detail)) {
    const passed = overdue(detail, clockNamed(detail, awaits.clock))
    return passed === undefined
      ? words.turnAwaiting(stage, awaits.who, awaits.what, awaits.day && shortDay(awaits.day))
      : words.stuckAwaiting(stage, awaits.who, awaits.what, passed)
  }
  const kept = awaitsParty(detail) ? (clockOfParty(detail) ?? clock) : ownDay(detail, clock)
  const passed = overdue(detail, kept)
  if (passed !== undefined)
    return `${words.stuckAt(stage, whoActs(detail), passed)}${detail.deemed === true ? words.deemed : ''}`
  const day = kept?.state === 'running' ? kept.day : undefined
  return words.turnOf(stage, whoActs(detail), day === undefined ? undefined : shortDay(day))
}

/** The limit of the step where it has passed, and those of the whole case that have. */
function overdue({ summary }: CaseDetail, kept: ClockView | undefined): string | undefined {
  const own =
    kept?.state === 'running' && kept.standing === 'late'
      ? [overdueWords({ kind: kept.kind, workingDays: Math.max(0, -(kept.workingDaysLeft ?? 0)) })]
      : []
  const ofTheCase = (summary.overdue ?? []).filter(isOfTheCase).map(overdueWords)
  const passed = [...new Set([...own, ...ofTheCase])]
  return passed.length === 0 ? undefined : passed.join('、')
}

const clockNamed = ({ clocks }: CaseDetail, name: string): ClockView | undefined =>
  clocks.find(({ clock, state }) => clock === name && state === 'running')

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
