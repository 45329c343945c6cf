import type { StaffActor } from '#engine/actor.ts'
import { legalDay, type Instant } from '#engine/day.ts'
import type { Queryable } from '#platform/db/db.ts'
import type { Post, StaffRefusal } from './contract.ts'
import { namedPosts, type NamedPost } from './named-posts.ts'
import { office } from './office.ts'
import { actorOf, onDuty } from './model.ts'
import { colleagues, deskOf, standings, standingsSeen, type Desk, type PostStanding } from './standing.ts'
import { savedLists, type SavedLists } from './saved-lists.ts'
import { postsAtAGlance, staffReader, type StaffReader } from './store.ts'

export interface Staff extends Omit<StaffReader, 'postsOfPerson'> {
  /** The posts a person may sign in to at this moment, in all areas. */
  postsOfPerson(person: string, at: Instant): Promise<Post[]>
  /** The same posts with the names a person reads. */
  namedPosts(area: string, posts: readonly Post[]): Promise<NamedPost[]>
  /** How each post is named in the story of a case: 演示窗口05（山头街道便民服务中心市场准入窗口）. */
  namesOf(area: string, posts: readonly string[]): Promise<ReadonlyMap<string, string>>
  /** The window a post sits at, if it is one of the counter. */
  windowOf(area: string, post: string): Promise<string | undefined>
  /** How these posts stand on a day: on duty, away, who covers. */
  standings(area: string, posts: readonly string[], day: string): Promise<PostStanding[]>
  /** The same as it was a moment ago, for pages. */
  standingsSeen(area: string, posts: readonly string[], day: string): Promise<PostStanding[]>
  /** Everybody on duty in a place or a body, for pages to choose from. */
  colleagues(area: string, of: { place: string; body: string }, day: string): Promise<PostStanding[]>
  /** Whose claims a post looks after beside its own. */
  deskOf(area: string, of: { post: string; place: string; body: string }, day: string): Promise<Desk>
  /** Filters of a list that somebody keeps for a post (常用条件). */
  savedLists: SavedLists
  /** Who acts; asked at every request, because a post may have ended since sign-in. */
  actorFor(person: string, post: string, at: Instant): Promise<StaffActor | StaffRefusal>
}

export function staff(db: Queryable): Staff {
  const read = { ...staffReader(db), ...postsAtAGlance(db) }
  return {
    ...read,
    postsOfPerson: async (person, at) => {
      const day = legalDay(at)
      return (await read.postsOfPerson(person)).filter((post) => onDuty(post, day))
    },
    namedPosts: (area, posts) => namedPosts(db, area, posts),
    windowOf: async (area, id) => (await read.postsByIds(area, [id]))[0]?.window ?? undefined,
    namesOf: async (area, ids) => {
      if (ids.length === 0) return new Map()
      const named = (await office(db, area)).filter(({ id }) => ids.includes(id))
      return new Map(named.map(({ id, personName, title }) => [id, `${personName}（${title}）`]))
    },
    standings: (area, posts, day) => standings(db, area, posts, day),
    standingsSeen: (area, posts, day) => standingsSeen(db, area, posts, day),
    colleagues: (area, of, day) => colleagues(db, area, of, day),
    deskOf: (area, of, day) => deskOf(db, area, of, day),
    savedLists: savedLists(db),
    actorFor: async (person, post, at) =>
      actorOf(await read.postsOfPerson(person), person, post, legalDay(at)),
  }
}
