import { isRefusal } from '#engine/refusal.ts'
import { ACTIONS, procedureOf, type CaseDossier } from '#capabilities/case/model.ts'
import { viewRow } from './checks/truth.ts'
import { lawful, type Input } from './inputs.ts'
import { Broken, type Known } from './journal.ts'
import type { Somebody } from './people.ts'
import { deedOn, record, type Open } from './pressing.ts'
import type { Run } from './run.ts'

/** An act nobody offered to this person must be refused, whatever it is. */
export async function overstep(run: Run, open: Open): Promise<void> {
  const { random, journal } = run
  const offered = new Set(open.detail.allowed.map(({ act }) => act))
  const own = procedureOf(open.dossier).actions.filter(({ by }) => !by.includes('system'))
  const { actor } = open.who
  const titled = own.filter(
    ({ by }) => actor.kind === 'staff' && by.some((role) => actor.roles.includes(role)),
  )
  const near = titled.length > 0 ? titled : own
  const barred = titled.filter(({ name, from }) => from.includes(open.dossier.state) && !offered.has(name))
  const names =
    barred.length > 0 && random.chance(0.6)
      ? barred.map(({ name }) => name)
      : random.chance(0.75)
        ? near.map(({ name }) => name)
        : [...ACTIONS.keys(), 'no-such-act']
  const act = random.chance(0.15) ? 'transfer-up' : random.oneOf(names)
  if (offered.has(act)) return
  journal.mishap('wrong-person')
  const asked = { act, ...open, random, now: run.town.clock.now() }
  const deed = deedOn(run, open, act, lawful(asked))
  const outcome = await deed.press()
  // For ten seconds a button may be missing for a power that was just given; the act itself is decided on fresh rows.
  const justGiven = Date.parse(run.town.clock.now()) - Date.parse(run.powersChangedAt) <= 10_000
  if (!isRefusal(outcome) && !justGiven) {
    throw new Broken([`${open.who.name} did ${act} on ${open.known.no}, which nobody had offered`])
  }
  await record(run, open, deed, outcome)
}

export async function unseen(run: Run, known: Known, who: Somebody, dossier: CaseDossier): Promise<void> {
  const open = { known, dossier, who }
  const deed = deedOn(run, open, run.random.oneOf([...ACTIONS.keys()]), {})
  const outcome = await deed.press()
  if (!isRefusal(outcome)) throw new Broken([`${who.name} acted on ${known.no}, which they cannot see`])
  await record(run, open, deed, outcome)
}

/** A page that was read before the last act. */
export async function stale(run: Run, open: Open, act: string, input: Input): Promise<void> {
  const before = open.dossier.last.seq - 1
  if (before < 1) return
  run.journal.mishap('stale-page')
  const deed = deedOn(run, open, act, input, before)
  const outcome = await deed.press()
  if (!isRefusal(outcome)) throw new Broken([`${act} on ${open.known.no} went through from an old page`])
  await record(run, open, deed, outcome)
}

/** The page of somebody whose post has ended this morning still has its buttons. */
export async function pressFromEndedPost(run: Run, who: Somebody): Promise<void> {
  for (const known of run.journal.cases.filter((each) => each.open && isTheirs(each, who))) {
    const row = await viewRow(run.town.truth, run.town.area, known.no)
    const detail = await run.town.house.cases.detail(known.no, { ...who, now: run.town.clock.now() })
    const act = isRefusal(detail) ? undefined : detail.allowed[0]?.act
    if (row === undefined || isRefusal(detail) || act === undefined) continue
    const open = { known, dossier: row.dossier, who, detail }
    const asked = { act, ...open, random: run.random, now: run.town.clock.now() }
    const deed = deedOn(run, open, act, lawful(asked))
    const outcome = await deed.press()
    if (!isRefusal(outcome))
      throw new Broken([`${who.name} did ${act} on ${known.no} from a post that had ended`])
    return record(run, open, deed, outcome)
  }
}

/** Whether a case waits for a role that whoever left had in it. */
function isTheirs({ dossier }: Known, { actor }: Somebody): boolean {
  if (dossier === undefined) return false
  const { states, rolesOf } = procedureOf(dossier)
  const waits = states[dossier.state]?.waitsFor ?? []
  return rolesOf(actor, dossier).some((role) => waits.includes(role))
}
