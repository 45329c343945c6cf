import type { Clock, Instant } from '#platform/clock.ts'

export interface MovableClock extends Clock {
  set(moment: Instant): void
  advance(by: { days?: number; hours?: number; minutes?: number }): void
}

export function movableClock(begin: Instant): MovableClock {
  let moment = begin
  return {
    now: () => moment,
    set(next) {
      moment = next
    },
    advance({ days = 0, hours = 0, minutes = 0 }) {
      moment = new Date(Date.parse(moment) + ((days * 24 + hours) * 60 + minutes) * 60_000).toISOString()
    },
  }
}

/** A moment as the clock on a Shanghai wall shows it: `2026-11-23T09:00`. */
export function at(wall: string): Instant {
  return new Date(`${wall}${wall.length === 10 ? 'T09:00' : ''}:00.000+08:00`).toISOString()
}
