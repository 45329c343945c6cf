import type { CalendarSource, WorkingCalendar } from '#engine/calendar/calendar.ts'
import { dayNumber, weekday, type Instant, type LegalDay } from '#engine/day.ts'
import { isOpen, type DayKind } from '#capabilities/organisation/model.ts'
import { withOffset } from '#platform/clock.ts'

type Hours = Parameters<typeof isOpen>[0]

const WEEKDAYS = ['星期日', '星期一', '星期二', '星期三', '星期四', '星期五', '星期六']

/** A worked Saturday (调休) is a workday; a Saturday off by the holiday list is closed like any other. */
export function dayKind(calendar: WorkingCalendar, { years }: CalendarSource, day: LegalDay): DayKind {
  if (calendar.isWorkday(day)) return 'workday'
  const off = years[day.slice(0, 4)]?.off.includes(day) ?? false
  return weekday(dayNumber(day)) === 6 && !off ? 'saturday' : 'closed'
}

/** Whether a place is open at this moment, and the one sentence people want to hear. */
export function openNow(
  hours: Hours,
  kind: DayKind,
  day: LegalDay,
  now: Instant,
  place = '大厅',
): { day: string; open: boolean; sentence: string } {
  const time = withOffset(now).slice(11, 16)
  const today = `今天${WEEKDAYS[weekday(dayNumber(day))]}`
  const spans = kind === 'closed' ? [] : hours[kind]
  const open = isOpen(hours, kind, time)
  if (spans.length === 0) return { day, open, sentence: `${today}，${place}休息。网上随时可以申请。` }
  const current = spans.find((span) => span.from <= time && time < span.to)
  if (current) return { day, open, sentence: `${today}，${place}开着，开到${shutsAt(current.to, spans)}。` }
  const next = spans.find((span) => time < span.from)
  return {
    day,
    open,
    sentence: next ? `${today}，${place}${next.from}开门。` : `${today}的服务时间已过。网上随时可以申请。`,
  }
}

/** A span that another one follows without a break does not end the opening. */
function shutsAt(to: string, spans: Hours['workday']): string {
  const next = spans.find(({ from }) => from === to)
  return next === undefined ? to : shutsAt(next.to, spans)
}
