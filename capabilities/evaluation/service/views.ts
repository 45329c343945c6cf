import type { WorkingCalendar } from '#engine/calendar/calendar.ts'
import { due, type Clock } from '#engine/clock/clock.ts'
import { explain } from '#engine/clock/explain.ts'
import type { LegalDay } from '#engine/day.ts'
import type { ClockView } from '#capabilities/case/contract.ts'
import { NO_DUE_DAY } from '#platform/views/work-list.ts'
import type { RectificationSummary } from '../contract/rectification.ts'
import { firstMissedDay } from '../model/apply.ts'
import { poorRating } from '../model/poor-rating.ts'
import type { RectificationRow } from '../store/rectifications.ts'
import { CLOCK_TITLES, STATE_TITLES, WAITS_FOR } from '../words/rectification.ts'

export interface Names {
  item(id: string): string
  place(id: string): string
}

export function summary(
  row: RectificationRow,
  names: Names,
  calendar: WorkingCalendar,
  today: LegalDay,
): RectificationSummary {
  const { dossier, dueDay } = row
  const state = dossier.state as RectificationSummary['state']
  const waiting = dueDay !== NO_DUE_DAY
  return {
    ...{ id: row.id, state, stateText: STATE_TITLES[state], stars: dossier.stars },
    ...{ anonymous: dossier.anonymous, itemName: names.item(dossier.item) },
    ...{ place: names.place(dossier.place), handlingPlace: names.place(dossier.handlingPlace) },
    ratedOn: dossier.ratedOn,
    ...(waiting ? { dueDay, workingDaysLeft: workingDaysTo(dueDay, calendar, today) } : {}),
    standing: waiting ? standing(dueDay, today) : 'none',
    waitsFor: WAITS_FOR[poorRating.states[state]!.waitsFor[0] ?? ''] ?? '',
    wasLate: firstMissedDay(dossier) !== undefined,
    version: dossier.version,
  }
}

export function clockView(clock: Clock, calendar: WorkingCalendar, today: LegalDay): ClockView {
  const { day, state, provisionalYears } = due(clock, calendar)
  return {
    ...{ clock: clock.name, kind: clock.kind, title: CLOCK_TITLES[clock.name] ?? clock.name, state },
    ...(day === undefined ? {} : { day }),
    provisional: provisionalYears.length > 0,
    sentence: explain(clock, calendar),
    standing: day === undefined ? 'in-time' : standing(day, clock.ended?.day ?? today),
  }
}

/** Negative once the day has passed. */
function workingDaysTo(day: LegalDay, calendar: WorkingCalendar, today: LegalDay): number {
  return day >= today ? calendar.workingDaysAfter(today, day) : -calendar.workingDaysAfter(day, today)
}

function standing(dueDay: LegalDay, on: LegalDay): 'in-time' | 'soon' | 'late' {
  if (on > dueDay) return 'late'
  return on === dueDay ? 'soon' : 'in-time'
}
