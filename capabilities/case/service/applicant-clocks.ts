import type { WorkingCalendar } from '#engine/calendar/calendar.ts'
import { due, openStops, type Clock } from '#engine/clock/clock.ts'
import type { ClockKind } from '#engine/clock/entry.ts'
import { legalDay } from '#engine/day.ts'
import { SPECIAL_KINDS, SPECIAL_NAMES } from '../chapters/special/dossier.ts'
import { clockOf } from '../chapters/special/rules.ts'
import type { CaseSummary, ClockView } from '../contract.ts'
import type { ListedDossier } from '../store.ts'
import { askOf, askOfState } from '../words/asks.ts'

/** Limits an applicant waits for or has to keep. Those of single steps, asked opinions and meetings are the office's own. */
const TOLD: ReadonlySet<ClockKind> = new Set([
  ...(['statutory', 'promised', 'notice', 'supplement', 'delivery', 'check'] as const),
  ...(['publicity', 'gap', 'hearing', 'special'] as const),
])

export const toldToApplicant = ({ kind }: { kind: ClockKind }): boolean => TOLD.has(kind)

type OwnClocks = Pick<CaseSummary, 'asked' | 'paused'>

/** What the clocks of a case mean to its applicant: what is asked of them until when, and why nothing runs meanwhile. */
export function ownClocks(
  dossier: ListedDossier,
  clocks: readonly Clock[],
  calendar: WorkingCalendar,
): OwnClocks {
  const open = clocks.filter((clock) => clock.ended === undefined && toldToApplicant(clock))
  const asked = open
    .flatMap((clock) => {
      const what = askOf(clock.name, dossier)
      const { state, day } = dueOf(clock, calendar)
      return what === undefined || state !== 'running' ? [] : [{ what, ...(day ? { day } : {}) }]
    })
    .toSorted((one, other) => (one.day ?? '').localeCompare(other.day ?? ''))
  // The promise is what people wait for; where none runs, the law's limit.
  const awaited =
    open.find(({ kind }) => kind === 'promised') ?? open.find(({ kind }) => kind === 'statutory')
  const paused = awaited === undefined ? [] : pausesOf(awaited, clocks, calendar)
  const first = asked[0] ?? askOfState(dossier)
  return { ...(first ? { asked: first } : {}), ...(paused.length > 0 ? { paused } : {}) }
}

/** The nearest day that concerns the applicant, and the day a list judges by. */
export function nearestTold(clocks: readonly Clock[], calendar: WorkingCalendar): string | undefined {
  return clocks
    .filter((clock) => clock.ended === undefined && toldToApplicant(clock))
    .map((clock) => dueOf(clock, calendar))
    .flatMap(({ state, day }) => (state === 'running' && day !== undefined ? [day] : []))
    .toSorted()[0]
}

/** Stops nobody has resumed, the earliest first; several may overlap. */
export function pausesOf(
  clock: Clock,
  beside: readonly Clock[],
  calendar: WorkingCalendar,
): NonNullable<ClockView['paused']> {
  return openStops(clock)
    .map(({ from, ground }) => {
      const until = untilOf(ground, beside, calendar)
      return { since: from, waitsFor: ground, ...(until === undefined ? {} : { until }) }
    })
    .toSorted((one, other) => one.since.localeCompare(other.since))
}

/** The day told for what a limit waits for: the notice of a special procedure names it, a hearing has limits of its own. */
function untilOf(ground: string, clocks: readonly Clock[], calendar: WorkingCalendar): string | undefined {
  const names = [
    ...SPECIAL_KINDS.filter((kind) => SPECIAL_NAMES[kind] === ground).map(clockOf),
    ...(ground === '听证' ? ['hearing', 'hearing-request'] : []),
  ]
  const running = clocks.filter((clock) => clock.ended === undefined && names.includes(clock.name))
  return running.flatMap((clock) => dueOf(clock, calendar).day ?? []).toSorted()[0]
}

function dueOf(clock: Clock, calendar: WorkingCalendar): { state: string; day?: string } {
  const { state, day, at } = due(clock, calendar)
  const on = day ?? (at && legalDay(at))
  return { state, ...(on === undefined ? {} : { day: on }) }
}
