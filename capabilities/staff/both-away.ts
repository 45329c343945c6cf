import type { Actor } from '#engine/actor.ts'
import type { Post } from './contract.ts'
import { onDuty } from './model.ts'

/** A post and its cover (A、B角) away on the same days: whoever comes meets nobody, and what they hold nobody may take. */
export interface BothAway {
  post: string
  cover: string
  /** The first stretch of days that is not over yet, both counting. */
  from: string
  to: string
}

type Seen = Pick<Post, 'id' | 'cover' | 'absences' | 'validFrom' | 'validTo'>

/** Known as soon as both absences are registered, so that somebody can be named before anything is late (STA-02). */
export function bothAway(posts: readonly Seen[], today: string): BothAway[] {
  const known = new Map(posts.map((post) => [post.id, post]))
  return posts.flatMap((post) => {
    const cover = post.cover === null ? undefined : known.get(post.cover)
    if (cover === undefined || !onDuty(post, today)) return []
    // Two who stand in for each other are one alert.
    if (cover.cover === post.id && cover.id < post.id) return []
    const [first] = post.absences
      .flatMap((own) =>
        cover.absences.map((other) => ({
          from: [own.from, other.from, today].toSorted().at(-1)!,
          to: own.to < other.to ? own.to : other.to,
        })),
      )
      .filter(({ from, to }) => from <= to)
      .toSorted((a, b) => (a.from < b.from ? -1 : 1))
    return first === undefined ? [] : [{ post: post.id, cover: cover.id, ...first }]
  })
}

/** Whom it concerns: the two themselves, the director of their place or body, the head of the body, and supervision. */
export function hearsOf(actor: Actor, { person, place, body, area }: Post): boolean {
  if (actor.kind !== 'staff' || actor.area !== area) return false
  if (actor.person === person || actor.roles.includes('supervisor')) return true
  if (actor.roles.includes('head') && actor.body === body) return true
  return actor.roles.includes('director') && (actor.place === place || actor.body === body)
}
