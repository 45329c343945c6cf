import type { Actor } from '#engine/actor.ts'
import type { ReliedOn } from '#engine/procedure/procedure.ts'
import type { CaseDossier } from '../../model/dossier.ts'
import type { PostHere } from '../../model/world.ts'
import { openSigners } from './dossier.ts'

type Held = Pick<CaseDossier, 'holder' | 'signers'>

/** Posts whose standing an act may depend on: who holds the case, who signs it, whom the act names. */
export function postsOf({ holder, signers }: Held, input: Readonly<Record<string, unknown>> = {}): string[] {
  const { to, signer, signers: asked, presider } = input
  const named = [to, signer, presider, ...(Array.isArray(asked) ? asked : [])].filter(
    (post) => typeof post === 'string',
  )
  const held = holder ? [holder.post] : []
  return [...new Set([...held, ...(signers ?? []).map(({ post }) => post), ...named])]
}

/**
 * A colleague’s act on a claimed case stands on the holder being away, or gone; if that changes meanwhile the commit finds out.
 * The system’s limits do not wait for anybody’s desk.
 */
export function reliedPosts(held: Held, actor: Actor, posts: readonly PostHere[]): ReliedOn[] {
  if (actor.kind !== 'staff') return []
  const watched = new Set([...(held.holder ? [held.holder.post] : []), ...openSigners(held)])
  return posts
    .filter(({ post }) => watched.has(post) && post !== actor.post)
    .map(({ stream, version }) => ({ stream, version }))
}
