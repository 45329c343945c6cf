import { addDays, legalDay } from '#engine/day.ts'
import { isRefusal } from '#engine/refusal.ts'
import { appointPost, endPost, savePeople } from '#capabilities/staff/index.ts'
import type { Post } from '#capabilities/staff/contract.ts'
import type { Run } from '../run.ts'
import { asOfficer } from '../people.ts'
import { pressFromEndedPost } from '../trespass.ts'

type Role = Post['roles'][number]

const BUSINESS = ['window-clerk', 'reviewer', 'approver', 'issuer']

/** Somebody leaves the desk today and somebody else sits down at it; whoever left still has the page open. */
export async function postEnds(run: Run): Promise<void> {
  const { town, random, journal } = run
  const leaving = random.oneOf(
    town.posts.filter(({ roles }) => roles.some((role) => BUSINESS.includes(role))),
  )
  const post = await appointBeside(run, leaving)
  const end = { post: leaving.id, lastDay: addDays(legalDay(town.clock.now()), -1) }
  done(await endPost(registry(run), town.area, end, rosterAsks(run)))
  journal.mishap('post-ended')
  journal.write(town.clock.now(), 'post ended', leaving.id, 'after it', post)
  await town.readPosts()
  await pressFromEndedPost(run, asOfficer(leaving))
}

/** Another person for a step that its only officer may not take in some case. */
export async function appointDeputies(run: Run): Promise<void> {
  const { town, journal } = run
  for (const id of run.deputiesWanted) {
    const beside = town.posts.find((post) => post.id === id)
    if (beside === undefined) continue
    journal.write(town.clock.now(), 'deputy', await appointBeside(run, beside), 'beside', id)
    journal.mishap('deputy-appointed')
  }
  run.deputiesWanted.clear()
  await town.readPosts()
}

/** Where the simulated citizens go. */
const TOWNS = ['centre-370304004', 'centre-370304106']

/** Two hats on one head, and whose desk they are put beside: the rules for such posts are stricter than for either. */
const BETWEEN: readonly { beside: Role; roles: readonly Role[] }[] = [
  { beside: 'approver', roles: ['window-clerk', 'approver'] },
  { beside: 'director', roles: ['window-clerk', 'director'] },
  { beside: 'director', roles: ['director', 'supervisor'] },
]

/** Somebody who sits at a window and also decides or directs, or who directs and supervises. */
export async function appointBetween(run: Run): Promise<void> {
  const { town, random, journal } = run
  const times = journal.mishaps.get('joint-post') ?? 0
  const { beside, roles } = BETWEEN[times % BETWEEN.length]!
  const posts = town.posts.filter((post) => post.roles.includes(beside) && TOWNS.includes(post.place))
  if (posts.length === 0) return
  journal.write(town.clock.now(), 'between', await appointBeside(run, random.oneOf(posts), [...roles]))
  journal.mishap('joint-post')
  await town.readPosts()
}

export async function appointBeside(run: Run, beside: Post, more?: Post['roles']): Promise<string> {
  const { town } = run
  const serial = run.serial()
  const person = { id: `person-sim-${serial}`, name: `测试接任${serial}` }
  await savePeople(town.truth, [person])
  const { title, place, body, window } = beside
  const roles = more ?? beside.roles
  const validFrom = legalDay(town.clock.now())
  const post = { id: `post-sim-${serial}`, person: person.id, validFrom, title, roles, place, body, window }
  done(await appointPost(registry(run), town.area, post, rosterAsks(run)))
  return post.id
}

export const registry = ({ town }: Run) => ({ db: town.truth, ledger: town.house.ledger })

export const rosterAsks = (run: Run) => ({
  ...{ actor: { kind: 'system', job: 'roster' } as const, at: run.town.clock.now() },
  requestId: `roster-${run.serial()}`,
})

function done(outcome: object): void {
  if (isRefusal(outcome)) throw new Error(`the desk could not change hands: ${outcome.code}`)
}
