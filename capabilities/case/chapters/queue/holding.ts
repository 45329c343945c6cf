import type { Actor, StaffActor } from '#engine/actor.ts'
import { refusal, type Refusal } from '#engine/refusal.ts'
import type { CaseDossier } from '../../model/dossier.ts'
import type { CaseWorld, PostHere } from '../../model/world.ts'
import type { Asking, Step } from '../chapter.ts'

type Here = Pick<CaseWorld, 'posts'>

/** The post that holds a case, as long as it is a post: what somebody held who has left is nobody's. */
export function holderOf({ holder }: Pick<CaseDossier, 'holder'>, { posts }: Here): PostHere | undefined {
  const found = holder && posts.find(({ post }) => post === holder.post)
  return found?.onDuty ? found : undefined
}

/** Whether somebody works for a post: it is their own, or they stand in while it is away (B角). */
export function standsFor(actor: Actor, held: PostHere): 'self' | 'cover' | undefined {
  if (actor.kind !== 'staff') return undefined
  if (actor.post === held.post) return 'self'
  return held.away !== undefined && held.cover === actor.post ? 'cover' : undefined
}

/** The role a state of the office waits for; an applicant's or the system's turn is nobody's to claim. */
export function waitedRole({ waitsFor }: Step): string | undefined {
  const [first] = waitsFor
  return first === 'applicant' || first === 'system' ? undefined : first
}

/** A counter's work lies at the place that took the case in; everything else with the body that decides. */
export function nearEnough(
  role: string,
  at: Pick<StaffActor, 'place' | 'body'>,
  dossier: Pick<CaseDossier, 'acceptPlace' | 'decidingBody'>,
): boolean {
  return role === 'window-clerk' ? at.place === dossier.acceptPlace : at.body === dossier.decidingBody
}

/** What a refusal tells of a post: who that is, as colleagues know them. */
export function named({ post, personName, title }: PostHere): Record<string, unknown> {
  return { holder: post, name: `${personName}（${title}）` }
}

/**
 * Who claimed a case, or was given it, takes its step; a colleague of the same role asks for it instead. Nobody else's acts are
 * touched: a window that takes in a paper, an applicant who withdraws, and the system's limits go on.
 */
export function claimedByOther({ dossier, actor, world }: Asking, step: Step): Refusal | undefined {
  const role = waitedRole(step)
  const held = holderOf(dossier, world)
  if (held === undefined || role === undefined || actor.kind !== 'staff') return undefined
  if (!step.by.includes(role) || !actor.roles.includes(role) || standsFor(actor, held)) return undefined
  return refusal('claimed-by-other', { facts: named(held) })
}

/** Whether a colleague may be given a case. */
export function mayBeGiven(
  to: string,
  { dossier, world }: Pick<Asking, 'dossier' | 'world'>,
  step: Step,
): PostHere | Refusal {
  const role = waitedRole(step)
  const colleague = world.posts.find(({ post }) => post === to)
  if (colleague === undefined || role === undefined || !colleague.onDuty)
    return refusal('colleague-unknown', { facts: { to } })
  if (!colleague.roles.includes(role) || !nearEnough(role, colleague, dossier))
    return refusal('colleague-unfit', { facts: { ...named(colleague), role } })
  if (colleague.away !== undefined) return refusal('colleague-away', { facts: named(colleague) })
  return holderOf(dossier, world)?.post === to
    ? refusal('already-held', { facts: named(colleague) })
    : colleague
}
