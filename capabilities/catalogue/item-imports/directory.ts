import type { Queryable } from '#platform/db/db.ts'
import { newId } from '#platform/id.ts'
import type { Line } from '../exchange-files/fields.ts'

/** A line of the directory that is no item here yet. */
export interface DirectoryLine {
  id: string
  lineKey: string
  name: string
  code: string
  line: Line
  run: string
  row: number
  /** The draft begun from it, while that is under way or has come out. */
  change: string | null
}

export interface NewLine {
  lineKey: string
  line: Line
  run: string
  row: number
}

const COLUMNS = `l.id, l.line_key AS "lineKey", l.name, l.catalog_code AS code, l.line, l.run, l.row,
  CASE WHEN c.state IS NULL OR c.state = 'withdrawn' THEN NULL ELSE l.change::text END AS change`
const FROM = `FROM catalogue.directory_line l
  LEFT JOIN catalogue.change c ON c.area_code = l.area_code AND c.id = l.change WHERE l.area_code = $1`
const WAITING = `(c.state IS NULL OR c.state = 'withdrawn')`

export interface DirectoryStore {
  /** All of them, or those of these base codes. */
  lines(codes?: readonly string[]): Promise<DirectoryLine[]>
  find(id: string): Promise<DirectoryLine | undefined>
  list(query: { q?: string; after?: { name: string; id: string }; limit: number }): Promise<DirectoryLine[]>
  /** What a confirmed file says of each; a line that stands is what it says from now on. Answers with the id by key. */
  put(lines: readonly NewLine[], now: string): Promise<Map<string, string>>
  begun(id: string, change: string): Promise<void>
}

export function directoryStore(db: Queryable, area: string): DirectoryStore {
  return {
    lines: (codes) =>
      db.query<DirectoryLine>(
        `SELECT ${COLUMNS} ${FROM} AND ($2::text[] IS NULL OR l.catalog_code = ANY ($2)) ORDER BY l.id`,
        [area, codes ?? null],
      ),
    find: async (id) =>
      (await db.query<DirectoryLine>(`SELECT ${COLUMNS} ${FROM} AND l.id = $2`, [area, id]))[0],
    list: ({ q, after, limit }) =>
      db.query<DirectoryLine>(
        `SELECT ${COLUMNS} ${FROM} AND ${WAITING} AND ($2::text IS NULL OR l.name ILIKE $2 OR l.catalog_code ILIKE $2)
           AND ($3::text IS NULL OR (l.name, l.id) > ($3, $4::uuid)) ORDER BY l.name, l.id LIMIT $5`,
        [
          area,
          q === undefined ? null : `%${q.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`,
          after?.name ?? null,
          after?.id ?? null,
          limit,
        ],
      ),
    async put(lines, now) {
      const of = (part: (line: NewLine) => unknown) => lines.map(part)
      const rows = await db.query<{ key: string; id: string }>(PUT, [
        ...[area, of(() => newId()), of(({ lineKey }) => lineKey), of(({ line }) => line.catalogCode ?? '')],
        ...[of(({ line }) => line.taskName ?? ''), of(({ line }) => JSON.stringify(line))],
        ...[of(({ run }) => run), of(({ row }) => row), now],
      ])
      return new Map(rows.map(({ key, id }) => [key, id]))
    },
    async begun(id, change) {
      await db.query('UPDATE catalogue.directory_line SET change = $3 WHERE area_code = $1 AND id = $2', [
        ...[area, id, change],
      ])
    },
  }
}

// A cell left empty takes nothing away, as with items.
const PUT = `INSERT INTO catalogue.directory_line AS l (area_code, id, line_key, catalog_code, name, line, run, row, changed_at)
  SELECT $1, g.id, g.key, g.code, g.name, g.line::jsonb, g.run, g.row, $9
  FROM unnest($2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[], $7::uuid[], $8::int[])
    AS g (id, key, code, name, line, run, row)
  ON CONFLICT (area_code, line_key) DO UPDATE SET catalog_code = excluded.catalog_code, name = excluded.name,
    line = l.line || excluded.line, run = excluded.run, row = excluded.row, changed_at = excluded.changed_at
  RETURNING line_key AS key, id`
