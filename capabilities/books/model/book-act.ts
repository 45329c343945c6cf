import type { Static, TObject } from 'typebox'
import type { LegalDay } from '#engine/day.ts'
import type { Act } from '#engine/procedure/procedure.ts'
import type { Refusal } from '#engine/refusal.ts'
import type { BookWorld } from './book.ts'
import type { Entry } from './entry.ts'

export type Doing<B extends object, I, K> = Act<Entry<B>, I, BookWorld<K>>

/** One act of a book, as its capability writes it. */
export interface BookActSpec<B extends object, S extends TObject, K> {
  name: string
  /** On the button, and in the story once it is done. */
  title: string
  past: string
  tone?: 'primary' | 'normal' | 'danger'
  help?: string
  /** The article or clause it stands on. */
  lawful?: string
  /** `[]` opens an entry. */
  from: readonly string[]
  to: readonly string[] | 'same'
  by: readonly string[]
  input: S
  /** Not by anybody who wrote in it (另一人). */
  otherHand?: boolean
  /** Whoever does it judges what others wrote and has not written in it by that (退回): they may still approve it later. */
  judges?: boolean
  offered?(entry: Entry<B>, known: K): boolean
  bars?(act: Omit<Doing<B, never, K>, 'input'>): Refusal | undefined
  refuse?(act: Doing<B, Static<S>, K>): Refusal | undefined
  /** What it records; left out, an opening act records its input and any other nothing. `null` takes away. */
  sets?(act: Doing<B, Static<S>, K>): { [P in keyof B]?: B[P] | null }
  /** Which of `to` it leads to; left out, the first. */
  goes?(act: Doing<B, Static<S>, K>): string
  /** The last day for the next step, or none. Left out, the day stays as long as the entry stays in its state. */
  due?(act: Doing<B, Static<S>, K>): LegalDay | undefined
}

/** An act whose input type comes from its own schema; the list of a book forgets it. */
export interface BookAct<B extends object, K> extends Omit<
  BookActSpec<B, TObject, K>,
  'bars' | 'refuse' | 'sets' | 'goes' | 'due'
> {
  bars?(act: Omit<Doing<B, never, K>, 'input'>): Refusal | undefined
  refuse?(act: Doing<B, never, K>): Refusal | undefined
  sets?(act: Doing<B, never, K>): Record<string, unknown>
  goes?(act: Doing<B, never, K>): string
  due?(act: Doing<B, never, K>): LegalDay | undefined
}

export function bookAct<B extends object, K = unknown>() {
  return <S extends TObject>(spec: BookActSpec<B, S, K>): BookAct<B, K> => spec as unknown as BookAct<B, K>
}
