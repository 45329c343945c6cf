import { compileCalendar, type WorkingCalendar } from '#engine/calendar/calendar.ts'
import { legalDay } from '#engine/day.ts'
import { isRefusal, refusal, type Refusal } from '#engine/refusal.ts'
import type { AlertView, SupervisedCase } from '../contract.ts'
import { ALERT_LEVELS, alertLevel, NOT_YET, rateById, type AlertLevel, type CaseLine } from '../model.ts'
import type { Part } from '../store.ts'
import { LEFT_OPEN_TITLES, LIMIT_TITLES, limitTitle, ORDER_TITLES } from '../words.ts'
import {
  isDay,
  periodOf,
  policyIn,
  readerOf,
  scopeOf,
  type Asking,
  type PeriodQuery,
  type ScopeQuery,
  type SupervisionMeans,
} from './means.ts'
import { namesOf, type LineNames } from './names.ts'

export interface Paged {
  limit?: number
  cursor?: string
}

export interface CasesQuery extends PeriodQuery, ScopeQuery, Paged {
  part?: Part
}

export interface AlertsQuery extends ScopeQuery, Paged {
  level?: AlertLevel
}

export interface Page<Row> {
  items: Row[]
  nextCursor?: string
}

const PAGE = 30

/** The cases behind a rate. */
export async function indicatorCases(
  means: SupervisionMeans,
  asking: Asking,
  id: string,
  query: CasesQuery,
): Promise<(Page<SupervisedCase> & { order: string }) | Refusal> {
  const rate = rateById(id)
  if (rate === undefined) return refusal('indicator-not-found')
  const period = periodOf(query, asking.now)
  if (isRefusal(period)) return period
  const scope = scopeOf(asking, query)
  if (isRefusal(scope)) return scope
  const policy = await policyIn(means, scope.area)
  const limit = query.limit ?? PAGE
  const after = query.cursor === undefined ? undefined : readCursor(query.cursor)
  const rows = await readerOf(means).list(
    { rate, scope, period, policy },
    query.part ?? 'all',
    after,
    limit + 1,
  )
  const { views } = await shaped(means, scope.area, rows.slice(0, limit), legalDay(asking.now))
  const shown = page(views, rows, limit, (line) => `${line[rate.by]}~${line.id}`)
  return { ...shown, order: ORDER_TITLES[rate.by] }
}

/** Open work that is near a limit or past it. */
export async function alerts(
  means: SupervisionMeans,
  asking: Asking,
  query: AlertsQuery,
): Promise<(Page<AlertView> & { counts: Record<AlertLevel, number> }) | Refusal> {
  const scope = scopeOf(asking, query)
  if (isRefusal(scope)) return scope
  const today = legalDay(asking.now)
  const limit = query.limit ?? PAGE
  const after = query.cursor === undefined ? undefined : readAlertCursor(query.cursor)
  const read = readerOf(means)
  const rows = await read.alerts(scope, today, query.level, after, limit + 1)
  const shown = rows.slice(0, limit)
  const { views, calendar } = await shaped(means, scope.area, shown, today)
  const items = views.map((view, index): AlertView => ({
    ...view,
    level: alertLevel(shown[index]!, today)!,
    reasons: reasonsOf(shown[index]!, calendar, today),
  }))
  return {
    ...page(items, rows, limit, (line) =>
      [ALERT_LEVELS.indexOf(alertLevel(line, today)!), line.nextDue, line.id].join('~'),
    ),
    counts: await read.alertCounts(scope, today),
  }
}

function page<Row>(
  items: Row[],
  rows: readonly CaseLine[],
  limit: number,
  cursor: (line: CaseLine) => string,
): Page<Row> {
  return rows.length > limit ? { items, nextCursor: cursor(rows[limit - 1]!) } : { items }
}

async function shaped(
  means: SupervisionMeans,
  area: string,
  lines: readonly CaseLine[],
  today: string,
): Promise<{ views: SupervisedCase[]; calendar: WorkingCalendar }> {
  const names = await namesOf(means, area, lines)
  const calendar = compileCalendar(await means.organisation.calendarOf(area))
  return { views: lines.map((line) => caseView(line, names, calendar, today)), calendar }
}

function caseView(
  line: CaseLine,
  names: LineNames,
  calendar: WorkingCalendar,
  today: string,
): SupervisedCase {
  const { promisedDue, decidedDay, endedDay, resolvedDay } = line
  const seen = resolvedDay === NOT_YET ? today : resolvedDay
  const isLate = promisedDue !== null && (decidedDay === null ? seen > promisedDue : !line.inTime)
  const isOver = decidedDay === null && endedDay !== null
  return {
    ...{ no: line.no, itemId: line.itemId, itemName: names.item(line.itemId) },
    ...{ place: names.place(line.acceptPlace), body: names.body(line.decidingBody) },
    ...{ channel: line.channel, receivedDay: line.receivedDay },
    ...(decidedDay === null ? {} : { decidedDay }),
    ...(endedDay === null ? {} : { endedDay }),
    ...(promisedDue === null ? {} : { promisedDue }),
    ...(line.statutoryDue === null ? {} : { statutoryDue: line.statutoryDue }),
    standing: isOver ? 'over' : isLate ? 'overdue' : decidedDay === null ? 'running' : 'in-time',
    ...(isLate && !isOver ? { lateWorkingDays: calendar.workingDaysAfter(promisedDue, seen) } : {}),
    lateSteps: line.clocks
      .filter(({ kind, due, end }) => kind === 'step' && due !== undefined && (end ?? today) > due)
      .map(({ clock, due, end }) => ({
        step: LIMIT_TITLES[clock] ?? clock,
        dueDay: due!,
        ...(end === undefined ? {} : { endDay: end }),
      })),
    ...(line.leftOpen === null ? {} : { leftOpen: LEFT_OPEN_TITLES[line.leftOpen] ?? line.leftOpen }),
  }
}

const GRAVITY = [
  'statutory',
  'promised',
  'step',
  'notice',
  'delivery',
  'opinion',
  'meeting',
  'supplement',
  'check',
]

/** Which running limits are near or past; those of the law first. */
function reasonsOf(line: CaseLine, calendar: WorkingCalendar, today: string): AlertView['reasons'] {
  const left = (day: string) =>
    day >= today ? calendar.workingDaysAfter(today, day) : -calendar.workingDaysAfter(day, today)
  return line.clocks
    .flatMap(({ clock, kind, due, end }) =>
      end === undefined && due !== undefined && kind in TOLD ? [{ clock, kind, due }] : [],
    )
    .filter(({ due }) => due < today || due === line.nextDue || left(due) <= 1)
    .toSorted((a, b) => GRAVITY.indexOf(a.kind) - GRAVITY.indexOf(b.kind))
    .map(({ clock, due }) => ({
      title: limitTitle(clock),
      dueDay: due,
      workingDaysLeft: left(due),
    }))
}

const TOLD = {
  ...{ statutory: true, promised: true, step: true, notice: true, delivery: true },
  ...{ opinion: true, meeting: true },
}

/** A cursor is only a place to start from; a broken one starts at the beginning. */
function readCursor(cursor: string): { day: string; id: string } | undefined {
  const found = /^(\d{4}-\d{2}-\d{2})~([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(cursor)
  const day = found?.[1]
  return day !== undefined && isDay(day) ? { day, id: found![2]! } : undefined
}

function readAlertCursor(cursor: string): { rank: number; day: string; id: string } | undefined {
  const place = readCursor(cursor.slice(2))
  return /^[0-2]~/.test(cursor) && place !== undefined ? { ...place, rank: Number(cursor[0]) } : undefined
}
