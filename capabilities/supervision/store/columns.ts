import type { CaseLine } from '../model.ts'

/** Columns of `supervision.case_line` with their types and the field of the line each holds. */
export const COLUMNS: readonly (readonly [name: string, type: string, field: keyof CaseLine])[] = [
  ['area_code', 'text', 'area'],
  ['id', 'uuid', 'id'],
  ['stream', 'text', 'stream'],
  ['version', 'int', 'version'],
  ['no', 'text', 'no'],
  ['item_id', 'text', 'itemId'],
  ['item_version', 'int', 'itemVersion'],
  ['procedure', 'text', 'procedure'],
  ['channel', 'text', 'channel'],
  ['accept_place', 'text', 'acceptPlace'],
  ['window_id', 'text', 'windowId'],
  ['window_kind', 'text', 'windowKind'],
  ['deciding_body', 'text', 'decidingBody'],
  ['received_day', 'date', 'receivedDay'],
  ['received_at', 'timestamptz', 'receivedAt'],
  ['accepted_day', 'date', 'acceptedDay'],
  ['accepted_at', 'timestamptz', 'acceptedAt'],
  ['decided_day', 'date', 'decidedDay'],
  ['decided_at', 'timestamptz', 'decidedAt'],
  ['outcome', 'text', 'outcome'],
  ['ended_day', 'date', 'endedDay'],
  ['ended_at', 'timestamptz', 'endedAt'],
  ['ended_how', 'text', 'endedHow'],
  ['promised_due', 'date', 'promisedDue'],
  ['statutory_due', 'date', 'statutoryDue'],
  ['resolved_day', 'date', 'resolvedDay'],
  ['in_time', 'boolean', 'inTime'],
  ['in_visit', 'boolean', 'inVisit'],
  ['left_open', 'text', 'leftOpen'],
  ['step_late', 'boolean', 'stepLate'],
  ['step_due', 'date', 'stepDue'],
  ['warn_day', 'date', 'warnDay'],
  ['yellow_due', 'date', 'yellowDue'],
  ['red_due', 'date', 'redDue'],
  ['next_due', 'date', 'nextDue'],
  ['open', 'boolean', 'open'],
  ['visits', 'int', 'visits'],
  ['at_most_once', 'boolean', 'atMostOnce'],
  ['declared_once', 'boolean', 'declaredOnce'],
  ['urges', 'int', 'urges'],
  ['urged_day', 'date', 'urgedDay'],
  ['urges_answered', 'boolean', 'urgesAnswered'],
  ['clocks', 'jsonb', 'clocks'],
]

const BY_FIELD = new Map(COLUMNS.map(([name, type, field]) => [field, { name, type }]))

export function columnOf(field: keyof CaseLine): { name: string; type: string } {
  const found = BY_FIELD.get(field)
  if (found === undefined) throw new Error(`case lines keep no column for ${field}`)
  return found
}

export const LINE = COLUMNS.map(([name, , field]) => `l.${name} AS "${field}"`).join(', ')

export function lineValues(line: CaseLine): unknown[] {
  return COLUMNS.map(([, type, field]) => (type === 'jsonb' ? JSON.stringify(line[field]) : line[field]))
}
