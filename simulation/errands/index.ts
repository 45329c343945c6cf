import { legalDay } from '#engine/day.ts'
import { isRefusal } from '#engine/refusal.ts'
import { takeToCounter } from '../counter.ts'
import type { Run } from '../run.ts'
import { APPROVALS, AT_ONCE } from './cases.ts'
import { HEARINGS } from './hearings.ts'
import { COLLEAGUES } from './colleagues.ts'
import { DAYS_GO_BY } from './days.ts'
import { takeOn, type Came, type Errand, type Going } from './errand.ts'
import { applicationFor } from './filing.ts'
import { LICENCES } from './licences.ts'
import { PAPERS } from './papers.ts'
import { POWERS } from './powers.ts'
import { NOTICES, PROMISES } from './promises.ts'

/** Those that take longest first: thirty days of an announcement, the term of a licence. */
export const ERRANDS: readonly Errand[] = [
  ...[...PROMISES, ...LICENCES, ...DAYS_GO_BY, ...HEARINGS, ...NOTICES, ...PAPERS, ...POWERS],
  ...[...COLLEAGUES, ...APPROVALS, ...AT_ONCE],
]

/** So many go on at a time. */
const TOGETHER = 60
/** So often one is begun before it is left at that. */
const BEGUN = 4
/** After so many days it may be begun as often again. */
const ANEW = 60
/** An application that is not taken in counts for less. */
const NOT_TAKEN_IN = 0.25
/** What is said of who applies, or of the plan of these days; anything else is said of the item, and that is not tried again. */
const OF_THE_MOMENT: ReadonlySet<string> = new Set([
  ...['commitment-blocked', 'barred-78', 'barred-79', 'remote-off', 'not-cross-town', 'item-not-in-force'],
])
/** So many errands are looked at in a step, and after so many steps again where nothing could be done. */
const LOOKED = 3
const AGAIN = 8
/** Longer than an announcement lasts (thirty days) and the days after it; where nothing has to pass, sooner. */
const DAYS = { patient: 45, else: 9 } as const
/** So many refusals a day, and so many days with one, before it is given up. */
const REFUSED = 4
const BAD_DAYS = 6

/** Somebody goes on with a matter of theirs, or begins one; whether there was anything to do. */
export async function goOnWithErrands(run: Run, begins = true): Promise<boolean> {
  const { errands, journal } = run
  for (let look = 0; look < LOOKED; look++) {
    const due = errands.going.filter(({ rests }) => rests <= journal.step)
    if (due.length === 0) break
    errands.turn += 1
    if (await goOn(run, due[errands.turn % due.length]!)) return true
  }
  return begins && begin(run)
}

/** Before what fell due overnight is done: what only stands so until then. */
export async function goOnAtDawn(run: Run): Promise<boolean> {
  const urgent = run.errands.going.filter(({ of, step }) => ERRANDS[of]!.steps[step]?.atOnce)
  for (const going of urgent) if (await goOn(run, going)) return true
  return false
}

/** A new day: what could not be done yesterday is looked at again. */
export function wake({ errands, evenings }: Run): void {
  // What did not come about in two months is tried again: by then the plan, the posts and the items are others.
  if (evenings > 0 && evenings % ANEW === 0) errands.begun.clear()
  for (const going of errands.going) {
    going.rests = 0
    if (going.refused > 0) going.badDays += 1
    going.refused = 0
  }
}

export const isOver = ({ errands }: Run): boolean => errands.going.length === 0

async function goOn(run: Run, going: Going): Promise<boolean> {
  const step = ERRANDS[going.of]!.steps[going.step]!
  const came = await step.go(run, going)
  const today = legalDay(run.town.clock.now())
  if (came === 'nothing' || came === 'never') {
    going.rests = going.refused >= REFUSED ? Infinity : run.journal.step + AGAIN
    const days = (Date.parse(today) - Date.parse(going.day)) / 86_400_000
    const over = days > DAYS[step.patient ? 'patient' : 'else'] || going.badDays > BAD_DAYS
    if (came === 'never' || over) {
      run.journal.write(run.town.clock.now(), 'errand', going.of, 'given up at step', going.step)
      end(run, going)
    }
    return false
  }
  await onward(run, going, came, today)
  return true
}

async function onward(run: Run, going: Going, came: Came, today: string): Promise<void> {
  const { steps } = ERRANDS[going.of]!
  going.day = today
  going.badDays = 0
  if (came === 'moved') return
  going.step += 1
  run.journal.write(run.town.clock.now(), 'errand', going.of, 'step', going.step)
  if (going.step >= steps.length) return end(run, going)
  if (steps[going.step]!.atOnce) await goOn(run, going)
}

/** It is everybody's again. */
function end(run: Run, going: Going): void {
  const { errands } = run
  if (!errands.going.includes(going)) return
  errands.going.splice(errands.going.indexOf(going), 1)
  delete going.known?.reserved
}

async function begin(run: Run): Promise<boolean> {
  const { errands, journal, town } = run
  if (errands.going.length >= TOGETHER) return false
  const of = ERRANDS.findIndex(
    ({ for: met }, index) =>
      met.some((what) => !journal.met.has(what) && !journal.refused.has(what)) &&
      errands.going.every((going) => going.of !== index) &&
      (errands.begun.get(index) ?? 0) < BEGUN,
  )
  if (of < 0) return false
  const asked = await applicationFor(run, ERRANDS[of]!.wanted)
  const begun = (more: number) => errands.begun.set(of, (errands.begun.get(of) ?? 0) + more)
  if (asked === undefined) {
    begun(1)
    journal.write(town.clock.now(), 'errand', of, 'there is no such item')
    return false
  }
  const known = await takeToCounter(run, asked)
  begun(isRefusal(known) ? NOT_TAKEN_IN : 1)
  if (isRefusal(known)) {
    journal.write(town.clock.now(), 'errand', of, 'is not taken in:', known.code)
    if (!OF_THE_MOMENT.has(known.code)) errands.unfit.add(asked.item.id)
    return true
  }
  const going: Going = {
    ...{ of, step: 0, cases: [], citizen: asked.applicant.index, rests: 0, refused: 0, badDays: 0 },
    day: legalDay(town.clock.now()),
  }
  takeOn(going, known)
  errands.going.push(going)
  return true
}
