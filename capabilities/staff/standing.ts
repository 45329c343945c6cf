import type { Queryable } from '#platform/db/db.ts'
import type { Absence, Role } from './contract.ts'
import { NO_AREA } from './contract.ts'
import { awayOn } from './duty.ts'
import { onDuty } from './model.ts'
import { office, type Seat } from './office.ts'
import { postMemory } from './store.ts'

/** A post as the queue of cases has to know it on a day: on duty, away, and who stands in. */
export interface PostStanding {
  post: string
  person: string
  personName: string
  title: string
  roles: readonly Role[]
  place: string
  body: string
  stream: string
  version: number
  onDuty: boolean
  away?: Absence
  cover?: string
  /** Name and title of that post. */
  coverName?: string
  /** So is the one who would stand in: somebody has to assign what this post holds. */
  coverAway?: boolean
}

/** Whose claims a post looks after beside its own. */
export interface Desk {
  /** Posts away today that named this one as their cover. */
  covering: readonly string[]
  /** Posts of the same place or body that have ended: what they held is nobody's. */
  ended: readonly string[]
}

/** Ended posts are looked back on this long; a case stays with nobody for longer only if nobody ever looks at it. */
const ENDED_POSTS_MAX = 200

interface Row extends Omit<PostStanding, 'away' | 'cover' | 'coverName' | 'coverAway'> {
  coverName: string | null
  coverAbsences: readonly Absence[] | null
  cover: string | null
  absences: readonly Absence[]
}

const COLUMNS = `p.id AS post, p.person, n.name AS "personName", p.title, p.roles, p.place, p.body, p.stream, p.version, p.cover,
  p.absences, c.absences AS "coverAbsences", cn.name || '（' || c.title || '）' AS "coverName", p.valid_from <= $2 AND (p.valid_to IS NULL OR p.valid_to >= $2) AS "onDuty"`
const FROM = `staff.post p JOIN staff.person n ON n.area_code = '${NO_AREA}' AND n.id = p.person
  LEFT JOIN staff.post c ON c.area_code = p.area_code AND c.id = p.cover
  LEFT JOIN staff.person cn ON cn.area_code = '${NO_AREA}' AND cn.id = c.person`

const STANDINGS = {
  name: 'staff.standings',
  text: `SELECT ${COLUMNS} FROM ${FROM} WHERE p.area_code = $1 AND p.id = ANY($3) ORDER BY p.id`,
}

/** Of a post given by what stands for its area, the day, itself, its place and its body. */
export const deskText = (area: string, day: string, post: string, place: string, body: string) =>
  `SELECT p.id, p.absences, p.valid_to < ${day} AS ended FROM staff.post p WHERE p.area_code = ${area} AND p.cover = ${post}
      AND (p.valid_to IS NULL OR p.valid_to >= ${day})
    UNION ALL (SELECT p.id, '[]', true FROM staff.post p
      WHERE p.area_code = ${area} AND (p.place = ${place} OR p.body = ${body}) AND p.valid_to < ${day}
      ORDER BY p.valid_to DESC LIMIT ${ENDED_POSTS_MAX})`

export const DESK = { name: 'staff.desk', text: deskText('$1', '$2', '$3', '$4', '$5') }

export interface DeskRow {
  id: string
  absences: readonly Absence[]
  ended: boolean
}

export async function standings(
  db: Queryable,
  area: string,
  posts: readonly string[],
  day: string,
): Promise<PostStanding[]> {
  if (posts.length === 0) return []
  return (await db.query<Row>(STANDINGS, [area, day, posts])).map((row) => standing(row, day))
}

/** The same for pages, which look at the office as it stood a moment ago. */
export async function standingsSeen(
  db: Queryable,
  area: string,
  posts: readonly string[],
  day: string,
): Promise<PostStanding[]> {
  if (posts.length === 0) return []
  const seats = await office(db, area)
  return seats.filter(({ id }) => posts.includes(id)).map((seat) => seated(seat, seats, day))
}

/** Everybody on duty in a place or a body, for pages to choose from. */
export async function colleagues(
  db: Queryable,
  area: string,
  { place, body }: { place: string; body: string },
  day: string,
): Promise<PostStanding[]> {
  const seats = await office(db, area)
  const near = seats.filter((seat) => (seat.place === place || seat.body === body) && onDuty(seat, day))
  return near.map((seat) => seated(seat, seats, day))
}

function seated(seat: Seat, seats: readonly Seat[], day: string): PostStanding {
  const { id, person, personName, title, roles, place, body, stream, version, absences } = seat
  const cover = seats.find((other) => other.id === seat.cover)
  return standing(
    {
      ...{ post: id, person, personName, title, roles, place, body, stream, version, absences },
      cover: seat.cover,
      coverName: cover ? `${cover.personName}（${cover.title}）` : null,
      coverAbsences: cover?.absences ?? null,
      onDuty: onDuty(seat, day),
    },
    day,
  )
}

export async function deskOf(
  db: Queryable,
  area: string,
  { post, place, body }: { post: string; place: string; body: string },
  day: string,
): Promise<Desk> {
  const rows = await postMemory.query<DeskRow>(db, DESK, [area, day, post, place, body])
  return {
    covering: rows.filter((row) => !row.ended && awayOn(row, day) !== undefined).map(({ id }) => id),
    ended: rows.filter(({ ended }) => ended).map(({ id }) => id),
  }
}

function standing({ absences, cover, coverName, coverAbsences, ...row }: Row, day: string): PostStanding {
  const away = awayOn({ absences }, day)
  const coverAway = coverAbsences !== null && awayOn({ absences: coverAbsences }, day) !== undefined
  return {
    ...row,
    ...(away ? { away } : {}),
    ...(cover === null ? {} : { cover }),
    ...(coverName === null ? {} : { coverName }),
    ...(coverAway ? { coverAway } : {}),
  }
}
