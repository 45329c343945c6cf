import { addDays } from '#engine/day.ts'
import type { Seeded } from '#engine/testing/seeded.ts'
import { actOn } from './desk.ts'
import { checkGaps } from './checks/gaps.ts'
import { checkAll, checkOpen } from './checks/index.ts'
import { fileSomething } from './counter.ts'
import { goOnAtDawn, goOnWithErrands, wake } from './errands/index.ts'
import { noteSystem } from './coverage.ts'
import { drain } from './drain.ts'
import { lastWords } from './failure.ts'
import { forget } from './forgetting.ts'
import type { Trouble } from './faulty-database.ts'
import { Journal, seen, type Known } from './journal.ts'
import { firstDays, officeEvents } from './office-events.ts'
import { jobComesTwice } from './doubled-job.ts'
import type { CaseDossier } from '#capabilities/case/model.ts'
import { objectOnline } from './objecting.ts'
import { settleCitizens } from './people.ts'
import { isNext } from './plots.ts'
import { placesOf } from './places.ts'
import { followUp, rateSomething } from './rating-desk.ts'
import { actOnLicence } from './register-desk.ts'
import { reportOf, unmet, type Report } from './report.ts'
import type { Run } from './run.ts'
import { moment, openTown, ownRandom } from './town.ts'
import { hearHere, hearUnheard } from './unheard/index.ts'
import type { Wish } from './wish.ts'
import { settleCalendar, work, workTroubles } from './worker.ts'

const FROM = '2026-09-14'

const CITIZENS = { town: 60, county: 400 } as const

/** Acts on an office day. */
const ACTS = { town: 60, county: 130 } as const

/** On every so many evenings all cases are looked at, on the others those that are open. */
const WHOLE_EVERY = { town: 6, county: 28 } as const

/** In how many evenings the open cases in which nothing happened have all been looked at once more. */
const SHARES = { town: 1, county: 10 } as const

/** On every so many evenings supervision's walk is compared; on those on which a desk is empty always. */
const GAPS_EVERY = { town: 1, county: 5 } as const

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
      plan: undefined,
      registered: new Map(),
      evenings: 0,
      vacated: [],
      workerRestsUntil: '',
      deputiesWanted: new Set(),
      errands: { going: [], begun: new Map(), turn: 0, unfit: new Set() },
    },
    powersChangedAt: town.clock.now(),
    notedUntil: moment(from, 0),
    serial: serials(),
  }
  const troubles = workTroubles(seed, town.clock)
  try {
    let day = 0
    for (; day < days || goesOn(run, wish, day); day++) {
      // Who tried in vain in the days that were planned tries again.
      if (day >= days && (day - days) % 7 === 0) run.errands.begun.clear()
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

function goesOn({ journal }: Run, { goesOn: further }: Wish, day: number): boolean {
  return further !== undefined && day < further.atMost && unmet(journal, further.excused).length > 0
}

/** On so many days, but not on the first ones, nothing runs at all: the clock leaps from one evening to the one after next. */
const LEAPS = 0.03
const LEAPS_FROM = 4

async function live(run: Run, wish: Wish, count: number, troubles: Trouble): Promise<void> {
  const day = addDays(wish.from ?? FROM, count)
  const { random, town, journal } = run
  if (count >= LEAPS_FROM && random.chance(LEAPS)) {
    journal.mishap('clock-ahead')
    return journal.write(town.clock.now(), 'the server was off all day')
  }
  run.officeOpen = (await town.calendar()).isWorkday(day)
  const { actsPerDay = ACTS[wish.scale ?? 'town'] } = wish
  const steps = run.officeOpen ? actsPerDay : Math.ceil(actsPerDay / 10)
  const [opens, closes] = run.officeOpen ? [8 * 60 + 30, 17 * 60 + 30] : [1, 22 * 60]
  const minutes = momentsOf(random, steps, opens!, closes!)
  town.clock.set(moment(day, 0, 1))
  await town.readPosts()
  await officeEvents(run, count)
  wake(run)
  for (const [index, minute] of minutes.entries()) {
    // A moment of its own for each act, by which it can be told from every other.
    town.clock.set(moment(day, minute, index * 100 + 1))
    if (random.chance(0.01)) slipBack(run)
    journal.step += 1
    if (wish.sabotage?.step === journal.step) await wish.sabotage.act(run)
    const early = run.officeOpen && index < EARLY
    await step(run, early)
    if (!early && random.chance(0.25)) await work(run, troubles)
  }
  town.clock.set(moment(day, 23 * 60))
  await evening(run, wish, count % WHOLE_EVERY[wish.scale ?? 'town'] === 0, troubles)
}

/** How many of the cases in which something new has begun are gone on with, and how often. */
const PURSUED = { cases: 8, share: 0.25, meant: 0.75 } as const

/** Some case; often one in which something new has begun or is meant, so that it comes to its end. */
function pursued(run: Run, waiting: readonly Known[]): Known {
  const { random } = run
  const meant = waiting.filter((known) => isNext(run, known))
  if (meant.length > 0 && random.chance(PURSUED.meant)) return random.oneOf(meant)
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

/** In how many of the steps somebody also goes on with what they see through, as long as there is any. */
const SEEN_THROUGH = 0.4

/** So many steps of a morning come before what fell due overnight is done; then somebody may be late by hours. */
const EARLY = 4

async function step(run: Run, early: boolean): Promise<void> {
  const { random, journal, town } = run
  if (early && (await goOnAtDawn(run))) return
  if (random.chance(SEEN_THROUGH)) await goOnWithErrands(run)
  if (random.chance(0.18)) return fileSomething(run)
  const beside = random.whole(1, 100)
  if (beside <= 7) return actOnLicence(run)
  if (beside <= 10) return rateSomething(run)
  if (beside <= 15) return followUp(run)
  if (random.chance(early ? 0.9 : 0.15) && (await hearUnheard(run))) return
  if (random.chance(0.02) && (await jobComesTwice(run))) return
  if (random.chance(0.04) && (await objectOnline(run))) return
  const now = town.clock.now()
  const waiting = journal.cases.filter(
    ({ open, reserved, forgottenUntil = '' }) => open && !reserved && forgottenUntil <= now,
  )
  if (waiting.length === 0) return fileSomething(run)
  const over = journal.cases.filter(
    ({ open, reserved, dossier }) => !open && !reserved && dossier !== undefined && isHeldAgainst(dossier),
  )
  const unrestored = over.filter(({ procedure }) => !journal.met.has(`${procedure} restore-credit`))
  const known =
    over.length > 0 && random.chance(unrestored.length > 0 ? 0.06 : 0.01)
      ? random.oneOf(unrestored.length > 0 ? unrestored : over)
      : pursued(run, waiting)
  if (random.chance(0.6) && (await hearHere(run, known))) return
  await actOn(run, known)
  if (random.chance(0.3)) await hearHere(run, known)
  forget(run, known)
}

/** A promise that was broken and not made good since (信用修复). */
const isHeldAgainst = ({ state, gaps, creditRestored }: CaseDossier): boolean =>
  creditRestored === undefined && (state === 'revoked' || gaps?.broken === true)

/** Uneven: every other act follows on the heels of the one before, when memory still holds what that one read. */
function momentsOf(random: Seeded, count: number, from: number, to: number): number[] {
  const minutes = Array.from({ length: count }, () => random.whole(from, to)).toSorted((a, b) => a - b)
  return minutes.map((minute, index) => (index % 2 === 1 ? minutes[index - 1]! : minute))
}

/** Longer than the pause after a first failure, and than a paper may take. */
const AGAIN_MS = 12 * 60_000

/** What fell due is done, and everything is looked at. */
async function evening(run: Run, wish: Wish, whole: boolean, troubles: Trouble): Promise<void> {
  const { town, journal } = run
  await work(run, troubles)
  await settleCalendar(run)
  // What died on the way comes again within minutes; a paper that is late after that is a fault of the house.
  town.clock.set(new Date(Date.parse(town.clock.now()) + AGAIN_MS).toISOString())
  await work(run)
  const all = whole ? await checkAll(run) : await checkOpen(run, SHARES[wish.scale ?? 'town'])
  for (const known of journal.cases) {
    const truth = all.get(known.no)
    if (truth) seen(known, truth)
  }
  await noteSystem(run, all.values())
  const walked = run.vacated.length > 0 || run.evenings % GAPS_EVERY[wish.scale ?? 'town'] === 0
  if (walked && town.clock.now() >= run.workerRestsUntil) await checkGaps(run)
  const states = journal.cases.flatMap(({ open, no, state, dossier }) =>
    open ? [`${no}:${state}:${dossier?.version ?? 0}`] : [],
  )
  journal.write(town.clock.now(), 'evening', ...states)
}

function serials(): () => number {
  let last = 0
  return () => (last += 1)
}
