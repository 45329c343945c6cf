import type { OpeningHours } from '../contract/place.ts'

export type DayKind = 'workday' | 'saturday' | 'closed'

/** Whether a place with these hours is open at a local time `HH:MM` of such a day. */
export function isOpen(hours: OpeningHours, kind: DayKind, time: string): boolean {
  return kind !== 'closed' && hours[kind].some((span) => span.from <= time && time < span.to)
}

/** Every span ends after it begins, and begins where the one before it is over. */
export const inOrder = ({ workday, saturday }: OpeningHours): boolean =>
  [workday, saturday].every((spans) =>
    spans.every(({ from, to }, at) => from < to && (spans[at - 1]?.to ?? '') <= from),
  )
