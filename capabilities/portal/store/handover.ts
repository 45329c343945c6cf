import type { Queryable } from '#platform/db/db.ts'
import { ROW, type DraftRow } from '../store.ts'

export interface HandoverRow {
  draft: string
  nonce: string
  expiresAt: string
}

/** A draft with the party it belongs to, as a counter finds it. */
export type DraftAtCounter = DraftRow & { party: string; atPerson: string | null }

export interface HandoverStore {
  /** Voids the code before it. False when the new one is in use for another draft. */
  make(draft: string, codeHash: string, nonce: string, expiresAt: string): Promise<boolean>
  /** The code of a draft that still opens it. */
  find(draft: string, now: string, triesMax: number): Promise<HandoverRow | undefined>
  revoke(draft: string): Promise<void>
  /** The draft a code that is still good leads to. */
  byCode(codeHash: string, now: string, triesMax: number): Promise<DraftAtCounter | undefined>
  wrong(draft: string): Promise<void>
  /** Onto the counter, once: the code is used up. False when somebody was quicker or it is being filed online. */
  pickUp(draft: string, at: { post: string; person: string; place: string }, now: string): Promise<boolean>
  /** A draft that lies on this post's counter. */
  heldBy(draft: string, post: string): Promise<DraftAtCounter | undefined>
  /** Everything that lies on this post's counter and is not filed. */
  allHeldBy(post: string): Promise<DraftAtCounter[]>
  /** Who has a party's draft at their counter. */
  holderOf(draft: string): Promise<{ post: string; person: string } | undefined>
  /** Off the counter; false while it is being filed there. */
  giveBack(draft: string, now: string): Promise<boolean>
}

/** As long as a claim of the other channel holds. */
const CLAIM_LAPSES_MS = 15 * 60_000

export function handoverStore(db: Queryable, area: string): HandoverStore {
  const lapsed = (now: string) => new Date(Date.parse(now) - CLAIM_LAPSES_MS).toISOString()
  return {
    async make(draft, codeHash, nonce, expiresAt) {
      return (await db.query(MAKE, [area, draft, codeHash, nonce, expiresAt])).length > 0
    },
    async find(draft, now, triesMax) {
      return (await db.query<HandoverRow>(FIND, [area, draft, now, triesMax]))[0]
    },
    async revoke(draft) {
      await db.query(REVOKE, [area, draft])
    },
    async byCode(codeHash, now, triesMax) {
      return (await db.query<DraftAtCounter>(BY_CODE, [area, codeHash, now, triesMax]))[0]
    },
    async wrong(draft) {
      await db.query(WRONG, [area, draft])
    },
    async pickUp(draft, { post, person, place }, now) {
      const rows = await db.query(PICK_UP, [area, draft, post, person, place, lapsed(now)])
      return rows.length > 0
    },
    async heldBy(draft, post) {
      return (await db.query<DraftAtCounter>(HELD, [area, draft, post]))[0]
    },
    allHeldBy: (post) => db.query<DraftAtCounter>(ALL_HELD, [area, post]),
    async holderOf(draft) {
      return (await db.query<{ post: string; person: string }>(HOLDER, [area, draft]))[0]
    },
    async giveBack(draft, now) {
      return (await db.query(GIVE_BACK, [area, draft, lapsed(now)])).length > 0
    },
  }
}

const DRAFT = `${ROW}, party, at_person AS "atPerson"`

const MAKE = {
  name: 'portal.handover-make',
  text: `INSERT INTO portal.handover AS h (area_code, draft, code_hash, nonce, expires_at)
    SELECT $1, $2::uuid, $3, $4, $5::timestamptz
    WHERE NOT EXISTS (SELECT 1 FROM portal.handover WHERE area_code = $1 AND code_hash = $3 AND draft <> $2::uuid)
    ON CONFLICT (area_code, draft) DO UPDATE
      SET code_hash = excluded.code_hash, nonce = excluded.nonce, expires_at = excluded.expires_at, wrong_tries = 0
    RETURNING draft`,
}

const FIND = {
  name: 'portal.handover',
  text: `SELECT draft, nonce, expires_at AS "expiresAt" FROM portal.handover
    WHERE area_code = $1 AND draft::text = $2 AND expires_at > $3 AND wrong_tries < $4`,
}

const REVOKE = {
  name: 'portal.handover-revoke',
  text: 'DELETE FROM portal.handover WHERE area_code = $1 AND draft::text = $2',
}

const BY_CODE = {
  name: 'portal.handover-by-code',
  text: `SELECT ${DRAFT} FROM portal.draft WHERE area_code = $1 AND filed_no IS NULL AND at_post IS NULL AND id =
    (SELECT draft FROM portal.handover WHERE area_code = $1 AND code_hash = $2 AND expires_at > $3 AND wrong_tries < $4)`,
}

const WRONG = {
  name: 'portal.handover-wrong',
  text: 'UPDATE portal.handover SET wrong_tries = wrong_tries + 1 WHERE area_code = $1 AND draft = $2',
}

const PICK_UP = {
  name: 'portal.handover-pick-up',
  text: `WITH taken AS (
      UPDATE portal.draft SET at_post = $3, at_person = $4, at_place = $5, claimed_by = NULL, claimed_at = NULL
      WHERE area_code = $1 AND id = $2 AND filed_no IS NULL AND at_post IS NULL
        AND (claimed_by IS NULL OR claimed_at < $6) RETURNING id
    )
    DELETE FROM portal.handover h USING taken WHERE h.area_code = $1 AND h.draft = taken.id RETURNING h.draft`,
}

const HELD = {
  name: 'portal.handover-held',
  text: `SELECT ${DRAFT} FROM portal.draft WHERE area_code = $1 AND id::text = $2 AND at_post = $3`,
}

const ALL_HELD = {
  name: 'portal.handover-all-held',
  text: `SELECT ${DRAFT} FROM portal.draft WHERE area_code = $1 AND at_post = $2 AND filed_no IS NULL
    ORDER BY saved_at, id LIMIT 50`,
}

const HOLDER = {
  name: 'portal.handover-holder',
  text: `SELECT at_post AS post, at_person AS person FROM portal.draft
    WHERE area_code = $1 AND id = $2 AND at_post IS NOT NULL`,
}

const GIVE_BACK = {
  name: 'portal.handover-give-back',
  text: `UPDATE portal.draft SET at_post = NULL, at_person = NULL, at_place = NULL, claimed_by = NULL, claimed_at = NULL
    WHERE area_code = $1 AND id = $2 AND filed_no IS NULL AND (claimed_by IS NULL OR claimed_at < $3) RETURNING id`,
}
