import type { CalendarSource, CalendarYear } from '../calendar/calendar.ts'
import { addDays } from '../day.ts'

/** The holiday lists of 2025 and 2026 as the General Office of the State Council published them. */
export const PUBLISHED: Readonly<Record<string, CalendarYear>> = {
  '2025': {
    off: days(['01-01', 1], ['01-28', 8], ['04-04', 3], ['05-01', 5], ['05-31', 3], ['10-01', 8])('2025'),
    work: ['2025-01-26', '2025-02-08', '2025-04-27', '2025-09-28', '2025-10-11'],
  },
  '2026': {
    off: days(
      ['01-01', 3],
      ['02-15', 9],
      ['04-04', 3],
      ['05-01', 5],
      ['06-19', 3],
      ['09-25', 3],
      ['10-01', 7],
    )('2026'),
    work: ['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'],
  },
}

/** A calendar in which 2027 and everything after is still to be published. */
export const UP_TO_2026: CalendarSource = { version: '2026-published', years: PUBLISHED }

function days(...runs: readonly [first: string, length: number][]) {
  return (year: string): string[] =>
    runs.flatMap(([first, length]) =>
      Array.from({ length }, (_, index) => addDays(`${year}-${first}`, index)),
    )
}
