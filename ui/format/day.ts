const WEEKDAYS = ['日', '一', '二', '三', '四', '五', '六'] as const
const SHANGHAI_OFFSET_MS = 8 * 3_600_000

/** `2026-11-22` → `2026年11月22日`; anything that is not a day is given back as it is. */
export function day(date: string): string {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date)
  return parts ? `${Number(parts[1])}年${Number(parts[2])}月${Number(parts[3])}日` : date
}

/** `2026-11-22` → `2026年11月22日（星期日）`: due days always say the weekday. */
export function longDay(date: string): string {
  const at = Date.parse(`${date}T00:00:00Z`)
  return Number.isNaN(at) ? date : `${day(date)}（星期${WEEKDAYS[new Date(at).getUTCDay()]}）`
}

/** `2026-11-22` → `11月22日`, for lists in which the year is plain. */
export function shortDay(date: string): string {
  return day(date).replace(/^\d+年/, '')
}

/** The wall time of an instant in China, `14:05`, whatever the zone of the server. */
export function time(instant: string): string {
  return localParts(instant).time
}

/** An instant as people read it: `2026年11月22日 14:05`. */
export function moment(instant: string): string {
  const { date, time: clock } = localParts(instant)
  return clock === '' ? date : `${day(date)} ${clock}`
}

/** The day in China on which an instant falls, `2026-11-22`. */
export function dayOf(instant: string): string {
  return localParts(instant).date
}

function localParts(instant: string): { date: string; time: string } {
  const at = Date.parse(instant)
  if (Number.isNaN(at)) return { date: instant, time: '' }
  const local = new Date(at + SHANGHAI_OFFSET_MS).toISOString()
  return { date: local.slice(0, 10), time: local.slice(11, 16) }
}

/** True for a day that exists in the calendar: `2026-02-29` does not. */
export function isDay(date: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) return false
  const at = new Date(`${date}T00:00:00Z`)
  return !Number.isNaN(at.getTime()) && at.toISOString().slice(0, 10) === date
}
