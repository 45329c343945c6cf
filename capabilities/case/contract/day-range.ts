import { addDays, dayNumber, dayOfNumber, weekday, type LegalDay } from '#engine/day.ts'
import { day, isDay } from '#ui/format/day.ts'

/** Stretches of days people ask for by name; kept under a name (常用条件), 本周 is next week’s week next week. */
export const NAMED_RANGES = ['today', 'week', 'month'] as const
export type NamedRange = (typeof NAMED_RANGES)[number]

/** By name, or from a day to a day, either of which may be left out: `week`, `2026-11-01~2026-11-15`, `~2026-11-15`. */
export const DAY_RANGE = String.raw`^(today|week|month|(\d{4}-\d{2}-\d{2})?~(\d{4}-\d{2}-\d{2})?)$`

/** Both days belong to it. */
export interface Days {
  from?: LegalDay
  to?: LegalDay
}

/** The days that are meant on this day; a week begins on Monday, so Sunday is the last day of its week. */
export function daysOf(range: string, today: LegalDay): Days {
  if (range === 'today') return { from: today, to: today }
  if (range === 'week') return weekOf(today)
  if (range === 'month') return monthOf(today)
  const [from = '', to = ''] = range.split('~')
  const known = [from, to].every((day) => day === '' || isDay(day))
  if (!known) return NO_DAYS
  return { ...(from === '' ? {} : { from }), ...(to === '' ? {} : { to }) }
}

/** A text that names such days, from whichever address or kept list it comes; the first day is not after the last. */
export function isDayRange(text: unknown): text is string {
  if (typeof text !== 'string' || text === '~' || !new RegExp(DAY_RANGE).test(text)) return false
  const { from, to } = daysOf(text, dayOfNumber(0))
  return from === undefined || to === undefined || from <= to
}

export const isNamedRange = (range: string): range is NamedRange =>
  (NAMED_RANGES as readonly string[]).includes(range)

export const RANGE_TITLES: Readonly<Record<NamedRange, string>> = {
  today: '今天',
  week: '本周',
  month: '本月',
}

/** `本周（2026年11月23日到2026年11月29日）`: a name is said with the days it stands for, for a paper is read later. */
export function rangeWords(range: string, today: LegalDay): string {
  const { from, to } = daysOf(range, today)
  const days =
    from === to && from !== undefined
      ? day(from)
      : `${from === undefined ? '' : day(from)}${to === undefined ? '以后' : from === undefined ? `${day(to)}以前` : `到${day(to)}`}`
  return isNamedRange(range) ? `${RANGE_TITLES[range]}（${days}）` : days
}

/** 30 February is no day, so no case has it. */
const NO_DAYS: Days = { from: '9999-12-31', to: '0001-01-01' }

function weekOf(today: LegalDay): Days {
  const sinceMonday = (weekday(dayNumber(today)) + 6) % 7
  const from = addDays(today, -sinceMonday)
  return { from, to: addDays(from, 6) }
}

function monthOf(today: LegalDay): Days {
  const from = `${today.slice(0, 7)}-01`
  // The 32nd day from the first lies in the next month, whatever its length.
  return { from, to: addDays(`${addDays(from, 31).slice(0, 7)}-01`, -1) }
}
