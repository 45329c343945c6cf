import { time } from '#ui/format/day.ts'

const EVENING = '18:00'
const MORNING = '07:00'

/**
 * A closed hall is dark at night: a white wall then shines into the street and wears the panel out. While the doors are open, and at
 * noon, the wall is light whatever the device itself prefers.
 */
export function isNight(now: string, open: boolean): boolean {
  const at = time(now)
  return !open && (at >= EVENING || at < MORNING)
}
