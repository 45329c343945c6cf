import type { Static, TObject } from 'typebox'
import type { Actor } from '#engine/actor.ts'
import type { Instant, LegalDay } from '#engine/day.ts'
import type { Procedure, Timer, WorldBase } from '#engine/procedure/procedure.ts'
import type { BookAct } from './book-act.ts'
import type { Entry } from './entry.ts'

/** Who of a role sees an entry: everybody of the area, those of a body or those at a place it concerns. */
export type Sight = 'area' | 'own-body' | 'own-place'

export interface BookState {
  title: string
  /** Roles of which one has to act; left out, nothing is awaited. */
  waits?: readonly string[]
  /** It holds (有效). */
  stands?: boolean
  final?: boolean
  tone?: 'good' | 'bad' | 'plain'
}

/** Where an entry belongs and how long it holds, told from what is recorded. */
export interface Placing {
  /** One line that names it in a list. */
  title: string
  /** Of two open entries with one key the second is refused. */
  key?: string
  item?: string
  place?: string
  /** Bodies and places whose people it concerns. */
  bodies?: readonly string[]
  places?: readonly string[]
  /** First and last day; left out, from the day it first stood and without an end. */
  from?: LegalDay
  to?: LegalDay
}

export interface Asked<B extends object> {
  area: string
  now: Instant
  /** The entry as it is; for an opening act, what is about to be recorded is in `input`. */
  entry: Entry<B>
  input: Readonly<Record<string, unknown>>
}

/** What an act of a book may know: `known` is what the book's own capability looked up. */
export interface BookWorld<K> extends WorldBase {
  today: LegalDay
  known: K
}

export interface BookWords {
  /** 台账的名称, and what one entry is called in a sentence: 这份协议. */
  title: string
  entry: string
  /** What it is for, in one or two sentences. */
  text: string
  /** Clauses and articles it rests on. */
  basis: readonly string[]
}

/** A book as its capability writes it. */
export interface BookSpec<S extends TObject, K> {
  /** In addresses, streams and facts: `residency-exception`. */
  kind: string
  words: BookWords
  /** What an entry records; titles of its properties are what people read. References are made with `fields.ts`. */
  body: S
  states: Readonly<Record<string, BookState>>
  acts: readonly BookAct<Static<S>, K>[]
  place(body: Static<S>): Placing
  /** By role. A role that may act on it and is not named sees nothing. */
  sees: Readonly<Record<string, Sight>>
  /** Properties that head the list, in order; left out, the first four. */
  columns?: readonly (keyof Static<S> & string)[]
  /** What its acts have to know beyond the entry. */
  world?(asked: Asked<Static<S>>): Promise<K>
  /** What an act may choose from, where that is narrower than all items, bodies or places, or than what others may choose. */
  choices?(field: string, known: K, entry: Entry<Static<S>>, by: Actor): readonly Choice[] | undefined
  /** What the calendar does: an entry that waits for its first day, and one whose last day is over. */
  byClock?: { begin?: Step; lapse?: Step }
  /** How often it should be kept open; a book nobody may open from the page is written by the house alone. */
  hidden?: boolean
}

export interface Step {
  from: string
  to: string
}

export interface Choice {
  value: string
  label: string
}

/** A sound book with its procedure, its shapes forgotten so that many fit one shelf. */
export interface Book<B extends object = object> {
  kind: string
  words: BookWords
  body: TObject
  states: Readonly<Record<string, BookState>>
  acts: readonly BookAct<object, unknown>[]
  columns: readonly string[]
  sees: Readonly<Record<string, Sight>>
  hidden: boolean
  procedure: Procedure<Entry, BookWorld<unknown>>
  /** What the calendar will do to an entry, and when. */
  dueOf(entry: Entry): readonly Timer[]
  place(body: object): Placing
  known(asked: Asked<object>): Promise<unknown>
  choices(field: string, known: unknown, entry: Entry, by: Actor): readonly Choice[] | undefined
  /** Only for the types: what an entry of it records. */
  readonly records?: B
}
