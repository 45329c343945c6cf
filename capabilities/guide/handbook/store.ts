import type { Queryable } from '#platform/db/db.ts'
import type { Instant } from '#platform/clock.ts'
import type { HandbookKind } from './kinds.ts'

/** One compiled version. */
export interface HandbookRow {
  kind: HandbookKind
  number: number
  digest: string
  madeOn: string
  madeAt: Instant
  madeBy: string
  items: number
  file: string
  sha256: string
}

export interface HandbookStore {
  /** Newest first. */
  list(kind?: HandbookKind): Promise<HandbookRow[]>
  find(kind: HandbookKind, number: number): Promise<HandbookRow | undefined>
  /** False where somebody else took the number in the meantime. */
  keep(row: HandbookRow): Promise<boolean>
}

export function handbookStore(db: Queryable, area: string): HandbookStore {
  return {
    list: (kind) => db.query<HandbookRow>(LIST, [area, kind ?? null]),
    find: async (kind, number) => (await db.query<HandbookRow>(ONE, [area, kind, number]))[0],
    async keep({ kind, number, digest, madeOn, madeAt, madeBy, items, file, sha256 }) {
      const values = [area, kind, number, digest, madeOn, madeAt, madeBy, items, file, sha256]
      return (await db.query(KEEP, values)).length > 0
    },
  }
}

const ROW = `kind, number, digest, made_on::text AS "madeOn", made_at AS "madeAt", made_by AS "madeBy", items, file, sha256`

const LIST = {
  name: 'guide.handbooks',
  text: `SELECT ${ROW} FROM guide.handbook WHERE area_code = $1 AND ($2::text IS NULL OR kind = $2)
    ORDER BY kind, number DESC LIMIT 300`,
}

const ONE = {
  name: 'guide.handbook',
  text: `SELECT ${ROW} FROM guide.handbook WHERE area_code = $1 AND kind = $2 AND number = $3`,
}

const KEEP = {
  name: 'guide.keep-handbook',
  text: `INSERT INTO guide.handbook (area_code, kind, number, digest, made_on, made_at, made_by, items, file, sha256)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT DO NOTHING RETURNING 1`,
}
