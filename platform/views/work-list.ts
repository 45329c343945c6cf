import { denies, predicate, type Condition, type SightColumns } from '../auth/visibility.ts'
import type { Queryable, Statement } from '../db/db.ts'
import { isCalendarDay } from '../legal-day.ts'
import { shapesOf } from './shapes.ts'

// A list of work: what is open by due day, everything else newest first, a page at a time, and nothing but what the
// actor sees. Its rows have `v.area_code`, `v.id`, `v.stream`, `v.open` and `v.due_day`.

/** Sorts after every real due day. */
export const NO_DUE_DAY = '9999-12-31'

/** The last line of a page, where the next one begins. */
export interface DuePlace {
  dueDay: string
  id: string
}

export interface WorkQuery<Column extends string> {
  area: string
  sight: Condition<Column>
  queue?: Condition<Column>
  openOnly: boolean
  after?: DuePlace
  limit: number
}

/** Turns a value into the parameter that stands for it in the text. */
export type Param = (value: unknown) => string

export interface WorkList<Column extends string, Row, Query extends WorkQuery<Column>> {
  /** The one of which this is true, if the actor may see it; nothing otherwise, as if it did not exist. */
  find(db: Queryable, area: string, sight: Condition<Column>, is: WhereOf): Promise<Row | undefined>
  byStream(db: Queryable, area: string, stream: string): Promise<Row | undefined>
  list(db: Queryable, query: Query): Promise<Row[]>
}

/** Conditions besides area and sight; what is not asked for is left empty. */
type WhereOf = (param: Param) => readonly (string | false | undefined)[]

export interface WorkListShape<Column extends string, Query> {
  /** What its statements are called by in the database. */
  name: string
  /** What is read of a row. */
  row: string
  /** The table as `v`, with what is joined to it. */
  from: string
  sight: Readonly<Record<Column, string>>
  /** What this list can be narrowed by. */
  narrowedBy(query: Query): WhereOf
  /** A search (`ILIKE`) is planned each time: its best plan hangs on the words. */
  searches?(query: Query): boolean
}

export function workList<Column extends string, Row, Query extends WorkQuery<Column>>(
  shape: WorkListShape<Column, Query>,
): WorkList<Column, Row, Query> {
  const named = shapesOf(shape.name)
  const columns: SightColumns<Column> = { area: 'v.area_code', columns: shape.sight }
  const select = `SELECT ${shape.row} FROM ${shape.from}`

  const where = (area: string, seen: readonly Condition<Column>[], more: WhereOf) => {
    const values: unknown[] = [area]
    const parts = ['v.area_code = $1']
    for (const condition of seen) {
      const part = predicate(condition, columns, values.length + 1)
      parts.push(part.sql)
      values.push(...part.values)
    }
    const param: Param = (value) => `$${values.push(value)}`
    parts.push(...more(param).flatMap((part) => part || []))
    return { values, param, text: parts.join(' AND ') }
  }

  const byStream: Statement = {
    name: `${shape.name}-by-stream`,
    text: `${select} WHERE v.area_code = $1 AND v.stream = $2`,
  }
  return {
    async find(db, area, sight, is) {
      if (denies(sight)) return undefined
      const { text, values } = where(area, [sight], is)
      return (await db.query<Row & object>(named(`${select} WHERE ${text}`), values))[0]
    },
    byStream: async (db, area, stream) => (await db.query<Row & object>(byStream, [area, stream]))[0],
    async list(db, query) {
      const { area, sight, queue, openOnly, after, limit } = query
      if (denies(sight)) return []
      const narrowed = shape.narrowedBy(query)
      const { text, values, param } = where(area, queue ? [sight, queue] : [sight], (value) => [
        openOnly && 'v.open',
        ...narrowed(value),
        after && beyond(after, openOnly, value),
      ])
      const order = openOnly ? 'v.due_day, v.id' : 'v.id DESC'
      const whole = `${select} WHERE ${text} ORDER BY ${order} LIMIT ${param(limit)}`
      return db.query<Row & object>(shape.searches?.(query) ? { text: whole } : named(whole), values)
    },
  }
}

function beyond({ dueDay, id }: DuePlace, openOnly: boolean, param: Param): string {
  return openOnly
    ? `(v.due_day, v.id) > (${param(dueDay)}::date, ${param(id)}::uuid)`
    : `v.id < ${param(id)}::uuid`
}

export interface Page<Row> {
  shown: Row[]
  /** To be spread into the answer: there only when something follows. */
  next: { nextCursor?: string }
}

/** What is shown of rows that were asked for with one more than `limit`. */
export function pageOf<Row extends DuePlace>(rows: readonly Row[], limit: number): Page<Row> {
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return { shown, next: rows.length > limit && last ? { nextCursor: `${last.dueDay}~${last.id}` } : {} }
}

const CURSOR = /^(\d{4}-\d{2}-\d{2})~([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/
/** Before the first line of either order: the earliest day, the highest id. */
const BEGINNING: DuePlace = { dueDay: '0001-01-01', id: 'ffffffff-ffff-ffff-ffff-ffffffffffff' }

/** A cursor is only a place to start from; a broken one starts at the beginning. */
export function readPlace(cursor: string): DuePlace {
  const [, dueDay = '', id = ''] = CURSOR.exec(cursor) ?? []
  return isCalendarDay(dueDay) ? { dueDay, id } : BEGINNING
}
