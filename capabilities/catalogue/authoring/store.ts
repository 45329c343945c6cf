import { hash } from 'node:crypto'
import type { WorkingCalendar } from '#engine/calendar/calendar.ts'
import { denies, predicate, type Condition } from '#platform/auth/visibility.ts'
import type { Queryable, Statement } from '#platform/db/db.ts'
import { commitStatement } from '#platform/ledger/commit.ts'
import type { ChangeDossier } from './model/dossier.ts'
import { itemChange } from './model/item-change.ts'
import { nearestDay } from './model/limits.ts'

export type ChangeColumn = 'author_body' | 'approves' | 'state'
export type ChangeSight = Condition<ChangeColumn>

const SIGHT = {
  area: 'v.area_code',
  columns: { author_body: 'v.author_body', approves: 'v.approves', state: 'v.state' },
} as const

/** Sorts after every real due day. */
export const NO_DUE_DAY = '9999-12-31'

export interface ChangeRow {
  area: string
  id: string
  stream: string
  hash: string
  dueDay: string
  dossier: ChangeDossier
}

export interface ChangeQuery {
  area: string
  sight: ChangeSight
  queue?: ChangeSight
  item?: string
  /** A person who has written in it. */
  writtenBy?: string
  openOnly: boolean
  after?: { dueDay: string; id: string }
  limit: number
}

const ROW = 'v.area_code AS area, v.id, v.stream, h.hash, v.due_day AS "dueDay", v.dossier'
/** The hash the next commit must meet stands in the ledger alone; one snapshot reads both. */
const FROM = 'catalogue.change v JOIN ledger.head h ON h.area_code = v.area_code AND h.stream = v.stream'

export interface ChangeReader {
  /** The one with this id if the actor may see it; nothing otherwise, as if it did not exist. */
  find(area: string, id: string, sight: ChangeSight): Promise<ChangeRow | undefined>
  byStream(area: string, stream: string): Promise<ChangeRow | undefined>
  list(query: ChangeQuery): Promise<ChangeRow[]>
}

export function changeReader(db: Queryable): ChangeReader {
  return {
    async find(area, id, sight) {
      if (denies(sight)) return undefined
      const seen = predicate(sight, SIGHT, 3)
      const text = `SELECT ${ROW} FROM ${FROM} WHERE v.area_code = $1 AND v.id = $2 AND ${seen.sql}`
      return (await db.query<ChangeRow>(named(text), [area, id, ...seen.values]))[0]
    },
    byStream: async (area, stream) => (await db.query<ChangeRow>(BY_STREAM, [area, stream]))[0],
    list: (query) =>
      denies(query.sight) ? Promise.resolve([]) : db.query<ChangeRow>(...listStatement(query)),
  }
}

const BY_STREAM = {
  name: 'catalogue.change-by-stream',
  text: `SELECT ${ROW} FROM ${FROM} WHERE v.area_code = $1 AND v.stream = $2`,
}

function listStatement(query: ChangeQuery): [Statement, unknown[]] {
  const values: unknown[] = [query.area]
  const where: string[] = ['v.area_code = $1']
  const param = (value: unknown): string => `$${values.push(value)}`
  for (const condition of [query.sight, ...(query.queue ? [query.queue] : [])]) {
    const part = predicate(condition, SIGHT, values.length + 1)
    where.push(part.sql)
    values.push(...part.values)
  }
  if (query.openOnly) where.push('v.open')
  if (query.item) where.push(`v.item = ${param(query.item)}`)
  if (query.writtenBy) where.push(`v.dossier->'authors' ? ${param(query.writtenBy)}`)
  if (query.after) {
    const { dueDay, id } = query.after
    where.push(
      query.openOnly
        ? `(v.due_day, v.id) > (${param(dueDay)}::date, ${param(id)}::uuid)`
        : `v.id < ${param(id)}::uuid`,
    )
  }
  const order = query.openOnly ? 'v.due_day, v.id' : 'v.id DESC'
  const text = `SELECT ${ROW} FROM ${FROM} WHERE ${where.join(' AND ')} ORDER BY ${order} LIMIT ${param(query.limit)}`
  return [named(text), values]
}

const names = new Map<string, string>()

/** One prepared statement per shape of predicate. */
function named(text: string): Statement {
  const name = names.get(text) ?? `catalogue.change.${hash('sha1', text, 'base64url').slice(0, 12)}`
  names.set(text, name)
  return { name, text }
}

const COLUMNS = [
  ...['area_code text', 'id uuid', 'stream text', 'version int', 'item text', 'state text', 'open boolean'],
  ...['author_body text', 'approves text', 'due_day date', 'effective_from date'],
  ...['changed_at timestamptz', 'dossier jsonb'],
].map((column) => column.split(' ') as [name: string, type: string])

/** Fixed when it was opened. */
const PINNED = ['area_code', 'id', 'stream', 'item', 'author_body', 'approves']

function upsert(firstParam: number, source: string): string {
  const columns = COLUMNS.map(([name]) => name).join(', ')
  const values = COLUMNS.map(([, type], index) => `$${firstParam + index}::${type}`).join(', ')
  const changes = COLUMNS.filter(([name]) => !PINNED.includes(name))
    .map(([name]) => `${name} = excluded.${name}`)
    .join(', ')
  return `INSERT INTO catalogue.change (${columns}) SELECT ${values} ${source}
    ON CONFLICT (area_code, id) DO UPDATE SET ${changes}`
}

/** Facts and view in one statement. */
export const SAVE_CHANGE = commitStatement(
  'catalogue.save-change',
  (n) => `saved AS (${upsert(n, "FROM committed WHERE committed.outcome = 'done'")})`,
)

/** The row alone, for rebuilding from facts. */
export const MEND_CHANGE: Statement = { name: 'catalogue.mend-change', text: upsert(1, '') }

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
