import type { StaffActor } from '#engine/actor.ts'
import type { WorkingCalendar } from '#engine/calendar/calendar.ts'
import type { Clock } from '#engine/clock/clock.ts'
import { owedBy } from '../chapters/owed.ts'
import type { CaseSummary } from '../contract.ts'
import type { ListedDossier } from '../store.ts'
import { limitName } from './limits-of.ts'
import type { Desk } from './means.ts'
import { standing, workingDaysTo } from './views.ts'

interface Reading {
  actor: StaffActor
  desk: Desk
  calendar: WorkingCalendar
  today: string
}

/** What this officer owes the case, with the limit that runs for it and not that of somebody else's step. */
export function owedView(
  dossier: ListedDossier,
  clocks: readonly Clock[],
  { actor, desk, calendar, today }: Reading,
): Pick<CaseSummary, 'owed'> {
  const { post, roles, place, body } = actor
  const owed = owedBy(dossier, clocks, { posts: [post, ...desk.covering], roles, place, body }, calendar)
  if (owed === undefined) return {}
  const { day, ...rest } = owed
  const clock = clocks.find(({ name, ended }) => name === owed.clock && ended === undefined)
  return {
    owed: {
      ...rest,
      ...(day === undefined || clock === undefined ? {} : { limit: limitName(clock) }),
      standing: day === undefined ? 'none' : standing(day, today),
      ...(day === undefined ? {} : { dueDay: day, workingDaysLeft: workingDaysTo(day, calendar, today) }),
    },
  }
}
