import type { Queryable } from '#platform/db/db.ts'
import type { Succession } from '../contract/succession.ts'
import type { VersionWriting } from './versions.ts'

/** Writes the lines an origin brings; one it no longer brings was a mistake of its and goes. Says how many changed. */
export async function writeSuccessions(
  tx: Queryable,
  { areaCode, origin }: Pick<VersionWriting, 'areaCode' | 'origin'>,
  lines: readonly Succession[],
): Promise<number> {
  const given = [areaCode, origin, JSON.stringify(lines)]
  const gone = await tx.query(
    `DELETE FROM organisation.succession s WHERE s.area_code = $1 AND s.origin = $2 AND NOT EXISTS (
       SELECT 1 FROM ${LINES} WHERE l.subject = s.subject AND l.id = s.id AND l.successor = s.successor
         AND l."on" = s.on_day AND l.kind = s.kind)
     RETURNING s.id`,
    given,
  )
  const added = await tx.query(
    `INSERT INTO organisation.succession (area_code, subject, id, successor, on_day, kind, origin)
     SELECT $1, l.subject, l.id, l.successor, l."on", l.kind, $2 FROM ${LINES}
     ON CONFLICT DO NOTHING RETURNING id`,
    given,
  )
  return gone.length + added.length
}

const LINES = `json_to_recordset($3::json) AS l (subject text, id text, successor text, "on" date, kind text)`
