import type { Actor } from '#engine/actor.ts'
import type { Instant } from '#engine/day.ts'
import type { DossierBase, ReliedOn, WorldBase } from '#engine/procedure/procedure.ts'
import { isRefusal, type Refusal } from '#engine/refusal.ts'
import type { Ledger } from '#platform/ledger/ledger.ts'
import { perform, type Collection, type Done, type Stored } from './perform.ts'

// A licence, a poor rating, a change of an item, an entry of a book: each has a stream and a procedure of its own and is
// acted on alike.

/** An act that is asked for, with the streams the asking rests on. */
export interface Doing {
  act: string
  input: Readonly<Record<string, unknown>>
  actor: Actor
  now: Instant
  requestId: string
  requestHash: string
  reliesOn: readonly ReliedOn[]
  seenVersion?: number
}

/** What the house does by itself: the request is its own. */
export type SystemDoing = Pick<Doing, 'act' | 'input' | 'now' | 'requestId'>

export const bySystem = (doing: SystemDoing): Doing => ({
  ...doing,
  actor: { kind: 'system', job: doing.act },
  requestHash: doing.requestId,
  reliesOn: [],
})

interface OwnStream<D extends DossierBase, W extends WorldBase> extends Omit<Collection<D, W>, 'load'> {
  /** Reads the stored one again after a lost race; nothing before its first fact. */
  again(): Promise<Stored<D> | undefined>
}

/** Decides on what the caller has read already, and after a lost race on what stands in the table. */
export function performOnOwn<D extends DossierBase, W extends WorldBase>(
  ledger: Ledger,
  first: Stored<D>,
  { again, ...collection }: OwnStream<D, W>,
  { act: action, input, actor, now, requestId, requestHash, seenVersion }: Doing,
): Promise<Done | Refusal> {
  let held: Stored<D> | undefined = first
  const load = async (): Promise<Stored<D>> => {
    const current = held
    held = undefined
    return current ?? (await again()) ?? first
  }
  return perform(
    ledger,
    { ...collection, load },
    {
      ...{ action, input, actor, now, requestId, requestHash },
      ...(seenVersion === undefined ? {} : { seenVersion }),
    },
  )
}

/** The engine's refusals under codes for which a capability has sentences of its own. */
export const inOwnWords =
  (codes: Readonly<Record<string, string>>) =>
  (done: Done | Refusal): Done | Refusal =>
    isRefusal(done) ? { ...done, code: codes[done.code] ?? done.code } : done
