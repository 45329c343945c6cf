import type { Db } from '#platform/db/db.ts'
import { bornYear } from '../stream.ts'
import type { ExportedHead } from './root-file.ts'

/** An exported head whose fact the database does not have. */
export interface MissingHead {
  stream: string
  version: number
  /** The last fact of the stream that is there; 0: none. */
  now: number
  /** There is a fact of that version, with another hash. */
  replaced: boolean
}

/** Which of the exported heads are not facts of the database, looked up a thousand at a time along the key. */
export async function missingHeads(
  db: Db,
  areaCode: string,
  exported: readonly ExportedHead[],
): Promise<MissingHead[]> {
  const missing: MissingHead[] = []
  const there = exported.filter(({ version }) => version > 0)
  for (let at = 0; at < there.length; at += BATCH) {
    missing.push(...(await missingOf(db, areaCode, there.slice(at, at + BATCH))))
  }
  return missing
}

const BATCH = 1000

const MISSING = `SELECT e.stream, e.version, f.hash IS NOT NULL AS replaced,
    coalesce((SELECT max(l.seq) FROM ledger.fact l
      WHERE l.area_code = $1 AND l.born_year = e.born_year AND l.stream = e.stream), 0) AS now
  FROM unnest($2::text[], $3::integer[], $4::integer[], $5::text[]) AS e (stream, born_year, version, hash)
  LEFT JOIN ledger.fact f
    ON f.area_code = $1 AND f.born_year = e.born_year AND f.stream = e.stream AND f.seq = e.version
  WHERE f.hash IS DISTINCT FROM e.hash ORDER BY e.stream`

const missingOf = (db: Db, areaCode: string, heads: readonly ExportedHead[]): Promise<MissingHead[]> =>
  db.transaction(
    async (tx) => {
      // A thousand look-ups by key; a hash join would read whole years for them.
      await tx.query('SET LOCAL enable_hashjoin = off; SET LOCAL enable_mergejoin = off; SET LOCAL jit = off')
      return tx.query<MissingHead>(MISSING, [
        areaCode,
        heads.map(({ stream }) => stream),
        heads.map(({ stream }) => bornYear(stream)),
        heads.map(({ version }) => version),
        heads.map(({ hash }) => hash),
      ])
    },
    { snapshot: true },
  )
