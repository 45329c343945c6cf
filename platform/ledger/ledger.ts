import type { Instant } from '#platform/clock.ts'
import type { Db, Queryable, Statement } from '#platform/db/db.ts'
import type { Json } from './canonical.ts'
import {
  commit,
  storedAnswer,
  type Commit,
  type CommitOutcome,
  type Head,
  type Sent,
  type Subscribers,
} from './commit.ts'
import type { FactRow } from './fact-row.ts'
import { bornYear } from './stream.ts'
import { noUpcasters, type Upcasters } from './upcasters.ts'

export interface Ledger {
  /** Writes one act in one round trip (`commit.ts`). */
  commit(statement: Statement, what: Commit, viewValues?: readonly unknown[]): Promise<CommitOutcome>
  /**
   * Writes an act that must first take something in the same transaction, such as the next document number (文号).
   * Any outcome but `done` undoes what `prepare` took, so numbers have no gaps and a double click takes one.
   */
  commitAfter(prepare: (tx: Queryable) => Promise<PreparedCommit>): Promise<CommitOutcome>
  /**
   * Writes several acts that only make sense together, in one transaction: all of them, or none. Comes back with what kept them from
   * being written, and which of them it was.
   */
  commitAll(prepared: readonly PreparedCommit[]): Promise<AllCommitted>
  /** The answer this request already got. Ask when a decision is refused: a second click must hear the first answer. */
  answered(
    request: Pick<Commit, 'areaCode' | 'actorKey' | 'requestId' | 'requestHash'>,
  ): Promise<CommitOutcome | undefined>
  facts(areaCode: string, stream: string, fromSeq?: number): Promise<StoredFact[]>
  /** Facts that a view's own statement read beside its row (`factsBeside`), in today's shape. */
  factsBeside(rows: readonly FactRow[]): StoredFact[]
  head(areaCode: string, stream: string): Promise<Head | undefined>
  /** The heads of those streams that exist, in no order. */
  heads(areaCode: string, streams: readonly string[]): Promise<Head[]>
}

export interface PreparedCommit {
  statement: Statement
  commit: Commit
  viewValues?: readonly unknown[]
}

export type AllCommitted = { outcomes: readonly CommitOutcome[] } | { at: number; undone: CommitOutcome }

export type { FactRow }

export interface StoredFact {
  areaCode: string
  stream: string
  seq: number
  kind: string
  /** In today's shape: older bodies have gone through the upcasters. */
  body: Json
  actor: Json
  at: Instant
  schemaVersion: number
  prevHash: string
  hash: string
}

/** Told after a commit has become durable: what moved, and whether the worker has something to do at once. */
export interface Committed {
  areaCode: string
  heads: readonly Head[]
  hasWork: boolean
  /** Those somebody is to be told of, as they would be read: a worker that is given them need not read them again. */
  facts: readonly FactRow[]
}

export interface LedgerOptions {
  db: Db
  /** Which subscribers hear a kind of fact. */
  subscribers: Subscribers
  upcasters?: Upcasters
  onCommitted?: (committed: Committed) => void
}

export function createLedger({
  db,
  subscribers,
  upcasters = noUpcasters,
  onCommitted,
}: LedgerOptions): Ledger {
  const announce = (what: Commit, { outcome, facts }: Sent): CommitOutcome => {
    if (onCommitted !== undefined && outcome.outcome === 'done') {
      const told = facts.filter(({ kind }) => subscribers(kind).length > 0)
      const hasWork = told.length > 0 || what.jobs.some(({ dueAt }) => dueAt <= what.at)
      onCommitted({ areaCode: what.areaCode, heads: outcome.heads, hasWork, facts: told })
    }
    return outcome
  }
  return {
    commit: async (statement, what, viewValues) =>
      announce(what, await commit(db, subscribers, statement, what, viewValues)),
    async commitAfter(prepare) {
      let prepared: PreparedCommit | undefined
      try {
        const sent = await db.transaction(async (tx) => {
          prepared = await prepare(tx)
          const result = await commit(
            tx,
            subscribers,
            prepared.statement,
            prepared.commit,
            prepared.viewValues,
          )
          if (result.outcome.outcome !== 'done') throw new Undone(result.outcome)
          return result
        })
        return prepared === undefined ? sent.outcome : announce(prepared.commit, sent)
      } catch (error) {
        if (error instanceof Undone) return error.outcome
        throw error
      }
    },
    async commitAll(prepared) {
      let at = 0
      try {
        const sent = await db.transaction(async (tx) => {
          const results: Sent[] = []
          for (const { statement, commit: what, viewValues } of prepared) {
            at = results.length
            const result = await commit(tx, subscribers, statement, what, viewValues)
            const { outcome } = result.outcome
            if (outcome !== 'done' && outcome !== 'replayed') throw new Undone(result.outcome)
            results.push(result)
          }
          return results
        })
        return { outcomes: sent.map((result, index) => announce(prepared[index]!.commit, result)) }
      } catch (error) {
        if (error instanceof Undone) return { at, undone: error.outcome }
        throw error
      }
    },
    answered: (request) => answered(db, request),
    facts: (areaCode, stream, fromSeq = 1) => readFacts(db, upcasters, areaCode, stream, fromSeq),
    factsBeside: (rows) => rows.map((row) => storedFact(row, upcasters)),
    head: async (areaCode, stream) => (await readHeads(db, areaCode, [stream]))[0],
    heads: (areaCode, streams) => readHeads(db, areaCode, streams),
  }
}

/** Carries an outcome out of a transaction that has to be rolled back. */
class Undone extends Error {
  readonly outcome: CommitOutcome
  constructor(outcome: CommitOutcome) {
    super(outcome.outcome)
    this.outcome = outcome
  }
}

const ANSWERED: Statement = {
  name: 'ledger.answered',
  text: 'SELECT body_hash, result FROM ledger.request WHERE area_code = $1 AND actor = $2 AND request_id = $3',
}

async function answered(
  db: Queryable,
  { areaCode, actorKey, requestId, requestHash }: Parameters<Ledger['answered']>[0],
): Promise<CommitOutcome | undefined> {
  const rows = await db.query<{ body_hash: string; result: string }>(ANSWERED, [
    areaCode,
    actorKey,
    requestId,
  ])
  const row = rows[0]
  if (row === undefined) return undefined
  return row.body_hash === requestHash
    ? { outcome: 'replayed', ...storedAnswer(row.result) }
    : { outcome: 'request-reused' }
}

/** Deletes the answers to requests made before a moment; sent again, such a request would be a new one. */
export async function forgetAnswers(db: Queryable, before: Instant, areaCode?: string): Promise<void> {
  await db.query('DELETE FROM ledger.request WHERE at < $1 AND ($2::text IS NULL OR area_code = $2)', [
    before,
    areaCode ?? null,
  ])
}

const HEADS: Statement = {
  name: 'ledger.heads',
  text: 'SELECT stream, version, hash FROM ledger.head WHERE area_code = $1 AND stream = ANY($2)',
}

const readHeads = (db: Queryable, areaCode: string, streams: readonly string[]): Promise<Head[]> =>
  db.query<Head>(HEADS, [areaCode, streams])

/**
 * One statement per year of birth, because the year must stand in the text: PostgreSQL then plans for that partition
 * alone. With a parameter every reading opens and locks all of them.
 */
const factsOf = (year: number): Statement => ({
  name: `ledger.facts.${year}`,
  text: `SELECT area_code, stream, seq, kind, body, actor, at, schema_version, prev_hash, hash FROM ledger.fact
    WHERE area_code = $1 AND born_year = ${year} AND stream = $2 AND seq >= $3 ORDER BY seq`,
})

/**
 * For a page about one stream: a column with all its facts, read in one snapshot with the row `v` that names the stream. Whoever
 * knows the year of birth says it; without it PostgreSQL opens every partition to read one, a tenth of a millisecond for twenty of them.
 */
export const factsBeside = (
  bornYear?: number,
): string => `(SELECT json_agg(json_build_object('area_code', f.area_code, 'stream', f.stream, 'seq', f.seq,
      'kind', f.kind, 'body', f.body, 'actor', f.actor, 'at', to_char(f.at, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
      'schema_version', f.schema_version, 'prev_hash', f.prev_hash, 'hash', f.hash) ORDER BY f.seq)
    FROM ledger.fact f WHERE f.area_code = v.area_code AND f.born_year = ${bornYear ?? "split_part(v.stream, ':', 2)::int"}
      AND f.stream = v.stream)`

async function readFacts(
  db: Queryable,
  upcasters: Upcasters,
  areaCode: string,
  stream: string,
  fromSeq: number,
): Promise<StoredFact[]> {
  const rows = await db.query<FactRow>(factsOf(bornYear(stream)), [areaCode, stream, fromSeq])
  return rows.map((row) => storedFact(row, upcasters))
}

export const storedFact = (row: FactRow, upcasters: Upcasters): StoredFact => ({
  areaCode: row.area_code,
  stream: row.stream,
  seq: row.seq,
  kind: row.kind,
  body: upcasters.upcast(row.kind, row.schema_version, JSON.parse(row.body) as Json),
  actor: JSON.parse(row.actor) as Json,
  at: row.at,
  schemaVersion: row.schema_version,
  prevHash: row.prev_hash,
  hash: row.hash,
})
