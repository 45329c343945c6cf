import { isRefusal, refusal, type Refusal } from '#engine/refusal.ts'
import type { Done } from '#capabilities/acts/perform.ts'
import type { CommitOutcome } from '#platform/ledger/commit.ts'
import type { Ledger, PreparedCommit } from '#platform/ledger/ledger.ts'
import { file, type FilingParts, type FilingRequest } from './file.ts'

/** The cases in the order of the requests, or which of them could not be filed, and why; then none was. */
export type FiledTogether = { done: readonly Done[] } | { at: number; refusal: Refusal }

/** A power or an item that changed underfoot is read again; more often than this it is a fault. */
const TRIES = 3

/** Several applications, each decided for itself, written in one transaction: all of them or none. */
export async function fileTogether(
  parts: FilingParts,
  requests: readonly FilingRequest[],
): Promise<FiledTogether> {
  for (let tried = 0; tried < TRIES; tried++) {
    const outcome = await once(parts, requests)
    if (outcome !== 'again') return outcome
  }
  throw new Error('applications filed together lost too many races')
}

async function once(
  parts: FilingParts,
  requests: readonly FilingRequest[],
): Promise<FiledTogether | 'again'> {
  const { ledger } = parts.means
  const prepared: PreparedCommit[] = []
  // Each is decided by the same rules as when it is filed alone; what it would commit is held until all of them are decided.
  const holding: Ledger = {
    ...ledger,
    async commit(statement, commit, viewValues) {
      prepared.push({ statement, commit, ...(viewValues === undefined ? {} : { viewValues }) })
      return { outcome: 'done', result: commit.result, heads: heldHeads(commit.streams) }
    },
  }
  const decided: { done: Done; held?: number }[] = []
  for (const [at, request] of requests.entries()) {
    const before = prepared.length
    const done = await file({ ...parts, means: { ...parts.means, ledger: holding } }, request)
    if (isRefusal(done)) return { at, refusal: done }
    decided.push(prepared.length > before ? { done, held: before } : { done })
  }
  const written = await ledger.commitAll(prepared)
  if ('undone' in written)
    return undone(
      decided.findIndex(({ held }) => held === written.at),
      written.undone,
    )
  return {
    done: decided.map(({ done, held }) =>
      answeredBy(done, held === undefined ? undefined : written.outcomes[held]),
    ),
  }
}

const heldHeads = (streams: PreparedCommit['commit']['streams']) =>
  streams.map(({ stream, expectedVersion, facts }) => ({
    stream,
    version: expectedVersion + facts.length,
    hash: '',
  }))

/** Pressed twice, the first press's numbers stand. */
function answeredBy(one: Done, outcome: CommitOutcome | undefined): Done {
  return outcome?.outcome === 'replayed' ? { ...one, answer: outcome.result } : one
}

function undone(at: number, outcome: CommitOutcome): FiledTogether | 'again' {
  if (outcome.outcome === 'request-reused') return { at, refusal: refusal('request-reused') }
  // A power or an item that changed meanwhile is looked at once more; an item that another version holds now says so by itself.
  return 'again'
}
