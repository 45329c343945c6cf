import type { WorkingCalendar } from '#engine/calendar/calendar.ts'
import type { Condition } from '#platform/auth/visibility.ts'
import type { Queryable, Statement } from '#platform/db/db.ts'
import { commitStatement } from '#platform/ledger/commit.ts'
import { viewTable } from '#platform/views/table.ts'
import { NO_DUE_DAY, workList, type WorkQuery } from '#platform/views/work-list.ts'
import type { ChangeDossier } from './model/dossier.ts'
import { itemChange } from './model/item-change.ts'
import { nearestDay } from './model/limits.ts'

export type ChangeColumn = 'author_body' | 'approves' | 'state'
export type ChangeSight = Condition<ChangeColumn>

export interface ChangeRow {
  area: string
  id: string
  stream: string
  hash: string
  dueDay: string
  dossier: ChangeDossier
}

export interface ChangeQuery extends WorkQuery<ChangeColumn> {
  item?: string
  /** A person who has written in it. */
  writtenBy?: string
}

const LIST = workList<ChangeColumn, ChangeRow, ChangeQuery>({
  name: 'catalogue.change',
  row: 'v.area_code AS area, v.id, v.stream, h.hash, v.due_day AS "dueDay", v.dossier',
  // The hash the next commit must meet stands in the ledger alone; one snapshot reads both.
  from: 'catalogue.change v JOIN ledger.head h ON h.area_code = v.area_code AND h.stream = v.stream',
  sight: { author_body: 'v.author_body', approves: 'v.approves', state: 'v.state' },
  narrowedBy:
    ({ item, writtenBy }) =>
    (param) => [item && `v.item = ${param(item)}`, writtenBy && `v.dossier->'authors' ? ${param(writtenBy)}`],
})

export interface ChangeReader {
  /** The one with this id if the actor may see it; nothing otherwise, as if it did not exist. */
  find(area: string, id: string, sight: ChangeSight): Promise<ChangeRow | undefined>
  byStream(area: string, stream: string): Promise<ChangeRow | undefined>
  list(query: ChangeQuery): Promise<ChangeRow[]>
  /** Which of these items have a change under way, and its id. */
  openOf(area: string, items: readonly string[]): Promise<ReadonlyMap<string, string>>
}

const OPEN_OF = {
  name: 'catalogue.changes-under-way',
  text: 'SELECT item, id FROM catalogue.change WHERE area_code = $1 AND item = ANY ($2) AND open',
}

export function changeReader(db: Queryable): ChangeReader {
  return {
    find: (area, id, sight) => LIST.find(db, area, sight, (param) => [`v.id = ${param(id)}`]),
    byStream: (area, stream) => LIST.byStream(db, area, stream),
    list: (query) => LIST.list(db, query),
    async openOf(area, items) {
      const rows = await db.query<{ item: string; id: string }>(OPEN_OF, [area, items])
      return new Map(rows.map(({ item, id }) => [item, id]))
    },
  }
}

const TABLE = viewTable({
  name: 'catalogue.change',
  key: ['area_code', 'id'],
  columns: [
    ...['area_code text', 'id uuid', 'stream text', 'version int', 'item text', 'state text', 'open boolean'],
    ...['author_body text', 'approves text', 'due_day date', 'effective_from date'],
    ...['changed_at timestamptz', 'dossier jsonb'],
  ],
  pinned: ['stream', 'item', 'author_body', 'approves'],
})

/** Facts and view in one statement. */
export const SAVE_CHANGE = commitStatement(
  'catalogue.save-change',
  (n) => `saved AS (${TABLE.upsert(n, "FROM committed WHERE committed.outcome = 'done'")})`,
)

/** The row alone, for rebuilding from facts. */
export const MEND_CHANGE: Statement = { name: 'catalogue.mend-change', text: TABLE.upsert(1, '') }

export interface ChangeSource {
  area: string
  stream: string
  dossier: ChangeDossier
  calendar: WorkingCalendar
  changedAt: string
}

export function changeValues({ area, stream, dossier, calendar, changedAt }: ChangeSource): unknown[] {
  const { id, version, item, state, authorBody, approves, effectiveFrom } = dossier
  const open = itemChange.states[state]?.final !== true
  const dueDay = (open ? nearestDay(dossier, calendar) : undefined) ?? NO_DUE_DAY
  return [
    ...[area, id, stream, version, item, state, open, authorBody, approves, dueDay, effectiveFrom ?? null],
    ...[changedAt, JSON.stringify(dossier)],
  ]
}
