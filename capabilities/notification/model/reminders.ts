import type { WorkingCalendar } from '#engine/calendar/calendar.ts'
import { due } from '#engine/clock/clock.ts'
import { addDays, legalDay, startOfDay, type Instant, type LegalDay } from '#engine/day.ts'
import type { Fact } from '#engine/fact.ts'
import { decisionPaper, type CaseDossier } from '#capabilities/case/model.ts'

export type ReminderKind = 'supplement-reminder' | 'collect-reminder'

/** Two working days are enough to fetch a paper and hand it in. */
const BEFORE_LAST_DAY_WORKING_DAYS = 2
const WAITING_WORKING_DAYS = 5
/** People are reminded in the morning. */
const MORNING_MS = 9 * 3_600_000

const morning = (day: LegalDay): Instant => new Date(Date.parse(startOfDay(day)) + MORNING_MS).toISOString()

/** The morning two working days before the last day; nothing when the notice itself came later than that. */
export function supplementReminderAt(
  lastDay: LegalDay,
  told: Instant,
  calendar: WorkingCalendar,
): Instant | undefined {
  let day = lastDay
  for (let back = 0; back < BEFORE_LAST_DAY_WORKING_DAYS;) {
    day = addDays(day, -1)
    if (calendar.isWorkday(day)) back += 1
  }
  return morning(day) > told ? morning(day) : undefined
}

export function collectReminderAt(ready: Instant, calendar: WorkingCalendar): Instant {
  return morning(calendar.addWorkingDays(legalDay(ready), WAITING_WORKING_DAYS))
}

/** What a reminder finds when its hour has come: still right, moved by a holiday list, or overtaken by events. */
export type ReminderNow = { remind: true; day?: LegalDay } | { remind: false; againAt?: Instant }

/** A case with the facts it was folded from. */
interface Standing {
  facts: readonly Fact[]
  dossier: CaseDossier
}

/** `of` is the fact that the reminder was set for; a later notice has a reminder of its own. */
export function reminderNow(
  kind: ReminderKind,
  of: number,
  { facts, dossier }: Standing,
  calendar: WorkingCalendar,
  now: Instant,
): ReminderNow {
  if (kind === 'collect-reminder') return { remind: waitsAtWindow(of, { facts, dossier }) }
  const clock = dossier.clocks['supplement']
  const day = clock && due(clock, calendar).day
  const asked = dossier.state === 'supplementing' && lastSeq(facts, 'supplement-notified') === of
  if (!asked || day === undefined || day < legalDay(now)) return { remind: false }
  const at = supplementReminderAt(day, now, calendar)
  return at === undefined ? { remind: true, day } : { remind: false, againAt: at }
}

/** The result still lies where it was to be collected: nobody took it and nobody sent it on. */
function waitsAtWindow(of: number, { facts, dossier }: Standing): boolean {
  if (dossier.state !== 'issued' && dossier.state !== 'not-accepted') return false
  if (dossier.delivery === 'electronic' || decisionPaper(dossier) === undefined) return false
  // Sent by post again and come back again: the second return set a reminder of its own.
  return (lastSeq(facts, 'post-returned') ?? of) === of
}

function lastSeq(facts: readonly Fact[], kind: string): number | undefined {
  return facts.findLast((fact) => fact.kind === kind)?.seq
}
