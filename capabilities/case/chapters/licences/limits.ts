import type { WorkingCalendar } from '#engine/calendar/calendar.ts'
import type { ClockEntry } from '#engine/clock/entry.ts'
import type { Instant, LegalDay } from '#engine/day.ts'
import type { Limit } from '#capabilities/catalogue/contract.ts'
import type { About } from './about.ts'

interface Moment {
  day: LegalDay
  at: Instant
  world: { calendar: WorkingCalendar; about?: About }
}

/** The last day of the licence while a renewal in time binds the office to it. */
function expiryOf({ day, world: { about } }: Moment): LegalDay | undefined {
  const { kind, validUntil, inTime } = about ?? {}
  return kind === 'renew' && inTime && validUntil !== undefined && day <= validUntil ? validUntil : undefined
}

/** C11: the decision on a renewal is due before the licence runs out, on the last working day of its term at the latest. */
export function renewalClock(event: string, moment: Moment): ClockEntry[] {
  const expiry = expiryOf(moment)
  if (expiry === undefined) return []
  const { day, at, world } = moment
  const common = {
    entry: 'start',
    clock: 'renewal',
    kind: 'statutory',
    unit: 'working-day',
    day,
    at,
  } as const
  const amount = world.calendar.workingDaysAfter(day, expiry)
  return [
    {
      ...common,
      amount,
      event,
      basis: '行政许可法第五十条第二款：有效期届满前决定',
      calendar: world.calendar.version,
    },
  ]
}

/** What was promised never ends later than the licence that is to be renewed. */
export function beforeExpiry<L extends Pick<Limit, 'amount' | 'unit'>>(limit: L, moment: Moment): L {
  const expiry = expiryOf(moment)
  if (expiry === undefined || limit.unit !== 'working-day') return limit
  return {
    ...limit,
    amount: Math.min(limit.amount, moment.world.calendar.workingDaysAfter(moment.day, expiry)),
  }
}
