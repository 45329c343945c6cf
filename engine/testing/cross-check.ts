import { compileCalendar } from '../calendar/calendar.ts'
import { due, elapsed } from '../clock/clock.ts'
import { randomCalendar, randomClock, type ScheduleKind } from './random-clock.ts'
import { seeded } from './seeded.ts'
import { plainCalendar, slowDue, slowUsed } from './slow-due.ts'

const PER_CALENDAR = 500

/**
 * Holds the engine against the oracle on so many random schedules of a kind: the due day or moment, whether the clock
 * stands still, and how much of it is used at some later moment. What differs comes back as lines that name the seed.
 */
export function crossCheck(schedules: number, firstSeed: number, kind: ScheduleKind): string[] {
  const differences: string[] = []
  for (let done = 0, seed = firstSeed; done < schedules; seed++) {
    const random = seeded(seed)
    const source = randomCalendar(random)
    const compiled = compileCalendar(source)
    const plain = plainCalendar(source, '2025-12-01', '2029-06-30')
    for (let schedule = 0; schedule < PER_CALENDAR && done < schedules; schedule++, done++) {
      const clock = randomClock(random, kind)
      const where = `${kind}, seed ${seed}, schedule ${schedule}`
      const slow = slowDue(clock, plain)
      const fast = due(clock, compiled)
      const state = slow === undefined ? 'stopped' : 'running'
      if ((fast.day ?? fast.at) !== slow || fast.state !== state) {
        differences.push(`${where}: ${slow}, not ${fast.day ?? fast.at} ${JSON.stringify(clock)}`)
      }
      const now = new Date(
        Date.parse(clock.start.at) + random.whole(0, 60) * 86_400_000 * hoursOf(kind),
      ).toISOString()
      const used = slowUsed(clock, plain, now)
      const fastUsed = elapsed(clock, compiled, now).used
      if (Math.abs(used - fastUsed) > 1e-9) {
        differences.push(`${where}: used ${used} by ${now}, not ${fastUsed} ${JSON.stringify(clock)}`)
      }
    }
  }
  return differences
}

/** Hour clocks are asked within ten days of their start, day clocks within sixty. */
const hoursOf = (kind: ScheduleKind): number =>
  kind === 'working-day' || kind === 'calendar-day' ? 1 : 1 / 24
