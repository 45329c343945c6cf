import { PROCEDURES } from '#capabilities/case/model.ts'
import type { Worker } from '#platform/jobs/worker.ts'
import { streamKind } from '#platform/ledger/stream.ts'
import type { Projection } from './service/projection.ts'

/** The subscriber that keeps a line for each case. */
export const CASES = 'supervision.cases'
/** The subscriber that keeps recorded refusals. */
export const ATTEMPTS = 'supervision.attempts'

/** Facts that say nothing of days, limits or visits; what they add to the version comes with the next that is heard. */
const UNHEARD = new Set([...['document-rendered', 'waybill-recorded', 'tracked', 'promised', 'pre-reviewed']])
/** Every other fact that a procedure folds, for any of them may stop, extend or end a clock. */
const HEARD = new Set(
  Object.values(PROCEDURES)
    .flatMap(({ apply }) => Object.keys(apply))
    .filter((kind) => !UNHEARD.has(kind)),
)

export function supervisionSubscribers(kind: string): readonly string[] {
  if (kind === 'attempted') return [ATTEMPTS]
  return HEARD.has(kind) ? [CASES] : []
}

export function supervisionJobs(worker: Worker, projection: Projection): void {
  worker.onFact(CASES, async (fact) => {
    if (streamKind(fact.stream) === 'case') await projection.hearCase(fact)
  })
  worker.onFact(ATTEMPTS, (fact) => projection.hearAttempt(fact))
}
