import { hash } from 'node:crypto'
import type { Instant } from '../clock.ts'
import type { Queryable, Statement } from './db.ts'

/**
 * Something to be read that has not been asked yet: its questions, and what is made of their rows. Readings are put together by
 * whoever draws a screen and asked as one statement (`readOnce`), so that a screen costs one round trip and sees one moment of the database.
 */
export interface Reading<T> {
  readonly questions: readonly Question[]
  made(rows: readonly Rows[]): T | Promise<T>
}

interface Question {
  statement: Statement
  values: readonly unknown[]
  instants: readonly string[]
}

type Row = Record<string, unknown>
type Rows = readonly Row[]

/** The rows of one statement. `instants` names the columns that are moments: JSON writes a `timestamptz` otherwise than the driver does. */
export function asks<R extends object>(
  statement: Statement | string,
  values: readonly unknown[],
  instants: readonly (keyof R & string)[] = [],
): Reading<readonly R[]> {
  const asked = typeof statement === 'string' ? { text: statement } : statement
  return {
    questions: [{ statement: asked, values, instants }],
    made: ([rows]) => rows as readonly unknown[] as readonly R[],
  }
}

/** What is known without asking, where others ask. */
export const known = <T>(value: T): Reading<T> => ({ questions: [], made: () => value })

export function made<T, U>(reading: Reading<T>, from: (value: T) => U | Promise<U>): Reading<U> {
  return { questions: reading.questions, made: async (rows) => from(await reading.made(rows)) }
}

/** Several readings as one, each with its own share of the rows. */
export function all<const T extends readonly Reading<unknown>[]>(
  readings: T,
): Reading<{ -readonly [K in keyof T]: T[K] extends Reading<infer U> ? U : never }> {
  return {
    questions: readings.flatMap(({ questions }) => questions),
    made: async (rows) => {
      let from = 0
      const parts = readings.map((each) => each.made(rows.slice(from, (from += each.questions.length))))
      return (await Promise.all(parts)) as never
    },
  }
}

/**
 * Asks everything at once. Each statement keeps its words and its plan: it becomes a subselect whose rows come back as one JSON value,
 * so `bytea` has no place in it.
 */
export async function readOnce<T>(on: Queryable, reading: Reading<T>): Promise<T> {
  const { questions } = reading
  if (questions.length === 0) return reading.made([])
  const [only] = questions
  if (questions.length === 1) return reading.made([await on.query<Row>(only!.statement, only!.values)])
  const values = questions.flatMap((question) => question.values)
  const [row] = await on.query<Record<string, Row[]>>(composed(questions), values)
  return reading.made(questions.map(({ instants }, at) => withInstants(row![`rows${at}`]!, instants)))
}

/** Prepared where every part would be; what parts are unnamed for, the planner's knowledge of the values, holds for the whole. */
function composed(questions: readonly Question[]): Statement {
  const names = questions.map(({ statement }) => statement.name)
  if (names.includes(undefined)) return { text: compose(questions) }
  const parts = names.join('+')
  const before = prepared.get(parts)
  if (before !== undefined) return before
  // PostgreSQL cuts names after 63 bytes, and two cut ones would be taken for one.
  const written = { name: `together.${hash('sha1', parts, 'base64url')}`, text: compose(questions) }
  prepared.set(parts, written)
  return written
}

const prepared = new Map<string, Statement>()

function compose(questions: readonly Question[]): string {
  let taken = 0
  const parts = questions.map(({ statement, values }, at) => {
    const text = shifted(statement.text, taken)
    taken += values.length
    return `(SELECT coalesce(json_agg(q), '[]') FROM (${text}) q) AS rows${at}`
  })
  return `SELECT ${parts.join(', ')}`
}

/** The same text with its parameters counted on from those before it. */
function shifted(text: string, by: number): string {
  return by === 0 ? text : text.replace(/\$(\d+)/g, (_whole, number: string) => `$${Number(number) + by}`)
}

function withInstants(rows: Row[], columns: readonly string[]): Rows {
  for (const row of rows) for (const column of columns) row[column] = instant(row[column])
  return rows
}

/** `2025-03-03T09:00:00.5+00:00`, as JSON writes it in a session that runs in UTC → `2025-03-03T09:00:00.500Z`. */
function instant(value: unknown): Instant | null {
  if (value === null) return null
  const parts = /^(.+T\d\d:\d\d:\d\d)(?:\.(\d+))?\+00:00$/.exec(String(value))
  if (!parts) throw new Error(`${String(value)} is no moment`)
  return `${parts[1]}.${(parts[2] ?? '').padEnd(3, '0').slice(0, 3)}Z`
}
