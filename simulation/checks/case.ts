import { legalDay } from '#engine/day.ts'
import type { WorkingCalendar } from '#engine/calendar/calendar.ts'
import { due } from '#engine/clock/clock.ts'
import type { Fact } from '#engine/fact.ts'
import { fold } from '#engine/procedure/decide.ts'
import { readFact } from '#capabilities/acts/stored-fact.ts'
import { PROCEDURES, procedureOf, type CaseDossier } from '#capabilities/case/model.ts'
import { NO_DUE_DAY } from '#capabilities/case/store.ts'
import type { Post } from '#capabilities/staff/contract.ts'
import { storedFact } from '#platform/ledger/ledger.ts'
import { noUpcasters } from '#platform/ledger/upcasters.ts'
import { wrongChain } from './chain.ts'
import { same } from './same.ts'
import type { CaseTruth } from './truth.ts'

export interface Surroundings {
  posts: readonly Post[]
  calendars: readonly WorkingCalendar[]
}

/** Everything that must hold of a case after every step; one sentence per fault. */
export function wrongWithCase(truth: CaseTruth, around: Surroundings): string[] {
  const { row } = truth
  const facts = truth.facts.map((fact) => readFact(storedFact(fact, noUpcasters)))
  // All procedures of a case fold the same facts.
  const dossier = fold(PROCEDURES.approval, facts)
  const problems = [
    ...wrongChain(truth),
    ...wrongView(truth, dossier, around.calendars),
    ...wrongOwner(dossier, around.posts),
    ...wrongJobs(truth, dossier, around.calendars),
    ...wrongPosting(truth, dossier, facts),
    ...twice(facts),
  ]
  return problems.map((problem) => `${row.no} (${row.state}): ${problem}`)
}

function wrongView(
  { row }: CaseTruth,
  dossier: CaseDossier,
  calendars: readonly WorkingCalendar[],
): string[] {
  const state = procedureOf(dossier).states[dossier.state]
  if (state === undefined) return [`its procedure ${dossier.procedure} has no state ${dossier.state}`]
  const dueDays = calendars.map((calendar) => (state.final ? NO_DUE_DAY : nearest(dossier, calendar)))
  return [
    ...(same(row.dossier, dossier) ? [] : ['the stored view is not what its facts fold to']),
    ...(row.version === dossier.version
      ? []
      : [`its view says version ${row.version}, its facts ${dossier.version}`]),
    ...(row.state === dossier.state ? [] : [`its view says ${row.state}, its facts ${dossier.state}`]),
    ...(row.waitsFor === (state.waitsFor[0] ?? '') ? [] : [`its view waits for ${row.waitsFor}`]),
    ...(row.open === !state.final ? [] : ['its view is wrong about whether it is open']),
    ...(dueDays.includes(row.dueDay)
      ? []
      : [`due ${row.dueDay} in the view, by its clocks ${dueDays.join(' or ')}`]),
  ]
}

function nearest(dossier: CaseDossier, calendar: WorkingCalendar): string {
  const days = Object.values(dossier.clocks)
    .filter(({ ended }) => ended === undefined)
    .flatMap((clock) => {
      const { day, at } = due(clock, calendar)
      return day ?? (at === undefined ? [] : legalDay(at))
    })
  return days.toSorted()[0] ?? NO_DUE_DAY
}

/** Somebody must act, and a clock runs or lawfully stands still; once it is over, nothing runs. */
function wrongOwner(dossier: CaseDossier, posts: readonly Post[]): string[] {
  const { waitsFor, clocks, final } = procedureOf(dossier).states[dossier.state]!
  const running = Object.values(dossier.clocks).filter(({ ended }) => ended === undefined)
  if (final) return running.map(({ name }) => `it is over and ${name} still runs`)
  const owned = waitsFor.some((role) => {
    if (role === 'system') return false
    if (role === 'applicant') return true
    return posts.some(({ roles, body, place }) => {
      if (!roles.some((held) => held === role)) return false
      return role === 'window-clerk' ? place === dossier.acceptPlace : body === dossier.decidingBody
    })
  })
  const timed = running.some(({ name, stops }) => {
    const unlawful = stops.some(
      ({ to, ground, basis }) => to === undefined && (ground === '' || basis === ''),
    )
    return clocks.includes(name) && !unlawful
  })
  return [
    ...(owned
      ? []
      : [`nobody is appointed who could act: ${waitsFor.join(', ')} of ${dossier.decidingBody}`]),
    ...(timed ? [] : [`none of ${clocks.join(', ')} runs`]),
  ]
}

/** Due acts wait in the ledger exactly as the procedure says. */
function wrongJobs(
  { jobs }: CaseTruth,
  dossier: CaseDossier,
  calendars: readonly WorkingCalendar[],
): string[] {
  const stored = jobs
    .filter(({ kind }) => kind === 'case.act')
    .map(({ dueAt, body }) => `${body.action} at ${dueAt}`)
    .toSorted()
    .join(', ')
  const wanted = calendars.map((calendar) =>
    procedureOf(dossier)
      .timers(dossier, { calendar })
      .map(({ action, at }) => `${action} at ${at}`)
      .toSorted()
      .join(', '),
  )
  return [
    ...(wanted.includes(stored)
      ? []
      : [`due jobs are “${stored}”, the procedure wants “${wanted.join('” or “')}”`]),
    ...jobs.filter(({ parkedAt }) => parkedAt !== null).map(({ kind }) => `its job ${kind} was given up`),
  ]
}

/** A parcel on its way is asked after, and it is the parcel that was handed over last. */
function wrongPosting({ jobs, unheard }: CaseTruth, dossier: CaseDossier, facts: readonly Fact[]): string[] {
  if (dossier.state !== 'in-post' || unheard.some(({ subscriber }) => subscriber === 'case.carrier'))
    return []
  const order = facts.findLast(({ kind }) => kind === 'posted')?.body['order']
  const asked = jobs.filter(({ kind }) => kind === 'case.tracking').map(({ body }) => body.order)
  return asked.includes(order as string)
    ? []
    : [`handed to the post as ${String(order)}, which nobody asks after`]
}

const ONCE = [
  'received',
  'closed',
  'withdrawn',
  'lapsed',
  'returned',
  'terminated',
  'forwarded',
  'revoked',
  'delivered',
  'granted',
  'denied',
  'promised',
]

const DECISIONS = ['granted', 'denied']

/** What can happen only once has happened only once. */
function twice(facts: readonly Fact[]): string[] {
  const papers = facts
    .filter(({ kind }) => kind === 'document-rendered')
    .map(
      ({ body }) =>
        `the ${(body['paper'] as { kind: string }).kind} of fact ${(body['paper'] as { seq: number }).seq}`,
    )
  // A decision that whoever holds the power now makes anew takes the place of one that never took effect.
  const anew = facts.findLastIndex(({ body }) => body['anew'] === true)
  const events = facts
    .filter(({ kind }, index) => !(index < anew && DECISIONS.includes(kind)))
    .map(({ kind }) => kind)
    .filter((kind) => ONCE.includes(kind))
  return [...papers, ...events]
    .filter((each, index, all) => all.indexOf(each) < index)
    .map((each) => `${each} twice`)
}
