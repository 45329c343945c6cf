import type { CalendarSource, WorkingCalendar } from '#engine/calendar/calendar.ts'
import { legalDay, type Instant } from '#engine/day.ts'
import type { OpeningHours } from '#capabilities/organisation/contract.ts'
import { isOpen } from '#capabilities/organisation/model.ts'
import { dayKind } from '#capabilities/portal/model.ts'
import { time } from '#ui/format/day.ts'

/** Whether a place serves people now, and what the wall says about it. */
export function opening(
  hours: OpeningHours,
  calendar: WorkingCalendar,
  source: CalendarSource,
  now: Instant,
): { open: boolean; sentence: string } {
  const kind = dayKind(calendar, source, legalDay(now))
  const spans = kind === 'closed' ? [] : hours[kind]
  const at = time(now)
  if (isOpen(hours, kind, at)) return { open: true, sentence: `正在服务，至 ${endOf(spans, at)}` }
  if (spans.length === 0) return { open: false, sentence: '今天休息' }
  const next = spans.find(({ from }) => at < from)
  return { open: false, sentence: next ? `休息中，${next.from} 开门` : '今天的服务时间已过' }
}

/** Spans that follow without a gap (a noon on duty, 午间值班) are one opening to whoever stands before the door. */
function endOf(spans: OpeningHours['workday'], at: string): string {
  let end = at
  for (const { from, to } of spans.toSorted((a, b) => a.from.localeCompare(b.from)))
    if (from <= end && end < to) end = to
  return end
}
