import type { WorkingCalendar } from '#engine/calendar/calendar.ts'
import { due } from '#engine/clock/clock.ts'
import { legalDay } from '#engine/day.ts'
import { openLane } from '../chapters/fast-lane/dossier.ts'
import { bodiesOf } from '../chapters/index.ts'
import { owedDays } from '../chapters/owed.ts'
import { openSigners } from '../chapters/queue/dossier.ts'
import { procedureOf } from '../model/procedures.ts'
import type { CaseDossier } from '../model/dossier.ts'
import { NO_DUE_DAY, SEVERAL_CALENDARS } from './rows.ts'

export interface RowSource {
  area: string
  stream: string
  dossier: CaseDossier
  calendar: WorkingCalendar
  applicantMasked: string
  receivedAt: string
  changedAt: string
}

/** Columns of `cases.case_view` with their types, in the order of `rowValues`. */
const COLUMNS: readonly (readonly [name: string, type: string])[] = [
  ['area_code', 'text'],
  ['id', 'uuid'],
  ['stream', 'text'],
  ['no', 'text'],
  ['version', 'int'],
  ['state', 'text'],
  ['waits_for', 'text'],
  ['item_id', 'text'],
  ['item_version', 'int'],
  ['party', 'uuid'],
  ['applicant_masked', 'text'],
  ['channel', 'text'],
  ['accept_place', 'text'],
  ['region', 'text'],
  ['deciding_body', 'text'],
  ['received_at', 'timestamptz'],
  ['due_day', 'date'],
  ['open', 'boolean'],
  ['changed_at', 'timestamptz'],
  ['procedure', 'text'],
  ['partners', 'text[]'],
  ['asked', 'text[]'],
  ['holder', 'text'],
  ['signers', 'text[]'],
  ['calendar', 'text'],
  ['project', 'text'],
  ['sent_from', 'text'],
  ['owed', 'jsonb'],
  ['dossier', 'jsonb'],
]

/** What an act can change (deciding body and place of the matter only by 转办); everything else was pinned at receipt. */
const CHANGING = [
  'version',
  'state',
  'waits_for',
  'due_day',
  'open',
  'changed_at',
  'procedure',
  'partners',
  'asked',
  'holder',
  'signers',
  'project',
  'deciding_body',
  'region',
  'calendar',
  'owed',
  'dossier',
]

export function upsert(firstParam: number, source: string): string {
  const names = COLUMNS.map(([name]) => name).join(', ')
  const values = COLUMNS.map(([, type], index) => `$${firstParam + index}::${type}`).join(', ')
  const changes = CHANGING.map((name) => `${name} = excluded.${name}`).join(', ')
  return `INSERT INTO cases.case_view (${names}) SELECT ${values} ${source}
    ON CONFLICT (area_code, id) DO UPDATE SET ${changes}`
}

/** The same for the rows of one parameter, a JSON array of objects named like the columns. */
export function upsertMany(param: number, source: string): string {
  const names = COLUMNS.map(([name]) => name).join(', ')
  const typed = COLUMNS.map(([name, type]) => `${name} ${type}`).join(', ')
  const changes = CHANGING.map((name) => `${name} = excluded.${name}`).join(', ')
  return `INSERT INTO cases.case_view (${names})
    SELECT ${COLUMNS.map(([name]) => `r.${name}`).join(', ')}
    FROM jsonb_to_recordset($${param}::jsonb) AS r(${typed}) ${source}
    ON CONFLICT (area_code, id) DO UPDATE SET ${changes}`
}

/** The row as one element of that array; the dossier goes as it is. */
export function rowObject(source: RowSource): string {
  const values = rowValues(source)
  const named = COLUMNS.map(
    ([name, type], index) =>
      `"${name}":${type === 'jsonb' ? (values[index] as string) : JSON.stringify(values[index])}`,
  )
  return `{${named.join(',')}}`
}

export function rowValues({
  area,
  stream,
  dossier,
  calendar,
  applicantMasked,
  receivedAt,
  changedAt,
}: RowSource): unknown[] {
  const state = procedureOf(dossier).states[dossier.state]!
  return [
    ...[area, stream.slice(stream.lastIndexOf(':') + 1), stream, dossier.no, dossier.version, dossier.state],
    ...[state.waitsFor[0] ?? '', dossier.item.id, dossier.item.version, dossier.party, applicantMasked],
    ...[dossier.channel, dossier.acceptPlace, dossier.region, dossier.decidingBody, receivedAt],
    ...[
      state.final ? NO_DUE_DAY : nearestDueDay(dossier, calendar),
      !state.final,
      changedAt,
      dossier.procedure,
      // Bodies that took part see the case while it runs: afterwards nothing of it is needed for what they have to do (个人信息保护法
      // 第六条、第三十四条).
      state.final ? [] : bodiesOf('partners', dossier),
      state.final ? [] : bodiesOf('asked', dossier),
      dossier.holder?.post ?? '',
      openSigners(dossier),
      countedUnder(dossier),
      openLane(dossier)?.project ?? '',
      dossier.sentFrom?.place ?? (dossier.sunk ? dossier.acceptPlace : null),
      JSON.stringify(state.final ? {} : owedDays(dossier, calendar)),
      JSON.stringify(dossier),
    ],
  ]
}

/** Under which calendar the clocks that have not ended were last counted: nothing, one version, or several. */
function countedUnder({ clocks }: CaseDossier): string {
  const versions = new Set(
    Object.values(clocks).flatMap(({ ended, calendar }) => (ended === undefined ? [calendar] : [])),
  )
  return versions.size > 1 ? SEVERAL_CALENDARS : (versions.values().next().value ?? '')
}

/** The nearest day on which a running clock falls due; a limit in hours by the day of its last moment. */
export function nearestDueDay(dossier: CaseDossier, calendar: WorkingCalendar): string {
  const days = Object.values(dossier.clocks)
    .map((clock) => due(clock, calendar))
    .flatMap(({ state, day, at }) => (state === 'running' ? (day ?? (at && legalDay(at)) ?? []) : []))
  return days.toSorted()[0] ?? NO_DUE_DAY
}
