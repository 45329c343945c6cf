import { randomUUID } from 'node:crypto'
import type { Actor } from '#engine/actor.ts'
import type { Instant } from '#engine/day.ts'
import type { Fact } from '#engine/fact.ts'
import { decide, type Decision } from '#engine/procedure/decide.ts'
import type { DossierBase, Procedure, Timer, WorldBase } from '#engine/procedure/procedure.ts'
import { isRefusal, refusal, type Refusal } from '#engine/refusal.ts'
import type { Queryable, Statement } from '#platform/db/db.ts'
import { newId } from '#platform/id.ts'
import { recordAttempt } from '#platform/ledger/attempts.ts'
import type { Json } from '#platform/ledger/canonical.ts'
import type { Commit, CommitOutcome, StreamCommit } from '#platform/ledger/commit.ts'
import type { Ledger, PreparedCommit } from '#platform/ledger/ledger.ts'
import { actorKey, actorRecord } from './actor-record.ts'
import { storedBody } from './stored-fact.ts'

/** A dossier as its capability stores it: folded, with the version and hash that the next commit must meet. */
export interface Stored<D> {
  area: string
  stream: string
  hash: string | null
  dossier: D
}

export interface Request {
  action: string
  input: Readonly<Record<string, unknown>>
  actor: Actor
  now: Instant
  requestId: string
  requestHash: string
  /** The version the person saw; an act on an older picture is refused rather than guessed at. */
  seenVersion?: number
}

/** What a capability says about its procedure so that it can be performed. */
export interface Collection<D extends DossierBase, W extends WorldBase> {
  /** The procedure a dossier runs under; an act may hand it over to another (a promise withdrawn). */
  procedure(dossier: D): Procedure<D, W>
  /** Kind of the due jobs that perform system acts, e.g. `case.act`. */
  jobKind: string
  statement: Statement
  /** Reads the stored dossier again, also after a lost race. */
  load(): Promise<Stored<D>>
  world(stored: Stored<D>, request: Request, fresh: boolean): Promise<W>
  /** Values of the view upsert that rides in the same statement. */
  view(after: Stored<D>, world: W, now: Instant): readonly unknown[]
  /** What the caller is told; stored, so that a double click hears the same. */
  answer(after: D): Json
  /**
   * Whether something a person acts upon has come since they read that version; facts that only add a paper have not
   * changed what they saw. Left out, every newer version counts.
   */
  movedSince?: (dossier: D, seenVersion: number) => boolean
  /** Refusals that rest on copies held in memory; they are decided once more on fresh ones before anybody hears them. */
  restsOnCopies?: (code: string) => boolean
  /** Acts after which the due jobs are set again though the timers look the same, because the world has moved them. */
  setsJobsAnew?: (action: string) => boolean
  /** Acts that take a document number run in a transaction that takes it first. */
  numbered?: (action: string) => boolean
  takeNumber?: (tx: Queryable, stored: Stored<D>, request: Request, world: W) => Promise<W>
}

export interface Done {
  done: true
  answer: Json
  version: number
}

/** A lost race is decided again on what is there now; more losses than this against one dossier is a fault. */
const TRIES = 5

/** One act, one transaction, once: decides on the stored dossier and commits facts, view, outbox and due jobs together. */
export async function perform<D extends DossierBase, W extends WorldBase>(
  ledger: Ledger,
  collection: Collection<D, W>,
  request: Request,
): Promise<Done | Refusal> {
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const stored = await collection.load()
    const outcome = await once(ledger, collection, stored, request, attempt > 0)
    if (outcome !== 'again') return outcome
  }
  throw new Error(`${request.action}: lost ${TRIES} races for one dossier`)
}

async function once<D extends DossierBase, W extends WorldBase>(
  ledger: Ledger,
  collection: Collection<D, W>,
  stored: Stored<D>,
  request: Request,
  fresh: boolean,
): Promise<Done | Refusal | 'again'> {
  const world = await collection.world(stored, request, fresh)
  const verdict = judge(collection, stored, request, world)
  if (isRefusal(verdict)) {
    if (!fresh && collection.restsOnCopies?.(verdict.code)) return 'again'
    return refused(ledger, stored, request, verdict)
  }
  if (collection.numbered?.(request.action) && collection.takeNumber) {
    return numbered(ledger, collection, stored, request, world)
  }
  const prepared = prepare(collection, stored, request, world, verdict)
  return settled(await ledger.commit(prepared.statement, prepared.commit, prepared.viewValues))
}

/** The number is taken and the act decided in one transaction, so a refused or lost act gives the number back. */
async function numbered<D extends DossierBase, W extends WorldBase>(
  ledger: Ledger,
  collection: Collection<D, W>,
  stored: Stored<D>,
  request: Request,
  world: W,
): Promise<Done | Refusal | 'again'> {
  const outcome = await ledger.commitAfter(async (tx) => {
    const withNumber = await collection.takeNumber!(tx, stored, request, world)
    const verdict = judge(collection, stored, request, withNumber)
    if (isRefusal(verdict)) throw new Error(`${request.action} was lawful until its paper had a number`)
    return prepare(collection, stored, request, withNumber, verdict)
  })
  return settled(outcome)
}

function judge<D extends DossierBase, W extends WorldBase>(
  collection: Collection<D, W>,
  { dossier }: Stored<D>,
  { action, input, actor, now, seenVersion }: Request,
  world: W,
): Decision<D> | Refusal {
  const verdict = decide(collection.procedure(dossier), dossier, action, input, actor, now, world)
  // The nearest reason first: what stands in the way matters more to a person than that something has changed.
  if (isRefusal(verdict) || seenVersion === undefined) return verdict
  const moved = collection.movedSince?.(dossier, seenVersion) ?? seenVersion !== dossier.version
  if (!moved) return verdict
  return refusal('changed-since-read', { facts: { seen: seenVersion, now: dossier.version } })
}

function prepare<D extends DossierBase, W extends WorldBase>(
  collection: Collection<D, W>,
  stored: Stored<D>,
  request: Request,
  world: W,
  decision: Decision<D>,
): PreparedCommit {
  const { after, stream, jobs, cancelJobs } = written(collection, stored, request.action, world, decision)
  return {
    statement: collection.statement,
    commit: {
      areaCode: stored.area,
      actorKey: actorKey(request.actor),
      requestId: request.requestId,
      requestHash: request.requestHash,
      actor: actorRecord(request.actor),
      at: request.now,
      streams: [stream],
      reliesOn: decision.reliesOn.map(({ stream, version }) => ({ stream, version })),
      jobs,
      cancelJobs,
      result: collection.answer(decision.dossier),
    },
    viewValues: collection.view(after, world, request.now),
  }
}

/** What one decided act leaves behind: the dossier after it, its facts, and the due jobs that are set and given up. */
export interface Written<D> {
  after: Stored<D>
  stream: StreamCommit
  jobs: Commit['jobs']
  cancelJobs: Commit['cancelJobs']
}

export function written<D extends DossierBase, W extends WorldBase>(
  { procedure, jobKind, setsJobsAnew }: Pick<Collection<D, W>, 'procedure' | 'jobKind' | 'setsJobsAnew'>,
  stored: Stored<D>,
  action: string,
  world: W,
  decision: Decision<D>,
): Written<D> {
  const timersOf = (dossier: D) => procedure(dossier).timers(dossier, world)
  const before = stored.dossier.version === 0 ? [] : timersOf(stored.dossier)
  const timers = timersOf(decision.dossier)
  const moved = setsJobsAnew?.(action) === true || !sameTimers(before, timers)
  return {
    after: { ...stored, dossier: decision.dossier },
    stream: {
      stream: stored.stream,
      expectedVersion: stored.dossier.version,
      prevHash: stored.hash,
      facts: decision.facts.map((fact) => ({ kind: fact.kind, body: storedBody(fact), schemaVersion: 1 })),
    },
    jobs: moved ? timers.map((timer) => job(jobKind, stored.stream, timer)) : [],
    cancelJobs: moved && before.length > 0 ? [{ stream: stored.stream, kind: jobKind }] : [],
  }
}

function job(kind: string, stream: string, timer: Timer) {
  return { id: newId(), kind, stream, dueAt: timer.at, body: { action: timer.action } }
}

function sameTimers(before: readonly Timer[], after: readonly Timer[]): boolean {
  return (
    before.length === after.length &&
    before.every((timer, i) => timer.action === after[i]!.action && timer.at === after[i]!.at)
  )
}

function settled(outcome: CommitOutcome): Done | Refusal | 'again' {
  switch (outcome.outcome) {
    case 'done':
    case 'replayed':
      return { done: true, answer: outcome.result, version: outcome.heads[0]!.version }
    case 'conflict':
      return 'again'
    case 'relied-changed':
      return changedUnderfoot(outcome.streams)
    case 'request-reused':
      return refusal('request-reused')
  }
}

/**
 * Grants and seals are read again and the act decided anew. A post that changed is the caller's own standing, and an item
 * that changed is what the applicant was shown: both are for people to look at, not to be tried again.
 */
function changedUnderfoot(streams: readonly string[]): Refusal | 'again' {
  if (streams.some((stream) => stream.startsWith('post:'))) return refusal('rights-changed')
  if (streams.some((stream) => stream.startsWith('item:'))) return refusal('item-changed')
  return 'again'
}

/**
 * The answer this request got when it was done: whoever asks again hears it, also where they may not ask any more. Under the
 * same key with another content it was never asked, and that is said before anything about the case as it is now.
 */
export async function heardBefore(
  ledger: Pick<Ledger, 'answered'>,
  areaCode: string,
  request: Pick<Request, 'actor' | 'requestId' | 'requestHash'>,
): Promise<Done | Refusal | undefined> {
  const before = await ledger.answered({ areaCode, actorKey: actorKey(request.actor), ...request })
  return before && (settled(before) as Done | Refusal)
}

/** A second click hears the first answer; a recorded refusal leaves its trace for supervision. */
async function refused<D>(
  ledger: Ledger,
  stored: Stored<D>,
  request: Request,
  verdict: Refusal,
): Promise<Done | Refusal> {
  const before = await heardBefore(ledger, stored.area, request)
  if (before) return before
  if (verdict.recorded) {
    const { area: areaCode, stream } = stored
    const body = { code: verdict.code, action: request.action, stream, facts: (verdict.facts ?? {}) as Json }
    const actor = actorRecord(request.actor)
    await recordAttempt(ledger, {
      areaCode,
      actorKey: actorKey(request.actor),
      requestId: request.requestId,
      actor,
      at: request.now,
      kind: 'attempted',
      body,
    })
  }
  return verdict
}

/** A request id for callers that bring none; the double-click guard then only guards the transport. */
export function freshRequestId(): string {
  return randomUUID()
}

export type { Fact }
