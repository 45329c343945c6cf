import type { Actor } from '#engine/actor.ts'
import type { ClockEntry } from '#engine/clock/entry.ts'
import type { Fact } from '#engine/fact.ts'
import type { Json } from '#platform/ledger/canonical.ts'
import type { StoredFact } from '#platform/ledger/ledger.ts'

/** A fact's body as the ledger keeps it; what it did to the clocks stands beside it under `clock`. */
export function storedBody(fact: Pick<Fact, 'body' | 'clock'>): Json {
  const clock = fact.clock ?? []
  return (clock.length === 0 ? fact.body : { ...fact.body, clock }) as Json
}

/** A stored fact as the engine folds it. */
export function readFact(stored: StoredFact): Fact {
  const { clock, ...body } = stored.body as Record<string, unknown> & { clock?: readonly ClockEntry[] }
  return {
    kind: stored.kind,
    body,
    ...(clock === undefined ? {} : { clock }),
    seq: stored.seq,
    actor: stored.actor as Actor,
    at: stored.at,
  }
}
