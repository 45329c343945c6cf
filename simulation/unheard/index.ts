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
import { ABOUT_POWER, ABOUT_WORK } from './work.ts'

export const ATTEMPTS: readonly Attempt[] = [
  ...[...ABOUT_WORK, ...ABOUT_POWER, ...ABOUT_PAPERS, ...ABOUT_OTHERS, ...ABOUT_EXAMINATION],
]

/** How many attempts somebody thinks of before they go on with something else. */
const THOUGHT_OF = 6

/** Somebody asks for what they will not get; what nobody has heard yet comes first. Whether there was anything to ask. */
export async function hearUnheard(run: Run): Promise<boolean> {
  const { random, journal } = run
  const unheard = ATTEMPTS.filter(({ code }) => !journal.refused.has(code))
  const choice = unheard.length > 0 && random.chance(0.9) ? [...unheard] : [...ATTEMPTS]
  for (let thought = 0; thought < THOUGHT_OF && choice.length > 0; thought++) {
    const [attempt] = choice.splice(random.whole(0, choice.length - 1), 1)
    const fitting = journal.cases.filter((known) => known.open && fits(run, known, attempt!))
    if (fitting.length > 0 && (await tryOn(run, random.oneOf(fitting), attempt!))) return true
  }
  return false
}

function fits(run: Run, known: Known, attempt: Attempt): boolean {
  const around = known.dossier && aroundOf(run, known)
  return around !== undefined && attempt.when(known.dossier!, around)
}

async function tryOn(run: Run, known: Known, { act, when, who, fill }: Attempt): Promise<boolean> {
  const { random, town, journal } = run
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
