import type { Actor } from '#engine/actor.ts'
import { addDays } from '#engine/day.ts'
import { refuse, type Absence, type Post, type StaffRefusal } from './contract.ts'
import { onDuty } from './model.ts'

/** The absence that keeps a post away on a day. */
export function awayOn({ absences }: Pick<Post, 'absences'>, day: string): Absence | undefined {
  return absences.find(({ from, to }) => from <= day && day <= to)
}

/** Deciding is done in the name of a body, so only a colleague of that body stands in; a counter is a place's as well. */
const OF_A_BODY = new Set(['reviewer', 'approver', 'issuer'])

/** Whether one post can stand in for another (A、B角): same body or place, the same roles, another person. */
export function coverProblem(post: Post, cover: Post, day: string): StaffRefusal | undefined {
  const facts = { post: post.id, cover: cover.id }
  if (post.person === cover.person) return refuse('cover-is-oneself', facts)
  const sameBody = post.body === cover.body
  const near = sameBody || (post.place === cover.place && !post.roles.some((role) => OF_A_BODY.has(role)))
  if (!near) return refuse('cover-elsewhere', facts)
  const lacking = post.roles.filter((role) => !cover.roles.includes(role))
  if (lacking.length > 0) return refuse('cover-lacks-roles', { ...facts, lacking })
  return onDuty(cover, day) ? undefined : refuse('cover-not-on-duty', facts)
}

/** A year is as long as an absence lasts; who is away longer no longer holds the post. */
const ABSENCE_DAYS_MAX = 366

export function absenceProblem(
  post: Pick<Post, 'id' | 'absences'>,
  { from, to }: Pick<Absence, 'from' | 'to'>,
  today: string,
): StaffRefusal | undefined {
  const facts = { post: post.id, from, to }
  if (from < today) return refuse('absence-in-the-past', facts)
  if (to < from) return refuse('absence-days-reversed', facts)
  if (to > addDays(from, ABSENCE_DAYS_MAX - 1)) return refuse('absence-too-long', facts)
  const other = post.absences.find((held) => held.from <= to && from <= held.to)
  return other ? refuse('absence-overlaps', { ...facts, other: other.id }) : undefined
}

/** Where a post was moved to (划转): who looks after it since. */
export interface Moved {
  from: string
  to: string
  at: string
}

/**
 * Each looks after their own post; the director of the place or the body also does, for whoever fell ill cannot. A post that was
 * moved under a centre (BS-2.4-05) is looked after there, and no longer by the unit it came from.
 */
export function maySetDuty(actor: Actor, post: Post, moved?: Moved): boolean {
  if (actor.kind !== 'staff' || actor.area !== post.area) return false
  if (actor.person === post.person) return true
  if (!actor.roles.includes('director')) return false
  if (moved === undefined) return actor.place === post.place || actor.body === post.body
  return actor.body !== moved.from && (actor.place === moved.at || actor.body === moved.to)
}
