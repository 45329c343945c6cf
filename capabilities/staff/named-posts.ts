import { organisationReader } from '#capabilities/organisation/index.ts'
import type { Queryable } from '#platform/db/db.ts'
import type { Post } from './contract.ts'
import { staffReader } from './store.ts'

export interface NamedPost extends Post {
  personName: string
  placeName: string
  bodyName: string
  windowName?: string
}

/** Posts with the names of person, place and body, each kind read once for the whole list. */
export async function namedPosts(db: Queryable, area: string, posts: readonly Post[]): Promise<NamedPost[]> {
  const organisation = organisationReader(db)
  const each = (of: (post: Post) => string) => [...new Set(posts.map(of))]
  const [people, places, bodies, windows] = await Promise.all([
    staffReader(db)
      .peopleByIds(each((post) => post.person))
      .then(names),
    organisation
      .placesByIds(
        area,
        each((post) => post.place),
      )
      .then(names),
    organisation
      .bodiesByIds(
        area,
        each((post) => post.body),
      )
      .then(names),
    organisation
      .windowsByIds(
        area,
        each((post) => post.window ?? '').filter((id) => id !== ''),
      )
      .then(names),
  ])
  return posts.map((post) => ({
    ...post,
    personName: people.get(post.person) ?? '',
    placeName: places.get(post.place) ?? '',
    bodyName: bodies.get(post.body) ?? '',
    ...(windows.has(post.window ?? '') ? { windowName: windows.get(post.window!)! } : {}),
  }))
}

const names = (rows: readonly { id: string; name: string }[]) =>
  new Map(rows.map(({ id, name }) => [id, name]))
