import { canonical } from './canonical.ts'
import { FIRST_PREV_HASH, HASH_ALG, factHash } from './chain.ts'
import type { Commit, Head, StreamCommit, Subscribers } from './commit-shape.ts'
import type { FactRow } from './fact-row.ts'
import { bornYear } from './stream.ts'

/** How many parameters `ledger.commit` takes; a capability's own begin after them. */
export const COMMIT_PARAMETERS = 44

/** A fact as it will be read again, and the partition it goes to. */
interface ChainedFact extends FactRow {
  bornYear: number
}

export interface CommitValues {
  /** In the order of the parameters of `ledger.commit`. */
  values: unknown[]
  /** The heads the commit leaves behind. */
  heads: Head[]
  facts: readonly FactRow[]
}

export function commitValues(what: Commit, subscribers: Subscribers): CommitValues {
  const { areaCode, at } = what
  const actor = canonical(what.actor)
  // Every commit locks its streams in the same order, so two of them never wait for each other.
  const streams = what.streams.length === 1 ? what.streams : what.streams.toSorted(byStream)
  const facts: ChainedFact[] = []
  const heads = streams.map((stream) => chain(stream, { areaCode, actor, at }, facts))
  const [first, head, fact] = [streams[0], heads[0], facts[0]]
  if (first === undefined || head === undefined || fact === undefined)
    throw new Error('a commit without facts')
  const answer = JSON.stringify({ result: what.result, heads })
  const values: unknown[] = [
    ...[areaCode, what.actorKey, what.requestId, what.requestHash, answer, actor, at, HASH_ALG],
    ...[first.stream, fact.bornYear, first.expectedVersion, fact.prev_hash, head.version, head.hash],
    ...[fact.kind, fact.body, fact.schema_version, fact.hash],
  ]
  pushHeads(values, streams, heads)
  pushFacts(values, facts)
  pushOutbox(values, facts, subscribers)
  pushRelied(values, what)
  pushJobs(values, what)
  return { values, heads, facts }
}

const byStream = (a: { stream: string }, b: { stream: string }): number =>
  a.stream < b.stream ? -1 : a.stream > b.stream ? 1 : 0

/** Hashes the facts of one stream onto its last one and returns the head they lead to. */
function chain(
  { stream, expectedVersion, prevHash, facts }: StreamCommit,
  { areaCode, actor, at }: { areaCode: string; actor: string; at: string },
  chained: ChainedFact[],
): Head {
  if (facts.length === 0) throw new Error(`no facts for ${stream}`)
  if ((expectedVersion === 0) !== (prevHash === null))
    throw new Error(`${stream}: a new stream has no previous hash`)
  const year = bornYear(stream)
  let last = prevHash ?? FIRST_PREV_HASH
  let seq = expectedVersion
  for (const { kind, body: value, schemaVersion } of facts) {
    seq += 1
    const body = canonical(value)
    const link = {
      area: areaCode,
      stream,
      seq,
      kind,
      body,
      actor,
      at,
      schemaVersion,
      hashAlg: HASH_ALG,
      prevHash: last,
    }
    const hash = factHash(link)
    chained.push({
      ...{ area_code: areaCode, stream, bornYear: year, seq, kind, body, actor, at },
      ...{ schema_version: schemaVersion, prev_hash: last, hash },
    })
    last = hash
  }
  return { stream, version: seq, hash: last }
}

function pushHeads(values: unknown[], streams: readonly StreamCommit[], heads: readonly Head[]): void {
  if (streams.length === 1) return pushNulls(values, 5)
  const more = streams.slice(1)
  const moreHeads = heads.slice(1)
  values.push(
    more.map(({ stream }) => stream),
    more.map(({ expectedVersion }) => expectedVersion),
    more.map(({ prevHash }) => prevHash),
    moreHeads.map(({ version }) => version),
    moreHeads.map(({ hash }) => hash),
  )
}

function pushFacts(values: unknown[], facts: readonly ChainedFact[]): void {
  if (facts.length === 1) return pushNulls(values, 8)
  const more = facts.slice(1)
  values.push(
    more.map(({ stream }) => stream),
    more.map((fact) => fact.bornYear),
    more.map(({ seq }) => seq),
    more.map(({ kind }) => kind),
    more.map(({ body }) => body),
    more.map((fact) => fact.schema_version),
    more.map((fact) => fact.prev_hash),
    more.map(({ hash }) => hash),
  )
}

function pushOutbox(values: unknown[], facts: readonly ChainedFact[], subscribers: Subscribers): void {
  const rows = facts.flatMap((fact) => subscribers(fact.kind).map((subscriber) => ({ ...fact, subscriber })))
  if (rows.length === 0) return pushNulls(values, 4)
  values.push(
    rows.map(({ stream }) => stream),
    rows.map(({ seq }) => seq),
    rows.map(({ subscriber }) => subscriber),
    rows.map(({ kind }) => kind),
  )
}

function pushRelied(values: unknown[], { reliesOn }: Commit): void {
  if (reliesOn.length === 0) return pushNulls(values, 2)
  values.push(
    reliesOn.map(({ stream }) => stream),
    reliesOn.map(({ version }) => version),
  )
}

function pushJobs(values: unknown[], { cancelJobs: cancels, jobs }: Commit): void {
  const cancelJobs = cancels.length < 2 ? cancels : cancels.toSorted(byStream)
  if (cancelJobs.length === 0) pushNulls(values, 2)
  else
    values.push(
      cancelJobs.map(({ stream }) => stream),
      cancelJobs.map(({ kind }) => kind),
    )
  if (jobs.length === 0) return pushNulls(values, 5)
  values.push(
    jobs.map(({ id }) => id),
    jobs.map(({ kind }) => kind),
    jobs.map(({ stream }) => stream),
    jobs.map(({ dueAt }) => dueAt),
    jobs.map(({ body }) => JSON.stringify(body)),
  )
}

function pushNulls(values: unknown[], count: number): void {
  for (let index = 0; index < count; index += 1) values.push(null)
}
