import type { StaffActor } from '#engine/actor.ts'
import type { Queryable } from '#platform/db/db.ts'
import { newId } from '#platform/id.ts'
import { refuse, type StaffRefusal } from './contract.ts'
import type { KeptLists, SavedList } from './contract/saved-list-routes.ts'

type Owner = Pick<StaffActor, 'area' | 'post' | 'person'>

/** Filters of a list that somebody keeps under a name, for the post they sit in. */
export interface SavedLists {
  /** The filters and the chosen columns together, for a list asks for both when it opens. */
  of(owner: Owner): Promise<KeptLists>
  /** None means the usual columns again. */
  chooseColumns(owner: Owner, page: SavedList['page'], columns: readonly string[]): Promise<void>
  save(owner: Owner, list: Omit<SavedList, 'id'>): Promise<SavedList | StaffRefusal>
  /** The list begins with these filters, and with no others, or with none. */
  begin(owner: Owner, id: string, first: boolean): Promise<StaffRefusal | undefined>
  forget(owner: Owner, id: string): Promise<StaffRefusal | undefined>
}

/** As many as one still finds one's way in. */
const KEPT_MAX = 20

export function savedLists(db: Queryable): SavedLists {
  const all = async ({ area, post, person }: Owner) =>
    (await db.query<KeptLists>(ALL, [area, post, person]))[0]!
  return {
    of: all,
    async save(owner, list) {
      const name = list.name.trim()
      const kept = await all(owner)
      if (kept.lists.length >= KEPT_MAX) return refuse('saved-lists-full')
      const { area, post, person } = owner
      const values = [area, post, newId(), person, list.page, name, JSON.stringify(list.search), list.first]
      const [saved] = await db.query<SavedList>(SAVE, values)
      return saved ?? refuse('saved-list-named')
    },
    async chooseColumns({ area, post, person }, page, columns) {
      if (columns.length === 0) await db.query(USUAL, [area, post, person, page])
      else await db.query(CHOOSE, [area, post, person, page, JSON.stringify(columns)])
    },
    async begin({ area, post, person }, id, first) {
      const changed = await db.query(BEGIN, [area, post, person, id, first])
      return changed.length > 0 ? undefined : refuse('saved-list-not-found')
    },
    async forget({ area, post, person }, id) {
      const gone = await db.query(FORGET, [area, post, person, id])
      return gone.length > 0 ? undefined : refuse('saved-list-not-found')
    },
  }
}

const LIST = 'id, page, name, search, first'

const ALL = {
  name: 'staff.saved-lists',
  text: `SELECT
      (SELECT coalesce(jsonb_agg(jsonb_build_object('id', id, 'page', page, 'name', name, 'search', search, 'first', first) ORDER BY id), '[]')
        FROM staff.saved_list WHERE area_code = $1 AND post = $2 AND person = $3) AS lists,
      (SELECT coalesce(jsonb_object_agg(page, columns), '{}')
        FROM staff.list_columns WHERE area_code = $1 AND post = $2 AND person = $3) AS columns`,
}

const CHOOSE = {
  name: 'staff.choose-columns',
  text: `INSERT INTO staff.list_columns (area_code, post, person, page, columns) VALUES ($1, $2, $3, $4, $5::jsonb)
    ON CONFLICT (area_code, post, person, page) DO UPDATE SET columns = excluded.columns`,
}

const USUAL = {
  name: 'staff.usual-columns',
  text: `DELETE FROM staff.list_columns WHERE area_code = $1 AND post = $2 AND person = $3 AND page = $4`,
}

/** The one that began the list before gives way in the same statement. */
const SAVE = {
  name: 'staff.save-list',
  text: `WITH saved AS (
      INSERT INTO staff.saved_list (area_code, post, id, person, page, name, search, first)
      VALUES ($1, $2, $3, $4, $5, $6, $7::jsonb, $8) ON CONFLICT DO NOTHING RETURNING ${LIST}
    ), before AS (
      UPDATE staff.saved_list s SET first = false FROM saved
      WHERE s.area_code = $1 AND s.post = $2 AND s.person = $4 AND s.page = saved.page AND saved.first AND s.first
    )
    SELECT ${LIST} FROM saved`,
}

const BEGIN = {
  name: 'staff.begin-list',
  text: `WITH chosen AS (
      SELECT page FROM staff.saved_list WHERE area_code = $1 AND post = $2 AND person = $3 AND id = $4::uuid
    )
    UPDATE staff.saved_list s SET first = (s.id = $4::uuid AND $5) FROM chosen
    WHERE s.area_code = $1 AND s.post = $2 AND s.person = $3 AND s.page = chosen.page
      AND (s.id = $4::uuid OR (s.first AND $5)) RETURNING s.id`,
}

const FORGET = {
  name: 'staff.forget-list',
  text: `DELETE FROM staff.saved_list WHERE area_code = $1 AND post = $2 AND person = $3 AND id = $4::uuid RETURNING id`,
}
