import { addDays, legalDay, startOfDay } from '#engine/day.ts'
import type { ProcedureName } from '#capabilities/case/contract.ts'
import { PROCEDURES } from '#capabilities/case/model.ts'
import { poorRating } from '#capabilities/evaluation/model/poor-rating.ts'
import { licence } from '#capabilities/licence-seal/model.ts'
import type { FactRow } from '#platform/ledger/ledger.ts'
import type { CaseTruth } from './checks/truth.ts'
import type { Register } from './journal.ts'
import type { Run } from './run.ts'

/** How often each act was done under each procedure. */
export type Acts = Record<ProcedureName | Register, Record<string, number>>

const ALL = [...Object.values(PROCEDURES), licence, poorRating]

/** The acts of each procedure. */
export const PROCEDURE_ACTS: Readonly<Record<keyof Acts, readonly string[]>> = {
  ...{ approval: namesOf(PROCEDURES.approval), 'on-the-spot': namesOf(PROCEDURES['on-the-spot']) },
  ...{ commitment: namesOf(PROCEDURES.commitment), licence: namesOf(licence) },
  'poor-rating': namesOf(poorRating),
}

/** How many acts all procedures have. */
export const ACTS = ALL.reduce((sum, { actions }) => sum + actions.length, 0)

function namesOf({ actions }: { actions: readonly { name: string }[] }): string[] {
  return actions.map(({ name }) => name)
}

/** People's acts as they were counted, the system's as the facts tell them. */
export async function actsOf(
  { journal, town }: Pick<Run, 'journal' | 'town'>,
  all: ReadonlyMap<string, CaseTruth>,
): Promise<Acts> {
  const acts: Acts = { approval: {}, 'on-the-spot': {}, commitment: {}, licence: {}, 'poor-rating': {} }
  const count = (procedure: ProcedureName | Register, act: string, times = 1): void => {
    acts[procedure][act] = (acts[procedure][act] ?? 0) + times
  }
  for (const [key, times] of journal.done) {
    const [procedure, act] = key.split(' ') as [ProcedureName, string]
    count(procedure, act, times)
  }
  for (const truth of all.values()) for (const [procedure, job] of bySystem(truth)) count(procedure, job)
  for (const { kind, job, times } of await town.truth.query<Beside>(BESIDE, [town.area, EVER]))
    count(kind === 'licence' ? 'licence' : 'poor-rating', job, times)
  return acts
}

/** What the system did to a case, under the procedure it ran under then. */
function bySystem({ facts }: CaseTruth): [ProcedureName, string][] {
  let procedure: ProcedureName = 'approval'
  return facts.flatMap((fact): [ProcedureName, string][] => {
    const body = JSON.parse(fact.body) as { procedure?: ProcedureName }
    const before = procedure
    if (body.procedure !== undefined) procedure = body.procedure
    const job = systemJob(fact)
    return job !== undefined && fact.kind !== 'closed' ? [[before, job]] : []
  })
}

/** Chance is steered away from what the system has done by itself, too. */
export async function noteSystem(run: Run, truths: Iterable<CaseTruth>): Promise<void> {
  const { journal, town } = run
  for (const truth of truths)
    for (const [procedure, job] of bySystem(truth)) journal.met.add(`${procedure} ${job}`)
  const since = run.notedUntil
  // Some days more than once: a server's clock is now and then put back.
  run.notedUntil = startOfDay(addDays(legalDay(town.clock.now()), -1))
  for (const { kind, job } of await town.truth.query<Beside>(BESIDE, [town.area, since]))
    journal.met.add(`${kind === 'licence' ? 'licence' : 'poor-rating'} ${job}`)
}

const EVER = '1970-01-01T00:00:00.000Z'

interface Beside {
  kind: 'licence' | 'rectification'
  job: string
  times: number
}

const BESIDE = `SELECT split_part(stream, ':', 1) AS kind, actor::jsonb->>'job' AS job, count(*)::int AS times
  FROM ledger.fact WHERE area_code = $1 AND at >= $2 AND (stream LIKE 'licence:%' OR stream LIKE 'rectification:%')
    AND actor::jsonb->>'kind' = 'system' GROUP BY 1, 2`

function systemJob({ actor }: FactRow): string | undefined {
  const { kind, job } = JSON.parse(actor) as { kind: string; job?: string }
  return kind === 'system' ? job : undefined
}

export function neverDone(acts: Acts): string[] {
  return ALL.flatMap(({ name, actions }) =>
    actions
      .map((action) => action.name)
      .filter((act) => !acts[name as ProcedureName | Register][act])
      .map((act) => `${name} ${act}`),
  )
}
