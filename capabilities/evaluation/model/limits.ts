import { due, type Clock, type Clocks } from '#engine/clock/clock.ts'
import type { ClockEntry } from '#engine/clock/entry.ts'
import type { Instant } from '#engine/day.ts'
import { legalDay } from '#engine/day.ts'
import type { WorkingCalendar } from '#engine/calendar/calendar.ts'
import type { Missed, RectificationDossier } from './dossier.ts'
import type { RectificationLimits, RectificationWorld } from './world.ts'

/**
 * Where the pack is silent [K]: 一个工作日内联系核实 is how several cities read 国办发〔2019〕51号; five working days to mend and
 * answer is 德州's rule (什邡 gives fifteen). No rule names days for reviewing a finding or for the call back: three and five.
 */
export const USUAL_LIMITS: RectificationLimits = {
  verifyWorkingDays: 1,
  rectifyWorkingDays: 5,
  appealWorkingDays: 3,
  revisitWorkingDays: 5,
}

/** The supervisor's time is not the place's: no score rests on it. */
export const APPEAL = 'appeal'

interface Moment {
  at: Instant
  world: Pick<RectificationWorld, 'calendar' | 'limits'>
}

const BASIS = '国办发〔2019〕51号和地方规定'

function start(clock: string, amount: number, event: string, { at, world }: Moment): ClockEntry {
  const common = { entry: 'start', kind: 'step', unit: 'working-day', basis: BASIS } as const
  return { ...common, clock, amount, event, at, day: legalDay(at), calendar: world.calendar.version }
}

export const verifyClock = (moment: Moment): ClockEntry =>
  start('verify', moment.world.limits.verifyWorkingDays, '收到差评', moment)

export const rectifyClock = (event: string, moment: Moment): ClockEntry =>
  start('rectify', moment.world.limits.rectifyWorkingDays, event, moment)

export const appealClock = (moment: Moment): ClockEntry =>
  start(APPEAL, moment.world.limits.appealWorkingDays, '提出不属实或误评', moment)

export const revisitClock = (moment: Moment): ClockEntry =>
  start('revisit', moment.world.limits.revisitWorkingDays, '作出整改答复', moment)

/** While a finding is reviewed the place waits, so its own limit stands still. */
export function stopForReview({ at, world }: Moment): ClockEntry {
  const ground = '复核差评是否属实'
  const common = { entry: 'stop', clock: 'rectify', ground, basis: BASIS, notice: 'rating-verified' } as const
  return { ...common, day: legalDay(at), at, calendar: world.calendar.version }
}

export function resumeAfterReview({ at, world }: Moment): ClockEntry {
  return { entry: 'resume', clock: 'rectify', day: legalDay(at), at, calendar: world.calendar.version }
}

export function end(clock: string, at: Instant): ClockEntry {
  return { entry: 'end', clock, day: legalDay(at), at }
}

/** The day a clock falls due, unless it has ended or stands still. */
export function dueDayOf(clock: Clock | undefined, calendar: WorkingCalendar): string | undefined {
  if (clock === undefined || clock.ended !== undefined) return undefined
  return due(clock, calendar).day
}

/** Running clocks whose last day has gone by, the supervisor's too. */
export function overrun(clocks: Clocks, at: Instant, calendar: WorkingCalendar): Missed[] {
  return Object.values(clocks).flatMap((clock) => {
    const dueDay = dueDayOf(clock, calendar)
    return dueDay === undefined || legalDay(at) <= dueDay
      ? []
      : [{ clock: clock.name, started: clock.start.at, dueDay }]
  })
}

export function isNoted(
  { missed }: Pick<RectificationDossier, 'missed'>,
  { clock, started }: Missed,
): boolean {
  return missed.some((one) => one.clock === clock && one.started === started)
}
