import { Type as T, type Static } from 'typebox'

export const Tone = T.Enum(['good', 'bad', 'plain'])

/** A book (台账) as the page of all books shows it. */
export const BookView = T.Object({
  book: T.String(),
  title: T.String(),
  entry: T.String(),
  text: T.String(),
  basis: T.Array(T.String()),
  columns: T.Array(T.String()),
  states: T.Array(T.Object({ value: T.String(), label: T.String() })),
  /** How many entries wait for a role of this post. */
  waiting: T.Integer(),
})
export type BookView = Static<typeof BookView>

export const EntryRow = T.Object({
  id: T.String(),
  title: T.String(),
  cells: T.Array(T.String()),
  state: T.String(),
  stateText: T.String(),
  tone: Tone,
  dueDay: T.Optional(T.String()),
  late: T.Boolean(),
  from: T.Optional(T.String()),
  to: T.Optional(T.String()),
  version: T.Integer(),
})
export type EntryRow = Static<typeof EntryRow>

/** A button of an entry; shaped as those of cases, so that one dialog serves both. */
export const EntryAct = T.Object({
  act: T.String(),
  title: T.String(),
  tone: T.Enum(['primary', 'normal', 'danger']),
  help: T.Optional(T.String()),
  lawful: T.Optional(T.String()),
  input: T.Unknown(),
  choices: T.Optional(T.Record(T.String(), T.Array(T.Object({ value: T.String(), label: T.String() })))),
})
export type EntryAct = Static<typeof EntryAct>

export const EntryDetail = T.Object({
  book: BookView,
  row: EntryRow,
  /** What is recorded, in words. */
  record: T.Array(
    T.Object({
      label: T.String(),
      text: T.String(),
      /** Where its pictures are. */
      photos: T.Optional(T.Array(T.String())),
      /** The change of an item it names (事项变更), for whoever goes there. */
      change: T.Optional(T.String()),
    }),
  ),
  story: T.Array(
    T.Object({
      seq: T.Integer(),
      at: T.String(),
      who: T.String(),
      text: T.String(),
      details: T.Array(T.String()),
    }),
  ),
  allowed: T.Array(EntryAct),
})
export type EntryDetail = Static<typeof EntryDetail>

export const bookRefusals = [
  'book-not-found',
  'book-entry-not-found',
  'book-entry-moved-on',
  'book-not-your-step',
  'book-own-hand',
  'book-entry-exists',
  'book-reference-unknown',
  'book-not-due',
  'book-photo-unknown',
  'book-photo-not-clean',
] as const
export type BookRefusalCode = (typeof bookRefusals)[number]
