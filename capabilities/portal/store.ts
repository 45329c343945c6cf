import type { DeliveryMode } from '#capabilities/catalogue/contract.ts'
import type { Queryable } from '#platform/db/db.ts'

export interface DraftRow {
  id: string
  item: string
  begunVersion: number
  shownVersion: number
  /** Sealed under the party's key. */
  values: string | null
  region: string | null
  acceptPlace: string | null
  delivery: DeliveryMode | null
  files: Readonly<Record<string, readonly string[]>>
  savedAt: string
  filedNo: string | null
}

export type DraftChange = Pick<DraftRow, 'values' | 'region' | 'acceptPlace' | 'delivery'>

/** A party's own drafts; every statement names the party, so nobody reaches another's. */
export interface DraftStore {
  find(party: string, id: string): Promise<DraftRow | undefined>
  open(party: string): Promise<DraftRow[]>
  insert(
    party: string,
    draft: Pick<DraftRow, 'id' | 'item' | 'begunVersion' | 'values' | 'savedAt'>,
  ): Promise<void>
  save(party: string, id: string, change: DraftChange, savedAt: string): Promise<boolean>
  shown(party: string, id: string, version: number): Promise<void>
  /** False when the draft is gone or the material already has as many files as it may. */
  attach(
    party: string,
    id: string,
    file: { material: string; id: string; max: number },
    savedAt: string,
  ): Promise<boolean>
  detach(party: string, id: string, file: { material: string; id: string }, savedAt: string): Promise<boolean>
  drop(party: string, id: string): Promise<boolean>
  filed(party: string, id: string, no: string): Promise<void>
}

export function draftStore(db: Queryable, area: string): DraftStore {
  const changed = async (statement: { name: string; text: string }, values: readonly unknown[]) =>
    (await db.query(statement, [area, ...values])).length > 0
  return {
    find: async (party, id) => (await db.query<DraftRow>(FIND, [area, party, id]))[0],
    open: (party) => db.query<DraftRow>(OPEN, [area, party]),
    async insert(party, { id, item, begunVersion, values, savedAt }) {
      await db.query(INSERT, [area, id, party, item, begunVersion, values, savedAt])
    },
    save: (party, id, { values, region, acceptPlace, delivery }, savedAt) =>
      changed(SAVE, [party, id, values, region, acceptPlace, delivery, savedAt]),
    async shown(party, id, version) {
      await db.query(SHOWN, [area, party, id, version])
    },
    attach: (party, id, file, savedAt) =>
      changed(ATTACH, [party, id, file.material, file.id, file.max, savedAt]),
    detach: (party, id, file, savedAt) => changed(DETACH, [party, id, file.material, file.id, savedAt]),
    drop: (party, id) => changed(DROP, [party, id]),
    async filed(party, id, no) {
      await db.query(FILED, [area, party, id, no])
    },
  }
}

const ROW = `id, item, begun_version AS "begunVersion", shown_version AS "shownVersion", form_values AS "values", region,
  accept_place AS "acceptPlace", delivery, files, saved_at AS "savedAt", filed_no AS "filedNo"`
const OWN = 'area_code = $1 AND party = $2 AND id::text = $3'

const FIND = { name: 'portal.draft', text: `SELECT ${ROW} FROM portal.draft WHERE ${OWN}` }

const OPEN = {
  name: 'portal.drafts',
  text: `SELECT ${ROW} FROM portal.draft WHERE area_code = $1 AND party = $2 AND filed_no IS NULL ORDER BY saved_at DESC, id`,
}

const INSERT = {
  name: 'portal.draft-insert',
  text: `INSERT INTO portal.draft (area_code, id, party, item, begun_version, shown_version, form_values, files, saved_at)
    VALUES ($1, $2, $3, $4, $5, $5, $6, '{}', $7)`,
}

const SAVE = {
  name: 'portal.draft-save',
  text: `UPDATE portal.draft SET form_values = $4, region = $5, accept_place = $6, delivery = $7, saved_at = $8
    WHERE ${OWN} AND filed_no IS NULL RETURNING id`,
}

const SHOWN = { name: 'portal.draft-shown', text: `UPDATE portal.draft SET shown_version = $4 WHERE ${OWN}` }

// In SQL, so that two uploads at once do not lose each other.
const ATTACH = {
  name: 'portal.draft-attach',
  text: `UPDATE portal.draft SET saved_at = $7,
      files = jsonb_set(files, ARRAY[$4::text], coalesce(files -> $4::text, '[]') || to_jsonb($5::text))
    WHERE ${OWN} AND filed_no IS NULL AND jsonb_array_length(coalesce(files -> $4::text, '[]')) < $6::int RETURNING id`,
}

const DETACH = {
  name: 'portal.draft-detach',
  text: `UPDATE portal.draft SET saved_at = $6, files = jsonb_set(files, ARRAY[$4::text], (files -> $4::text) - $5::text)
    WHERE ${OWN} AND filed_no IS NULL AND files -> $4::text ? $5::text RETURNING id`,
}

const DROP = {
  name: 'portal.draft-drop',
  text: `DELETE FROM portal.draft WHERE ${OWN} AND filed_no IS NULL RETURNING id`,
}

const FILED = {
  name: 'portal.draft-filed',
  text: `UPDATE portal.draft SET filed_no = $4, form_values = NULL, files = '{}', region = NULL, accept_place = NULL WHERE ${OWN}`,
}
