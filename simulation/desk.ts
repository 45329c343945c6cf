import { isRefusal } from '#engine/refusal.ts'
import type { AllowedAct } from '#capabilities/case/contract.ts'
import { procedureOf, type CaseDossier } from '#capabilities/case/model.ts'
import { viewRow } from './checks/truth.ts'
import { choose, leadsOn, undone } from './choice.ts'
import { acknowledged, type Deed } from './deed.ts'
import { flawed } from './flaws.ts'
import { lawful } from './inputs.ts'
import { Broken, seen, type Known } from './journal.ts'
import { anybody, asOfficer, somebodyFor, type Somebody } from './people.ts'
import { deedOn, record, settle, tell, type Open } from './pressing.ts'
import { isMeant, meantNext, type Meant } from './plots.ts'
import { powerTaken } from './power-taken.ts'
import { race } from './race.ts'
import type { Run } from './run.ts'
import { overstep, stale, unseen } from './trespass.ts'

/** One act, or one attempt, by somebody on one case; what came of it is checked at once. */
export async function actOn(run: Run, known: Known, careful = false): Promise<void> {
  const { random, town, journal, citizens } = run
  const row = await viewRow(town.truth, town.area, known.no)
  if (row === undefined) throw new Broken([`${known.no} was acknowledged and is lost`])
  seen(known, { row })
  if (!row.open && (careful || random.chance(0.4))) return
  const { dossier } = row
  const applicant = known.citizen === undefined ? undefined : citizens[known.citizen]
  const stranger = !careful && random.chance(0.1)
  const goesOn = careful ? isMeant(known) : !stranger
  const meant: Meant | undefined = goesOn ? meantNext(run, known, dossier) : undefined
  const missed = careful || stranger ? meant : (meant ?? undone(run, dossier))
  const holder = careful ? holderOf(run, dossier) : undefined
  const looked = await lookIn(
    run,
    known,
    (look) => {
      if (stranger && random.chance(0.4)) return anybody(run)
      return (look === 0 ? holder : undefined) ?? somebodyFor(run, dossier, applicant, missed?.by)
    },
    sought(missed?.act, careful),
  )
  if (looked === undefined) return
  const { who, detail } = looked
  if (isRefusal(detail)) return unseen(run, known, who, dossier)
  const open = { known, dossier, who, detail }
  if (stranger) return overstep(run, open)
  const offered = detail.allowed.some(({ act: name }) => name === missed?.act)
  const act = offered ? missed?.act : choose(run, open, careful)
  // Whoever means to go through with something seldom ends the matter another way meanwhile.
  const moves = procedureOf(dossier).actions.some(({ name, to }) => name === act && to !== 'same')
  if (!offered && !careful && moves && isMeant(known) && random.chance(0.85)) return
  if (act === undefined) return
  const asked = { act, detail, dossier, random, now: town.clock.now() }
  const own = offered && act === meant?.act ? meant.fill?.(asked) : undefined
  if (own !== undefined) return settle(run, open, deedOn(run, open, act, own, detail.summary.version))
  const drawn = careful ? 100 : random.whole(1, 100)
  if (drawn <= 9) {
    journal.mishap('wrong-input')
    return settle(run, open, deedOn(run, open, act, flawed(asked, random)))
  }
  if (drawn <= 12) return stale(run, open, act, lawful(asked))
  const deed = deedOn(run, open, act, lawful(asked), detail.summary.version)
  if (drawn <= 17) return contest(run, open, deed)
  if (drawn <= 20) return powerTaken(run, open, deed)
  return settle(run, open, deed)
}

/** What somebody should be able to do about the case, and how many of those who may look are asked for it. */
interface Sought {
  looks: number
  offers(allowed: AllowedAct): boolean
}

/** A step that is meant is looked for thrice; whoever only works off what is open looks for one that leads on. */
function sought(act: string | undefined, careful: boolean): Sought {
  if (act !== undefined) return { looks: 3, offers: (allowed) => allowed.act === act }
  return careful ? { looks: 6, offers: leadsOn } : { looks: 1, offers: () => true }
}

/** Whoever has taken the case in hand, while they are on duty; to others it is closed. */
function holderOf({ town }: Run, { holder }: CaseDossier): Somebody | undefined {
  const post = holder && town.posts.find(({ id }) => id === holder.post)
  return post && asOfficer(post)
}

/** Somebody has the case before them who can do what is sought here and now, or else the last who looked. */
async function lookIn(
  { town }: Run,
  { no }: Known,
  somebody: (look: number) => Somebody | undefined,
  { looks, offers }: Sought,
) {
  const seen = new Set<string>()
  let looked: { who: Somebody; detail: Awaited<ReturnType<typeof town.house.cases.detail>> } | undefined
  for (let look = 0; look < looks; look++) {
    const who = somebody(look)
    if (who === undefined || seen.has(who.name)) continue
    seen.add(who.name)
    const detail = await town.house.cases.detail(no, { ...who, now: town.clock.now() })
    looked = { who, detail }
    if (!isRefusal(detail) && detail.allowed.some(offers)) break
  }
  return looked
}

/** Somebody else, or the same person in another window, wants something of the same case at the same moment. */
async function contest(run: Run, open: Open, deed: Deed): Promise<void> {
  const { known, dossier } = open
  const applicant = known.citizen === undefined ? undefined : run.citizens[known.citizen]
  const who = somebodyFor(run, dossier, applicant)
  if (who === undefined) return settle(run, open, deed)
  const detail = await run.town.house.cases.detail(known.no, { ...who, now: run.town.clock.now() })
  const rival = { ...open, who }
  const act = isRefusal(detail) ? undefined : choose(run, { ...rival, detail })
  if (isRefusal(detail) || act === undefined) return settle(run, open, deed)
  const asked = { act, detail, dossier, random: run.random, now: run.town.clock.now() }
  const second = deedOn(run, rival, act, lawful(asked), detail.summary.version)
  const [first, late] = await race(run, open, deed, second)
  if (!isRefusal(first) && !isRefusal(late)) {
    known.acknowledged.push(acknowledged(run, deed, first))
    run.journal.count(dossier.procedure, deed.act)
    tell(run, known, deed, first)
    return record(run, rival, second, late)
  }
  if (isRefusal(first) && !isRefusal(late)) {
    tell(run, known, deed, first)
    return record(run, rival, second, late)
  }
  tell(run, known, second, late)
  await record(run, open, deed, first)
}
