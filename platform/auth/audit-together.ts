import type { Queryable } from '#platform/db/db.ts'
import { listStatement, type AuditFilter, type AuditRow } from './audit-rows.ts'

/**
 * One newest-first page over several areas: what happens at the sign-in belongs to no area, and an auditor who saw only the
 * area's own chain would never see a failed one. Each chain keeps its own place in the cursor, so each page reads keys in order.
 */
export async function auditPage(
  db: Queryable,
  areas: readonly string[],
  filter: Omit<AuditFilter, 'area'>,
  limit: number,
): Promise<{ rows: AuditRow[]; nextCursor: string | null }> {
  const places = (filter.cursor ?? '').split(',')
  const chains = await Promise.all(
    areas.map(async (area, index) => {
      const { text, values } = listStatement({ ...filter, area, cursor: places[index] ?? '' }, limit + 1)
      return db.query<AuditRow>(text, values)
    }),
  )
  const all = chains.flat().toSorted((one, other) => later(other, one))
  const rows = all.slice(0, limit)
  const cursors = areas.map((area, index) => {
    const last = rows.findLast((row) => row.area_code === area)
    return last ? `${last.day}.${last.seq}` : (places[index] ?? '')
  })
  return { rows, nextCursor: all.length > limit ? cursors.join(',') : null }
}

/** By moment; two of one chain in one millisecond by their place in it. */
function later(one: AuditRow, other: AuditRow): number {
  if (one.area_code === other.area_code)
    return one.day === other.day ? one.seq - other.seq : one.day < other.day ? -1 : 1
  return one.at === other.at ? 0 : one.at < other.at ? -1 : 1
}
