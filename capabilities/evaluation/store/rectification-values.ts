import type { WorkingCalendar } from '#engine/calendar/calendar.ts'
import { viewTable } from '#platform/views/table.ts'
import { NO_DUE_DAY } from '#platform/views/work-list.ts'
import { firstMissedDay } from '../model/apply.ts'
import type { RectificationDossier } from '../model/dossier.ts'
import { APPEAL, dueDayOf } from '../model/limits.ts'
import { poorRating } from '../model/poor-rating.ts'

export interface RectificationSource {
  area: string
  stream: string
  dossier: RectificationDossier
  calendar: WorkingCalendar
  changedAt: string
}

/** Columns in the order of `rectificationValues`. */
export const RECTIFICATIONS = viewTable({
  name: 'evaluation.rectification',
  key: ['area_code', 'id'],
  columns: [
    ...['area_code text', 'id uuid', 'stream text', 'version int', 'state text', 'open boolean', 'no text'],
    ...['place text', 'handling_place text', 'rated_on date', 'due_day date', 'limit_day date'],
    ...['missed_day date', 'settled_on date', 'changed_at timestamptz', 'dossier jsonb'],
  ],
  pinned: ['stream', 'no', 'place', 'rated_on'],
})

/** The row as one element of what `upsertMany` takes. */
export const rectificationObject = (source: RectificationSource): string =>
  RECTIFICATIONS.object(rectificationValues(source))

export function rectificationValues(source: RectificationSource): unknown[] {
  const { area, stream, dossier, calendar, changedAt } = source
  const open = poorRating.states[dossier.state]?.final !== true
  return [
    ...[area, dossier.id, stream, dossier.version, dossier.state, open, dossier.no],
    ...[dossier.place, dossier.handlingPlace, dossier.ratedOn],
    ...[nearest(dossier, calendar, () => true), nearest(dossier, calendar, (clock) => clock !== APPEAL)],
    ...[firstMissedDay(dossier) ?? null, dossier.settledOn ?? null, changedAt, JSON.stringify(dossier)],
  ]
}

/** The nearest day on which one of these clocks falls due. */
function nearest(
  { clocks }: RectificationDossier,
  calendar: WorkingCalendar,
  counts: (clock: string) => boolean,
): string {
  const days = Object.values(clocks).flatMap((clock) =>
    counts(clock.name) ? (dueDayOf(clock, calendar) ?? []) : [],
  )
  return days.toSorted()[0] ?? NO_DUE_DAY
}
