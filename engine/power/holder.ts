import type { LegalDay } from '../day.ts'
import { isInForce, type Grant } from './grant.ts'

export interface HolderQuestion {
  item: string
  /** The body the law names for this matter. */
  own: string
  /** The government of the town the matter falls to, where there is one. */
  town?: string
  /** Law forbids others to decide it (行政许可法第二十四条: 依照法律、法规、规章的规定). */
  ownOnly: boolean
  day: LegalDay
}

export interface Holder {
  body: string
  /** Under entrustment the decision is the entrusting organ's (行政许可法第二十四条第三款). */
  inNameOf?: string
  /** The grant that moved the decision from the body the law names. */
  grant?: Grant
}

/**
 * Who decides a matter on this day: the town it falls to, where the power has been delegated or entrusted to it and is in
 * force, and otherwise the body the law names.
 */
export function whoDecides(
  { item, own, town, ownOnly, day }: HolderQuestion,
  grants: readonly Grant[],
): Holder {
  if (town === undefined || town === own || ownOnly) return { body: own }
  const grant = grants.find(
    (candidate) =>
      candidate.item === item &&
      candidate.body === town &&
      candidate.kind !== 'own' &&
      candidate.powers.includes('decide') &&
      isInForce(candidate, day),
  )
  if (grant === undefined) return { body: own }
  return { body: town, grant, ...inNameOf(grant, own) }
}

/** The organ in whose name a decision under this grant is made, where it is not the deciding body's own. */
export function inNameOf({ kind, by }: Pick<Grant, 'kind' | 'by'>, own: string): { inNameOf?: string } {
  return kind === 'entrusted' ? { inNameOf: by ?? own } : {}
}
