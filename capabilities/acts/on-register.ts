import type { StaffActor } from '#engine/actor.ts'
import type { Instant } from '#engine/day.ts'
import { isRefusal, refusal, type Refusal } from '#engine/refusal.ts'
import type { Queryable, Statement } from '#platform/db/db.ts'
import { canonical, sm3, type Json } from '#platform/ledger/canonical.ts'
import type { CommitOutcome, StreamCommit } from '#platform/ledger/commit.ts'
import type { Ledger } from '#platform/ledger/ledger.ts'
import { actorKey, actorRecord } from './actor-record.ts'

/** Who asks a register (权责清单, 印章登记) to take something down, when, and under which request id. */
export interface RegisterRequest {
  actor: StaffActor
  now: Instant
  requestId: string
  reliesOn: readonly { stream: string; version: number }[]
}

/** What is written: facts on the streams of the register's entries, their rows, and what the caller is told. */
export interface RegisterEntry {
  statement: Statement
  viewValues: readonly unknown[]
  streams: readonly StreamCommit[]
  result: Json
}

/**
 * One act on a register, once: `decide` looks at locked rows inside the transaction that then writes. A second click hears
 * the first answer, also when the first has made the act impossible.
 */
export async function onRegister<A>(
  ledger: Ledger,
  { actor, now, requestId, reliesOn }: RegisterRequest,
  { act, asked }: { act: string; asked: object },
  decide: (tx: Queryable) => Promise<RegisterEntry | Refusal>,
): Promise<A | Refusal> {
  const key = {
    areaCode: actor.area,
    actorKey: actorKey(actor),
    requestId,
    requestHash: sm3(canonical({ act, asked })),
  }
  try {
    const outcome = await ledger.commitAfter(async (tx) => {
      const entry = await decide(tx)
      if (isRefusal(entry)) throw new Declined(entry)
      const { statement, viewValues, streams, result } = entry
      const commit = { ...key, actor: actorRecord(actor), at: now, streams, reliesOn, result }
      return { statement, viewValues, commit: { ...commit, jobs: [], cancelJobs: [] } }
    })
    return answerOf<A>(outcome)
  } catch (error) {
    if (!(error instanceof Declined)) throw error
    const before = await ledger.answered(key)
    return before === undefined ? error.refusal : answerOf<A>(before)
  }
}

/** Takes a refusal out of the transaction, which is rolled back. */
class Declined extends Error {
  readonly refusal: Refusal
  constructor(refused: Refusal) {
    super(refused.code)
    this.refusal = refused
  }
}

function answerOf<A>(outcome: CommitOutcome): A | Refusal {
  switch (outcome.outcome) {
    case 'done':
    case 'replayed':
      return outcome.result as A
    case 'conflict':
      return refusal('changed-since-read')
    case 'relied-changed':
      return refusal('rights-changed')
    case 'request-reused':
      return refusal('request-reused')
  }
}
