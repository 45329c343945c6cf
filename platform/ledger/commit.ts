import type { Queryable, Statement } from '#platform/db/db.ts'
import type { Json } from './canonical.ts'
import type { Commit, CommitOutcome, Head, StreamCommit, Subscribers } from './commit-shape.ts'
import { commitValues, COMMIT_PARAMETERS } from './commit-values.ts'
import type { FactRow } from './fact-row.ts'

export type { Commit, CommitOutcome, Head, StreamCommit, Subscribers }

const LEDGER_PARAMETERS = Array.from({ length: COMMIT_PARAMETERS }, (_, index) => `$${index + 1}`).join(', ')

/**
 * The prepared statement of a capability: the ledger's call and the upserts of its own view in one round trip.
 * `viewCtes` gets the number of its first parameter and returns `name AS (…)` parts separated by commas ('' for none).
 * Each must read `FROM committed WHERE committed.outcome = 'done'`, so that a replayed request writes nothing.
 */
export function commitStatement(name: string, viewCtes: (nextParam: number) => string): Statement {
  const views = viewCtes(COMMIT_PARAMETERS + 1).trim()
  const text = `WITH committed AS MATERIALIZED (
  SELECT CASE WHEN answer IS NULL THEN 'done' ELSE 'replayed' END AS outcome, answer
  FROM (SELECT ledger.commit(${LEDGER_PARAMETERS}) AS answer) AS call
)${views === '' ? '' : `, ${views}`}
SELECT outcome, answer FROM committed`
  return { name, text }
}

/**
 * The same for a view that a function of the capability's own schema keeps; `viewCall` gets the number of its first
 * parameter and returns the call. For views of several rows that differ from act to act: one statement serves all acts, so
 * each connection plans one. Once planned it is as fast as `name AS (…)` parts (measured: 115–180 µs either way).
 */
export function commitCalling(name: string, viewCall: (nextParam: number) => string): Statement {
  // The ledger's call is volatile, so PostgreSQL runs the inner query once and before the function.
  const text = `SELECT CASE WHEN answer IS NULL THEN 'done' ELSE 'replayed' END AS outcome, answer,
  CASE WHEN answer IS NULL THEN ${viewCall(COMMIT_PARAMETERS + 1)} END AS kept
FROM (SELECT ledger.commit(${LEDGER_PARAMETERS}) AS answer) AS committed`
  return { name, text }
}

/** For commits that keep no view. */
export const plainCommit = commitStatement('ledger.commit', () => '')

/** What became of a commit, and the facts it wrote: none unless it is done. */
export interface Sent {
  outcome: CommitOutcome
  facts: readonly FactRow[]
}

/** Sends one commit. Races come back as values; the database has then written nothing. */
export async function commit(
  db: Queryable,
  subscribers: Subscribers,
  statement: Statement,
  what: Commit,
  viewValues: readonly unknown[] = [],
): Promise<Sent> {
  const { values, heads, facts } = commitValues(what, subscribers)
  try {
    const rows = await db.query<{ outcome: string; answer: string | null }>(
      statement,
      viewValues.length === 0 ? values : values.concat(viewValues),
    )
    const answer = rows[0]?.answer ?? null
    if (answer === null) return { outcome: { outcome: 'done', result: what.result, heads }, facts }
    return { outcome: { outcome: 'replayed', ...storedAnswer(answer) }, facts: [] }
  } catch (error) {
    const outcome = outcomeOf(error)
    if (outcome === undefined) throw error
    return { outcome, facts: [] }
  }
}

/** The stored answer of a request, as `commitValues` wrote it. */
export const storedAnswer = (text: string): { result: Json; heads: readonly Head[] } =>
  JSON.parse(text) as { result: Json; heads: readonly Head[] }

function outcomeOf(error: unknown): CommitOutcome | undefined {
  const { code, detail } = error as { code?: unknown; detail?: unknown }
  const named = typeof detail === 'string' ? detail : ''
  if (code === 'YC001') return { outcome: 'conflict', stream: named }
  if (code === 'YC002') return { outcome: 'relied-changed', streams: named.split('\n') }
  if (code === 'YC003') return { outcome: 'request-reused' }
  return undefined
}
