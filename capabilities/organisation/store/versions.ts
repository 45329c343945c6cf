import { createHash } from 'node:crypto'
import type { Queryable } from '#platform/db/db.ts'
import { goneVersions, nextVersions, type StoredVersion, type VersionPlan } from '../model/versions.ts'

/** Tables whose rows are versions in time: (area_code, id, version). */
export type VersionedTable = 'region' | 'place' | 'window_desk' | 'served_region' | 'body' | 'duty'

export interface VersionedRow {
  id: string
  validFrom: string
  validTo?: string | null
  /** The other columns, by their column names. */
  columns: Record<string, unknown>
}

export interface VersionWriting {
  areaCode: string
  /** The day on which changes of known rows take effect. */
  day: string
  /** `pack:<id>` or `office`. */
  origin: string
}

export interface Written {
  added: number
  closed: number
}

/** Writes the whole list an origin brings: what it no longer brings is closed. */
export async function writeList(
  tx: Queryable,
  table: VersionedTable,
  rows: readonly VersionedRow[],
  writing: VersionWriting,
): Promise<Written> {
  const { areaCode, day, origin } = writing
  const stored = await tx.query<StoredVersion>(newest(table), [areaCode, origin])
  const coming = rows.map(withDigest)
  const plan = nextVersions(stored, coming, day)
  const gone = goneVersions(stored, coming, day, origin)
  // Without its digest a row that comes back unchanged counts as new.
  await close(tx, table, gone, areaCode, `, digest = ''`)
  const { added, closed } = await write(tx, table, plan, writing)
  return { added, closed: closed + gone.length }
}

/** Writes single rows and leaves all others alone. */
export async function writeRows(
  tx: Queryable,
  table: VersionedTable,
  rows: readonly VersionedRow[],
  writing: VersionWriting,
): Promise<Written> {
  const { areaCode, day } = writing
  const ids = rows.map((row) => row.id)
  const stored = await tx.query<StoredVersion>(
    `SELECT DISTINCT ON (id) id, version, valid_from AS "validFrom", valid_to AS "validTo", origin,
       CASE WHEN valid_to IS NULL THEN digest END AS "originDigest"
     FROM organisation.${table} WHERE area_code = $1 AND id = ANY($2) ORDER BY id, version DESC`,
    [areaCode, ids],
  )
  const plan = nextVersions(stored, rows.map(withDigest), day)
  return write(tx, table, plan, writing)
}

/** Ends the version in force; nothing follows it until somebody adds one. */
export async function endRow(
  tx: Queryable,
  table: VersionedTable,
  id: string,
  lastDay: string,
  areaCode: string,
): Promise<boolean> {
  const rows = await tx.query(
    `UPDATE organisation.${table} SET valid_to = $3 WHERE area_code = $1 AND id = $2 AND valid_to IS NULL RETURNING id`,
    [areaCode, id, lastDay],
  )
  return rows.length > 0
}

const newest = (table: VersionedTable) =>
  `SELECT DISTINCT ON (t.id) t.id, t.version, t.valid_from AS "validFrom", t.valid_to AS "validTo", t.origin,
     (SELECT o.digest FROM organisation.${table} o WHERE o.area_code = t.area_code AND o.id = t.id AND o.origin = $2
       ORDER BY o.version DESC LIMIT 1) AS "originDigest"
   FROM organisation.${table} t WHERE t.area_code = $1 ORDER BY t.id, t.version DESC`

interface DigestedRow extends VersionedRow {
  digest: string
  validTo: string | null
}

/** The first day is not part of the content: a pack that restates it has changed nothing. */
function withDigest(row: VersionedRow): DigestedRow {
  const validTo = row.validTo ?? null
  return { ...row, validTo, digest: digestOf([row.columns, validTo]) }
}

export function digestOf(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 32)
}

async function close(
  tx: Queryable,
  table: VersionedTable,
  versions: VersionPlan<never>['close'],
  areaCode: string,
  alsoSet = '',
): Promise<void> {
  if (versions.length === 0) return
  await tx.query(
    `UPDATE organisation.${table} t SET valid_to = c."validTo"${alsoSet}
     FROM json_to_recordset($2::json) AS c (id text, version integer, "validTo" date)
     WHERE t.area_code = $1 AND t.id = c.id AND t.version = c.version`,
    [areaCode, JSON.stringify(versions)],
  )
}

async function write(
  tx: Queryable,
  table: VersionedTable,
  plan: VersionPlan<DigestedRow>,
  { areaCode, origin }: VersionWriting,
): Promise<Written> {
  await close(tx, table, plan.close, areaCode)
  if (plan.add.length > 0) {
    const rows = plan.add.map(({ row, version, validFrom, validTo }) => ({
      ...row.columns,
      area_code: areaCode,
      id: row.id,
      version,
      valid_from: validFrom,
      valid_to: validTo,
      origin,
      digest: row.digest,
    }))
    await tx.query(
      `INSERT INTO organisation.${table}
       SELECT r.* FROM json_populate_recordset(NULL::organisation.${table}, $2::json) r WHERE r.area_code = $1`,
      [areaCode, JSON.stringify(rows)],
    )
  }
  return { added: plan.add.length, closed: plan.close.length }
}
