import { legalDay } from '#platform/clock.ts'
import { requestHash, sm3, type Json } from './canonical.ts'
import { plainCommit, type Commit, type CommitOutcome } from './commit.ts'
import type { Ledger } from './ledger.ts'
import { streamId } from './stream.ts'

/** A refusal that leaves a trace for supervision: acting beyond power, pushing an applicant up a tier. */
export interface Attempt extends Pick<Commit, 'areaCode' | 'actorKey' | 'requestId' | 'actor' | 'at'> {
  kind: string
  body: Json
}

/** One stream per actor and day: no two people ever wait for each other's attempts. */
export const attemptStream = ({ actorKey, at }: Pick<Attempt, 'actorKey' | 'at'>): string =>
  streamId('attempt', `${legalDay(at)}-${sm3(actorKey).slice(0, 32)}`, at)

/** Losing more races than this against oneself is no race but a fault. */
const TRIES = 20

/** Records an attempt in its own transaction; a repeated request is recorded once. */
export async function recordAttempt(ledger: Ledger, attempt: Attempt): Promise<CommitOutcome> {
  const { areaCode, actorKey, actor, at, kind, body } = attempt
  const stream = attemptStream(attempt)
  for (let tries = 0; tries < TRIES; tries += 1) {
    const head = await ledger.head(areaCode, stream)
    const outcome = await ledger.commit(plainCommit, {
      ...{ areaCode, actorKey, actor, at },
      // The refused request itself may still be sent again and succeed: it keeps its own id.
      requestId: `attempt:${attempt.requestId}`,
      requestHash: requestHash({ kind, body }),
      streams: [
        {
          stream,
          expectedVersion: head?.version ?? 0,
          prevHash: head?.hash ?? null,
          facts: [{ kind, body, schemaVersion: 1 }],
        },
      ],
      ...{ reliesOn: [], jobs: [], cancelJobs: [], result: null },
    })
    if (outcome.outcome !== 'conflict') return outcome
  }
  throw new Error(`${stream}: lost ${TRIES} races for one stream`)
}
