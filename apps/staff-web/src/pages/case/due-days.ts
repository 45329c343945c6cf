import type { CaseDetail, ClockView } from '#capabilities/case/contract.ts'

/** Set by law and not by a promise: 受理或一次告知期限, 法定办结期限. */
const LEGAL: readonly ClockView['kind'][] = ['notice', 'statutory']
const PRESSING_DAYS = 2

type Standing = Pick<CaseDetail, 'summary' | 'clocks'>

/** The clock of what is asked of this reader beside the step. */
export function ownClock({ summary: { owed }, clocks }: Standing): ClockView | undefined {
  return clocks.find(({ clock, state }) => clock === owed?.clock && state !== 'ended')
}

/** The clock whose day this reader has to keep: the reader's own, else the nearest, else one that stands still. */
export function dayToKeep(detail: Standing): ClockView | undefined {
  return ownClock(detail) ?? nearest(detail.clocks)
}

/** That clock first, then the promised and the legal ones. */
export function shownClocks({ clocks }: Pick<CaseDetail, 'clocks'>, first: ClockView): ClockView[] {
  const open = clocks.filter(({ state, clock }) => state !== 'ended' && clock !== first.clock)
  return [
    first,
    ...open.filter(({ kind }) => kind === 'promised'),
    ...open.filter(({ kind }) => LEGAL.includes(kind)),
  ]
}

/** A legal day within two working days, or over. */
export function isPressing({ kind, state, standing, workingDaysLeft }: ClockView): boolean {
  if (state !== 'running' || !LEGAL.includes(kind)) return false
  return standing === 'late' || standing === 'soon' || (workingDaysLeft ?? Infinity) <= PRESSING_DAYS
}

function nearest(clocks: readonly ClockView[]): ClockView | undefined {
  const running = clocks.filter((clock) => clock.state === 'running' && clock.day !== undefined)
  running.sort((one, other) => one.day!.localeCompare(other.day!))
  return running[0] ?? clocks.find((clock) => clock.state === 'stopped')
}
