import type { Instant, LegalDay } from '#engine/day.ts'
import type { DossierBase } from '#engine/procedure/procedure.ts'

/** Who did it, and when. */
export interface Hand {
  person?: string
  post?: string
  body?: string
  at: Instant
  day: LegalDay
}

/** An entry of a book (台账条目), folded from its facts. */
export interface Entry<B extends object = object> extends DossierBase {
  id: string
  area: string
  book: string
  /** What is recorded now. */
  body: B
  /** The act that was taken last in each state, by name: who approved it, when it was handed over. */
  last: Readonly<Record<string, Hand>>
  openedBy?: Hand
  /** Everybody who wrote in it; what asks for another hand is closed to them. */
  hands: readonly string[]
  /** The last day for the next step. */
  due?: LegalDay
  /** The due day whose passing is on record. */
  overdue?: LegalDay
  /** The day on which it first stood, and the one on which it was ended before its time. */
  stoodOn?: LegalDay
  endedOn?: LegalDay
}

export function noEntry<B extends object>(book: string, empty: B): Entry<B> {
  return {
    ...{ state: 'none', version: 0, clocks: {}, id: '', area: '', book },
    ...{ body: empty, last: {}, hands: [] },
  }
}
