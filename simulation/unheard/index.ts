import { isRefusal } from '#engine/refusal.ts'
import { viewRow } from '../checks/truth.ts'
import { lawful } from '../inputs.ts'
import { Broken, seen, type Known } from '../journal.ts'
import { deedOn, record } from '../pressing.ts'
import type { Run } from '../run.ts'
import { aroundOf, peopleFor, type Attempt } from './attempt.ts'
import { ABOUT_EXAMINATION } from './examined.ts'
import { ABOUT_PAPERS } from './papers.ts'
import { ABOUT_OTHERS } from './together.ts'
import { ABOUT_PARCELS, ABOUT_POWER, ABOUT_WORK } from './work.ts'

export const ATTEMPTS: readonly Attempt[] = [
  ...[
    ...ABOUT_WORK,
    ...ABOUT_PARCELS,
    ...ABOUT_POWER,
    ...ABOUT_PAPERS,
    ...ABOUT_OTHERS,
    ...ABOUT_EXAMINATION,
  ],
]

/** How many attempts somebody thinks of before they go on with something else. */
const THOUGHT_OF = 6

/** Somebody asks for what they will not get; what nobody has heard yet comes first. Whether there was anything to ask. */
export async function hearUnheard(run: Run): Promise<boolean> {
  const { random, journal } = run
  const unheard = ATTEMPTS.filter(({ code }) => !journal.refused.has(code))
  const fresh = unheard.length > 0 && random.chance(0.9)
  const choice = fresh ? [...unheard] : [...ATTEMPTS]
  const cases = some(run)
  for (let thought = 0; thought < (fresh ? choice.length : THOUGHT_OF) && choice.length > 0; thought++) {
    const [attempt] = choice.splice(random.whole(0, choice.length - 1), 1)
    const fitting = cases.filter((known) => (!fresh || isNew(known, attempt!)) && fits(run, known, attempt!))
    if (fitting.length > 0 && (await tryOn(run, random.oneOf(fitting), attempt!))) return true
  }
  return false
}

/** So many of a county's open cases are thought of at a time. */
const CASES = 250

function some({ journal, random }: Run): readonly Known[] {
  const open = journal.cases.filter((known) => known.open && !known.reserved)
  if (open.length <= CASES) return open
  const from = random.whole(0, open.length - CASES)
  return open.slice(from, from + CASES)
}

/** Whoever has a case before them asks what nobody has been refused yet, where it stands so. */
export async function hearHere(run: Run, known: Known): Promise<boolean> {
  const { journal, random } = run
  if (!known.open) return false
  const fitting = ATTEMPTS.filter(
    (attempt) => !journal.refused.has(attempt.code) && isNew(known, attempt) && fits(run, known, attempt),
  )
  return fitting.length > 0 && tryOn(run, known, random.oneOf(fitting))
}

/** So often the same is asked for in the same case in vain. */
const IN_VAIN = 2

const isNew = ({ asked }: Known, { code }: Attempt): boolean => (asked?.get(code) ?? 0) < IN_VAIN

export function fits(run: Run, known: Known, attempt: Attempt): boolean {
  const around = known.dossier && aroundOf(run, known)
  return around !== undefined && attempt.when(known.dossier!, around)
}

export async function tryOn(
  run: Run,
  known: Known,
  { code, act, when, who, fill }: Attempt,
): Promise<boolean> {
  const { random, town, journal } = run
  known.asked ??= new Map()
  known.asked.set(code, (known.asked.get(code) ?? 0) + 1)
  const row = await viewRow(town.truth, town.area, known.no)
  const around = aroundOf(run, known)
  if (row === undefined || around === undefined) return false
  seen(known, { row })
  const { dossier } = row
  if (!row.open || !when(dossier, around)) return false
  const people = who ? await who(around, dossier) : peopleFor(around, dossier, act)
  const at = people.filter(({ citizen }) => citizen !== undefined || run.officeOpen)
  if (at.length === 0) return false
  const somebody = random.oneOf(at)
  const now = town.clock.now()
  const detail = await town.house.cases.detail(known.no, { ...somebody, now })
  if (isRefusal(detail)) return false
  const open = { known, dossier, who: somebody, detail }
  const asked = { act, detail, dossier, random, now }
  const deed = deedOn(run, open, act, (await fill?.(asked, around)) ?? lawful(asked))
  journal.mishap('asked-anyway')
  const outcome = await deed.press()
  const offered = detail.allowed.some((allowed) => allowed.act === act)
  const justGiven = Date.parse(now) - Date.parse(run.powersChangedAt) <= 10_000
  if (!isRefusal(outcome) && !offered && !justGiven)
    throw new Broken([`${somebody.name} did ${act} on ${known.no}, which nobody had offered`])
  await record(run, open, deed, outcome)
  return true
}
