import { rebuildCaseViews } from '#capabilities/case/index.ts'
import { caseRefusals, type ProcedureName } from '#capabilities/case/contract.ts'
import { PROCEDURES } from '#capabilities/case/model.ts'
import { rebuildSupervision } from '#capabilities/supervision/index.ts'
import type { FactRow } from '#platform/ledger/ledger.ts'
import { verifyLedger } from '#platform/ledger/verify.ts'
import { checkAll, stopOn } from './checks/index.ts'
import type { CaseTruth } from './checks/truth.ts'
import { wrongNumbers, wrongParcels, wrongRequests } from './checks/whole.ts'
import type { Run } from './run.ts'

export interface Report {
  seed: number
  days: number
  steps: number
  seconds: number
  cases: number
  facts: number
  acts: Record<ProcedureName, Record<string, number>>
  refusals: Record<string, number>
  /** In how many cases a kind of fact stands. */
  events: Record<string, number>
  mishaps: Record<string, number>
  neverDone: string[]
  neverRefused: string[]
  /** Of every line of the log; the same seed gives the same. */
  digest: string
}

/** Everything once more, whole, and then what was seen. */
export async function reportOf(
  run: Run,
  { days, seconds }: { days: number; seconds: number },
): Promise<Report> {
  const { journal, seed } = run
  const all = await checkAll(run)
  await checkWhole(run, all)
  const acts = actsOf(run, all)
  const refusals = counts(journal.refused)
  return {
    ...{ seed, days, steps: journal.step, seconds: Math.round(seconds * 10) / 10, cases: all.size },
    facts: [...all.values()].reduce((sum, { facts }) => sum + facts.length, 0),
    ...{ acts, refusals, events: counts(eventsOf(all)), mishaps: counts(journal.mishaps) },
    neverDone: Object.values(PROCEDURES).flatMap(({ name, actions }) =>
      actions
        .map((action) => action.name)
        .filter((act) => !acts[name as ProcedureName][act])
        .map((act) => `${name} ${act}`),
    ),
    neverRefused: caseRefusals.filter((code) => refusals[code] === undefined),
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
    ...wrongNumbers(all),
    ...wrongParcels(run, all),
  ])
}

/** People's acts as they were counted, the system's as the facts tell them. */
function actsOf({ journal }: Run, all: ReadonlyMap<string, CaseTruth>): Report['acts'] {
  const acts: Report['acts'] = { approval: {}, 'on-the-spot': {}, commitment: {} }
  const count = (procedure: ProcedureName, act: string, times = 1): void => {
    acts[procedure][act] = (acts[procedure][act] ?? 0) + times
  }
  for (const [key, times] of journal.done) {
    const [procedure, act] = key.split(' ') as [ProcedureName, string]
    count(procedure, act, times)
  }
  for (const { facts } of all.values()) {
    let procedure: ProcedureName = 'approval'
    for (const fact of facts) {
      const body = JSON.parse(fact.body) as { procedure?: ProcedureName }
      const before = procedure
      if (body.procedure !== undefined) procedure = body.procedure
      const job = systemJob(fact)
      if (job !== undefined && fact.kind !== 'closed') count(before, job)
    }
  }
  return acts
}

function systemJob({ actor }: FactRow): string | undefined {
  const { kind, job } = JSON.parse(actor) as { kind: string; job?: string }
  return kind === 'system' ? job : undefined
}

const counts = (map: ReadonlyMap<string, number>): Record<string, number> =>
  Object.fromEntries([...map].toSorted(([a], [b]) => (a < b ? -1 : 1)))
