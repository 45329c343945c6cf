import type { Actor } from './actor.ts'
import type { ClockEntry } from './clock/entry.ts'
import type { Instant } from './day.ts'

/** What an action wants recorded: a past-tense kind, its body, and what it does to the clocks. */
export interface NewFact {
  kind: string
  body: Readonly<Record<string, unknown>>
  clock?: readonly ClockEntry[]
}

/** A recorded fact as `fold` sees it. */
export interface Fact extends NewFact {
  seq: number
  actor: Actor
  at: Instant
}
