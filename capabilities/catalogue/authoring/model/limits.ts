import { due, type Clock } from '#engine/clock/clock.ts'
import type { ClockEntry } from '#engine/clock/entry.ts'
import type { WorkingCalendar } from '#engine/calendar/calendar.ts'
import { legalDay, type Instant } from '#engine/day.ts'
import type { ChangeDossier } from './dossier.ts'
import type { ChangeLimits, ChangeWorld } from './world.ts'

/** Where the pack is silent [K]. Calendar days: no case waits for them, so a holiday list moves none. */
export const USUAL_LIMITS: ChangeLimits = {
  draftCalendarDays: 90,
  reviewCalendarDays: 15,
  publishCalendarDays: 30,
  upperCalendarDays: 30,
}

interface Moment {
  now: Instant
  world: Pick<ChangeWorld, 'calendar' | 'limits'>
}

type StepClock = 'draft' | 'review' | 'publish'

const AMOUNTS: Readonly<Record<StepClock, keyof ChangeLimits>> = {
  draft: 'draftCalendarDays',
  review: 'reviewCalendarDays',
  publish: 'publishCalendarDays',
}

const EVENTS: Readonly<Record<StepClock, string>> = { draft: '起草或者退回', review: '送审', publish: '审定' }

export function startClock(clock: StepClock, { now: at, world }: Moment): ClockEntry {
  const amount = world.limits[AMOUNTS[clock]]
  const common = { entry: 'start', kind: 'step', unit: 'calendar-day', basis: '本区的事项管理要求' } as const
  return {
    ...common,
    clock,
    amount,
    event: EVENTS[clock],
    at,
    day: legalDay(at),
    calendar: world.calendar.version,
  }
}

/** The clock of the step that is over. */
export function endClocks({ clocks }: ChangeDossier, at: Instant): ClockEntry[] {
  return Object.values(clocks)
    .filter(({ ended }) => ended === undefined)
    .map(({ name }) => ({ entry: 'end', clock: name, day: legalDay(at), at }))
}

/** The day a running clock falls due. */
export function dueDayOf(clock: Clock | undefined, calendar: WorkingCalendar): string | undefined {
  return clock === undefined || clock.ended !== undefined ? undefined : due(clock, calendar).day
}

/** The nearest day on which a running clock falls due. */
export function nearestDay({ clocks }: ChangeDossier, calendar: WorkingCalendar): string | undefined {
  return Object.values(clocks)
    .flatMap((clock) => dueDayOf(clock, calendar) ?? [])
    .toSorted()[0]
}
