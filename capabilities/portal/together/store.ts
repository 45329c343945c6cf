import type { Queryable } from '#platform/db/db.ts'
import { asks, type Reading } from '#platform/db/reading.ts'

export interface TogetherRow {
  id: string
  scene: string
  title: string
  drafts: readonly string[]
}

interface FiledWith {
  no: string
  item: string
  version: number
}

/** Every statement names the party, so nobody reaches another's. */
export interface TogetherStore {
  find(party: string, id: string): Promise<TogetherRow | undefined>
  insert(party: string, row: TogetherRow, now: string): Promise<void>
  leaveOut(party: string, id: string, draft: string): Promise<boolean>
  /** The cases that came of the same drafts, with the items they are of. */
  filedWith(party: string, no: string): Reading<readonly FiledWith[]>
}

export function togetherStore(db: Queryable, area: string): TogetherStore {
  return {
    find: async (party, id) => (await db.query<TogetherRow>(FIND, [area, party, id]))[0],
    async insert(party, { id, scene, title, drafts }, now) {
      await db.query(INSERT, [area, id, party, scene, title, [...drafts], now])
    },
    filedWith: (party, no) => asks<FiledWith>(FILED_WITH, [area, party, no]),
    leaveOut: async (party, id, draft) => (await db.query(LEAVE_OUT, [area, party, id, draft])).length > 0,
  }
}

const FIND = {
  name: 'portal.together',
  text: `SELECT id, scene, title, drafts::text[] AS drafts FROM portal.together
    WHERE area_code = $1 AND party = $2 AND id::text = $3`,
}

const INSERT = {
  name: 'portal.together-insert',
  text: `INSERT INTO portal.together (area_code, id, party, scene, title, drafts, made_at) VALUES ($1, $2, $3, $4, $5, $6::uuid[], $7)`,
}

const FILED_WITH = {
  name: 'portal.filed-with',
  text: `SELECT DISTINCT d.filed_no AS no, d.item, d.shown_version AS version FROM portal.draft mine
    JOIN portal.together t ON t.area_code = mine.area_code AND t.party = mine.party AND mine.id = ANY (t.drafts)
    JOIN portal.draft d ON d.area_code = t.area_code AND d.party = t.party AND d.id = ANY (t.drafts) AND d.id <> mine.id
    WHERE mine.area_code = $1 AND mine.party = $2 AND mine.filed_no = $3 AND d.filed_no IS NOT NULL ORDER BY d.filed_no`,
}

const LEAVE_OUT = {
  name: 'portal.together-leave-out',
  text: `UPDATE portal.together SET drafts = ARRAY(SELECT held FROM unnest(drafts) WITH ORDINALITY AS of(held, at) WHERE held::text <> $4 ORDER BY at)
    WHERE area_code = $1 AND party = $2 AND id::text = $3 AND cardinality(drafts) > 1 AND $4 = ANY (drafts::text[]) RETURNING id`,
}
