import type { WorkingCalendar } from '#engine/calendar/calendar.ts'
import { firstMissedDay } from '../model/apply.ts'
import type { RectificationDossier } from '../model/dossier.ts'
import { APPEAL, dueDayOf } from '../model/limits.ts'
import { poorRating } from '../model/poor-rating.ts'

/** Sorts after every real due day. */
export const NO_DUE_DAY = '9999-12-31'

export interface RectificationSource {
  area: string
  stream: string
  dossier: RectificationDossier
  calendar: WorkingCalendar
  changedAt: string
}

/** Columns of `evaluation.rectification` with their types, in the order of `rectificationValues`. */
const COLUMNS: readonly (readonly [name: string, type: string])[] = [
  ['area_code', 'text'],
  ['id', 'uuid'],
  ['stream', 'text'],
  ['version', 'int'],
  ['state', 'text'],
  ['open', 'boolean'],
  ['no', 'text'],
  ['place', 'text'],
  ['handling_place', 'text'],
  ['rated_on', 'date'],
  ['due_day', 'date'],
  ['limit_day', 'date'],
  ['missed_day', 'date'],
  ['settled_on', 'date'],
  ['changed_at', 'timestamptz'],
  ['dossier', 'jsonb'],
]

/** Fixed when it was opened. */
const PINNED = ['area_code', 'id', 'stream', 'no', 'place', 'rated_on']

export function upsertRectification(firstParam: number, source: string): string {
  const names = COLUMNS.map(([name]) => name).join(', ')
  const values = COLUMNS.map(([, type], index) => `$${firstParam + index}::${type}`).join(', ')
  const changes = COLUMNS.filter(([name]) => !PINNED.includes(name))
    .map(([name]) => `${name} = excluded.${name}`)
    .join(', ')
  return `INSERT INTO evaluation.rectification (${names}) SELECT ${values} ${source}
    ON CONFLICT (area_code, id) DO UPDATE SET ${changes}`
}

/** The same for the rows of one parameter, a JSON array of objects named like the columns. */
export function upsertRectifications(param: number, source: string): string {
  const names = COLUMNS.map(([name]) => name).join(', ')
  const typed = COLUMNS.map(([name, type]) => `${name} ${type}`).join(', ')
  const changes = COLUMNS.filter(([name]) => !PINNED.includes(name))
    .map(([name]) => `${name} = excluded.${name}`)
    .join(', ')
  return `INSERT INTO evaluation.rectification (${names})
    SELECT ${COLUMNS.map(([name]) => `r.${name}`).join(', ')}
    FROM jsonb_to_recordset($${param}::jsonb) AS r(${typed}) ${source}
    ON CONFLICT (area_code, id) DO UPDATE SET ${changes}`
}

/** The row as one element of that array; the dossier goes as it is. */
export function rectificationObject(source: RectificationSource): string {
  const values = rectificationValues(source)
  const named = COLUMNS.map(
    ([name, type], index) =>
      `"${name}":${type === 'jsonb' ? (values[index] as string) : JSON.stringify(values[index])}`,
  )
  return `{${named.join(',')}}`
}

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
