import type { Known } from '../journal.ts'
import type { Run } from '../run.ts'
import type { Wanted } from './filing.ts'
import type { Going } from './going.ts'

/** A matter somebody sees through from its filing to a certain end, so that what chance rarely does happens for certain. */
export interface Errand {
  /** Acts (`approval supply-gap`) and codes for whose sake it is begun; once all of them have been met nobody does. */
  for: readonly string[]
  wanted: Wanted
  steps: readonly Step[]
}

export type { Going }

/** A step is done, something was done towards it, nothing can be done now, or it cannot be done any more. */
export type Came = 'done' | 'moved' | 'nothing' | 'never'

export interface Step {
  go(run: Run, going: Going): Promise<Came>
  /** It has to be taken right after the one before, before the office does anything else. */
  atOnce?: true
  /** It waits for days that have to pass: of an announcement, of a term. */
  patient?: true
}

/** From now on the errand is about this case; the one before is everybody's again. */
export function takeOn(going: Going, known: Known): void {
  if (going.known !== undefined) delete going.known.reserved
  known.reserved = true
  going.known = known
  going.cases.push(known.no)
}
