import type { Actor } from './actor.ts'
import type { ClockEntry } from './clock/entry.ts'
import type { Instant } from './day.ts'

type AnyBody = Readonly<Record<string, unknown>>

/** What an action wants recorded: a past-tense kind, its body, and what it does to the clocks. */
export interface NewFact<Body = AnyBody> {
  kind: string
  body: Body
  clock?: readonly ClockEntry[]
}

/** A recorded fact as `fold` sees it; whoever reads one kind of fact names the body that its action wrote. */
export interface Fact<Body = AnyBody> extends NewFact<Body> {
  seq: number
  actor: Actor
  at: Instant
}

/**
 * What one kind of fact does to the dossier. An entry names the body that the actions of its kind write and may read nothing
 * else of it; one that names none reads none. It is written as a method because only a method's parameters may be narrower
 * than the table's, and so many bodies fit one table.
 */
export type Apply<Dossier> = { apply(dossier: Dossier, fact: Fact<unknown>): Dossier }['apply']
