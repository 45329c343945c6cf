import type { Seeded } from '#engine/testing/seeded.ts'
import { deskEmptied, desksFilled, leaveTaken } from './events/absences.ts'
import { powerGiven, powersTakenBack } from './events/delegation.ts'
import { planChanges, planReturns } from './events/plan.ts'
import { sealRetired, sealsBack, sealSuspended } from './events/seals.ts'
import { calendarComes } from './events/calendar.ts'
import { endSomeGrant, giveBackGrants } from './events/grants.ts'
import { itemChanged } from './events/item-changes.ts'
import { itemPublished } from './events/items.ts'
import { appointBetween, appointDeputies, postEnds } from './events/posts.ts'
import type { Run } from './run.ts'
import { uploadsAllDay } from './events/uploads.ts'
import { loseProcess } from './worker.ts'

export { appointDeputies, desksFilled, giveBackGrants, planReturns, powersTakenBack, sealsBack }

/** What happens to an office besides its cases, and how many days lie between two of a kind. */
const EVENTS: readonly (readonly [everyDays: number, happen: (run: Run) => Promise<void>])[] = [
  [4, loseProcess],
  [6, workerRests],
  [7, carrierCloses],
  [3, endSomeGrant],
  [5, postEnds],
  [4, appointBetween],
  [12, calendarComes],
  [6, itemPublished],
  [3, itemChanged],
  [2, powerGiven],
  [4, sealSuspended],
  [3, leaveTaken],
  [6, deskEmptied],
  [8, gatewayCloses],
  [7, planChanges],
  [10, sealRetired],
  [28, uploadsAllDay],
]

/** When each kind comes for the first time; the seed shuffles them over the days. */
export const firstDays = (random: Seeded): readonly number[] =>
  EVENTS.map(([everyDays]) => random.whole(1, everyDays))

export async function officeEvents(run: Run, day: number): Promise<void> {
  await giveBackGrants(run)
  await powersTakenBack(run)
  await sealsBack(run)
  await planReturns(run)
  await desksFilled(run)
  await appointDeputies(run)
  for (const [index, [everyDays, happen]] of EVENTS.entries()) {
    if ((day - run.firstDays[index]!) % everyDays === 0 && day >= run.firstDays[index]!) await happen(run)
  }
}

async function workerRests(run: Run): Promise<void> {
  run.workerRestsUntil = later(run, run.random.whole(3, 70))
  run.journal.mishap('worker-rested')
}

async function carrierCloses(run: Run): Promise<void> {
  run.town.post.closeUntil(later(run, run.random.whole(9, 20)))
  run.journal.mishap('carrier-closed')
}

async function gatewayCloses(run: Run): Promise<void> {
  run.town.gateway.closeUntil(later(run, run.random.whole(3, 12)))
  run.journal.mishap('gateway-closed')
}

const later = ({ town }: Run, hours: number): string =>
  new Date(Date.parse(town.clock.now()) + hours * 3_600_000).toISOString()
