import { afterCommit, type Queryable } from '#platform/db/db.ts'
import { rowMemory } from '#platform/db/memory.ts'
import { NO_AREA, type Person, type Post } from './contract.ts'

export interface StoredPost extends Post {
  packDigest: string | null
}

export interface StaffReader {
  /** All posts of a person in all areas, ended ones too. */
  postsOfPerson(person: string): Promise<StoredPost[]>
  postsByIds(area: string, ids: readonly string[]): Promise<StoredPost[]>
  postsOfArea(area: string): Promise<StoredPost[]>
  /** One page by key; only those on duty on `day`. */
  searchPosts(area: string, day: string, page: PostPage): Promise<StoredPost[]>
  peopleByIds(ids: readonly string[]): Promise<Person[]>
  /** Where somebody on duty has this role. */
  placesWith(area: string, day: string, role: string): Promise<string[]>
}

export interface PostPage {
  place?: string
  body?: string
  role?: string
  after?: string
  limit?: number
}

export const POST = `p.area_code AS area, p.id, p.person, p.title, p.roles, p.place, p.body, p.window_desk AS "window",
  p.valid_from AS "validFrom", p.valid_to AS "validTo", p.stream, p.version, p.pack_digest AS "packDigest", p.cover, p.absences`

export const POSTS_OF_PERSON = {
  name: 'staff.posts-of-person',
  text: `SELECT ${POST} FROM staff.person_area a
    JOIN staff.post p ON p.area_code = a.post_area AND p.person = a.person
    WHERE a.area_code = $1 AND a.person = $2 ORDER BY p.area_code, p.valid_from, p.id`,
}
const POSTS_BY_IDS = {
  name: 'staff.posts-by-ids',
  text: `SELECT ${POST} FROM staff.post p WHERE p.area_code = $1 AND p.id = ANY($2)`,
}
const PLACES_WITH = {
  name: 'staff.places-with',
  text: `SELECT DISTINCT p.place FROM staff.post p
    WHERE p.area_code = $1 AND p.valid_from <= $2 AND (p.valid_to IS NULL OR p.valid_to >= $2) AND $3 = ANY(p.roles)`,
}
const PEOPLE_BY_IDS = {
  name: 'staff.people-by-ids',
  text: 'SELECT id, name FROM staff.person WHERE area_code = $1 AND id = ANY($2)',
}

const people = rowMemory()
/**
 * The requests of one screen come together and each asks who stands there; whatever changes a post forgets all of them. What came
 * with a session is there a little longer than that session is remembered, so that nobody asks for the half of it.
 */
export const postMemory = rowMemory(1_100)
/** Everybody of an area, for pages (`office.ts`). */
export const officeMemory = rowMemory(5_000)

export function forgetPosts(): void {
  postMemory.forgetAll()
  officeMemory.forgetAll()
}

/** For looking only: whoever changes a post reads it as it stands. */
export function postsAtAGlance(db: Queryable): Pick<StaffReader, 'postsOfPerson' | 'postsByIds'> {
  return {
    postsOfPerson: (person) => postMemory.query<StoredPost>(db, POSTS_OF_PERSON, [NO_AREA, person]),
    postsByIds: (area, ids) => postMemory.byIds<StoredPost>(db, POSTS_BY_IDS, [area], ids),
  }
}

export function staffReader(db: Queryable): StaffReader {
  return {
    postsOfPerson: (person) => db.query<StoredPost>(POSTS_OF_PERSON, [NO_AREA, person]),
    postsByIds: (area, ids) => db.query<StoredPost>(POSTS_BY_IDS, [area, ids]),
    postsOfArea: (area) =>
      db.query<StoredPost>(`SELECT ${POST} FROM staff.post p WHERE p.area_code = $1 ORDER BY p.id`, [area]),
    searchPosts: (area, day, { place, body, role, after, limit = 50 }) =>
      db.query<StoredPost>(
        `SELECT ${POST} FROM staff.post p
         WHERE p.area_code = $1 AND p.valid_from <= $2 AND (p.valid_to IS NULL OR p.valid_to >= $2)
           AND ($3::text IS NULL OR p.place = $3) AND ($4::text IS NULL OR p.body = $4)
           AND ($5::text IS NULL OR $5 = ANY(p.roles)) AND ($6::text IS NULL OR p.id > $6)
         ORDER BY p.id LIMIT $7`,
        [
          area,
          day,
          place ?? null,
          body ?? null,
          role ?? null,
          after ?? null,
          Math.min(Math.max(limit, 1), 500),
        ],
      ),
    placesWith: async (area, day, role) =>
      (await postMemory.query<{ place: string }>(db, PLACES_WITH, [area, day, role])).map(
        ({ place }) => place,
      ),
    peopleByIds: (ids) => people.byIds<Person>(db, PEOPLE_BY_IDS, [NO_AREA], ids),
  }
}

/** Registers people or corrects their names. */
export async function savePeople(db: Queryable, list: readonly Person[]): Promise<void> {
  await db.query(
    `INSERT INTO staff.person (area_code, id, name)
     SELECT $1, p.id, p.name FROM json_to_recordset($2::json) AS p (id text, name text)
     ON CONFLICT (area_code, id) DO UPDATE SET name = excluded.name WHERE person.name <> excluded.name`,
    [NO_AREA, JSON.stringify(list.map(({ id, name }) => ({ id, name })))],
  )
  afterCommit(db, () => {
    people.forgetAll()
    officeMemory.forgetAll()
  })
}
