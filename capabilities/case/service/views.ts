import type { WorkingCalendar } from '#engine/calendar/calendar.ts'
import { due, type Clock } from '#engine/clock/clock.ts'
import { explain } from '#engine/clock/explain.ts'
import { legalDay } from '#engine/day.ts'
import { withOffset } from '#platform/clock.ts'
import { openLane } from '../chapters/fast-lane/dossier.ts'
import { urgesOpen } from '../chapters/owed.ts'
import { urgesStanding } from '../chapters/urging/dossier.ts'
import type { CaseSummary, ClockView } from '../contract.ts'
import { limitsOf } from './limits-of.ts'
import { nearestTold, ownClocks, pausesOf, toldToApplicant } from './applicant-clocks.ts'
import type { CaseDossier } from '../model.ts'
import { isAnswered } from '../model/supplement.ts'
import { owesReason } from '../model/visit.ts'
import { NO_DUE_DAY, type ListedCase } from '../store.ts'
import { clockTitle, ROLE_TITLES, stateTitle } from '../words.ts'
import { standsOf, waitedFor } from '../words/standing.ts'

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
  /** Given for the applicant, who waits for other days than an officer. */
  told?: readonly Clock[],
): CaseSummary {
  const { dossier } = row
  const over = row.dueDay === NO_DUE_DAY
  const dueDay = told === undefined || over ? row.dueDay : (nearestTold(told, calendar) ?? NO_DUE_DAY)
  const open = dueDay !== NO_DUE_DAY
  const lane = openLane(dossier)
  const role = waitedFor(dossier)
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
    ...(open ? { dueDay, workingDaysLeft: workingDaysTo(dueDay, calendar, today) } : {}),
    standing: open ? standing(dueDay, today) : 'none',
    ...(told ? toldOf(row, told, names, calendar, today) : {}),
    procedure: dossier.procedure,
    ...(owesReason(dossier, today) ? { reasonOwed: true } : {}),
    waitsFor: ROLE_TITLES[role] ?? '',
    ...waitsAt(role, dossier, names),
    ...(told === undefined ? forOfficers(row, calendar, today) : {}),
    ...(lane ? { project: lane.name } : {}),
    version: dossier.version,
  }
}

/** What only officers are told: which limits are meant, papers nobody has looked at, what came of urging. */
function forOfficers(
  { dossier, openClocks }: ListedCase,
  calendar: WorkingCalendar,
  today: string,
): Pick<CaseSummary, 'freshPapers' | 'answered' | 'urges' | 'limit' | 'overdue' | 'lawNear'> {
  const { freshPapers = [] } = dossier
  const clocks = openClocks ?? []
  const urges = urgesStanding(dossier, urgesOpen(dossier), clocks)
  return {
    ...(freshPapers.length > 0 ? { freshPapers: freshPapers.length } : {}),
    ...(isAnswered(dossier) ? { answered: true } : {}),
    ...(urges === undefined ? {} : { urges }),
    ...limitsOf(clocks, calendar, today),
  }
}

/** What only the applicant is told: what is asked of them, why nothing runs, and where the case stands. */
function toldOf(
  { dossier }: ListedCase,
  told: readonly Clock[],
  names: Names,
  calendar: WorkingCalendar,
  today: string,
): Pick<CaseSummary, 'asked' | 'paused' | 'stands'> {
  const stands = standsOf(dossier, {
    ...{ clocks: told.filter(toldToApplicant), calendar, today },
    ...{ body: names.body(dossier.decidingBody), place: names.place(dossier.acceptPlace) },
  })
  return { ...ownClocks(dossier, told, calendar), stands }
}

/** Several bodies have reviewers and every place has a window, so whoever waits is told which. */
function waitsAt(
  role: string,
  { acceptPlace, decidingBody }: ListedCase['dossier'],
  names: Names,
): Pick<CaseSummary, 'waitsAt'> {
  if (role === 'window-clerk') return { waitsAt: names.place(acceptPlace) }
  return ['reviewer', 'approver', 'issuer'].includes(role) ? { waitsAt: names.body(decidingBody) } : {}
}

/** Negative once the day has passed. */
export function workingDaysTo(day: string, calendar: WorkingCalendar, today: string): number {
  return day >= today ? calendar.workingDaysAfter(today, day) : -calendar.workingDaysAfter(day, today)
}

/** Every clock with its due day and the one sentence that explains it. */
export function clockViews(dossier: CaseDossier, calendar: WorkingCalendar, today: string): ClockView[] {
  const all = Object.values(dossier.clocks)
  return all.map((clock) => clockView(clock, calendar, today, {}, all))
}

export function clockView(
  clock: Clock,
  calendar: WorkingCalendar,
  today: string,
  titles: Readonly<Record<string, string>> = {},
  beside: readonly Clock[] = [],
): ClockView {
  const now = due(clock, calendar)
  const day = now.day ?? (now.at && legalDay(now.at))
  return {
    clock: clock.name,
    kind: clock.kind,
    title: titles[clock.name] ?? clockTitle(clock.name),
    state: now.state,
    ...(day === undefined ? {} : { day }),
    ...(day !== undefined && now.state === 'running'
      ? { workingDaysLeft: workingDaysTo(day, calendar, today) }
      : {}),
    provisional: now.provisionalYears.length > 0,
    sentence: explain(clock, calendar),
    ...(now.state === 'stopped' ? { paused: pausesOf(clock, beside, calendar) } : {}),
    standing: day === undefined ? 'in-time' : standing(day, clock.ended?.day ?? today),
  }
}

export function standing(dueDay: string, on: string): 'in-time' | 'soon' | 'late' {
  if (on > dueDay) return 'late'
  return on === dueDay ? 'soon' : 'in-time'
}
