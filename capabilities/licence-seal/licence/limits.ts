import type { ClockEntry } from '#engine/clock/entry.ts'
import type { Clocks } from '#engine/clock/clock.ts'
import { legalDay, type Instant, type LegalDay } from '#engine/day.ts'
import { ANNOUNCEMENT_CALENDAR_DAYS } from '../model/serving.ts'
import type { LicenceDays, LicenceWorld } from './world.ts'

/**
 * [K] 第七条 gives the holder the right to be heard and no days for it: five working days is what 行政处罚法第六十四条 gives for asking for
 * a hearing. 第七十条 says that it shall be cancelled and not within how many days: the general limit to decide (第四十二条).
 */
export const LICENCE_DAYS: LicenceDays = {
  statementWorkingDays: 5,
  cancellationWorkingDays: 20,
  announcementCalendarDays: ANNOUNCEMENT_CALENDAR_DAYS,
}

interface PackDays {
  licences?: { value: Pick<LicenceDays, 'statementWorkingDays' | 'cancellationWorkingDays'> }
  announcementCalendarDays?: { value: number }
}

/** The days of a pack, and those of the house where it names none. */
export function licenceDays({ licences, announcementCalendarDays }: PackDays): LicenceDays {
  const { statementWorkingDays, cancellationWorkingDays } = licences?.value ?? LICENCE_DAYS
  return {
    ...{ statementWorkingDays, cancellationWorkingDays },
    announcementCalendarDays: announcementCalendarDays?.value ?? LICENCE_DAYS.announcementCalendarDays,
  }
}

interface Moment {
  at: Instant
  /** The day it counts from, where that is not the day of the act: a return receipt, the end of an announcement. */
  day?: LegalDay
  world: Pick<LicenceWorld, 'calendar' | 'deliveryWorkingDays' | 'days'>
}

type Limit = Pick<Extract<ClockEntry, { entry: 'start' }>, 'clock' | 'kind' | 'unit' | 'amount'>

function start(limit: Limit, why: { event: string; basis: string }, { at, day, world }: Moment): ClockEntry {
  const moment = { day: day ?? legalDay(at), at, calendar: world.calendar.version }
  return { entry: 'start', ...limit, ...moment, ...why }
}

export const statementClock = (moment: Moment): ClockEntry =>
  start(
    {
      ...{ clock: 'statement', kind: 'hearing', unit: 'working-day' },
      amount: moment.world.days.statementWorkingDays,
    },
    { event: '送达拟处理告知书', basis: '行政许可法第七条' },
    moment,
  )

export const deliveryClock = (event: string, moment: Moment): ClockEntry =>
  start(
    {
      ...{ clock: 'delivery', kind: 'delivery', unit: 'working-day' },
      amount: moment.world.deliveryWorkingDays,
    },
    { event, basis: '期限参照行政许可法第四十四条' },
    moment,
  )

export const announcementClock = (moment: Moment): ClockEntry =>
  start(
    {
      ...{ clock: 'announcement', kind: 'delivery', unit: 'calendar-day' },
      amount: moment.world.days.announcementCalendarDays,
    },
    { event: '发出公告', basis: '参照民事诉讼法第九十五条' },
    moment,
  )

export const cancellationClock = (event: string, moment: Moment): ClockEntry =>
  start(
    {
      ...{ clock: 'cancellation', kind: 'statutory', unit: 'working-day' },
      amount: moment.world.days.cancellationWorkingDays,
    },
    { event, basis: '行政许可法第七十条，期限参照第四十二条' },
    moment,
  )

/** Ends those of the named clocks that run. */
export function endRunning(clocks: Clocks, names: readonly string[], at: Instant): ClockEntry[] {
  return names
    .filter((name) => clocks[name] !== undefined && clocks[name].ended === undefined)
    .map((clock) => ({ entry: 'end', clock, day: legalDay(at), at }))
}
