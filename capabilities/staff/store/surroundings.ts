import type { OrganisationPack } from '#capabilities/organisation/contract.ts'
import { placesFromPack } from '#capabilities/organisation/model.ts'
import { organisationReader } from '#capabilities/organisation/index.ts'
import type { Queryable } from '#platform/db/db.ts'
import type { NewPost, PostsFile } from '../contract.ts'
import type { Surroundings } from '../model.ts'
import { staffReader } from '../store.ts'

/** What the directory knows about the places, bodies, windows and people these posts name. */
export async function surroundingsOf(
  db: Queryable,
  area: string,
  posts: readonly NewPost[],
): Promise<Surroundings> {
  const organisation = organisationReader(db)
  const windowIds = posts.flatMap((post) => (post.window === null ? [] : [post.window]))
  const people = await staffReader(db).peopleByIds(posts.map((post) => post.person))
  const places = await organisation.placesByIds(
    area,
    posts.map((post) => post.place),
  )
  const bodies = await organisation.bodiesByIds(
    area,
    posts.map((post) => post.body),
  )
  const windows = await organisation.windowsByIds(area, windowIds)
  return {
    people: ids(people),
    places: ids(places),
    bodies: ids(bodies),
    windows: new Map(windows.map((window) => [window.id, window.place])),
  }
}

const ids = (rows: readonly { id: string }[]) => new Set(rows.map((row) => row.id))

/** The same for a pack that is not loaded yet. */
export function packSurroundings(pack: OrganisationPack, { people }: PostsFile): Surroundings {
  const { places, windows } = placesFromPack(pack)
  return {
    people: ids(people),
    places: ids(places),
    bodies: ids(pack.bodies.bodies),
    windows: new Map(windows.map((window) => [window.id, window.place])),
  }
}
