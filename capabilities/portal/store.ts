import type { AboutAsked } from '#capabilities/case/contract.ts'
import { attachmentsBeside, type AttachmentRow } from '#capabilities/case/index.ts'
import type { DeliveryMode } from '#capabilities/catalogue/contract.ts'
import { keptBeside, type KeptRow } from '#capabilities/party/index.ts'
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
  way: Way | null
  /** The version whose promise was read and confirmed. */
  promisedVersion: number | null
  /** Where a result by post goes, sealed. */
  postal: string | null
  /** Whether the person was asked about answers of earlier filings. */
  reuseAsked: boolean
  /** The answers that were taken over, sealed. */
  reused: string | null
  /** The place whose clerk saved it for the person. */
  savedAtPlace: string | null
  /** The post that works on it, and where. */
  atPost: string | null
  atPlace: string | null
  /** The licence it is about (变更、延续、注销). */
  about: AboutAsked | null
}

/** 一般办理 or 告知承诺. */
export type Way = 'ordinary' | 'commitment'

export type Channel = 'online' | 'window'

/** A draft with what its pages show beside it: read in one statement, for it is asked for on every step. */
export interface WholeDraft extends DraftRow {
  /** Answers of earlier filings; none once the person was asked about them. */
  kept: readonly KeptRow[]
  uploads: readonly AttachmentRow[]
}

export type DraftChange = Pick<
  DraftRow,
  | 'values'
  | 'region'
  | 'acceptPlace'
  | 'delivery'
  | 'way'
  | 'promisedVersion'
  | 'postal'
  | 'reuseAsked'
  | 'reused'
>

export type NewDraft = Pick<DraftRow, 'id' | 'item' | 'begunVersion' | 'values' | 'savedAt'> &
  Partial<
    Pick<DraftRow, 'region' | 'acceptPlace' | 'delivery' | 'postal' | 'files' | 'savedAtPlace' | 'about'>
  >

/** A party's own drafts; every statement names the party, so nobody reaches another's. */
export interface DraftStore {
  find(party: string, id: string): Promise<WholeDraft | undefined>
  open(party: string): Promise<DraftRow[]>
  /** The draft this request made before, when it was sent twice. */
  madeBy(party: string, request: string): Promise<string | undefined>
  /** The draft's id: of two requests at once that are one, the first one's. */
  insert(party: string, draft: NewDraft, request?: string): Promise<string>
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
  /** Takes the draft for one channel; false while the other one has it or files it. A claim that nothing followed lapses. */
  claim(party: string, id: string, channel: Channel, now: string): Promise<boolean>
  unclaim(party: string, id: string): Promise<void>
  filed(party: string, id: string, no: string): Promise<void>
}

/** An answer lost between claim and case heals by the same channel at once, by the other after this. */
const CLAIM_LAPSES_MS = 15 * 60_000

export function draftStore(db: Queryable, area: string): DraftStore {
  const changed = async (statement: { name: string; text: string }, values: readonly unknown[]) =>
    (await db.query(statement, [area, ...values])).length > 0
  return {
    find: async (party, id) => (await db.query<WholeDraft>(FIND, [area, party, id]))[0],
    open: (party) => db.query<DraftRow>(OPEN, [area, party]),
    async madeBy(party, request) {
      return (await db.query<{ id: string }>(MADE_BY, [area, party, request]))[0]?.id
    },
    async insert(party, { id, item, begunVersion, values, savedAt, ...more }, request) {
      const [row] = await db.query<{ id: string }>(INSERT, [
        ...[area, id, party, item, begunVersion, values, savedAt, more.region, more.acceptPlace],
        ...[more.delivery, more.postal, JSON.stringify(more.files ?? {}), more.savedAtPlace, request],
        more.about == null ? null : JSON.stringify(more.about),
      ])
      return row!.id
    },
    save: (party, id, change, savedAt) => {
      const { values, region, acceptPlace, delivery, way, promisedVersion, postal, reuseAsked, reused } =
        change
      return changed(SAVE, [
        ...[party, id, values, region, acceptPlace, delivery, savedAt],
        ...[way, promisedVersion, postal, reuseAsked, reused],
      ])
    },
    async shown(party, id, version) {
      await db.query(SHOWN, [area, party, id, version])
    },
    attach: (party, id, file, savedAt) =>
      changed(ATTACH, [party, id, file.material, file.id, file.max, savedAt]),
    detach: (party, id, file, savedAt) => changed(DETACH, [party, id, file.material, file.id, savedAt]),
    drop: (party, id) => changed(DROP, [party, id]),
    claim: (party, id, channel, now) =>
      changed(CLAIM, [party, id, channel, now, new Date(Date.parse(now) - CLAIM_LAPSES_MS).toISOString()]),
    async unclaim(party, id) {
      await db.query(UNCLAIM, [area, party, id])
    },
    async filed(party, id, no) {
      await db.query(FILED, [area, party, id, no])
    },
  }
}

export const ROW = `id, item, begun_version AS "begunVersion", shown_version AS "shownVersion", form_values AS "values", region,
  accept_place AS "acceptPlace", delivery, files, saved_at AS "savedAt", filed_no AS "filedNo", way,
  promised_version AS "promisedVersion", postal, reuse_asked AS "reuseAsked", reused, saved_at_place AS "savedAtPlace",
  at_post AS "atPost", at_place AS "atPlace", about`
const OWN = 'area_code = $1 AND party = $2 AND id::text = $3'
/** What its owner may change: neither filed nor lying on a counter. */
const OPEN_AND_OWN = `${OWN} AND filed_no IS NULL AND at_post IS NULL`

const UPLOADS = `ARRAY(SELECT (held.id #>> '{}')::uuid FROM jsonb_path_query(d.files, '$.*[*]') AS held(id))`

const FIND = {
  name: 'portal.draft',
  text: `SELECT ${ROW}, CASE WHEN d.reuse_asked THEN '[]' ELSE ${keptBeside('d.party')} END AS kept,
      ${attachmentsBeside('d.area_code', UPLOADS)} AS uploads
    FROM portal.draft d WHERE ${OWN}`,
}

const OPEN = {
  name: 'portal.drafts',
  text: `SELECT ${ROW} FROM portal.draft WHERE area_code = $1 AND party = $2 AND filed_no IS NULL ORDER BY saved_at DESC, id`,
}

const MADE_BY = {
  name: 'portal.draft-made-by',
  text: 'SELECT id FROM portal.draft WHERE area_code = $1 AND party = $2 AND saved_request = $3',
}

const INSERT = {
  name: 'portal.draft-insert',
  text: `INSERT INTO portal.draft (area_code, id, party, item, begun_version, shown_version, form_values, saved_at, region,
      accept_place, delivery, postal, files, saved_at_place, saved_request, about)
    VALUES ($1, $2, $3, $4, $5, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
    ON CONFLICT (area_code, saved_request) DO UPDATE SET saved_request = excluded.saved_request RETURNING id`,
}

const SAVE = {
  name: 'portal.draft-save',
  text: `UPDATE portal.draft SET form_values = $4, region = $5, accept_place = $6, delivery = $7, saved_at = $8, way = $9,
      promised_version = $10, postal = $11, reuse_asked = $12, reused = $13
    WHERE ${OPEN_AND_OWN} RETURNING id`,
}

const SHOWN = { name: 'portal.draft-shown', text: `UPDATE portal.draft SET shown_version = $4 WHERE ${OWN}` }

// In SQL, so that two uploads at once do not lose each other.
const ATTACH = {
  name: 'portal.draft-attach',
  text: `UPDATE portal.draft SET saved_at = $7,
      files = jsonb_set(files, ARRAY[$4::text], coalesce(files -> $4::text, '[]') || to_jsonb($5::text))
    WHERE ${OPEN_AND_OWN} AND jsonb_array_length(coalesce(files -> $4::text, '[]')) < $6::int RETURNING id`,
}

const DETACH = {
  name: 'portal.draft-detach',
  text: `UPDATE portal.draft SET saved_at = $6, files = jsonb_set(files, ARRAY[$4::text], (files -> $4::text) - $5::text)
    WHERE ${OPEN_AND_OWN} AND files -> $4::text ? $5::text RETURNING id`,
}

const DROP = {
  name: 'portal.draft-drop',
  text: `DELETE FROM portal.draft WHERE ${OPEN_AND_OWN} RETURNING id`,
}

const CLAIM = {
  name: 'portal.draft-claim',
  text: `UPDATE portal.draft SET claimed_by = $4, claimed_at = $5
    WHERE ${OWN} AND filed_no IS NULL AND ($4 = 'window') = (at_post IS NOT NULL)
      AND (claimed_by IS NULL OR claimed_by = $4 OR claimed_at < $6) RETURNING id`,
}

const UNCLAIM = {
  name: 'portal.draft-unclaim',
  text: `UPDATE portal.draft SET claimed_by = NULL, claimed_at = NULL WHERE ${OWN} AND filed_no IS NULL`,
}

const FILED = {
  name: 'portal.draft-filed',
  text: `UPDATE portal.draft SET filed_no = $4, form_values = NULL, files = '{}', region = NULL, accept_place = NULL, postal = NULL,
      reused = NULL, claimed_by = NULL, claimed_at = NULL WHERE ${OWN}`,
}
