import type { Instant } from '#platform/clock.ts'
import type { Json } from './canonical.ts'

/** One act: everything in it is written together, once, or not at all. */
export interface Commit {
  areaCode: string
  /** Who sent the request; the same request id of two people is two requests. */
  actorKey: string
  requestId: string
  requestHash: string
  actor: Json
  at: Instant
  /** The streams it appends to, each with the version and hash its reader saw. */
  streams: readonly StreamCommit[]
  /** Streams of the same area that the decision relied on, by the version it saw (0: there was none). */
  reliesOn: readonly { stream: string; version: number }[]
  jobs: readonly { id: string; kind: string; stream: string; dueAt: Instant; body: Json }[]
  cancelJobs: readonly { stream: string; kind: string }[]
  result: Json
}

export interface StreamCommit {
  stream: string
  /** 0 for a new stream. */
  expectedVersion: number
  /** `null` for a new stream. */
  prevHash: string | null
  facts: readonly { kind: string; body: Json; schemaVersion: number }[]
}

export interface Head {
  stream: string
  version: number
  hash: string
}

export type CommitOutcome =
  | { outcome: 'done' | 'replayed'; result: Json; heads: readonly Head[] }
  /** Somebody else has appended to this stream: read again and decide again. */
  | { outcome: 'conflict'; stream: string }
  /** A grant, seal, item or post the decision relied on has changed: read again and decide again. */
  | { outcome: 'relied-changed'; streams: readonly string[] }
  /** The request id was used before for another body. */
  | { outcome: 'request-reused' }

export type Subscribers = (kind: string) => readonly string[]
