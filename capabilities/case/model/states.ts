import { addDays, startOfDay } from '#engine/day.ts'
import type { Action, State, Timer } from '#engine/procedure/procedure.ts'
import type { CaseDossier } from './dossier.ts'
import { lastDayOf } from './served.ts'
import type { CaseWorld } from './world.ts'

export type CaseActions = readonly Action<CaseDossier, CaseWorld, never>[]
export type CaseStates = Readonly<Record<string, State>>
/** What timers may look at: they are asked again whenever a calendar changes. */
export type TimerWorld = Pick<CaseWorld, 'calendar'>

export const open = (waitsFor: readonly string[], ...clocks: string[]): State => ({ waitsFor, clocks })
export const final: State = { final: true, waitsFor: [], clocks: [] }

/** A system act due on the morning after the last day of a limit that runs against somebody. */
export function afterLastDay(
  action: string,
  clock: string,
  dossier: CaseDossier,
  world: TimerWorld,
): Timer[] {
  const day = lastDayOf(dossier, clock, world.calendar)
  return day === undefined ? [] : [{ action, at: startOfDay(addDays(day, 1)) }]
}
