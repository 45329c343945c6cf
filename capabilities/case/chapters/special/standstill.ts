import { openStops, type Clocks } from '#engine/clock/clock.ts'
import type { ClockEntry, ClockKind } from '#engine/clock/entry.ts'
import type { Instant, LegalDay } from '#engine/day.ts'

/** What stands still: the limits to decide, of law and of promise, and the step inside them. */
const STANDING: readonly ClockKind[] = ['statutory', 'promised', 'step']

/**
 * Article 45 leaves time out of the limits of its own section. The day a licence runs out, by which a renewal has to be decided
 * (第五十条, another section), comes whatever is still being examined.
 */
const EXPIRY = 'renewal'

interface Ground {
  ground: string
  basis: string
  /** The served notice; without one nothing stops. */
  notice: string
}

interface Moment {
  day: LegalDay
  at: Instant
  calendar: string
}

/** The limits to decide stop with the day on which the notice is served (第四十五条). */
export function standStill(clocks: Clocks, ground: Ground, moment: Moment): ClockEntry[] {
  return Object.values(clocks)
    .filter(({ name, ended, kind }) => ended === undefined && STANDING.includes(kind) && name !== EXPIRY)
    .map(({ name }) => ({ entry: 'stop' as const, clock: name, ...ground, ...moment }))
}

/** What the notice stopped runs again from the day after; stops on other grounds stay. */
export function runAgain(clocks: Clocks, notice: string, moment: Moment): ClockEntry[] {
  return Object.values(clocks)
    .filter((clock) => clock.ended === undefined && openStops(clock).some((stop) => stop.notice === notice))
    .map(({ name }) => ({ entry: 'resume' as const, clock: name, notice, ...moment }))
}
