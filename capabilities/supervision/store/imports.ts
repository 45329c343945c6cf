import type { Queryable } from '#platform/db/db.ts'
import { all, asks, made, type Reading } from '#platform/db/reading.ts'
import { sm3 } from '#platform/ledger/canonical.ts'
import type { BadLine, Dataset, ImportedRow, KeptRow } from '../model/imported.ts'
import type { Unjudged } from '../model/findings.ts'
import { parameters } from './rates.ts'

/** A file that was brought in, and what became of its lines. */
export interface ImportedFile {
  id: string
  name: string
  importedAt: string
  importedBy: string
  kept: number
  removed: number
  unchanged: number
  bad: number
  cases: number
  badLines: readonly BadLine[]
  ignored: readonly string[]
}

export interface JudgedCase {
  projectNo: string
  itemId: string | null
  taskName: string
  body: string | null
  day: string | null
  judgedOn: string
  unjudged: readonly Unjudged[]
}

/** Lines of one file into the area, good ones only; who comes second waits, so that two files never mix. */
export function importStore(tx: Queryable, area: string) {
  return {
    /** One import at a time in an area: files overlap, and the judgement reads what others wrote. */
    alone: async (): Promise<void> => void (await tx.query(ALONE, [`supervision.import ${area}`])),
    byDigest: async (digest: string): Promise<ImportedFile | undefined> =>
      (await tx.query<ImportedFile>(BY_DIGEST, [area, digest]))[0],
    async keepFile(file: ImportedFile, digest: string): Promise<void> {
      const { id, name, importedAt, importedBy, kept, removed, unchanged, bad, cases } = file
      await tx.query(KEEP_FILE, [
        ...[area, id, digest, name, importedAt, importedBy, kept, removed, unchanged, bad, cases],
        ...[JSON.stringify(file.badLines), JSON.stringify(file.ignored)],
      ])
    },
    /** Counts are known only when every line has found its place. */
    async count({ id, kept, removed, unchanged, cases }: ImportedFile): Promise<void> {
      await tx.query(COUNT_FILE, [area, id, kept, removed, unchanged, cases])
    },
    /** How many of these are new or differ from what stands. */
    async keepRows(file: string, rows: readonly ImportedRow[]): Promise<number> {
      if (rows.length === 0) return 0
      const given = rows.map(({ dataset, key, projectNo, line, fields }) => {
        return { dataset, key: sm3(key), projectNo, line, fields }
      })
      return (await tx.query(KEEP_ROWS, [area, file, JSON.stringify(given)])).length
    },
    async removeRows(rows: readonly ImportedRow[]): Promise<number> {
      if (rows.length === 0) return 0
      const keys = rows.map(({ key }) => sm3(key))
      const gone = await tx.query(REMOVE_ROWS, [area, rows.map(({ dataset }) => dataset), keys])
      return gone.length
    },
    rowsOf: (projectNos: readonly string[]): Promise<KeptRow[]> =>
      tx.query<KeptRow>(ROWS_OF, [area, projectNos]),
    async keepCases(cases: readonly JudgedCase[]): Promise<void> {
      if (cases.length > 0) await tx.query(KEEP_CASES, [area, JSON.stringify(cases)])
    },
    forgetCases: async (projectNos: readonly string[]): Promise<void> =>
      void (await tx.query(
        'DELETE FROM supervision.imported_case WHERE area_code = $1 AND project_no = ANY($2)',
        [area, projectNos],
      )),
  }
}

const ALONE = { name: 'supervision.alone', text: 'SELECT pg_advisory_xact_lock(hashtextextended($1, 0))' }

const FILE = `id, name, imported_at AS "importedAt", imported_by AS "importedBy", kept, removed, unchanged, bad, cases,
  bad_lines AS "badLines", ignored`

const BY_DIGEST = {
  name: 'supervision.import-by-digest',
  text: `SELECT ${FILE} FROM supervision.import_file WHERE area_code = $1 AND digest = $2`,
}

const KEEP_FILE = {
  name: 'supervision.keep-file',
  text: `INSERT INTO supervision.import_file (area_code, id, digest, name, imported_at, imported_by, kept, removed,
      unchanged, bad, cases, bad_lines, ignored)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12::jsonb, $13::jsonb)`,
}

const COUNT_FILE = {
  name: 'supervision.count-file',
  text: `UPDATE supervision.import_file SET kept = $3, removed = $4, unchanged = $5, cases = $6
    WHERE area_code = $1 AND id = $2`,
}

const KEEP_ROWS = {
  name: 'supervision.keep-rows',
  text: `INSERT INTO supervision.imported_row AS r (area_code, dataset, row_key, project_no, file, line, fields)
    SELECT DISTINCT ON (g->>'dataset', g->>'key') $1, g->>'dataset', g->>'key', g->>'projectNo', $2::uuid,
      (g->>'line')::int, g->'fields'
    FROM jsonb_array_elements($3::jsonb) AS g ORDER BY g->>'dataset', g->>'key', (g->>'line')::int DESC
    ON CONFLICT (area_code, dataset, row_key) DO UPDATE
      SET project_no = excluded.project_no, file = excluded.file, line = excluded.line, fields = excluded.fields
      WHERE r.fields <> excluded.fields
    RETURNING r.row_key`,
}

const REMOVE_ROWS = {
  name: 'supervision.remove-rows',
  text: `DELETE FROM supervision.imported_row r USING unnest($2::text[], $3::text[]) AS g (dataset, key)
    WHERE r.area_code = $1 AND r.dataset = g.dataset AND r.row_key = g.key RETURNING r.row_key`,
}

const ROWS_OF = {
  name: 'supervision.rows-of',
  text: `SELECT dataset, project_no AS "projectNo", file, line, fields FROM supervision.imported_row
    WHERE area_code = $1 AND project_no = ANY($2) ORDER BY project_no, dataset, file, line`,
}

const KEEP_CASES = {
  name: 'supervision.keep-cases',
  text: `INSERT INTO supervision.imported_case AS c (area_code, project_no, item_id, task_name, body, day, judged_on, unjudged)
    SELECT $1, g->>'projectNo', g->>'itemId', g->>'taskName', g->>'body', (g->>'day')::date, (g->>'judgedOn')::date,
      g->'unjudged'
    FROM jsonb_array_elements($2::jsonb) AS g
    ON CONFLICT (area_code, project_no) DO UPDATE SET item_id = excluded.item_id, task_name = excluded.task_name,
      body = excluded.body, day = excluded.day, judged_on = excluded.judged_on, unjudged = excluded.unjudged`,
}

export interface UnjudgedCount {
  rule: string
  code: string
  count: number
}

/** How many cases were brought in, and which rules could not be asked of how many. */
export interface Judged {
  cases: number
  unjudged: readonly UnjudgedCount[]
}

export function importReader(db: Queryable) {
  return {
    files(
      area: string,
      after: { at: string; id: string } | undefined,
      limit: number,
    ): Reading<readonly ImportedFile[]> {
      const { values, param } = parameters()
      const where = [`area_code = ${param(area)}`]
      if (after) where.push(`(imported_at, id) < (${param(after.at)}::timestamptz, ${param(after.id)}::uuid)`)
      return asks<ImportedFile>(
        `SELECT ${FILE} FROM supervision.import_file WHERE ${where.join(' AND ')}
          ORDER BY imported_at DESC, id DESC LIMIT ${param(limit)}`,
        values,
        ['importedAt'],
      )
    },
    filesByIds: (area: string, ids: readonly string[]): Promise<{ id: string; name: string }[]> =>
      db.query(FILES_BY_IDS, [area, ids]),
    judged(area: string): Reading<Judged> {
      const both = all([asks<Pick<Judged, 'cases'>>(CASES, [area]), asks<UnjudgedCount>(UNJUDGED, [area])])
      return made(both, ([[row], unjudged]) => ({ cases: row!.cases, unjudged }))
    },
  }
}

const FILES_BY_IDS = {
  name: 'supervision.files-by-ids',
  text: 'SELECT id, name FROM supervision.import_file WHERE area_code = $1 AND id = ANY($2::uuid[])',
}

const CASES = {
  name: 'supervision.imported-cases',
  text: 'SELECT count(*) AS cases FROM supervision.imported_case WHERE area_code = $1',
}

const UNJUDGED = {
  name: 'supervision.unjudged',
  text: `SELECT u->>'rule' AS rule, u->>'code' AS code, count(*) AS count
    FROM supervision.imported_case c, jsonb_array_elements(c.unjudged) AS u
    WHERE c.area_code = $1 GROUP BY 1, 2 ORDER BY 1, 2`,
}

export type { Dataset }
