import { legalDay } from '#engine/day.ts'
import type { BesideSession } from '#platform/auth/sessions.ts'
import type { Queryable } from '#platform/db/db.ts'
import { all, asks, made } from '#platform/db/reading.ts'
import { NO_AREA } from './contract.ts'
import { DESK, deskText, type DeskRow } from './standing.ts'
import { POST, postMemory, POSTS_OF_PERSON, type StoredPost } from './store.ts'

/**
 * Every request of an officer asks which posts they hold, and every list whom their post looks after. Both come with the session and
 * lie where `postsOfPerson` and `deskOf` look first, for as long as the session itself is remembered.
 */
export function besideSession(db: Queryable): BesideSession {
  return ({ text, values }, now) => {
    const put = postMemory.shelf(db)
    const day = legalDay(now)
    const next = values.length + 1
    return made(
      all([
        asks<StoredPost>({ name: 'staff.posts-here', text: postsHere(text, next) }, [...values, NO_AREA]),
        asks<Desk>({ name: 'staff.desk-here', text: deskHere(text, next) }, [...values, NO_AREA, day]),
      ]),
      ([posts, desks]) => {
        const [held] = posts
        if (held !== undefined) put(POSTS_OF_PERSON, [NO_AREA, held.person], posts)
        for (const { area, post, place, body, rows } of desks) put(DESK, [area, day, post, place, body], rows)
      },
    )
  }
}

interface Desk {
  area: string
  post: string
  place: string
  body: string
  rows: readonly DeskRow[]
}

const postsHere = (who: string, next: number) => `SELECT ${POST} FROM ${who} w
    JOIN staff.person_area a ON a.area_code = $${next} AND a.person = w.subject
    JOIN staff.post p ON p.area_code = a.post_area AND p.person = a.person
  ORDER BY p.area_code, p.valid_from, p.id`

// `w.post` and not `m.id`, though they are the same: ids are sorted by bytes, and an index over `cover` is not.
const deskHere = (who: string, next: number) => `SELECT m.area_code AS area, m.id AS post, m.place, m.body,
    (SELECT coalesce(json_agg(d), '[]')
      FROM (${deskText('m.area_code', `$${next + 1}`, 'w.post', 'm.place', 'm.body')}) d) AS rows
  FROM ${who} w
    JOIN staff.person_area a ON a.area_code = $${next} AND a.person = w.subject
    JOIN staff.post m ON m.area_code = a.post_area AND m.id = w.post AND m.person = a.person`
