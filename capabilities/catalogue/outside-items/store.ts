import { sqlState, type Queryable } from '#platform/db/db.ts'
import type { OutsideDetails } from './differences.ts'
import type { SystemMode } from '../contract/outside-item-routes.ts'

export interface SystemRow {
  id: string
  name: string
  owner: string
  mode: SystemMode
  items: number
  mapped: number
}

export interface OutsideRow {
  system: string
  systemName: string
  code: string
  name: string
  item: string | null
  details: OutsideDetails
}

export interface OutsideStore {
  systems(): Promise<SystemRow[]>
  keepSystem(system: Pick<SystemRow, 'id' | 'name' | 'owner' | 'mode'>): Promise<void>
  find(system: string, code: string): Promise<OutsideRow | undefined>
  /** The outside item that an item of ours is. */
  ofOwn(item: string): Promise<OutsideRow | undefined>
  list(query: {
    system?: string
    mapped?: boolean
    q?: string
    after?: { system: string; code: string }
    limit: number
  }): Promise<OutsideRow[]>
  /** Of our items, those that are none outside. */
  mappedItems(): Promise<Set<string>>
  keep(row: { system: string; code: string; name: string; details: OutsideDetails }): Promise<void>
  /** False where one of the two is mapped otherwise: whoever comes second finds the index taken. */
  map(row: { system: string; code: string; item: string | null }, by: string, now: string): Promise<boolean>
}

const ROW = `o.system, s.name AS "systemName", o.code, o.name, o.item, o.details`
const FROM = `FROM catalogue.outside_item o
  JOIN catalogue.outside_system s ON s.area_code = o.area_code AND s.id = o.system WHERE o.area_code = $1`

export function outsideStore(db: Queryable, area: string): OutsideStore {
  return {
    systems: () =>
      db.query<SystemRow>(
        `SELECT s.id, s.name, s.owner, s.mode, count(o.code)::int AS items, count(o.item)::int AS mapped
         FROM catalogue.outside_system s
         LEFT JOIN catalogue.outside_item o ON o.area_code = s.area_code AND o.system = s.id
         WHERE s.area_code = $1 GROUP BY s.id, s.name, s.owner, s.mode ORDER BY s.id`,
        [area],
      ),
    async keepSystem({ id, name, owner, mode }) {
      await db.query(
        `INSERT INTO catalogue.outside_system (area_code, id, name, owner, mode) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (area_code, id) DO UPDATE SET name = excluded.name, owner = excluded.owner, mode = excluded.mode`,
        [area, id, name, owner, mode],
      )
    },
    find: async (system, code) =>
      (
        await db.query<OutsideRow>(`SELECT ${ROW} ${FROM} AND o.system = $2 AND o.code = $3`, [
          area,
          system,
          code,
        ])
      )[0],
    ofOwn: async (item) =>
      (await db.query<OutsideRow>(`SELECT ${ROW} ${FROM} AND o.item = $2`, [area, item]))[0],
    list: ({ system, mapped, q, after, limit }) =>
      db.query<OutsideRow>(
        `SELECT ${ROW} ${FROM} AND ($2::text IS NULL OR o.system = $2) AND ($3::bool IS NULL OR (o.item IS NOT NULL) = $3)
           AND ($4::text IS NULL OR o.name ILIKE $4 OR o.code ILIKE $4)
           AND ($5::text IS NULL OR (o.system, o.code) > ($5, $6)) ORDER BY o.system, o.code LIMIT $7`,
        [
          ...[area, system ?? null, mapped ?? null, q === undefined ? null : `%${likely(q)}%`],
          ...[after?.system ?? null, after?.code ?? null, limit],
        ],
      ),
    async mappedItems() {
      const rows = await db.query<{ item: string }>(
        'SELECT item FROM catalogue.outside_item WHERE area_code = $1 AND item IS NOT NULL',
        [area],
      )
      return new Set(rows.map(({ item }) => item))
    },
    async keep({ system, code, name, details }) {
      await db.query(
        `INSERT INTO catalogue.outside_item (area_code, system, code, name, details) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (area_code, system, code) DO UPDATE SET name = excluded.name, details = excluded.details`,
        [area, system, code, name, JSON.stringify(details)],
      )
    },
    async map({ system, code, item }, by, now) {
      try {
        const rows = await db.query(
          `UPDATE catalogue.outside_item SET item = $4, mapped_by = CASE WHEN $4::text IS NULL THEN NULL ELSE $5 END,
             mapped_at = CASE WHEN $4::text IS NULL THEN NULL ELSE $6::timestamptz END
           WHERE area_code = $1 AND system = $2 AND code = $3 AND ($4::text IS NULL OR item IS NULL OR item = $4) RETURNING code`,
          [area, system, code, item, by, now],
        )
        return rows.length > 0
      } catch (error) {
        if (sqlState(error) === UNIQUE_VIOLATION) return false
        throw error
      }
    },
  }
}

const UNIQUE_VIOLATION = '23505'
const likely = (words: string): string => words.replaceAll(/[\\%_]/g, String.raw`\$&`)
