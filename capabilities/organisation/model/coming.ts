import { addDays, type LegalDay } from '#engine/day.ts'
import { refuse, type OrganisationRefusal } from '../contract/refusal.ts'

/** A change that waits for its day, as far as another one may meet it. */
export interface ComingChange {
  id: string
  from: LegalDay
  /** `place:…`, `body:…`, `region:…`. */
  touches: readonly string[]
  fields: readonly string[]
  /** Something ends or begins by it: merged, split, abolished, founded. */
  structural: boolean
}

/** A typing error in the year would otherwise wait for a century. */
const DAYS_AHEAD_MAX = 731

/** From which day on a change may be entered: not before what stands now began, and not years ahead. */
export function dayProblem(
  from: LegalDay,
  { today, since }: { today: LegalDay; since?: LegalDay },
): OrganisationRefusal | undefined {
  const last = addDays(today, DAYS_AHEAD_MAX)
  if (from > last) return refuse('day-too-far', { from, last })
  return since !== undefined && from < since ? refuse('day-before-version', { from, since }) : undefined
}

/**
 * Of what is still to come, the change that this one cannot stand beside. Something that ends takes everything else about it along,
 * whichever is first; of one field two changes must not wait at once, because the second would rest on a word nobody has seen in force.
 * A field that changes today and another word for later follow each other and are fine.
 */
export function meets<C extends ComingChange>(
  change: Omit<ComingChange, 'id'>,
  coming: readonly C[],
  today: LegalDay,
): C | undefined {
  return coming.find((other) => {
    if (!other.touches.some((one) => change.touches.includes(one))) return false
    if (other.structural || change.structural) return true
    return change.from > today && other.fields.some((field) => change.fields.includes(field))
  })
}
