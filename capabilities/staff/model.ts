import type { StaffActor } from '#engine/actor.ts'
import { rolesProblem } from '#platform/auth/roles.ts'
import { refuse, type NewPost, type Post, type StaffRefusal } from './contract.ts'

type Term = Pick<Post, 'validFrom' | 'validTo'>

/** Who acts when this person works from this post on this day, or why not. A post of somebody else looks like none. */
export function actorOf(
  posts: readonly Post[],
  person: string,
  post: string,
  day: string,
): StaffActor | StaffRefusal {
  const held = posts.find((each) => each.id === post && each.person === person)
  if (!held) return refuse('post-not-yours', { post })
  const outside = termProblem(held, day)
  if (outside) return refuse(outside, { post, validFrom: held.validFrom, validTo: held.validTo })
  const { roles, place, body, area } = held
  return { kind: 'staff', person, post, roles, place, body, area }
}

export function onDuty(term: Term, day: string): boolean {
  return termProblem(term, day) === undefined
}

function termProblem({ validFrom, validTo }: Term, day: string): 'post-not-begun' | 'post-ended' | undefined {
  if (day < validFrom) return 'post-not-begun'
  return validTo !== null && validTo < day ? 'post-ended' : undefined
}

/**
 * 三员分立 over all posts one person would hold at the same time: no two of the three, and none beside business roles.
 * A post that ends before the other begins does not count.
 */
export function administratorProblem(
  coming: Pick<NewPost, 'roles' | 'person'> & Term,
  held: readonly (Pick<Post, 'roles'> & Term)[],
): StaffRefusal | undefined {
  const overlapping = held.filter((post) => overlaps(post, coming))
  const roles = [...new Set([...coming.roles, ...overlapping.flatMap((post) => post.roles)])]
  const problem = rolesProblem(roles)
  return problem ? refuse(problem, { person: coming.person, roles }, 'GB/T 22239-2019 8.1.5') : undefined
}

function overlaps(a: Term, b: Term): boolean {
  return a.validFrom <= (b.validTo ?? '9999') && b.validFrom <= (a.validTo ?? '9999')
}

/** What the directory knows about where a post would stand. */
export interface Surroundings {
  people: ReadonlySet<string>
  places: ReadonlySet<string>
  bodies: ReadonlySet<string>
  /** Window id → its place. */
  windows: ReadonlyMap<string, string>
}

export function appointmentProblem(
  post: NewPost,
  held: readonly Post[],
  { people, places, bodies, windows }: Surroundings,
): StaffRefusal | undefined {
  const { id, person, place, body, window, validFrom, validTo = null } = post
  if (validTo !== null && validTo < validFrom)
    return refuse('post-days-reversed', { post: id, validFrom, validTo })
  if (!people.has(person)) return refuse('person-unknown', { post: id, person })
  if (!places.has(place)) return refuse('place-unknown', { post: id, place })
  if (!bodies.has(body)) return refuse('body-unknown', { post: id, body })
  if (window !== null && windows.get(window) !== place)
    return refuse('window-elsewhere', { post: id, window, place })
  const others = held.filter((each) => each.person === person && each.id !== id)
  return administratorProblem({ ...post, validTo }, others)
}

/** Everything wrong with a pack's posts, all at once, before anything is written. */
export function postsProblems(posts: readonly NewPost[], area: string, around: Surroundings): StaffRefusal[] {
  const ids = new Set<string>()
  const held: Post[] = []
  return posts.flatMap((post) => {
    const twice = ids.has(post.id)
    ids.add(post.id)
    const problem = twice ? refuse('post-exists', { post: post.id }) : appointmentProblem(post, held, around)
    held.push({
      ...post,
      validTo: post.validTo ?? null,
      area,
      stream: '',
      version: 0,
      cover: null,
      absences: [],
    })
    return problem ?? []
  })
}

/** BS-2.4-03 专职: a director is full-time, so any second post at the same time is flagged, not refused (STA-12). */
export function directorsWithOtherPosts(
  posts: readonly Post[],
  day: string,
): { person: string; posts: string[] }[] {
  const byPerson = Map.groupBy(
    posts.filter((post) => onDuty(post, day)),
    (post) => post.person,
  )
  return [...byPerson]
    .filter(([, held]) => held.length > 1 && held.some((post) => post.roles.includes('director')))
    .map(([person, held]) => ({ person, posts: held.map((post) => post.id).sort() }))
}
