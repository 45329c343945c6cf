import type { Actor } from '#engine/actor.ts'
import type { Fact } from '#engine/fact.ts'
import { legalDay } from '#engine/day.ts'
import type { StepMark } from './step-mark.ts'

/** Who took a step, where and when; a citizen is not named here, the case already knows them. */
export function markOf(fact: Pick<Fact, 'actor' | 'at'>): StepMark {
  return { ...postOf(fact.actor), at: fact.at, day: legalDay(fact.at) }
}

/** The same with the role it was taken in: one post may hold two, and the record keeps them apart (CAS-05). */
export function roleMark(fact: Pick<Fact, 'actor' | 'at'>, role: string): StepMark {
  return fact.actor.kind === 'staff' ? { ...markOf(fact), role } : markOf(fact)
}

function postOf(actor: Actor): Omit<StepMark, 'at' | 'day'> {
  return actor.kind === 'staff' ? { post: actor.post, person: actor.person, place: actor.place } : {}
}
