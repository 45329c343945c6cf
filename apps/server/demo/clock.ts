import type { Clock, Instant } from '#platform/clock.ts'

/** A clock that can be made to stand at a moment of the past while the demo's history is lived through. */
export interface DemoClock extends Clock {
  pretend(at: Instant): void
  /** Back to the real time. */
  release(): void
}

export function demoClock(real: Clock): DemoClock {
  let pretended: Instant | undefined
  return {
    now: () => pretended ?? real.now(),
    pretend: (at) => (pretended = at),
    release: () => (pretended = undefined),
  }
}
