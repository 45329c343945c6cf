import type { WorkingCalendar } from '#engine/calendar/calendar.ts'
import { due, type Clock } from '#engine/clock/clock.ts'
import { explain } from '#engine/clock/explain.ts'
import { legalDay } from '#engine/day.ts'
import { withOffset } from '#platform/clock.ts'
import { openLane } from '../chapters/fast-lane/dossier.ts'
import type { CaseSummary, ClockView } from '../contract.ts'
import { procedureOf, type CaseDossier } from '../model.ts'
import { owesReason } from '../model/visit.ts'
import { NO_DUE_DAY, type ListedCase } from '../store.ts'
import { clockTitle, ROLE_TITLES, stateTitle } from '../words.ts'

export interface Names {
  item(id: string, version: number): string
  place(id: string): string
  body(id: string): string
}

export function summary(
  row: ListedCase,
  names: Names,
  calendar: WorkingCalendar,
  today: string,
): CaseSummary {
  const { dossier } = row
  const open = row.dueDay !== NO_DUE_DAY
  const lane = openLane(dossier)
  const state = dossier.state as CaseSummary['state']
  return {
    no: dossier.no,
    state,
    stateText: stateTitle(state, dossier.procedure, dossier.decision?.ground),
    itemId: dossier.item.id,
    itemName: names.item(dossier.item.id, dossier.item.version),
    applicant: row.applicantMasked,
    channel: dossier.channel,
    acceptPlace: names.place(dossier.acceptPlace),
    decidingBody: names.body(dossier.decidingBody),
    receivedAt: withOffset(row.receivedAt),
    ...(open ? { dueDay: row.dueDay, workingDaysLeft: workingDaysTo(row.dueDay, calendar, today) } : {}),
    standing: open ? standing(row.dueDay, today) : 'none',
    procedure: dossier.procedure,
    ...(owesReason(dossier, today) ? { reasonOwed: true } : {}),
    waitsFor: ROLE_TITLES[procedureOf(dossier).states[state]!.waitsFor[0] ?? ''] ?? '',
    ...(lane ? { project: lane.name } : {}),
    version: dossier.version,
  }
}

/** Negative once the day has passed. */
function workingDaysTo(day: string, calendar: WorkingCalendar, today: string): number {
  return day >= today ? calendar.workingDaysAfter(today, day) : -calendar.workingDaysAfter(day, today)
}

/** Every clock with its due day and the one sentence that explains it. */
export function clockViews(dossier: CaseDossier, calendar: WorkingCalendar, today: string): ClockView[] {
  return Object.values(dossier.clocks).map((clock) => clockView(clock, calendar, today))
}

export function clockView(
  clock: Clock,
  calendar: WorkingCalendar,
  today: string,
  titles: Readonly<Record<string, string>> = {},
): ClockView {
  const now = due(clock, calendar)
  const day = now.day ?? (now.at && legalDay(now.at))
  return {
    clock: clock.name,
    kind: clock.kind,
    title: titles[clock.name] ?? clockTitle(clock.name),
    state: now.state,
    ...(day === undefined ? {} : { day }),
    provisional: now.provisionalYears.length > 0,
    sentence: explain(clock, calendar),
    ...(now.state === 'stopped' ? { paused: openStops(clock) } : {}),
    standing: day === undefined ? 'in-time' : standing(day, clock.ended?.day ?? today),
  }
}

/** Stops nobody has resumed; several may overlap. */
function openStops({ stops }: Clock): NonNullable<ClockView['paused']> {
  return stops
    .filter(({ to }) => to === undefined)
    .map(({ from, ground }) => ({ since: from, waitsFor: ground }))
    .toSorted((one, other) => one.since.localeCompare(other.since))
}

function standing(dueDay: string, on: string): 'in-time' | 'soon' | 'late' {
  if (on > dueDay) return 'late'
  return on === dueDay ? 'soon' : 'in-time'
}
