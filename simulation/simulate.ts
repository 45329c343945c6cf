import { addDays } from '#engine/day.ts'
import type { Seeded } from '#engine/testing/seeded.ts'
import { actOn } from './desk.ts'
import { checkGaps } from './checks/gaps.ts'
import { checkAll, checkOpen } from './checks/index.ts'
import { fileSomething } from './counter.ts'
import { actsOf, neverDone } from './coverage.ts'
import { BEYOND_A_MONTH } from './beyond-a-month.ts'
import { drain } from './drain.ts'
import { lastWords } from './failure.ts'
import { forget } from './forgetting.ts'
import type { Trouble } from './faulty-database.ts'
import { Journal, seen, type Known } from './journal.ts'
import { firstDays, officeEvents } from './office-events.ts'
import { settleCitizens } from './people.ts'
import { placesOf } from './places.ts'
import { followUp, rateSomething } from './rating-desk.ts'
import { actOnLicence } from './register-desk.ts'
import { reportOf, type Report } from './report.ts'
import type { Run } from './run.ts'
import { moment, openTown, ownRandom } from './town.ts'
import type { Wish } from './wish.ts'
import { settleCalendar, work, workTroubles } from './worker.ts'

const FROM = '2026-09-14'

const CITIZENS = { town: 60, county: 240 } as const

/** On every so many evenings all cases are looked at, on the others those that are open. */
const WHOLE_EVERY = { town: 6, county: 45 } as const

/** Villages whose station takes in for its town. */
const STATIONS = { town: 3, county: 60 } as const

/** A town lives so many days; the first thing that does not hold ends it with the seed and the step. */
export async function simulate(wish: Wish): Promise<Report> {
  const { seed, days, from = FROM } = wish
  const started = performance.now()
  const town = await openTown({ ...wish, stations: STATIONS[wish.scale ?? 'town'], at: moment(from, 0) })
  const run: Run = {
    ...{
      seed,
      town,
      random: ownRandom(seed, 0),
      firstDays: firstDays(ownRandom(seed, 3)),
      journal: new Journal(),
    },
    citizens: await settleCitizens(town, wish.citizens ?? CITIZENS[wish.scale ?? 'town']),
    items: await town.house.catalogue.itemsInForce(town.area, from),
    places: await placesOf(town, wish.scale ?? 'town'),
    ...{
      calendars: [await town.calendar()],
      officeOpen: false,
      endedGrants: [],
      delegated: [],
      suspended: [],
      vacated: [],
      workerRestsUntil: '',
      deputiesWanted: new Set(),
    },
    powersChangedAt: town.clock.now(),
    serial: serials(),
  }
  const troubles = workTroubles(seed, town.clock)
  try {
    let day = 0
    for (; day < days || (day < (wish.atMostDays ?? days) && (await lacks(run))); day++) {
      await live(run, wish, day, troubles)
      wish.onDay?.(`${addDays(from, day)}: ${run.journal.cases.length} cases`)
    }
    await drain(run, addDays(from, day), wish)
    return await reportOf(run, { days: day, seconds: (performance.now() - started) / 1000 })
  } catch (error) {
    throw lastWords(error, run, wish)
  } finally {
    await town.stop()
  }
}

/** Acts of the system at the end of long waits; the days after the last filing bring them. */
const WAITED_FOR = [' deem-accept', ' lapse', ' rectification-over', '-electronically']

/** Whether some other act has not been done by anybody. */
async function lacks(run: Run): Promise<boolean> {
  const acts = neverDone(await actsOf(run, await checkAll(run)))
  return acts.some((act) => !BEYOND_A_MONTH.has(act) && !WAITED_FOR.some((name) => act.endsWith(name)))
}

async function live(run: Run, wish: Wish, count: number, troubles: Trouble): Promise<void> {
  const day = addDays(wish.from ?? FROM, count)
  const { random, town, journal } = run
  run.officeOpen = (await town.calendar()).isWorkday(day)
  const { actsPerDay = 60 } = wish
  const steps = run.officeOpen ? actsPerDay : Math.ceil(actsPerDay / 10)
  const [opens, closes] = run.officeOpen ? [8 * 60 + 30, 17 * 60 + 30] : [1, 22 * 60]
  const minutes = momentsOf(random, steps, opens!, closes!)
  town.clock.set(moment(day, 0, 1))
  await town.readPosts()
  await officeEvents(run, count)
  for (const [index, minute] of minutes.entries()) {
    // A moment of its own for each act, by which it can be told from every other.
    town.clock.set(moment(day, minute, index * 100 + 1))
    if (random.chance(0.01)) slipBack(run)
    journal.step += 1
    if (wish.sabotage?.step === journal.step) await wish.sabotage.act(run)
    await step(run)
    if (random.chance(0.25)) await work(run, troubles)
  }
  town.clock.set(moment(day, 23 * 60))
  await evening(run, count % WHOLE_EVERY[wish.scale ?? 'town'] === 0, troubles)
}

/** How many of the cases in which something new has begun are gone on with, and how often. */
const PURSUED = { cases: 8, share: 0.45 } as const

/** Some case; now and then one in which something new has begun, so that it comes to its end. */
function pursued({ random }: Run, waiting: readonly Known[]): Known {
  const begun = waiting
    .filter(({ pioneer }) => pioneer !== undefined)
    .toSorted((a, b) => b.pioneer! - a.pioneer!)
    .slice(0, PURSUED.cases)
  return random.oneOf(begun.length > 0 && random.chance(PURSUED.share) ? begun : waiting)
}

/** The server's clock is put right by a few seconds, backwards; the next moment is later again. */
function slipBack({ town, journal, random }: Run): void {
  const seconds = random.whole(1, 90)
  town.clock.slip(new Date(Date.parse(town.clock.now()) - seconds * 1000 + 37).toISOString())
  journal.mishap('clock-back')
}

async function step(run: Run): Promise<void> {
  const { random, journal, town } = run
  if (random.chance(0.17)) return fileSomething(run)
  const beside = random.whole(1, 100)
  if (beside <= 4) return actOnLicence(run)
  if (beside <= 6) return rateSomething(run)
  if (beside <= 9) return followUp(run)
  const now = town.clock.now()
  const waiting = journal.cases.filter(({ open, forgottenUntil = '' }) => open && forgottenUntil <= now)
  if (waiting.length === 0) return fileSomething(run)
  const over = journal.cases.filter(({ state }) => state === 'lapsed' || state === 'revoked')
  const known = over.length > 0 && random.chance(0.03) ? random.oneOf(over) : pursued(run, waiting)
  await actOn(run, known)
  forget(run, known)
}

/** Uneven: every other act follows on the heels of the one before, when memory still holds what that one read. */
function momentsOf(random: Seeded, count: number, from: number, to: number): number[] {
  const minutes = Array.from({ length: count }, () => random.whole(from, to)).toSorted((a, b) => a - b)
  return minutes.map((minute, index) => (index % 2 === 1 ? minutes[index - 1]! : minute))
}

/** What fell due is done, and everything is looked at. */
async function evening(run: Run, whole: boolean, troubles: Trouble): Promise<void> {
  const { town, journal } = run
  await work(run, troubles)
  await settleCalendar(run)
  const all = whole ? await checkAll(run) : await checkOpen(run)
  if (town.clock.now() >= run.workerRestsUntil) await checkGaps(run, all)
  const states = [...all.values()].map(({ row }) => `${row.no}:${row.state}:${row.version}`)
  journal.write(town.clock.now(), 'evening', ...states)
  for (const known of journal.cases) {
    const truth = all.get(known.no)
    if (truth) seen(known, truth)
  }
}

function serials(): () => number {
  let last = 0
  return () => (last += 1)
}
