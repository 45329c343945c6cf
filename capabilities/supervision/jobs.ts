import type { Worker } from '#platform/jobs/worker.ts'
import { streamKind } from '#platform/ledger/stream.ts'
import type { Projection } from './service/projection.ts'

/** The subscriber that keeps a line for each case. */
export const CASES = 'supervision.cases'
/** The subscriber that keeps recorded refusals. */
export const ATTEMPTS = 'supervision.attempts'

/** Facts of a case that change what supervision counts; all others are folded in with the next of these. */
const HEARD = new Set([
  ...['received', 'supplied', 'supplement-notified', 'accepted', 'acceptance-refused'],
  ...['surveyed', 'reviewed', 'returned-to-review', 'commitment-withdrawn', 'left-open', 'visit-ended'],
  ...['granted', 'denied', 'sealed', 'delivered', 'closed', 'withdrawn', 'lapsed'],
  ...['posted', 'post-returned', 'checked', 'rectification-lapsed', 'revocation-decided', 'revoked'],
  ...['clock-stopped', 'clock-resumed', 'clock-extended', 'clock-recomputed'],
])

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
