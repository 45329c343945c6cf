import { addDays, type Instant, type LegalDay } from '#engine/day.ts'
import { actOn } from './desk.ts'
import { checkOpen } from './checks/index.ts'
import {
  appointDeputies,
  desksFilled,
  giveBackGrants,
  planReturns,
  powersTakenBack,
  sealsBack,
} from './office-events.ts'
import { goOnAtDawn, goOnWithErrands, isOver, wake } from './errands/index.ts'
import { Broken, type Known } from './journal.ts'
import { leftOver } from './left-over.ts'
import { wantOthers } from './parted.ts'
import type { Run } from './run.ts'
import { followUp } from './rating-desk.ts'
import { goOnWith } from './register-desk.ts'
import { moment } from './town.ts'
import type { Wish } from './wish.ts'
import { settleCalendar, work } from './worker.ts'

/** Longest ways in the law of the town: a promise is checked, put right, and its decision revoked. */
const DAYS_MAX = 240

/** So many of the cases that did not come to their end are told of. */
const TOLD_MAX = 8

/** On so many mornings all that is open is looked at; the case somebody acted on always is. */
const CHECK_EVERY = 4

/** Nobody files any more and nobody plays tricks; the office works off what is open, and every case has to come to its end. */
export async function drain(run: Run, from: LegalDay, wish: Wish): Promise<void> {
  const { town, journal } = run
  run.workerRestsUntil = ''
  run.officeOpen = true
  const days = Array.from({ length: DAYS_MAX }, (_, day) => addDays(from, day))
  const calendar = await town.calendar()
  for (const [index, today] of days.filter((day) => calendar.isWorkday(day)).entries()) {
    const left = journal.cases.filter(({ open }) => open)
    if (left.length === 0 && isOver(run)) return
    const few = left.length > 3 ? [] : left.map(({ no, state }) => ` ${no} ${state}`)
    wish.onDay?.(`${today}: ${left.length} cases left${few.join(',')}`)
    town.clock.set(moment(today, 60))
    await giveBackGrants(run, true)
    await powersTakenBack(run, true)
    await sealsBack(run, true)
    await planReturns(run, true)
    await desksFilled(run)
    await town.readPosts()
    await wantOthers(run, left)
    await appointDeputies(run)
    await work(run)
    await settleCalendar(run)
    wake(run)
    await workOff(run, today, left)
    await seeThrough(run)
    await goOnBeside(run)
    if (index % CHECK_EVERY === 0) await checkOpen(run, 1)
  }
  const left = journal.cases.filter(({ open }) => open)
  const stuck: string[] = []
  for (const known of left.slice(0, TOLD_MAX)) stuck.push(await leftOver(run, known))
  throw new Broken([`after ${DAYS_MAX} more days ${left.length} cases have not come to an end`, ...stuck])
}

/** How many steps of a day go to what runs beside the cases. */
const BESIDE = 3

/** How many steps of a day go to matters that somebody sees through. */
const SEEN_THROUGH = 12

const MINUTE_MS = 60_000
/** From nine in the morning to seven in the evening, however many cases are left. */
const OFFICE_MINUTES = 600

async function seeThrough(run: Run): Promise<void> {
  for (let step = 0; step < SEEN_THROUGH; step++) {
    run.journal.step += 1
    run.town.clock.set(new Date(Date.parse(run.town.clock.now()) + MINUTE_MS).toISOString())
    if (!(await goOnAtDawn(run)) && !(await goOnWithErrands(run, false))) return
    await work(run)
  }
}

/** Licences that are about to be taken away and poor ratings go on to their end as well. */
async function goOnBeside(run: Run): Promise<void> {
  for (let step = 0; step < BESIDE; step++) {
    run.journal.step += 1
    if (run.random.chance(0.6)) await goOnWith(run)
    else await followUp(run)
    await work(run)
  }
}

async function workOff(run: Run, today: LegalDay, left: readonly Known[]): Promise<void> {
  const { town, journal, random } = run
  for (const [index, known] of left.entries()) {
    if (known.reserved) continue
    if (random.chance(0.25) || (known.forgottenUntil ?? '') > town.clock.now()) continue
    notBefore(town, moment(today, 9 * 60 + Math.floor((index * OFFICE_MINUTES) / left.length), 1 + index))
    journal.step += 1
    await actOn(run, known, true)
    if (random.chance(0.3)) await work(run)
  }
  notBefore(town, moment(today, 20 * 60))
  await work(run)
}

/** A worker that paused may have led the clock further already. */
function notBefore({ clock }: Run['town'], at: Instant): void {
  if (at > clock.now()) clock.set(at)
}
