import type { Queryable } from '#platform/db/db.ts'
import { ROW_STANDINGS, type RowStanding, type RunState } from '../contract/item-import-routes.ts'

export interface Run {
  id: string
  name: string
  digest: string
  state: RunState
  failure: string | null
  encoding: string | null
  reached: number
  total: number
  beside: readonly string[]
  by: string
  at: string
  confirmedBy: string | null
  endedAt: string | null
}

const RUN = `id, name, digest, state, failure, encoding, reached, total, beside, by_post AS "by", at, confirmed_by AS "confirmedBy",
  ended_at AS "endedAt"`

/** Where a row stands, in the words of the contract. */
export const STANDING = `CASE WHEN r.result IS NOT NULL THEN r.result WHEN r.set_aside IS NOT NULL THEN 'set-aside' ELSE r.outcome END`

export type RowCounts = Record<RowStanding, number>

const noRows = (): RowCounts =>
  Object.fromEntries(ROW_STANDINGS.map((standing) => [standing, 0])) as RowCounts

export interface RunStore {
  begin(run: Pick<Run, 'id' | 'name' | 'digest' | 'by' | 'at'> & { bytes: number }): Promise<void>
  find(id: string): Promise<Run | undefined>
  list(after: { at: string; id: string } | undefined, limit: number): Promise<Run[]>
  /** How many rows stand where, by run; a run that has no rows yet stands at nought everywhere. */
  counts(runs: readonly string[]): Promise<Map<string, RowCounts>>
  /** The newest run of the same bytes that was taken in, but for this one. */
  takenBefore(run: Run): Promise<{ id: string; at: string } | undefined>
  /** Whether it stood there; of two who move it at once, one does. */
  move(id: string, from: RunState, to: RunState, more?: Partial<MoveValues>): Promise<boolean>
  /** Holds the run where it is until the transaction ends. */
  hold(id: string): Promise<RunState | undefined>
  /** Only one file of an area is confirmed at a time; held until the transaction ends. */
  alone(): Promise<boolean>
  progress(id: string, reached: number, total: number): Promise<void>
}

interface MoveValues {
  failure: string
  encoding: string
  beside: readonly string[]
  total: number
  confirmedBy: string
  at: string
}

export function runStore(db: Queryable, area: string): RunStore {
  return {
    async begin({ id, name, digest, by, at, bytes }) {
      await db.query(
        `INSERT INTO catalogue.import_run (area_code, id, name, digest, bytes, state, by_post, at)
         VALUES ($1, $2, $3, $4, $5, 'reading', $6, $7)`,
        [area, id, name, digest, bytes, by, at],
      )
    },
    find: async (id) =>
      (
        await db.query<Run>(`SELECT ${RUN} FROM catalogue.import_run WHERE area_code = $1 AND id = $2`, [
          area,
          id,
        ])
      )[0],
    list: (after, limit) =>
      db.query<Run>(
        `SELECT ${RUN} FROM catalogue.import_run WHERE area_code = $1
           AND ($2::timestamptz IS NULL OR (at, id) < ($2::timestamptz, $3::uuid)) ORDER BY at DESC, id DESC LIMIT $4`,
        [area, after?.at ?? null, after?.id ?? null, limit],
      ),
    async counts(runs) {
      const rows = await db.query<{ run: string; standing: RowStanding; count: number }>(
        `SELECT r.run, ${STANDING} AS standing, count(*)::int AS count FROM catalogue.import_row r
         WHERE r.area_code = $1 AND r.run = ANY ($2) GROUP BY 1, 2`,
        [area, runs],
      )
      const byRun = new Map(runs.map((run) => [run, noRows()]))
      for (const { run, standing, count } of rows) byRun.get(run)![standing] = count
      return byRun
    },
    takenBefore: async ({ id, digest }) =>
      (
        await db.query<{ id: string; at: string }>(
          `SELECT id, at FROM catalogue.import_run WHERE area_code = $1 AND digest = $2 AND id <> $3 AND state = 'done'
           ORDER BY at DESC LIMIT 1`,
          [area, digest, id],
        )
      )[0],
    async move(id, from, to, more = {}) {
      const moved = await db.query(
        `UPDATE catalogue.import_run SET state = $4, failure = coalesce($5, failure), encoding = coalesce($6, encoding),
           beside = coalesce($7::jsonb, beside), total = coalesce($8, total), reached = CASE WHEN $8::int IS NULL THEN reached ELSE 0 END,
           confirmed_by = coalesce($9, confirmed_by), confirmed_at = CASE WHEN $9::text IS NULL THEN confirmed_at ELSE $10 END,
           ended_at = CASE WHEN $4 IN ('done', 'failed', 'dropped') THEN $10 ELSE ended_at END
         WHERE area_code = $1 AND id = $2 AND state = $3 RETURNING id`,
        [
          ...[area, id, from, to, more.failure ?? null, more.encoding ?? null],
          ...[more.beside ? JSON.stringify(more.beside) : null, more.total ?? null],
          ...[more.confirmedBy ?? null, more.at ?? null],
        ],
      )
      return moved.length > 0
    },
    hold: async (id) =>
      (
        await db.query<{ state: RunState }>(
          'SELECT state FROM catalogue.import_run WHERE area_code = $1 AND id = $2 FOR SHARE',
          [area, id],
        )
      )[0]?.state,
    async alone() {
      await db.query(`SELECT pg_advisory_xact_lock(hashtext('catalogue.import ' || $1))`, [area])
      const [busy] = await db.query(
        `SELECT id FROM catalogue.import_run WHERE area_code = $1 AND state = 'taking-in' LIMIT 1`,
        [area],
      )
      return busy === undefined
    },
    async progress(id, reached, total) {
      await db.query(
        'UPDATE catalogue.import_run SET reached = $3, total = $4 WHERE area_code = $1 AND id = $2',
        [area, id, reached, total],
      )
    },
  }
}
