import { isRefusal } from '#engine/refusal.ts'
import { legalDay, type Instant } from '#engine/day.ts'
import type { StaffActor } from '#engine/actor.ts'
import { keepWatch } from '#capabilities/supervision/index.ts'
import type { GapCode } from '#capabilities/supervision/model/gaps.ts'
import type { GapView } from '#capabilities/supervision/contract.ts'
import { openQuestions } from '#capabilities/case/chapters/joint/dossier.ts'
import { openTasks } from '#capabilities/case/chapters/meetings/dossier.ts'
import { procedureOf, type CaseDossier } from '#capabilities/case/model.ts'
import { Broken } from '../journal.ts'
import { asOfficer, officersFor } from '../people.ts'
import type { Run } from '../run.ts'
import { viewRow } from './truth.ts'

/** Gaps for which nothing in a simulated county is ever a reason. */
const NEVER: readonly GapCode[] = [
  'state-unknown',
  'waits-for-nobody',
  'no-clock',
  'stopped-without-notice',
  'no-executor',
]

/** Supervision's walk over the open cases, once an evening: it names what was done to them, and nothing else. */
export async function checkGaps(run: Run): Promise<void> {
  const { town, journal } = run
  const open = new Map(
    journal.cases.flatMap((known) =>
      known.open && known.dossier ? [[known.no, known.dossier] as const] : [],
    ),
  )
  await walkToTheEnd(run)
  const named = await namedGaps(run)
  const problems: string[] = []
  for (const { no, code, sentence } of named) {
    // What is remembered of an untouched case may be days old; due jobs have gone on with it.
    const known = NEVER.includes(code)
      ? false
      : caused(run, code, open.get(no)) ||
        caused(run, code, (await viewRow(town.truth, town.area, no))?.dossier)
    if (!known) problems.push(`${no}: supervision sees ${code}, which nobody caused: ${sentence}`)
  }
  const seen = new Set(named.filter(({ code }) => code === 'nobody-holds-the-role').map(({ no }) => no))
  const unseen = [...open.values()]
    .filter((dossier) => ownerless(run, dossier) && !seen.has(dossier.no))
    .map(
      ({ no, state }) => `${no} (${state}) waits for somebody who is nobody, and supervision does not see it`,
    )
  for (const { no, code } of named) {
    journal.gap(code)
    if (code === 'nobody-else-may') wantAnother(run, open.get(no))
  }
  if (problems.length + unseen.length > 0) throw new Broken([...problems, ...unseen])
}

/** The office reads what supervision found, and appoints another where one person alone is left who may not (岗位分设). */
function wantAnother(run: Run, dossier: CaseDossier | undefined): void {
  if (dossier === undefined) return
  const [role] = procedureOf(dossier).states[dossier.state]!.waitsFor
  const holders = role === undefined ? [] : officersFor(run, dossier, role)
  const post = holders.find(({ actor }) => actor.kind === 'staff' && !actor.roles.includes('window-clerk'))
  if (post !== undefined) run.deputiesWanted.add(post.name)
}

/** A long walk is made in stretches a few seconds apart; what it names is only read once it has come to its end. */
async function walkToTheEnd({ town: { truth, clock, house } }: Run): Promise<void> {
  await keepWatch(truth, clock)
  for (;;) {
    await house.worker.runUntilIdle()
    const soon = new Date(Date.parse(clock.now()) + 60_000).toISOString()
    const [next] = await truth.query<{ nextAt: Instant }>(
      `SELECT next_at AS "nextAt" FROM ledger.job WHERE kind = 'supervision.watch' AND next_at < $1`,
      [soon],
    )
    if (next === undefined) break
    if (next.nextAt > clock.now()) clock.set(next.nextAt)
  }
  // One walk an evening is enough; it would come back every ten minutes of the simulated day.
  await truth.query(`DELETE FROM ledger.job WHERE kind = 'supervision.watch'`)
}

async function namedGaps(run: Run): Promise<GapView[]> {
  const { town } = run
  const supervisor = town.posts.find(({ roles }) => roles.includes('supervisor'))!
  const asking = { actor: asOfficer(supervisor).actor as StaffActor, now: town.clock.now() }
  const all: GapView[] = []
  let cursor: string | undefined
  do {
    const page = await town.house.supervision.gaps(asking, { limit: 100, ...(cursor ? { cursor } : {}) })
    if (isRefusal(page)) throw new Broken([`the supervisor may not see the gaps: ${page.code}`])
    all.push(...page.items)
    cursor = page.nextCursor
  } while (cursor !== undefined)
  return all
}

function ownerless({ town }: Run, dossier: CaseDossier): boolean {
  const [role] = procedureOf(dossier).states[dossier.state]!.waitsFor
  if (role === undefined || role === 'applicant' || role === 'system') return false
  return !town.posts.some(
    ({ roles, place, body }) =>
      roles.some((held) => held === role) &&
      (role === 'window-clerk' ? place === dossier.acceptPlace : body === dossier.decidingBody),
  )
}

/** Whether the simulation itself did what the gap tells of. */
function caused(run: Run, code: GapCode, dossier: CaseDossier | undefined): boolean {
  if (dossier === undefined) return false
  const today = legalDay(run.town.clock.now())
  const someoneAway = run.town.posts.some(({ absences }) =>
    absences.some(({ from, to }) => from <= today && to >= today),
  )
  switch (code) {
    case 'nobody-holds-the-role':
      return ownerless(run, dossier)
    case 'everybody-away':
      return someoneAway
    case 'holder-and-cover-away':
      return someoneAway && dossier.holder !== undefined
    case 'nobody-else-may':
      return dossier.review !== undefined || dossier.acceptance !== undefined
    case 'power-not-in-force':
      return run.endedGrants.some(({ item }) => item === dossier.item.id)
    case 'no-seal':
      return run.suspended.length > 0
    case 'procedure-too-long':
      return (dossier.special ?? []).some(({ ended }) => ended === undefined)
    case 'parcel-silent':
      return dossier.state === 'in-post'
    case 'opinion-overdue':
      return openQuestions(dossier).some(({ overdueAt }) => overdueAt !== undefined)
    case 'task-overdue':
      return openTasks(dossier).some(({ overdueAt }) => overdueAt !== undefined)
    case 'paper-not-made':
    case 'system-act-late':
      return run.town.clock.now() < run.workerRestsUntil
    default:
      return false
  }
}
