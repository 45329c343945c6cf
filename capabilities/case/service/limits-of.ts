import type { WorkingCalendar } from '#engine/calendar/calendar.ts'
import { due, type Clock } from '#engine/clock/clock.ts'
import { legalDay, type LegalDay } from '#engine/day.ts'
import type { CaseSummary } from '../contract.ts'
import { heaviestFirst, type LimitName, type OverdueLimit } from '../contract/limit-view.ts'
import { clockTitle } from '../words.ts'

/** A promise or a step that ends first must not hide that the law’s own limit is about to. */
const LAW_NEAR_DAYS = 3

/** The limit whose day is the nearest, and every one that has passed: a step that is late is not yet a case that is late. */
export function limitsOf(
  clocks: readonly Clock[],
  calendar: WorkingCalendar,
  today: LegalDay,
): Pick<CaseSummary, 'limit' | 'overdue' | 'lawNear'> {
  const running = clocks.flatMap((clock) => {
    const day = lastDay(clock, calendar)
    return day === undefined ? [] : [{ ...limitName(clock), day }]
  })
  const nearest = running.toSorted(
    (one, other) => one.day.localeCompare(other.day) || heaviestFirst(one, other),
  )[0]
  const overdue = running
    .filter(({ day }) => day < today)
    .map((limit): OverdueLimit => ({ ...limit, workingDays: calendar.workingDaysAfter(limit.day, today) }))
    .toSorted(heaviestFirst)
  const law = running.find(({ kind, day }) => kind === 'statutory' && day >= today)
  const left = law && calendar.workingDaysAfter(today, law.day)
  return {
    ...(law !== undefined && left !== undefined && left <= LAW_NEAR_DAYS
      ? { lawNear: { day: law.day, workingDays: left } }
      : {}),
    ...(nearest === undefined ? {} : { limit: { kind: nearest.kind, title: nearest.title } }),
    ...(overdue.length === 0 ? {} : { overdue }),
  }
}

export const limitName = ({ name, kind }: Clock): LimitName => ({ kind, title: clockTitle(name) })

/** Nothing where it has ended or stands still. */
function lastDay(clock: Clock, calendar: WorkingCalendar): LegalDay | undefined {
  if (clock.ended !== undefined) return undefined
  const { state, day, at } = due(clock, calendar)
  return state === 'running' ? (day ?? (at && legalDay(at))) : undefined
}
