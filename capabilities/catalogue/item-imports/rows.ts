import type { Queryable } from '#platform/db/db.ts'
import type { Aside, WrittenRow } from '../exchange-files/header.ts'
import type { FieldId } from '../exchange-files/fields.ts'
import type { PlannedRow } from '../exchange-files/plan.ts'
import type { RowStanding } from '../contract/item-import-routes.ts'
import { STANDING } from './runs.ts'

/** What a line was read as, without the words of the file. */
export type StoredPlan = Pick<PlannedRow, 'line' | 'doubts' | 'mends' | 'changes' | 'kept' | 'sameAs'>

export interface ImportRow {
  n: number
  sheet: string
  row: number
  outcome: PlannedRow['outcome'] | 'not-a-row'
  standing: RowStanding
  lineKey: string | null
  item: string | null
  name: string
  code: string
  /** Of a row that is no line, what it is and its text. */
  written: WrittenRow | Aside
  plan: StoredPlan
  mended: Partial<Record<FieldId, string>> | null
  mendedBy: string | null
  setAside: string | null
  setAsideBy: string | null
  resultRef: string | null
  resultCode: string | null
}

export type Judged = Pick<ImportRow, 'n' | 'outcome' | 'lineKey' | 'item' | 'name' | 'code' | 'plan'>
export type FreshRow = Judged & Pick<ImportRow, 'sheet' | 'row' | 'written'>

export interface RowResult {
  n: number
  result: 'drafted' | 'moved-on' | 'listed' | 'line-updated' | 'already-so' | 'conflict'
  ref?: string
  code?: string
}

const ROW = `r.n, r.sheet, r.row, r.outcome, ${STANDING} AS standing, r.line_key AS "lineKey", r.item, r.name, r.code, r.written, r.plan,
  r.mended, r.mended_by AS "mendedBy", r.set_aside AS "setAside", r.set_aside_by AS "setAsideBy", r.result_ref AS "resultRef",
  r.result_code AS "resultCode", r.first_line AS "firstLine"`
const OF_RUN = 'FROM catalogue.import_row r WHERE r.area_code = $1 AND r.run = $2'

type Kept = ImportRow & { firstLine: StoredPlan['line'] | null }

function withLine({ firstLine, ...row }: Kept): ImportRow {
  const { written, plan } = row
  if ('why' in written) return row
  return { ...row, written: { ...written, cells: { ...(firstLine ?? plan.line), ...written.cells } } }
}

export interface RowQuery {
  standing?: RowStanding
  q?: string
  after: number
  limit: number
}

export interface RowStore {
  /** Rows that stand already stay as they are. */
  add(rows: readonly FreshRow[]): Promise<void>
  clear(): Promise<void>
  list(query: RowQuery): Promise<ImportRow[]>
  find(n: number): Promise<ImportRow | undefined>
  /** Lines that mean the same item, but for those set aside. */
  ofKeys(keys: readonly string[]): Promise<ImportRow[]>
  judge(rows: readonly Judged[]): Promise<void>
  mend(n: number, fields: Partial<Record<FieldId, string>>, by: string): Promise<void>
  setAside(n: number, reason: string | null, by: string | null): Promise<void>
  setWaitingAside(reason: string, by: string): Promise<void>
  waiting(): Promise<number>
  toTake(): Promise<number>
  nextToTake(limit: number): Promise<ImportRow[]>
  settle(results: readonly RowResult[]): Promise<void>
}

export function rowStore(db: Queryable, area: string, run: string): RowStore {
  const own = [area, run]
  const query = async (more: string, ...values: unknown[]) =>
    (await db.query<Kept>(`SELECT ${ROW} ${OF_RUN} ${more}`, [...own, ...values])).map(withLine)
  const count = async (where: string) =>
    (await db.query<{ count: number }>(`SELECT count(*)::int AS count ${OF_RUN} AND ${where}`, own))[0]!.count
  return {
    async add(rows) {
      const stored = rows.map(({ written, ...row }) => ({ ...row, written: withoutLine(written, row.plan) }))
      await db.query(ADD, [...own, JSON.stringify(stored)])
    },
    async clear() {
      await db.query('DELETE FROM catalogue.import_row WHERE area_code = $1 AND run = $2', own)
    },
    list({ standing, q, after, limit }) {
      const values: unknown[] = [after, limit]
      const asked = (text: string, value: unknown) => text.replaceAll('?', `$${values.push(value) + 2}`)
      const where = [
        ...(standing === undefined ? [] : [asked(`${STANDING} = ?`, standing)]),
        ...(q === undefined
          ? []
          : [asked(`(r.name ILIKE ? OR r.code ILIKE ? OR r.item ILIKE ?)`, `%${likely(q)}%`)]),
      ]
      return query(
        `AND r.n > $3 ${where.map((each) => `AND ${each}`).join(' ')} ORDER BY r.n LIMIT $4`,
        ...values,
      )
    },
    find: async (n) => (await query('AND r.n = $3', n))[0],
    ofKeys: (keys) => query('AND r.line_key = ANY ($3) AND r.set_aside IS NULL ORDER BY r.n', keys),
    async judge(rows) {
      for (const { n, outcome, lineKey, item, name, code, plan } of rows)
        await db.query(
          `UPDATE catalogue.import_row SET outcome = $4, line_key = $5, item = $6, name = $7, code = $8, plan = $9,
             first_line = coalesce(first_line, plan->'line')
           WHERE area_code = $1 AND run = $2 AND n = $3`,
          [...own, n, outcome, lineKey, item, name, code, JSON.stringify(plan)],
        )
    },
    async mend(n, fields, by) {
      await db.query(
        `UPDATE catalogue.import_row SET mended = $4, mended_by = $5, set_aside = NULL, set_aside_by = NULL
         WHERE area_code = $1 AND run = $2 AND n = $3`,
        [...own, n, JSON.stringify(fields), by],
      )
    },
    async setAside(n, reason, by) {
      await db.query(
        `UPDATE catalogue.import_row SET set_aside = $4, set_aside_by = $5 WHERE area_code = $1 AND run = $2 AND n = $3`,
        [...own, n, reason, by],
      )
    },
    async setWaitingAside(reason, by) {
      await db.query(
        `UPDATE catalogue.import_row SET set_aside = $3, set_aside_by = $4
         WHERE area_code = $1 AND run = $2 AND outcome = 'needs-a-human' AND set_aside IS NULL`,
        [...own, reason, by],
      )
    },
    waiting: () => count(`r.outcome = 'needs-a-human' AND r.set_aside IS NULL`),
    toTake: () => count(TO_TAKE),
    nextToTake: (limit) => query(`AND ${TO_TAKE} ORDER BY r.n LIMIT $3`, limit),
    async settle(results) {
      await db.query(
        `UPDATE catalogue.import_row r SET result = g.result, result_ref = g.ref, result_code = g.code
         FROM unnest($3::int[], $4::text[], $5::text[], $6::text[]) AS g (n, result, ref, code)
         WHERE r.area_code = $1 AND r.run = $2 AND r.n = g.n AND r.result IS NULL`,
        [
          ...own,
          ...[results.map(({ n }) => n), results.map(({ result }) => result)],
          ...[results.map(({ ref }) => ref ?? null), results.map(({ code }) => code ?? null)],
        ],
      )
    },
  }
}

const TO_TAKE = `r.outcome IN ('new', 'changed') AND r.set_aside IS NULL AND r.result IS NULL`

const ADD = `INSERT INTO catalogue.import_row (area_code, run, n, sheet, row, outcome, line_key, item, name, code, written, plan)
  SELECT $1, $2, g.n, g.sheet, g.row, g.outcome, g."lineKey", g.item, g.name, g.code, g.written, g.plan
  FROM json_to_recordset($3::json) AS g (n int, sheet text, row int, outcome text, "lineKey" text, item text, name text, code text,
    written json, plan json)
  ON CONFLICT DO NOTHING`

/** Most cells say what they were read as, so only the others are kept beside the line. */
function withoutLine(written: ImportRow['written'], { line }: StoredPlan): ImportRow['written'] {
  if ('why' in written) return written
  const fields = new Set([...Object.keys(written.cells), ...Object.keys(line)] as FieldId[])
  const other = [...fields].filter((field) => (written.cells[field] ?? '') !== (line[field] ?? ''))
  return { ...written, cells: Object.fromEntries(other.map((field) => [field, written.cells[field] ?? ''])) }
}

const likely = (words: string): string => words.replaceAll(/[\\%_]/g, String.raw`\$&`)
