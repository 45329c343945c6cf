import type { WorkingCalendar } from '#engine/calendar/calendar.ts'
import { due } from '#engine/clock/clock.ts'
import { legalDay } from '#engine/day.ts'
import { viewTable } from '#platform/views/table.ts'
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

/** Columns in the order of `rowValues`. Deciding body and place of the matter change by 转办 alone. */
export const CASES = viewTable({
  name: 'cases.case_view',
  key: ['area_code', 'id'],
  columns: [
    ...['area_code text', 'id uuid', 'stream text', 'no text', 'version int', 'state text'],
    ...['waits_for text', 'item_id text', 'item_version int', 'party uuid', 'applicant_masked text'],
    ...['channel text', 'accept_place text', 'region text', 'deciding_body text'],
    ...['received_at timestamptz', 'due_day date', 'open boolean', 'changed_at timestamptz'],
    ...['procedure text', 'partners text[]', 'asked text[]', 'holder text', 'signers text[]'],
    ...['calendar text', 'project text', 'sent_from text', 'owed jsonb', 'dossier jsonb'],
  ],
  pinned: [
    ...['stream', 'no', 'item_id', 'party', 'applicant_masked', 'channel', 'accept_place'],
    ...['received_at', 'sent_from'],
  ],
})

/** The row as one element of what `upsertMany` takes. */
export const rowObject = (source: RowSource): string => CASES.object(rowValues(source))

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
