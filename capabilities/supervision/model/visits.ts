import { legalDay, type LegalDay } from '#engine/day.ts'
import type { Fact } from '#engine/fact.ts'

type Came = (fact: Fact) => boolean

const atCounter = ({ actor }: Fact): boolean => actor.kind === 'staff'

/**
 * Facts that could only be recorded because the applicant, or whoever the applicant had to send, stood at a window. Everything
 * else happened without them: a review, a survey at their own place, a hearing they asked for themselves, a parcel.
 */
const AT_WINDOW: Readonly<Record<string, Came>> = {
  // A village's agent who takes in for the town (代受理) spares the applicant the way; only such a fact names a station.
  received: (fact) =>
    fact.body['channel'] === 'window' && atCounter(fact) && fact.body['sentFrom'] === undefined,
  supplied: atCounter,
  'paper-added': (fact) => atCounter(fact) && fact.body['byPost'] !== true,
  'gap-supplied': atCounter,
  delivered: ({ body }) => body['mode'] === 'window',
}

/**
 * How often the applicant had to come (到现场次数): by days, because whoever files in the morning and takes the paper along in
 * the afternoon came once.
 */
export function visitDays(facts: readonly Fact[]): LegalDay[] {
  return [...new Set(facts.filter((fact) => AT_WINDOW[fact.kind]?.(fact)).map(({ at }) => legalDay(at)))]
}
