import { attachmentsBeside, type AttachmentRow } from '#capabilities/case/index.ts'
import type { Queryable } from '#platform/db/db.ts'

/** Files an applicant has got together for the open notice of one case. */
export interface SupplementStore {
  /** In the order they came in. */
  of(party: string, no: string): Promise<SupplementFileRow[]>
  /** False when the paper has as many files as it may. */
  attach(
    party: string,
    no: string,
    file: { material: string; id: string; max: number },
    savedAt: string,
  ): Promise<boolean>
  detach(party: string, no: string, id: string): Promise<boolean>
  /** Forgets all of a case; what it held comes back. */
  take(party: string, no: string): Promise<string[]>
  /** Cases with files saved before this moment. */
  olderThan(moment: string, limit: number): Promise<{ party: string; no: string }[]>
}

export interface SupplementFileRow {
  id: string
  material: string
  upload: AttachmentRow | null
}

export function supplementStore(db: Queryable, area: string): SupplementStore {
  return {
    of: (party, no) => db.query<SupplementFileRow>(OF, [area, party, no]),
    attach: async (party, no, { id, material, max }, savedAt) =>
      (await db.query(ATTACH, [area, id, party, no, material, savedAt, max])).length > 0,
    detach: async (party, no, id) => (await db.query(DETACH, [area, party, no, id])).length > 0,
    take: async (party, no) => (await db.query<{ id: string }>(TAKE, [area, party, no])).map(({ id }) => id),
    olderThan: (moment, limit) => db.query<{ party: string; no: string }>(OLDER_THAN, [area, moment, limit]),
  }
}

const OF = {
  name: 'portal.supplement-files',
  text: `SELECT f.id, f.material, ${attachmentsBeside('f.area_code', 'ARRAY[f.id]')} -> 0 AS upload
    FROM portal.supplement_file f WHERE f.area_code = $1 AND f.party = $2 AND f.case_no = $3 ORDER BY f.id`,
}

const ATTACH = {
  name: 'portal.supplement-file-attach',
  text: `INSERT INTO portal.supplement_file (area_code, id, party, case_no, material, saved_at)
    SELECT $1, $2, $3, $4, $5, $6 WHERE (SELECT count(*) FROM portal.supplement_file f
      WHERE f.area_code = $1 AND f.party = $3 AND f.case_no = $4 AND f.material = $5) < $7::int
    RETURNING id`,
}

const DETACH = {
  name: 'portal.supplement-file-detach',
  text: `DELETE FROM portal.supplement_file
    WHERE area_code = $1 AND party = $2 AND case_no = $3 AND id::text = $4 RETURNING id`,
}

const TAKE = {
  name: 'portal.supplement-files-take',
  text: `DELETE FROM portal.supplement_file WHERE area_code = $1 AND party = $2 AND case_no = $3 RETURNING id`,
}

const OLDER_THAN = {
  name: 'portal.supplement-files-old',
  text: `SELECT DISTINCT f.party, f.case_no AS no FROM portal.supplement_file f
    WHERE f.area_code = $1 AND f.saved_at < $2 LIMIT $3`,
}
