import type { RevisitResult } from '../contract/rectification.ts'
import type { RectificationDossier } from './dossier.ts'

/** Days on which a rater who does not answer is tried before it is left at that [K]. */
export const TRIES = 3

/** Where a call back leads: done, back to mending once, or tried again on another day. */
export function roundOver(
  { unsatisfied, notReachedOn }: Pick<RectificationDossier, 'unsatisfied' | 'notReachedOn'>,
  result: RevisitResult,
): 'closed' | 'rectifying' | 'revisit' {
  switch (result) {
    case 'satisfied':
      return 'closed'
    case 'unsatisfied':
      return unsatisfied === 0 ? 'rectifying' : 'closed'
    case 'not-reached':
      return notReachedOn.length + 1 < TRIES ? 'revisit' : 'closed'
  }
}
