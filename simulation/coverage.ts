import type { ProcedureName } from '#capabilities/case/contract.ts'
import { PROCEDURES } from '#capabilities/case/model.ts'
import type { FactRow } from '#platform/ledger/ledger.ts'
import type { CaseTruth } from './checks/truth.ts'
import type { Run } from './run.ts'

/** How often each act was done under each procedure. */
export type Acts = Record<ProcedureName, Record<string, number>>

/** People's acts as they were counted, the system's as the facts tell them. */
export function actsOf({ journal }: Pick<Run, 'journal'>, all: ReadonlyMap<string, CaseTruth>): Acts {
  const acts: Acts = { approval: {}, 'on-the-spot': {}, commitment: {} }
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

export function neverDone(acts: Acts): string[] {
  return Object.values(PROCEDURES).flatMap(({ name, actions }) =>
    actions
      .map((action) => action.name)
      .filter((act) => !acts[name as ProcedureName][act])
      .map((act) => `${name} ${act}`),
  )
}
