import type { LegalDay } from '#engine/day.ts'
import type { Sealed, StepMark } from '../../model/step-mark.ts'

/** Who is urged: posts by name, or everybody who holds a role in a body or at a place. */
export interface Addressee {
  posts?: readonly string[]
  roles?: readonly string[]
  body?: string
  place?: string
}

/** Whoever takes the step the case is in; anything else is what one of the debtors of `owed.ts` owes beside it. */
export const STEP = 'step'

/** One urging (催办): whom, to what, on which limit, and what they said or did. */
export interface Urge {
  id: string
  /** `step`, or the name under which it is owed. */
  to: string
  who: Addressee
  /** What is owed beside the step, in Chinese. */
  what?: string
  /** The limit that is near or past, and its last day then. */
  limit: string
  day: LegalDay
  late: boolean
  on: LegalDay
  text: Sealed
  by: StepMark
  answer?: { text: Sealed; by: StepMark }
  /** The step was taken: by whoever was urged, or the case went on without them. */
  ended?: { met: boolean; on: LegalDay }
}

/** Something owed beside the step, as far as an urge has to know it. */
interface Debt {
  debtor: string
  clock: string
}

/** Urges nobody has answered; what is owed beside the step is answered by doing it, too. */
export function openUrges(
  { urges = [], ended: over }: { urges?: readonly Urge[]; ended?: object },
  debts: readonly Debt[],
): Urge[] {
  if (over !== undefined) return []
  return urges.filter(
    ({ to, limit, answer, ended }) =>
      answer === undefined &&
      ended === undefined &&
      (to === STEP || debts.some((debt) => debt.debtor === to && debt.clock === limit)),
  )
}

/**
 * How often somebody urged what is not done yet, and whether nothing but words came of it so far: an answered urge is told as long as the
 * limit it was about still runs. Once the work is done nobody needs to know in a list.
 */
export function urgesStanding(
  { urges = [] }: { urges?: readonly Urge[] },
  open: readonly Urge[],
  clocks: readonly { name: string; ended?: unknown }[],
): { times: number; answered: boolean } | undefined {
  const runs = (limit: string) => clocks.some(({ name, ended }) => name === limit && ended === undefined)
  const worded = urges.filter(({ answer, ended, limit }) => answer !== undefined && !ended && runs(limit))
  const times = open.length + worded.length
  return times === 0 ? undefined : { times, answered: open.length === 0 }
}

/** In the column of those who owe something the urged stand under names nobody else has. */
export const URGED = 'urged:'

export const isUrgedName = (debtor: string): boolean => debtor.startsWith(URGED)

const ofRole = (role: string, at: string): string => `${URGED}${role}@${at}`
const ofPost = (post: string): string => `${URGED}${post}`

/** The names under which whoever is urged finds the case. */
export function urgedNames({ posts = [], roles = [], body, place }: Addressee): string[] {
  if (posts.length > 0) return posts.map(ofPost)
  return roles.map((role) => ofRole(role, place ?? body ?? ''))
}

interface Officer {
  posts: readonly string[]
  roles: readonly string[]
  place: string
  body: string
}

/** The names an officer may be urged under: a window by its place, a head of the government by no place, the rest by their body. */
export function urgedQueues({ posts, roles, place, body }: Officer): string[] {
  const at = (role: string): string =>
    role === 'window-clerk' ? place : role === 'government-head' ? '' : body
  return [
    ...posts.map(ofPost),
    ...roles.filter((role) => URGED_ROLES.has(role)).map((role) => ofRole(role, at(role))),
  ]
}

/** Roles that a case, or something owed on it, may wait for. */
const URGED_ROLES = new Set(['window-clerk', 'reviewer', 'approver', 'issuer', 'head', 'government-head'])
