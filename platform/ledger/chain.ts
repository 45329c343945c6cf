import type { Instant } from '#platform/clock.ts'
import { canonicalString, sm3 } from './canonical.ts'

/** The only algorithm so far: SM3 (GB/T 32905). Each fact names its own, so a later change needs no rewriting. */
export const HASH_ALG = 'sm3'

/** What the first fact of a stream points back to. */
export const FIRST_PREV_HASH = '0'.repeat(64)

/** A fact as it is hashed; `body` and `actor` are already canonical text. */
export interface Envelope {
  area: string
  stream: string
  seq: number
  kind: string
  body: string
  actor: string
  at: Instant
  schemaVersion: number
  hashAlg: string
  prevHash: string
}

/**
 * The canonical text of an envelope, put together from parts that are canonical already. Hot path: walking the body a
 * second time would double the cost of hashing. `chain.test.ts` proves it equal to `canonical(envelope)`.
 */
export function envelopeText(fact: Envelope): string {
  return (
    `{"actor":${fact.actor},"area":${canonicalString(fact.area)},"at":${canonicalString(fact.at)},"body":${fact.body}` +
    `,"hashAlg":${canonicalString(fact.hashAlg)},"kind":${canonicalString(fact.kind)}` +
    `,"prevHash":${canonicalString(fact.prevHash)},"schemaVersion":${fact.schemaVersion},"seq":${fact.seq}` +
    `,"stream":${canonicalString(fact.stream)}}`
  )
}

export function factHash(fact: Envelope): string {
  if (fact.hashAlg !== HASH_ALG) throw new Error(`unknown hash algorithm ${fact.hashAlg}`)
  return sm3(envelopeText(fact))
}
