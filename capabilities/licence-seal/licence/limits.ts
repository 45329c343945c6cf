import type { ClockEntry } from '#engine/clock/entry.ts'
import type { Clocks } from '#engine/clock/clock.ts'
import { legalDay, type Instant } from '#engine/day.ts'
import type { LicenceWorld } from './world.ts'

/**
 * [K] The licensing law gives the holder the right to be heard (第七条) and no days for it. Five working days is what 行政处罚法第六十四条
 * gives for asking for a hearing.
 */
export const STATEMENT_WORKING_DAYS = 5
/** [K] 第七十条 says that it shall be cancelled and not within how many days; the general limit to decide (第四十二条) is the measure. */
export const CANCELLATION_WORKING_DAYS = 20

interface Moment {
  at: Instant
  world: Pick<LicenceWorld, 'calendar' | 'deliveryWorkingDays'>
}

function start(
  clock: string,
  kind: 'hearing' | 'delivery' | 'statutory',
  amount: number,
  { event, basis }: { event: string; basis: string },
  { at, world }: Moment,
): ClockEntry {
  const common = { entry: 'start', unit: 'working-day', day: legalDay(at), at } as const
  return { ...common, clock, kind, amount, event, basis, calendar: world.calendar.version }
}

export const statementClock = (moment: Moment): ClockEntry =>
  start(
    'statement',
    'hearing',
    STATEMENT_WORKING_DAYS,
    { event: '送达拟处理告知书', basis: '行政许可法第七条' },
    moment,
  )

export const deliveryClock = (event: string, moment: Moment): ClockEntry =>
  start(
    'delivery',
    'delivery',
    moment.world.deliveryWorkingDays,
    { event, basis: '期限参照行政许可法第四十四条' },
    moment,
  )

export const cancellationClock = (event: string, moment: Moment): ClockEntry =>
  start(
    'cancellation',
    'statutory',
    CANCELLATION_WORKING_DAYS,
    { event, basis: '行政许可法第七十条，期限参照第四十二条' },
    moment,
  )

/** Ends those of the named clocks that run. */
export function endRunning(clocks: Clocks, names: readonly string[], at: Instant): ClockEntry[] {
  return names
    .filter((name) => clocks[name] !== undefined && clocks[name].ended === undefined)
    .map((clock) => ({ entry: 'end', clock, day: legalDay(at), at }))
}
