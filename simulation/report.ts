import { rebuildCaseViews } from '#capabilities/case/index.ts'
import { caseRefusals } from '#capabilities/case/contract.ts'
import { rectificationRefusals } from '#capabilities/evaluation/contract.ts'
import { licenceRefusals } from '#capabilities/licence-seal/contract.ts'
import { rebuildSupervision } from '#capabilities/supervision/index.ts'
import { verifyLedger } from '#platform/ledger/verify.ts'
import { checkAll, stopOn } from './checks/index.ts'
import type { CaseTruth } from './checks/truth.ts'
import { wrongNumbers, wrongParcels, wrongRequests } from './checks/whole.ts'
import { ACTS, actsOf, neverDone, PROCEDURE_ACTS, type Acts } from './coverage.ts'
import { OUT_OF_REACH } from './out-of-reach.ts'
import type { Run } from './run.ts'

/** Every code under which somebody is told no about a case, a licence or a poor rating. */
export const REFUSALS = [...new Set<string>([...caseRefusals, ...licenceRefusals, ...rectificationRefusals])]

export interface Share {
  met: number
  of: number
}

export interface Report {
  seed: number
  days: number
  steps: number
  seconds: number
  cases: number
  facts: number
  acts: Acts
  refusals: Record<string, number>
  /** In how many cases a kind of fact stands. */
  events: Record<string, number>
  mishaps: Record<string, number>
  /** Of the evenings, how often supervision named what kept a case from going on. */
  gaps: Record<string, number>
  neverDone: string[]
  neverRefused: string[]
  /** How many acts of all procedures were done and how many codes were heard, and of how many. */
  coverage: { acts: Share; refusals: Share }
  /** Of every line of the log; the same seed gives the same. */
  digest: string
}

/** So many days and more have to meet everything that can be met. */
export const YEAR = 365

/** What somebody in the county can hear: of these it has to be nearly all. */
const REACHABLE = REFUSALS.filter((code) => !OUT_OF_REACH.has(code))

/** Acts and codes that were never met although somebody can meet them. */
export const lacking = ({ neverDone: undone, neverRefused }: Report): string[] =>
  [...undone, ...neverRefused].filter((what) => !OUT_OF_REACH.has(what))

/** The same while life goes on; of what the system does, only what was noticed so far. */
export function unmet({ met, refused }: Run['journal'], excused: ReadonlyMap<string, string>): string[] {
  const acts = Object.entries(PROCEDURE_ACTS).flatMap(([procedure, names]) =>
    names.map((name) => `${procedure} ${name}`),
  )
  return [...acts.filter((act) => !met.has(act)), ...REFUSALS.filter((code) => !refused.has(code))].filter(
    (what) => !excused.has(what),
  )
}

/** Everything once more, whole, and then what was seen. */
export async function reportOf(
  run: Run,
  { days, seconds }: { days: number; seconds: number },
): Promise<Report> {
  const { journal, seed } = run
  const all = await checkAll(run)
  await checkWhole(run, all)
  const acts = await actsOf(run, all)
  const refusals = counts(journal.refused)
  const never = {
    neverDone: neverDone(acts),
    neverRefused: REFUSALS.filter((code) => refusals[code] === undefined),
  }
  return {
    ...{ seed, days, steps: journal.step, seconds: Math.round(seconds * 10) / 10, cases: all.size },
    facts: [...all.values()].reduce((sum, { facts }) => sum + facts.length, 0),
    ...{ acts, refusals, events: counts(eventsOf(all)), mishaps: counts(journal.mishaps) },
    gaps: counts(journal.gaps),
    ...never,
    coverage: {
      acts: { met: ACTS - never.neverDone.length, of: ACTS },
      refusals: {
        met: REACHABLE.filter((code) => refusals[code] !== undefined).length,
        of: REACHABLE.length,
      },
    },
    digest: journal.digest(),
  }
}

function eventsOf(cases: ReadonlyMap<string, CaseTruth>): Map<string, number> {
  const events = new Map<string, number>()
  for (const { facts } of cases.values()) {
    for (const kind of new Set(facts.map((fact) => fact.kind))) events.set(kind, (events.get(kind) ?? 0) + 1)
  }
  return events
}

async function checkWhole(run: Run, all: ReadonlyMap<string, CaseTruth>): Promise<void> {
  const { town } = run
  const verified = await verifyLedger(town.truth)
  const views = await rebuildCaseViews(town.house, () => {})
  const watched = await rebuildSupervision(town.house, () => {})
  stopOn([
    ...(verified.firstBroken ? [`a chain is broken: ${JSON.stringify(verified.firstBroken)}`] : []),
    ...views.mended.map((stream) => `the view of ${stream} had to be mended`),
    ...watched.mended.map((stream) => `supervision's line of ${stream} had to be mended`),
    ...(await wrongRequests(run)),
    ...(await wrongNumbers(run, all)),
    ...wrongParcels(run, all),
  ])
}

const counts = (map: ReadonlyMap<string, number>): Record<string, number> =>
  Object.fromEntries([...map].toSorted(([a], [b]) => (a < b ? -1 : 1)))
