import { addDays, legalDay } from '#engine/day.ts'
import { isRefusal } from '#engine/refusal.ts'
import { endPost, setAbsence, setCover } from '#capabilities/staff/index.ts'
import { asOfficer } from '../people.ts'
import type { Run } from '../run.ts'
import { appointBeside, registry, rosterAsks } from './posts.ts'

const DESKS = ['window-clerk', 'reviewer', 'approver', 'issuer']

/** Somebody goes on leave for some days, with a colleague who stands in (B角) or without. */
export async function leaveTaken(run: Run): Promise<void> {
  const { town, random, journal } = run
  const today = legalDay(town.clock.now())
  const post = random.oneOf(town.posts.filter(({ roles }) => roles.some((role) => DESKS.includes(role))))
  const colleagues = town.posts.filter(
    ({ id, person, body, roles }) =>
      id !== post.id &&
      person !== post.person &&
      body === post.body &&
      post.roles.every((role) => roles.includes(role)),
  )
  const asking = () => ({ ...rosterAsks(run), actor: asOfficer(post).actor })
  const cover = colleagues.length > 0 && random.chance(0.6) ? random.oneOf(colleagues).id : null
  const covered = await setCover(registry(run), town.area, { post: post.id, cover }, asking())
  const to = addDays(today, random.whole(0, 3))
  const away = { post: post.id, from: today, to, kind: 'leave' as const }
  const absent = isRefusal(covered) ? covered : await setAbsence(registry(run), town.area, away, asking())
  if (isRefusal(absent)) return journal.refuse(absent.code)
  journal.mishap(cover === null ? 'leave-without-cover' : 'leave-with-cover')
  journal.write(town.clock.now(), 'on leave', post.id, cover ?? 'nobody')
  await town.readPosts()
}

/** The only holder of a role leaves and nobody comes after: the checker has to see it the same evening. */
export async function deskEmptied(run: Run): Promise<void> {
  const { town, random, journal } = run
  const alone = town.posts.filter((post) => {
    const only = post.roles.length === 1 && ['reviewer', 'approver', 'issuer'].includes(post.roles[0]!)
    const others = town.posts.filter(
      ({ id, body, roles }) => id !== post.id && body === post.body && roles.includes(post.roles[0]!),
    )
    return only && others.length === 0
  })
  if (alone.length === 0) return
  const post = random.oneOf(alone)
  const lastDay = addDays(legalDay(town.clock.now()), -1)
  const ended = await endPost(registry(run), town.area, { post: post.id, lastDay }, rosterAsks(run))
  if (isRefusal(ended)) throw new Error(`a post did not end: ${ended.code}`)
  run.vacated.push(post)
  journal.mishap('desk-emptied')
  journal.write(town.clock.now(), 'left, and nobody after', post.id)
  await town.readPosts()
}

/** Somebody is appointed to the desks that were left. */
export async function desksFilled(run: Run): Promise<void> {
  for (const post of run.vacated) {
    run.journal.write(run.town.clock.now(), 'filled', await appointBeside(run, post))
  }
  run.vacated = []
  await run.town.readPosts()
}
