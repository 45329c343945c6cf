import { setImmediate as others } from 'node:timers/promises'
import type { Actor } from '#engine/actor.ts'
import type { Instant } from '#engine/day.ts'
import { decide } from '#engine/procedure/decide.ts'
import type { DossierBase, WorldBase } from '#engine/procedure/procedure.ts'
import { isRefusal } from '#engine/refusal.ts'
import type { Statement } from '#platform/db/db.ts'
import type { Ledger } from '#platform/ledger/ledger.ts'
import { actorKey, actorRecord } from './actor-record.ts'
import { written, type Collection, type Stored } from './perform.ts'

/** A procedure whose system acts may be written for many dossiers in one commit. */
export interface ManyCollection<
  D extends DossierBase,
  W extends WorldBase,
  S extends Stored<D> = Stored<D>,
> extends Pick<Collection<D, W>, 'procedure' | 'jobKind' | 'setsJobsAnew'> {
  /** Writes the view rows of all of them; its only value of its own is what `views` returns. */
  statement: Statement
  world(stored: S, now: Instant): Promise<W>
  views(after: readonly { stored: S; world: W }[], now: Instant): readonly unknown[]
}

export interface Overtaken {
  overtaken?: string
}

/** After so many the requests of people are let through: two hundred would keep everybody waiting for 50 ms. */
const IN_ONE_GO = 20

export interface SystemRequest {
  action: string
  job: string
  now: Instant
  requestId: string
}

/**
 * One system act on many dossiers in one transaction. Each is decided for itself and gets its own facts, its own link of
 * its own chain, its own jobs and view row; they share the round trip and the request. A dossier that refuses is left out.
 * When somebody was faster with any of them nothing is written, and the stream of one such dossier comes back, where it is
 * known; otherwise how many were written.
 */
export async function performMany<D extends DossierBase, W extends WorldBase, S extends Stored<D>>(
  ledger: Ledger,
  collection: ManyCollection<D, W, S>,
  dossiers: readonly S[],
  { action, job, now, requestId }: SystemRequest,
): Promise<number | Overtaken> {
  const actor: Actor = { kind: 'system', job }
  const acts = []
  for (const [index, stored] of dossiers.entries()) {
    if (index % IN_ONE_GO === 0) await others()
    const world = await collection.world(stored, now)
    const decision = decide(
      collection.procedure(stored.dossier),
      stored.dossier,
      action,
      {},
      actor,
      now,
      world,
    )
    if (isRefusal(decision)) continue
    const { stream, jobs, cancelJobs } = written(collection, stored, action, world, decision)
    acts.push({ stored: { ...stored, dossier: decision.dossier }, world, stream, jobs, cancelJobs })
  }
  if (acts.length === 0) return 0
  const outcome = await ledger.commit(
    collection.statement,
    {
      ...{ areaCode: dossiers[0]!.area, actorKey: actorKey(actor), actor: actorRecord(actor) },
      ...{ requestId, requestHash: requestId, at: now, reliesOn: [] },
      streams: acts.map(({ stream }) => stream),
      jobs: acts.flatMap(({ jobs }) => jobs),
      cancelJobs: acts.flatMap(({ cancelJobs }) => cancelJobs),
      result: { dossiers: acts.length },
    },
    collection.views(acts, now),
  )
  switch (outcome.outcome) {
    case 'done':
    case 'replayed':
      return acts.length
    case 'conflict':
      return { overtaken: outcome.stream }
    default:
      return {}
  }
}
